#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "model/reading.h"

namespace offer::reading_test {

TEST_CASE("syllables are counted as they are said") {
  for (const auto& [word, syllables] : std::vector<std::pair<std::string_view, size_t>>{
           {"the", 1},  {"make", 1},     {"makes", 1},     {"table", 2},   {"tables", 2}, {"asked", 1},  {"wanted", 2}, {"needed", 2},    {"school", 1},   {"people", 2}, {"science", 2}, {"idea", 3},
           {"area", 3}, {"nation", 2},   {"education", 4}, {"special", 2}, {"houses", 2}, {"boxes", 2},  {"wishes", 2}, {"council", 2},   {"disability", 5}, {"you", 1},   {"enabled", 3}, {"called", 1},
           {"don't", 1}, {"3,000", 1},    {"", 1}})
    CHECK_MESSAGE(syllables_in(word) == syllables, word, " has ", syllables_in(word));
}

TEST_CASE("the measures are the ones that are written down") {
  ReadingCounts counts;
  counts.words = 200;
  counts.sentences = 10;
  counts.syllables = 300;
  counts.characters = 900;
  counts.long_words = 50;
  const auto measures = reading_measures(counts);
  REQUIRE(measures);
  CHECK(measures->words_in_a_sentence == doctest::Approx(20));
  CHECK(measures->grade == doctest::Approx(0.39 * 20 + 11.8 * 1.5 - 15.59));
  CHECK(measures->ari == doctest::Approx(4.71 * 4.5 + 0.5 * 20 - 21.43));
  CHECK(measures->lix == doctest::Approx(20 + 25));
}

TEST_CASE("fewer than 100 words are too few to score") {
  ReadingCounts counts;
  for (int i = 0; i < 99; ++i) counts.add_word("school");
  counts.sentences = 9;
  CHECK_FALSE(reading_measures(counts));
  counts.add_word("Éducation");
  CHECK(counts.characters == 99 * 6 + 9);
  CHECK(counts.long_words == 1);
  CHECK(reading_measures(counts));
  CHECK_FALSE(reading_measures(ReadingCounts{}));
}

}  // namespace offer::reading_test
