// near_word: "did you mean".
#include "diagnose/near_word.h"

#include <doctest/doctest.h>

namespace offer::near_word_test {

TEST_CASE("one letter put in, taken out, changed or swapped is one edit") {
  CHECK(edit_distance("title", "title", 3) == 0);
  CHECK(edit_distance("tilte", "title", 3) == 1);   // swapped
  CHECK(edit_distance("titel", "title", 3) == 1);   // swapped at the end
  CHECK(edit_distance("titlee", "title", 3) == 1);  // one too many
  CHECK(edit_distance("titl", "title", 3) == 1);    // one too few
  CHECK(edit_distance("tatle", "title", 3) == 1);   // another
  CHECK(edit_distance("TITLE", "title", 3) == 0);   // capitals do not count
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("", "", 0) == 0);
}

TEST_CASE("counting stops just above the limit") {
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("a", "abcdef", 2) == 3);
  CHECK(edit_distance(std::string(1'000'000, 'a'), "b", 4) == 5);
}

TEST_CASE("a word is near if no more than a third of it is different") {
  const std::vector<std::string_view> choices{"reviewed", "review_by", "title", "was"};
  CHECK(near_word("reveiwed", choices) == "reviewed");
  CHECK(near_word("reviewby", choices) == "review_by");
  CHECK(near_word("Title", choices) == "title");
  CHECK(near_word("ws", choices) == "was");
  CHECK_FALSE(near_word("colour", choices));
  CHECK_FALSE(near_word("xx", choices));
  CHECK_FALSE(near_word("anything", {}));
}

TEST_CASE("choices that are prepared for many words give the same as without") {
  const std::vector<std::string_view> choices{"Who can get it", "How to get it", "What it costs", "When it is open", "", "HOW TO GET IT"};
  const NearWords prepared(choices);
  for (const std::string_view word : {"How to get it", "how to gte it", "What it cost", "Wen it is open", "Where it is", "", "x", "Who can get itt"}) {
    INFO(word);
    const auto near = prepared.nearest(word);
    CHECK((near ? std::optional<std::string>(*near) : std::nullopt) == near_word(word, choices));
  }
  CHECK(prepared.nearest("What it cost") == "What it costs");
  CHECK_FALSE(NearWords({}).nearest("anything"));
}

TEST_CASE("the first of equally near words wins") {
  CHECK(near_word("cat", {"bat", "rat"}) == "bat");
  CHECK(near_word("cat", {"bat", "cat"}) == "cat");
}

TEST_CASE("no word is near to nothing at all") {
  CHECK_FALSE(near_word("", {"a", "at"}));
}

TEST_CASE("did_you_mean asks, or says nothing") {
  CHECK(did_you_mean("ttile", {"title"}) == "Did you mean 'title'?");
  CHECK(did_you_mean("colour", {"title"}) == "");
}

}  // namespace offer::near_word_test
