#include "checks/page_parts.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// What a byte is to holds_of.
enum Kind : uint8_t { word = 1, capital = 2, digit = 4, not_ascii = 8, far_letter = 16, of_gap = 32 /* between the words of a name */, at_sign = 64, colon = 128 };

constexpr std::array<uint8_t, 256> kinds = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < 256; ++c) {
    if (c >= 0x80) table[c] = word | not_ascii;
    else if (is_digit(static_cast<char>(c))) table[c] = word | digit;
    else if (is_upper(static_cast<char>(c))) table[c] = word | capital;
    else if (is_lower(static_cast<char>(c))) table[c] = word;
    if (c >= 0xCD && c != 0xE2) table[c] |= far_letter;  // E2: dashes, quotation marks, arrows
  }
  for (const char c : {' ', '.', '\n'}) table[static_cast<uint8_t>(c)] = of_gap;
  table['@'] = at_sign;
  table[':'] = colon;
  return table;
}();

uint8_t kind_of(char c) { return kinds[static_cast<uint8_t>(c)]; }

// Whether a word at `at` begins as a placeholder or a web address does. Nearly all are done with its first two letters.
uint16_t beginning_at(std::string_view text, size_t at) {
  const auto next = [&](size_t k) { return at + k < text.size() ? static_cast<char>(text[at + k] | 0x20) : ' '; };
  const auto goes_on = [&](std::string_view small) {
    for (size_t k = 0; k < small.size(); ++k)
      if (next(k + 1) != small[k]) return false;
    return true;
  };
  switch (next(0)) {
    case 't': return goes_on("b") || goes_on("od") || goes_on("o b") || goes_on("o f") ? PageText::placeholder : 0;
    case 'l': return goes_on("or") ? PageText::placeholder : 0;
    case 'i': return goes_on("ns") ? PageText::placeholder : 0;
    case 'x': return goes_on("x") ? PageText::placeholder : 0;
    case 'p': return goes_on("laceh") ? PageText::placeholder : 0;
    case 'w': return goes_on("w") ? PageText::web_address : 0;
    default: return 0;
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Reads a text from one byte that is no small letter to the next: what lies between belongs to a word.
class HoldsReader {
 public:
  explicit HoldsReader(std::string_view text) : text_(text) {
    size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
      const uint64_t eight = eight_bytes(text.data() + at);
      for (uint64_t others = ~bytes_between(eight, 'a', 'z') & top_bits; others != 0; others &= others - 1) see(at + first_of(others));
    }
    for (; at < text.size(); ++at)
      if (!is_lower(text[at])) see(at);
    if (at > next_) begin_word(next_, false);
    if (in_word_) end_word(at);
    if ((seen_ & digit) != 0) holds_ |= PageText::digit;
    if ((seen_ & at_sign) != 0) holds_ |= PageText::at_sign;
    if ((seen_ & far_letter) != 0) holds_ |= PageText::far_letter;
  }

  uint16_t holds() const { return static_cast<uint16_t>(holds_); }

 private:
  // A byte that is no small letter; all between next_ and it are.
  void see(size_t at) {
    const unsigned kind = kind_of(text_[at]);
    seen_ |= kind;
    if (at > next_) begin_word(next_, false);
    next_ = at + 1;
    if ((kind & word) != 0) {
      begin_word(at, (kind & capital) != 0);
      capitals_ += kind & capital;
      return;
    }
    if (in_word_) end_word(at);
    if ((kind & of_gap) == 0) capital_before_ = false;
    if ((kind & colon) != 0 && text_.substr(at, 3) == "://") holds_ |= PageText::web_address;
  }

  // Nothing if the word has begun before.
  void begin_word(size_t at, bool with_capital) {
    if (in_word_) return;
    in_word_ = true;
    capitals_ = 0;
    begins_ = with_capital;
    holds_ |= beginning_at(text_, at);
    if (begins_ && capital_before_) holds_ |= PageText::two_names;
  }

  void end_word(size_t at) {
    in_word_ = false;
    if (capitals_ > capital) holds_ |= PageText::two_capitals;
    if ((begins_ && at < text_.size() && text_[at] == '\'') || (kind_of(text_[at - 1]) & not_ascii) != 0) holds_ |= PageText::two_names;
    capital_before_ = begins_;
  }

  std::string_view text_;
  size_t next_ = 0;             // the byte behind the last that see() was asked of
  unsigned holds_ = 0;
  unsigned seen_ = 0;           // kinds of the bytes that are no small letters
  unsigned capitals_ = 0;       // of this word, each counted as `capital`
  bool in_word_ = false;
  bool begins_ = false;         // this word does with a capital
  bool capital_before_ = false; // the word before did
};

}  // namespace

uint16_t holds_of(std::string_view text) { return HoldsReader(text).holds(); }

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = is_space(c);
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

PageParts::PageParts(const Page& page) : page_(page) {
  texts.reserve(256);
  links.reserve(64);
  lines.reserve(128);
  read(*page.document);
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
