// The stem of an English word, by the Snowball project's English rules: "families" and "family" give "famili".
//
// Stems are for comparing words, never for readers. Safe from any thread; each keeps its own stemmer.
#pragma once

#include <string>
#include <string_view>

namespace offer {

std::string english_stem(std::string_view word);  // word: in small letters

}  // namespace offer
