#include "checks/page_parts.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Whether a word that begins with these eight bytes (letters small, the first in the lowest byte) begins as a placeholder or a web address does.
uint16_t beginning_of(uint64_t word) {
  const auto goes_on = [&](std::string_view small) {
    uint64_t wanted = 0;
    for (size_t k = 0; k < small.size(); ++k) wanted |= static_cast<uint64_t>(static_cast<uint8_t>(small[k])) << 8 * k;
    return first_bytes(word >> 8, small.size()) == wanted;
  };
  switch (static_cast<char>(word & 0xFF)) {
    case 't': return goes_on("b") || goes_on("od") || goes_on("o b") || goes_on("o f") ? PageText::placeholder : 0;
    case 'l': return goes_on("or") ? PageText::placeholder : 0;
    case 'i': return goes_on("ns") ? PageText::placeholder : 0;
    case 'x': return goes_on("x") ? PageText::placeholder : 0;
    case 'p': return goes_on("laceh") ? PageText::placeholder : 0;
    case 'w': return goes_on("w") ? PageText::web_address : 0;
    default: return 0;
  }
}

// The second letters that beginning_of may say something about, as bits, by the first letter. Most words are done with that.
constexpr std::array<uint32_t, 32> second_letters = [] {
  std::array<uint32_t, 32> table{};
  for (const std::string_view two : {"tb", "to", "lo", "in", "xx", "pl", "ww"}) table[two[0] & 31] |= 1U << (two[1] & 31);
  return table;
}();

// Looks at a text eight bytes at a time, and at single bytes only where a word begins, at capitals, and outside ASCII.
class HoldsReader {
 public:
  explicit HoldsReader(std::string_view text) : text_(text) {
    // The last bytes again, so that eight may be read wherever a word begins.
    std::array<char, 32> last{};
    const size_t whole = text.size() < 16 ? 0 : text.size() / 8 * 8 - 8;
    text.substr(whole).copy(last.data(), 16);
    const char* bytes = text.data();
    for (size_t at = 0; at < text.size(); at += 8, bytes += 8) {
      if (at == whole) bytes = last.data();
      look(at, bytes);
    }
  }

  uint16_t holds() const { return static_cast<uint16_t>(holds_); }

 private:
  // bytes: sixteen, those of the text at `at`.
  void look(size_t at, const char* bytes) {
    const uint64_t eight = eight_bytes(bytes);
    const uint64_t letters = bytes_between(eight | low_bits * 0x20, 'a', 'z');
    const uint64_t digits = bytes_between(eight, '0', '9');
    const uint64_t of_words = letters | digits | (eight & top_bits);
    if (digits != 0) holds_ |= PageText::digit;
    for (uint64_t begin = of_words & ~(of_words << 8 | before_); begin != 0; begin &= begin - 1) {
      const char* const word = bytes + first_of(begin);
      if ((second_letters[word[0] & 31] >> (word[1] & 31) & 1) != 0) holds_ |= beginning_of(eight_bytes(word) | low_bits * 0x20);
    }
    before_ = of_words >> 56;
    // A capital has no 0x20.
    for (uint64_t capitals = letters & ~(eight << 2); capitals != 0; capitals &= capitals - 1)
      if (const size_t capital = at + first_of(capitals); capital >= next_) next_ = see_capitals(capital);
    if ((bytes_that_are(eight, '@') | bytes_that_are(eight, ':') | bytes_not_ascii(eight)) != 0) see_signs(at);
  }

  bool is_of_word(size_t at) const { return at < text_.size() && is_word_byte(text_[at]); }

  // The first capital of a word. Returns where the word ends.
  size_t see_capitals(size_t at) {
    size_t end = at + 1;
    bool more = false;
    for (; is_of_word(end); ++end) more = more || is_upper(text_[end]);
    if (more) holds_ |= PageText::two_capitals;
    if ((at > 0 && is_word_byte(text_[at - 1])) || end == text_.size()) return end;
    // It begins with this one: O'Brien, or with another such word behind it.
    const size_t next = text_.find_first_not_of(" .\n", end);
    if (text_[end] == '\'' || (next != std::string_view::npos && is_upper(text_[next]))) holds_ |= PageText::two_names;
    return end;
  }

  void see_signs(size_t at) {
    for (const size_t end = std::min(at + 8, text_.size()); at < end; ++at) {
      const auto c = static_cast<uint8_t>(text_[at]);
      if (c == '@') holds_ |= PageText::at_sign;
      if (c == ':' && text_.substr(at, 3) == "://") holds_ |= PageText::web_address;
      if (c >= 0x80 && !is_of_word(at + 1)) holds_ |= PageText::two_names;
      if (c >= 0xCD && c != 0xE2) holds_ |= PageText::far_letter;  // E2: dashes, quotation marks, arrows
    }
  }

  std::string_view text_;
  unsigned holds_ = 0;
  uint64_t before_ = 0;  // its 0x80: whether the last byte that was looked at belongs to a word
  size_t next_ = 0;      // behind the last word with capitals
};

}  // namespace

uint16_t holds_of(std::string_view text) { return HoldsReader(text).holds(); }

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = !is_space(c);
    words += static_cast<size_t>(letter && !inside);
    inside = letter;
  }
  return words;
}

PageParts::PageParts(const Page& page) : page_(page) {
  texts.reserve(256);
  links.reserve(64);
  lines.reserve(128);
  read(page.document());
  if (page.easy_read) return;  // it has rules of its own for dates
  for (const Fields::Entry& entry : page.fields.all())
    if (const std::string* words = std::get_if<std::string>(&entry.value); words != nullptr && entry.field != &shared::id) dates.add_from({*words, nullptr, entry.place});
}

void PageParts::read(const Block& block) {
  ++order_;
  switch (block.kind) {
    case BlockKind::text: return read_text(block);
    case BlockKind::link: return read_link(block);
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::cell: {
      const Block* outside = around_.holder;
      if (block.kind != BlockKind::cell) lines.push_back(part_of(block));
      around_.holder = &block;
      first_of_holder_ = texts.size();
      read_children(block);
      around_.holder = outside;
      return;
    }
    case BlockKind::picture: pictures.push_back(part_of(block)); break;
    case BlockKind::code:
    case BlockKind::code_span: code.push_back(part_of(block)); break;
    case BlockKind::bullet_list:
    case BlockKind::numbered_list: lists.push_back(part_of(block)); break;
    case BlockKind::item: items.push_back(part_of(block)); break;
    case BlockKind::table: tables.push_back(part_of(block)); break;
    default: break;
  }
  read_children(block);
}

void PageParts::read_text(const Block& text) {
  texts.push_back({part_of(text), holds_of(text.text), first_of_holder_});
  const PageText& part = texts.back();
  if (!part.has(PageText::digit | PageText::at_sign) || text.place.line == 0) return;
  add_contacts(text, around_.link, around_.holder, contacts);
  if (part.has(PageText::digit) && !page_.easy_read) dates.add_from({text.text, &text, {}});
}

void PageParts::read_link(const Block& link) {
  const Block* words = link.first;
  const bool one_text = words != nullptr && words->next == nullptr && words->kind == BlockKind::text && link.text.empty() && words->text.find('\n') == std::string_view::npos;
  const size_t path = std::min(link.target.find('?'), link.target.find('#'));
  links.push_back({part_of(link), one_text ? words->text : arena_.copy(plain_text(link)), link.target.substr(0, path)});
  const Block* outside = around_.link;
  around_.link = &link;
  read_children(link);
  around_.link = outside;
}

}  // namespace offer
