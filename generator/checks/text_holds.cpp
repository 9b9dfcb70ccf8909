#include "checks/text_holds.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/byte_bits.h"
#include "base/text.h"
#include "checks/page_parts.h"

namespace offer {

namespace {

constexpr size_t holds_padding = 64 + 16;

// What a word begins with that somebody looks for. Up to eight bytes; of a phrase its first words as they are written.
struct HoldBeginning {
  constexpr HoldBeginning(std::string_view small, uint16_t holds_) : holds(holds_) {
    for (size_t k = 0; k < small.size(); ++k) {
      bytes |= static_cast<uint64_t>(static_cast<uint8_t>(small[k])) << 8 * k;
      mask |= uint64_t{0xFF} << 8 * k;
    }
  }
  uint64_t bytes = 0, mask = 0;
  uint16_t holds;
};

constexpr HoldBeginning hold_beginnings[]{
    {"tbc", PageText::placeholder},   {"tba", PageText::placeholder},      {"todo", PageText::placeholder},     {"to be ad", PageText::placeholder},
    {"to be co", PageText::placeholder}, {"to be in", PageText::placeholder}, {"to follo", PageText::placeholder}, {"lorem ip", PageText::placeholder},
    {"insert ", PageText::placeholder}, {"xxx", PageText::placeholder},      {"xx/xx", PageText::placeholder},    {"placehol", PageText::placeholder},
    {"ww", PageText::web_address},
};

// The second letters of those, as bits, by the first letter. Most words are done with that.
constexpr std::array<uint32_t, 32> second_letters = [] {
  std::array<uint32_t, 32> table{};
  for (const HoldBeginning& one : hold_beginnings) table[one.bytes & 31] |= 1U << (one.bytes >> 8 & 31);
  return table;
}();

// word: its first eight bytes, letters small, the first in the lowest byte.
uint16_t beginning_of(uint64_t word) {
  unsigned holds = 0;
  for (const HoldBeginning& one : hold_beginnings)
    if ((word & one.mask) == one.bytes) holds |= one.holds;
  return static_cast<uint16_t>(holds);
}

// The sum of two numbers and of what was carried from those before; carry: what is carried to those behind.
uint64_t sum_of(uint64_t a, uint64_t b, uint64_t& carry) {
  uint64_t sum = 0;
  const bool over = __builtin_add_overflow(a, b, &sum);
  const bool over_too = __builtin_add_overflow(sum, carry, &sum);
  carry = over || over_too ? 1 : 0;
  return sum;
}

}  // namespace

void TextHolds::add(std::string_view text) {
  if (found_) {
    size_ = 0;
    starts_.clear();
    found_ = false;
  }
  if (bytes_.size() < size_ + text.size() + 1 + holds_padding) bytes_.resize((size_ + text.size() + 1 + holds_padding) * 2);
  starts_.push_back(static_cast<uint32_t>(size_));
  std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<ptrdiff_t>(size_));
  size_ += text.size();
  bytes_[size_++] = '\0';
}

const std::vector<uint16_t>& TextHolds::find() {
  if (found_) return holds_;
  found_ = true;
  holds_.assign(starts_.size(), 0);
  starts_.push_back(static_cast<uint32_t>(size_));
  if (bytes_.size() < size_ + holds_padding) bytes_.resize(size_ + holds_padding);  // no text at all
  std::memset(bytes_.data() + size_, 0, holds_padding);
  text_ = 0;
  word_before_ = digit_before_ = word_carry_ = gap_carry_ = 0;
  for (size_t at = 0; at < size_; at += 64) look(at);
  return holds_;
}

void TextHolds::look(size_t at) {
  uint64_t words = 0, capitals = 0, digits = 0, signs = 0, gaps = 0;
  for (size_t k = 0; k < 64; k += 16) {
    const Sixteen bytes = sixteen_bytes(bytes_.data() + at + k);
    const Sixteen digit = digits_in(bytes);
    words |= bits_of(letters_in(bytes) | digit | bytes) << k;  // what is not ASCII has the upper bit itself
    capitals |= bits_of((bytes > 'A' - 1) & (bytes < 'Z' + 1)) << k;
    digits |= bits_of(digit) << k;
    signs |= bits_of((bytes == '@') | (bytes == ':') | bytes) << k;
    gaps |= bits_of((bytes == ' ') | (bytes == '.') | (bytes == '\n')) << k;
  }
  const uint64_t begins = words & ~(words << 1 | word_before_);
  const uint64_t numbers = digits & ~(digits << 1 | digit_before_);
  word_before_ = words >> 63;
  digit_before_ = digits >> 63;
  // Added to a run of ones, its first bit comes out behind its last: so all words that begin with a capital are passed at once, and then what may
  // stand between names.
  const uint64_t behind_names = sum_of(words, capitals & begins, word_carry_) & ~words;
  const uint64_t behind_gaps = sum_of(gaps, behind_names & gaps, gap_carry_) & ~gaps;
  see_begins(at, begins);
  for (uint64_t left = numbers | signs | (behind_names & ~gaps) | ((behind_gaps | ~begins) & capitals); left != 0; left &= left - 1) {
    const size_t bit = first_bit(left);
    if ((behind_gaps & capitals) >> bit & 1) add_to_text_at(at + bit, PageText::two_names);
    see(at + bit);
  }
}

void TextHolds::see_begins(size_t at, uint64_t begins) {
  for (const char* const bytes = bytes_.data() + at; begins != 0; begins &= begins - 1) {
    const size_t bit = first_bit(begins);
    const char* const word = bytes + bit;
    if ((second_letters[word[0] & 31] >> (word[1] & 31) & 1) == 0) continue;
    if (const uint16_t holds = beginning_of(eight_bytes(word) | low_bits * 0x20); holds != 0) add_to_text_at(at + bit, holds);
  }
}

// A byte of which there may be something to say: the first digit of a number, '@', ':', one that is not ASCII, the sign behind a word that begins with
// a capital, or a capital that follows such a word or stands inside one.
void TextHolds::see(size_t at) {
  const auto c = static_cast<uint8_t>(bytes_[at]);
  unsigned holds = 0;
  if (is_digit(bytes_[at])) holds = PageText::digit;
  else if (c == '@') holds = PageText::at_sign;
  else if (c == ':') holds = bytes_[at + 1] == '/' && bytes_[at + 2] == '/' ? unsigned{PageText::web_address} : 0U;
  else if (c == '\'') holds = PageText::two_names;  // O'Brien, or another such word behind it
  else if (is_upper(bytes_[at])) holds = has_capital_before(at) ? unsigned{PageText::two_capitals} : 0U;
  if (c >= 0x80 && !is_word_byte(bytes_[at + 1])) holds |= PageText::two_names;
  if (c >= 0xCD && c != 0xE2) holds |= PageText::far_letter;  // E2: dashes, quotation marks, arrows
  if (holds != 0) add_to_text_at(at, holds);
}

// In the same word.
bool TextHolds::has_capital_before(size_t at) const {
  while (at > 0 && is_word_byte(bytes_[at - 1]))
    if (is_upper(bytes_[--at])) return true;
  return false;
}

void TextHolds::add_to_text_at(size_t at, unsigned holds) {
  while (starts_[text_ + 1] <= at) ++text_;
  while (starts_[text_] > at) --text_;
  holds_[text_] = static_cast<uint16_t>(holds_[text_] | holds);
}

}  // namespace offer
