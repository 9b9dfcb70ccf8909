// Pictures that fit a sentence, by words and their forms.
#include "model/picture_index.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace offer::picture_index_test {

namespace {

std::string fits(std::string_view sentence) {
  ByName<Picture> pictures;
  for (const auto& [name, words] : std::vector<std::pair<std::string, std::vector<std::string>>>{{"meeting", {"meeting", "meet"}},
                                                                                                 {"ask-someone", {"ask someone", "ask"}},
                                                                                                 {"family", {"families"}},
                                                                                                 {"short-break", {"short breaks"}}}) {
    Picture picture;
    picture.concept_name = name;
    picture.words = words;
    pictures.emplace(name, picture);
  }
  std::vector<std::string> words;
  for (const std::string_view word : words_of(sentence)) words.push_back(lower(word));
  std::string result;
  for (const auto& fit : PictureIndex(pictures).that_fit(words)) result += fmt::format("{} ({}) ", fit.concept_name, fit.word);
  return result;
}

}  // namespace

TEST_CASE("pictures are found by the words that they stand for, in any form") {
  CHECK(fits("We met") == "");
  CHECK(fits("She meets us") == "meeting (meeting) ");
  CHECK(fits("Your family comes") == "family (families) ");
  CHECK(fits("A short break") == "short-break (short breaks) ");
}

TEST_CASE("a picture that has more of the words comes first, and each comes once") {
  CHECK(fits("Ask someone to meet at the meeting") == "ask-someone (ask someone) meeting (meeting) ");
}

}  // namespace offer::picture_index_test
