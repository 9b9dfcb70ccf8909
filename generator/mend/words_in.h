// Words and numbers of a stretch, with what stands beside them in the file: for mends.
#pragma once

#include <string_view>

#include "base/text.h"

namespace offer {

// Letters, digits and parts of other characters; but no curly quotation marks and dashes.
inline bool word_ends_at(std::string_view bytes, size_t at) { return at >= bytes.size() || word_length(bytes, at) == 0; }

// The character before `at` belongs to no word (or there is none).
inline bool word_begins_at(std::string_view bytes, size_t at) {
  if (at == 0) return true;
  size_t before = at - 1;
  while (before > 0 && (bytes[before] & 0xC0) == 0x80) --before;
  return word_length(bytes, before) == 0;
}

// How many digits stand at `at`.
inline size_t digits_at(std::string_view bytes, size_t at) {
  size_t many = 0;
  while (at + many < bytes.size() && is_digit(bytes[at + many])) ++many;
  return many;
}

}  // namespace offer
