// What was gathered, as bytes, for whoever keeps it from one build to the next.
//
// A vocabulary is its keys and words in the order of their numbers; PageWords are numbers of them. Bytes that were damaged are refused, never trusted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/gatherer.h"
#include "search/index.h"

namespace offer {

// How much of a vocabulary was written already.
struct VocabularySize {
  size_t keys = 0;
  size_t words = 0;
};
VocabularySize size_of(const Vocabulary& vocabulary);

// What it has behind that.
std::string packed(const Vocabulary& vocabulary, VocabularySize before = {});
// Gives a vocabulary what `packed` wrote, behind what it has. False, and then it is of no use, if these are other bytes.
bool unpack(std::string_view bytes, Vocabulary& vocabulary);

std::string packed(const PageWords& words);
// vocabulary: the one that gave the numbers, as it was then or grown. gatherer: knows() the same as then. Nothing if these are other bytes.
// Without PageWords::phrases, which the index has no use for, and without PageWords::words: see times_in.
std::optional<PageWords> unpacked(std::string_view bytes, const Vocabulary& vocabulary, const Gatherer& gatherer);
// PageWords::words of what `packed` wrote; nothing if these are other bytes.
std::optional<std::vector<PageWords::Times>> times_in(std::string_view bytes);

std::string packed(const WordTimes& times);
// Nothing if these are other bytes. words: how many the vocabulary has.
std::optional<WordTimes> unpacked_times(std::string_view bytes, size_t words);

}  // namespace offer
