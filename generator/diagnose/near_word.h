// near_word: what somebody may have meant. Used for commands, options, fields, choices, page ids and headings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

// How many letters must be put in, taken out, changed or swapped with their neighbour to make b of a (Damerau-Levenshtein; A to Z without case).
// Gives up with limit + 1 when there are more than `limit`.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

// The nearest of `choices` if it is near enough to be meant: at most a third of the longer word's length, at least 1 and at most 4 edits.
// The first one wins among equals.
std::optional<std::string> near_word(std::string_view word, const std::vector<std::string_view>& choices);

// The same for many words and the same choices, which must outlive it.
class NearWords {
 public:
  explicit NearWords(std::span<const std::string_view> choices);
  std::optional<std::string_view> nearest(std::string_view word) const;

 private:
  std::span<const std::string_view> choices_;
  std::vector<uint64_t> letters_;  // which each of them has, as bits
};

// " Did you mean 'reviewed'?" or "". For the end of a help text.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& choices);

}  // namespace offer
