#include "checks/page_parts.h"

#include <algorithm>
#include <array>

#include "base/byte_bits.h"
#include "base/text.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// What a word begins with that somebody looks for. Up to eight bytes; of a phrase its first words as they are written.
struct Beginning {
  constexpr Beginning(std::string_view small, uint16_t holds_) : holds(holds_) {
    for (size_t k = 0; k < small.size(); ++k) {
      bytes |= static_cast<uint64_t>(static_cast<uint8_t>(small[k])) << 8 * k;
      mask |= uint64_t{0xFF} << 8 * k;
    }
  }
  uint64_t bytes = 0, mask = 0;
  uint16_t holds;
};

constexpr Beginning beginnings[]{
    {"tbc", PageText::placeholder},   {"tba", PageText::placeholder},      {"todo", PageText::placeholder},     {"to be ad", PageText::placeholder},
    {"to be co", PageText::placeholder}, {"to be in", PageText::placeholder}, {"to follo", PageText::placeholder}, {"lorem ip", PageText::placeholder},
    {"insert ", PageText::placeholder}, {"xxx", PageText::placeholder},      {"xx/xx", PageText::placeholder},    {"placehol", PageText::placeholder},
    {"ww", PageText::web_address},
};

// The second letters of those, as bits, by the first letter. Most words are done with that.
constexpr std::array<uint32_t, 32> second_letters = [] {
  std::array<uint32_t, 32> table{};
  for (const Beginning& one : beginnings) table[one.bytes & 31] |= 1U << (one.bytes >> 8 & 31);
  return table;
}();

// word: its first eight bytes, letters small, the first in the lowest byte.
uint16_t beginning_of(uint64_t word) {
  unsigned holds = 0;
  for (const Beginning& one : beginnings)
    if ((word & one.mask) == one.bytes) holds |= one.holds;
  return static_cast<uint16_t>(holds);
}

// Looks at a text 64 bytes at a time, and at single bytes only where a word begins as few do, at capitals, and outside ASCII.
class HoldsReader {
 public:
  explicit HoldsReader(std::string_view text) : text_(text) {
    for (size_t at = 0; at < text.size(); at += 64) {
      const char* bytes = text.data() + at;
      std::array<char, 64 + 16> last;  // the last bytes again, with some behind them
      const size_t left = text.size() - at;
      if (left < last.size()) {
        last.fill('\0');
        text.copy(last.data(), left, at);
        bytes = last.data();
      }
      look(at, bytes, std::min<size_t>(left, 64));
    }
  }

  uint16_t holds() const { return static_cast<uint16_t>(holds_); }

 private:
  // bytes: those of the text at `at`; eight more behind `count`, which is up to 64, may be read.
  void look(size_t at, const char* bytes, size_t count) {
    uint64_t words = 0, capitals = 0, signs = 0;
    Sixteen digits{};
    for (size_t k = 0; k < count; k += 16) {
      const Sixteen sixteen = sixteen_bytes(bytes + k);
      const Sixteen digit = digits_in(sixteen);
      digits |= digit;
      words |= bits_of(letters_in(sixteen) | digit | sixteen) << k;  // what is not ASCII has the upper bit itself
      capitals |= bits_of((sixteen > 'A' - 1) & (sixteen < 'Z' + 1)) << k;
      signs |= bits_of((sixteen == '@') | (sixteen == ':') | sixteen) << k;
    }
    if (any_of(digits)) holds_ |= PageText::digit;
    const uint64_t begin = words & ~(words << 1 | before_);
    before_ = words >> 63;
    for (uint64_t left = begin; left != 0; left &= left - 1) {
      const char* const word = bytes + first_bit(left);
      if ((second_letters[word[0] & 31] >> (word[1] & 31) & 1) != 0) holds_ |= beginning_of(eight_bytes(word) | low_bits * 0x20);
    }
    for (; capitals != 0; capitals &= capitals - 1) {
      const size_t first = first_bit(capitals);
      if (at + first < next_) continue;
      const uint64_t behind = ~(words >> first);  // lowest bit: the capital
      const size_t length = first_bit(behind);
      const bool more = (capitals >> first & (behind - 1) & ~behind & ~uint64_t{1}) != 0;
      see_capitals(at + first + length, more, (begin >> first & 1) != 0);
    }
    for (; signs != 0; signs &= signs - 1) see_sign(at + first_bit(signs));
  }

  bool is_of_word(size_t at) const { return at < text_.size() && is_word_byte(text_[at]); }

  // A word that has capitals. end: where it ends, or where the 64 bytes do. more: more than one. begins: it begins with the first.
  void see_capitals(size_t end, bool more, bool begins) {
    for (; is_of_word(end); ++end) more = more || is_upper(text_[end]);
    next_ = end;
    if (more) holds_ |= PageText::two_capitals;
    if (!begins || end >= text_.size()) return;
    // O'Brien, or another such word behind it.
    if (text_[end] == '\'') holds_ |= PageText::two_names;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '.' || text_[end] == '\n')) ++end;
    if (end < text_.size() && is_upper(text_[end])) holds_ |= PageText::two_names;
  }

  void see_sign(size_t at) {
    const auto c = static_cast<uint8_t>(text_[at]);
    if (c == '@') holds_ |= PageText::at_sign;
    if (c == ':' && text_.substr(at, 3) == "://") holds_ |= PageText::web_address;
    if (c >= 0x80 && !is_of_word(at + 1)) holds_ |= PageText::two_names;
    if (c >= 0xCD && c != 0xE2) holds_ |= PageText::far_letter;  // E2: dashes, quotation marks, arrows
  }

  std::string_view text_;
  unsigned holds_ = 0;
  uint64_t before_ = 0;  // its lowest bit: whether the last byte that was looked at belongs to a word
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
