// Plain tags: where the pieces of a tag end, as nearly everybody writes it, and as XML has it: <a class="help" href="/contact/">.
//
// For those who read thousands of them: Tokens, and checks/faultless.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/eight_bytes.h"

namespace offer::html {

// Where the small letters and digits (of a tag) or small letters and hyphens (of an attribute) end that begin at `at`; end: that, if it is near.
template <bool tag>
inline const char* end_of_plain_name(const char* at, const char* end) {
  for (; end - at >= 8; at += 8) {
    const uint64_t eight = eight_bytes(at);
    const uint64_t letters = bytes_between(eight, 'a', 'z');
    const uint64_t others = tag ? ~(letters | bytes_between(eight, '0', '9')) & top_bits : ~letters & bytes_that_are_not(eight, '-');
    if (others != 0) return at + first_of(others);
  }
  return end;
}

// The first place at or behind `at` where one of two bytes stands; references: whether there is an '&' before it. nullptr: there is none, or the end is near.
template <char first, char second>
inline const char* find_either(const char* at, const char* end, bool& references) {
  for (; end - at >= 16;) {
    const Sixteen sixteen = sixteen_bytes(at);
    const Sixteen found = (sixteen == first) | (sixteen == second) | (sixteen == '&');
    if (!any_of(found)) {
      at += 16;
      continue;
    }
    at += first_of(found);
    if (*at != '&') return at;
    references = true;
    ++at;
  }
  return nullptr;
}

// Where the quotation mark stands that ends a value; nullptr if there is none, or a '<' comes first, or the source's end is near.
inline const char* end_of_plain_value(const char* at, const char* end, bool& references) {
  const char* const found = find_either<'"', '<'>(at, end, references);
  return found == nullptr || *found == '<' ? nullptr : found;
}

}  // namespace offer::html
