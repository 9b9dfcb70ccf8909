// What was gathered, as bytes, for whoever keeps it from one build to the next.
//
// A vocabulary is its keys and words in the order of their numbers; PageWords are numbers of them. Bytes that were damaged are refused, never trusted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/gatherer.h"

namespace offer {

std::string packed(const Vocabulary& vocabulary);
// Gives an empty vocabulary what `packed` wrote. False, and then it is of no use, if these are other bytes.
bool unpack(std::string_view bytes, Vocabulary& vocabulary);

std::string packed(const PageWords& words);
// vocabulary: the one that gave the numbers, as it was then or grown. gatherer: knows() the same as then. Nothing if these are other bytes.
std::optional<PageWords> unpacked(std::string_view bytes, const Vocabulary& vocabulary, const Gatherer& gatherer);

}  // namespace offer
