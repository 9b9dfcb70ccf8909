#include <doctest/doctest.h>

#include "kit.h"

namespace offer::headings_test {

namespace {

kit::Built page(std::string_view words) {
  return kit::build(fmt::format("\n-- a.md --\n---\ntitle: How to ask\n---\n{}", words));
}

}  // namespace

TEST_CASE("headings that go down one level at a time, and up any number, are fine") {
  const kit::Built built = page("## One\n\n### Two\n\n#### Three\n\n## Four\n\n### Five\n");
  CHECK(built.problems() == "");
}

TEST_CASE("a heading that skips a level is found, with the level that it should have") {
  CHECK(
      page("### One\n\n## Two\n\n#### Three *and* more\n\n##### Four\n").printed() ==
      R"(a.md:10:1: error[skipped-heading-levels]: 'One' is a heading of level 3 under one of level 1
     10 | ### One
        | ^
    help: ## One

a.md:14:1: error[skipped-heading-levels]: 'Three and more' is a heading of level 4 under one of level 2
     14 | #### Three *and* more
        | ^
    help: ### Three and more

)");
}

TEST_CASE("a second title is found") {
  CHECK(
      page("Words.\n\n# Ask\n").printed() ==
      R"(a.md:12:1: error[titles-in-the-text]: 'Ask' would be a second title: the page's title is 'How to ask'
     12 | # Ask
        | ^
    help: ## Ask

)");
}

TEST_CASE(
    "a heading that is there already, whatever its capitals and marks, is found with the line of "
    "the first") {
  CHECK(page("## Ask me\n\n## Tell me\n\n## ask *Me*\n\n## Ask me\n").problems() ==
        "a.md:14:1 repeated-headings: the heading 'ask Me' stands on line 10 too\n"
        "a.md:16:1 repeated-headings: the heading 'Ask me' stands on line 10 too\n");
}

TEST_CASE("headings without words are found, and are not besides repetitions of each other") {
  CHECK(page("##\n\n##\n").problems() ==
        "a.md:10:1 empty-headings: this heading has no words\n"
        "a.md:12:1 empty-headings: this heading has no words\n");
}

TEST_CASE("headings inside quotations and lists are looked at too") {
  CHECK(page("> # Title\n\n- #### Four\n- Five\n").problems() ==
        "a.md:10:3 titles-in-the-text: 'Title' would be a second title: the page's title is 'How "
        "to ask'\n"
        "a.md:12:3 skipped-heading-levels: 'Four' is a heading of level 4 under one of level 1\n");
}

}  // namespace offer::headings_test
