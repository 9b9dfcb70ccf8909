#include <doctest/doctest.h>

#include "kit.h"

namespace offer::lists_test {

namespace {

std::string problems(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words)).problems(); }
constexpr std::string_view faked = " faked-lists: this looks like a list and is one paragraph for a screen reader\n";

}  // namespace

TEST_CASE("real lists, dashes in sentences and numbers in sentences are fine") {
  CHECK(problems("- One\n- Two\n\n1. One\n2. Two\n\nIt was late\n– and dark – so\nwe went.\n\nIn (1) we said\n(3) nothing.\n\nHe was 5. She was\n7. They met.\n") == "");
}

TEST_CASE("bullets, dashes, numbers and letters that only look like a list are found at the first mark") {
  CHECK(problems("Ask for:\n\n• a club\n• a break\n") == fmt::format("a.md:12:1{}", faked));
  CHECK(problems("Ask for:\n– a club\n– a break\n") == fmt::format("a.md:11:1{}", faked));
  CHECK(problems("Ask for:\\\n\\- a club\\\n\\- a break\n").ends_with(faked));
  CHECK(problems("First\n2) ask\n3) wait\n") == fmt::format("a.md:11:1{}", faked));
  CHECK(problems("(a) ask\n\n(b) wait\n") == fmt::format("a.md:10:1{}", faked));
  CHECK(problems("> • a club\n> • a break\n") == fmt::format("a.md:10:3{}", faked));
}

TEST_CASE("one bullet is enough, and one dash is not") {
  CHECK(problems("• a club\n") == fmt::format("a.md:10:1{}", faked));
  CHECK(problems("– a club\n\nWords.\n\n– a break\n") == "");
}

TEST_CASE("a list of one item is found, also inside another") {
  CHECK(problems("- One\n") == "a.md:10:1 lists-of-one-item: this list has one item\n");
  CHECK(problems("- One\n  1. Only\n- Two\n") == "a.md:11:3 lists-of-one-item: this list has one item\n");
}

TEST_CASE("an item of more than 90 words is found, and what is in lists inside it counts for those") {
  std::string words;
  for (int i = 0; i < 90; ++i) words += "word ";
  CHECK(problems("- " + words + "\n- Two\n") == "");
  CHECK(problems("- " + words + "more\n- Two\n") == "a.md:10:1 long-list-items: this item of a list has 91 words; 90 are the most\n");
  CHECK(problems("- " + words + "\n  - more\n  - and more\n- Two\n") == "");
}

}  // namespace offer::lists_test
