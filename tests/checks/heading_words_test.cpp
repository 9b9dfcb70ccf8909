#include <doctest/doctest.h>

#include "kit.h"

namespace offer::heading_words_test {

namespace {

std::string problems(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: How to ask\n---\n{}", words)).problems(); }

}  // namespace

TEST_CASE("a paragraph in bold that stands where a heading should is found, with the heading's level") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: How to ask\n---\n## Ask\n\nWords.\n\n**Who can ask:**\n\n- You\n- I\n").printed() ==
        R"(a.md:14:1: warning[bold-paragraphs-as-headings]: 'Who can ask' looks like a heading and is only bold
     14 | **Who can ask:**
        | ^
    help: ## Who can ask

)");
  CHECK(problems("**Who can ask?**\n\nYou.\n") == "a.md:10:1 bold-paragraphs-as-headings: 'Who can ask?' looks like a heading and is only bold\n");
}

TEST_CASE("bold sentences, labels with words after them, and bold at the end or in lists are no headings") {
  CHECK(problems("**Ring us now.**\n\n**Ring us!**\n\n**When:** today\n\nWords.\n\n- **Ask**\n- **Tell**\n\n> **Ask**\n\n**Goodbye**\n") == "");
  CHECK(problems("**Ask**\n\n## Ask us\n\n**One** **two**\n\nWords.\n") == "");
}

TEST_CASE("a heading with a full stop is found, and one with a question mark, dots or a short form is not") {
  CHECK(problems("## Ask us.\n\n### Ask whom?\n\n### And then...\n\n### Clubs, trips etc.\n\n### In the U.K.\n") ==
        "a.md:10:1 headings-with-full-stops: the heading 'Ask us.' ends with a full stop\n");
}

TEST_CASE("a heading of more than 12 words is found") {
  CHECK(problems("## One two three four five six seven eight nine ten eleven twelve\n") == "");
  CHECK(problems("## One two three four five six seven eight nine ten eleven twelve more\n") == "a.md:10:1 long-headings: this heading has 13 words; 12 are the most\n");
}

TEST_CASE("a heading whose words all begin with capitals is found, with its mended line") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: How to ask\n---\n## Getting To School By Taxi\n").printed() ==
        R"(a.md:10:1: warning[headings-in-title-case]: the words of 'Getting To School By Taxi' begin with capitals as if all were names
     10 | ## Getting To School By Taxi
        | ^
    help: ## Getting to school by taxi

)");
  CHECK(kit::build("\n-- a.md --\n---\ntitle: Getting To School By Taxi\n---\nWords.\n").problems() ==
        "a.md:2:8 headings-in-title-case: the words of 'Getting To School By Taxi' begin with capitals as if all were names\n");
}

TEST_CASE("names keep their capitals: of roles, of glossary words, and those that sentences have too") {
  CHECK(kit::build("\n-- roles.yml --\nofficer:\n  title: Chief Learning Officer\n  phone: 01632 960 100\n-- glossary/t.md --\n---\ntitle: Individual Support Plan\n---\nWords.\n"
                   "-- a.md --\n## The Learning Officer\n\n## Your Individual Support Plan\n\n## Who Anna Freud was\n\n## About Anna Freud\n\nThe centre of Anna Freud.\n\n## Ask Us\n\n## Year 9 and NHS\n")
            .problems() == "");
}

TEST_CASE("headings of Easy Read pages have their own rules for length") {
  CHECK(kit::build("\n-- a.md --\nWords.\n-- a.easy.md --\n## One two three four five six seven eight nine ten eleven twelve more\n\n![](picture:talk)\nTalk.\n").problems() == "");
}

}  // namespace offer::heading_words_test
