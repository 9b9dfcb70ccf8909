// Reading measures: how hard a text looks by its counts. They see length, not meaning, so they show a trend and are never a finding.
//
// Flesch-Kincaid grade: 0.39 W/S + 11.8 Y/W - 15.59 · ARI: 4.71 C/W + 0.5 W/S - 21.43 · LIX: W/S + 100 L/W
// W words, S sentences, Y syllables, C letters and digits, L words of 7 letters or more.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace offer {

struct ReadingCounts {
  size_t words = 0;
  size_t sentences = 0;
  size_t syllables = 0;
  size_t characters = 0;  // letters and digits
  size_t long_words = 0;

  // One word as it is written: "don't", "3,000".
  void add_word(std::string_view word);
};

struct ReadingMeasures {
  double grade = 0;  // Flesch-Kincaid; an American school year: a reader's age is about five more
  double ari = 0;
  double lix = 0;    // under 30 very easy, over 50 hard
  double words_in_a_sentence = 0;
};

// Nothing for fewer than 100 words: too short to score.
inline constexpr size_t fewest_words_to_score = 100;
std::optional<ReadingMeasures> reading_measures(const ReadingCounts& counts);

// As they are said: "table" has 2, "asked" 1, "support" 2. By the letters alone, so one word in twenty is one off. Digits count as one.
size_t syllables_in(std::string_view word);

}  // namespace offer
