// Capitals in a text: for whoever looks for names and short forms, which few words of a text are.
#pragma once

#include <cstddef>
#include <string_view>

namespace offer {

// The first capital (A to Z) at or after `from`; the end of the text if there is none.
size_t next_capital(std::string_view text, size_t from);

// Where the word begins that has a letter or digit at `at`, as word_length (base/text.h) knows words: it is longer than from there to `at`, also among bytes
// that are no UTF-8.
size_t word_begin(std::string_view text, size_t at);

}  // namespace offer
