#include "checks/found_contacts.h"

#include "base/phone_number.h"
#include "base/text.h"

namespace offer {

namespace {

bool is_mail_byte(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'; }
bool is_mail_sign(char c) { return c == '.' || c == '-' || c == '_' || c == '%' || c == '+'; }

}  // namespace

Place Contact::place() const { return place_in(*text, static_cast<size_t>(written.data() - text->text.data()), characters_before(written, written.size())); }

void find_mail_addresses(std::string_view text, const std::function<void(size_t, size_t)>& found) {
  for (size_t sign = text.find('@'); sign != std::string_view::npos; sign = text.find('@', sign + 1)) {
    size_t start = sign, end = sign + 1;
    while (start > 0 && is_mail_byte(text[start - 1])) --start;
    while (start < sign && text[start] == '.') ++start;
    while (end < text.size() && is_mail_byte(text[end])) ++end;
    while (end > sign && is_mail_sign(text[end - 1])) --end;
    const std::string_view domain = text.substr(sign + 1, end > sign ? end - sign - 1 : 0);
    if (start < sign && domain.find('.') != std::string_view::npos) found(start, end - start);
  }
}

void add_contacts(const Block& text, const Block* link, const Block* holder, bool digits, bool at_signs, std::vector<Contact>& to) {
  const auto add = [&](Contact::What what, size_t at, size_t length) { to.push_back({what, text.text.substr(at, length), &text, link, holder}); };
  if (digits) find_phone_numbers(text.text, [&add](size_t at, size_t length) { add(Contact::What::phone, at, length); });
  if (at_signs) find_mail_addresses(text.text, [&add](size_t at, size_t length) { add(Contact::What::mail, at, length); });
}

}  // namespace offer
