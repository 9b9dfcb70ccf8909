#include "base/capitals.h"

#include <algorithm>

#include "base/byte_bits.h"
#include "base/text.h"

namespace offer {

size_t next_capital(std::string_view text, size_t from) {
  for (; from + 16 <= text.size(); from += 16) {
    const Sixteen sixteen = sixteen_bytes(text.data() + from);
    if (const uint64_t capitals = bits_of((sixteen > 'A' - 1) & (sixteen < 'Z' + 1)); capitals != 0) return from + first_bit(capitals);
  }
  while (from < text.size() && !is_upper(text[from])) ++from;
  return std::min(from, text.size());
}

size_t word_begin(std::string_view text, size_t from) {
  size_t at = from;
  while (at > 0 && is_word_byte(text[at - 1])) {
    size_t before = at - 1;
    // The first byte of a character that is not ASCII.
    for (size_t steps = 0; steps < 3 && before > 0 && (text[before] & 0xC0) == 0x80; ++steps) --before;
    if ((text[before] & 0x80) != 0 && word_length(text.substr(before, 4), 0) == 0) break;  // a quotation mark, a dash
    at = before;
  }
  return at + word_length(text, at) > from ? at : from;
}

}  // namespace offer
