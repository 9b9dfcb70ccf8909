#include <doctest/doctest.h>

#include "kit.h"

namespace offer::allow_test {

namespace {

// A page with a heading that is there twice, a warning on line 13.
kit::Built page(std::string_view allow) {
  return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n{}---\n## One\n\n## One\n", allow));
}

constexpr std::string_view the_warning =
    "a.md:13:1 repeated-headings: the heading 'One' stands on line 11 too\n";

}  // namespace

TEST_CASE("a finding that a page allows with a reason is left out, on that page only") {
  CHECK(page("allow: [\"repeated-headings: the form has them\"]\n").problems() == "");
  CHECK(page("allow: \"repeated-headings: the form has them\"\n").problems() == "");
  CHECK(kit::build(R"(
-- a.md --
---
allow:
  - repeated-headings: the form has them
---
## One

## One
-- b.md --
## One

## One
)")
            .problems() ==
        "b.md:12:1 repeated-headings: the heading 'One' stands on line 10 too\n");
}

TEST_CASE("what is allowed without a reason stays, and the missing reason is an error") {
  CHECK(page("allow: [repeated-headings]\n").printed() ==
        R"(a.md:3:8: error[wrong-values]: 'repeated-headings' is allowed without a reason
      3 | allow: [repeated-headings]
        |        ^
    help: Say why: allow: ["repeated-headings: the reason"]

a.md:13:1: warning[repeated-headings]: the heading 'One' stands on line 11 too
     13 | ## One
        | ^
    help: Give each heading words of its own, so that a list of headings makes sense.

)");
  CHECK(page("allow: [\"repeated-headings: \"]\n").has("wrong-values"));
}

TEST_CASE("a finding that there is not cannot be allowed, and the near one is named") {
  CHECK(
      page("allow: [\"repeated-heading: the form has them\"]\n")
          .printed()
          .starts_with(
              "a.md:3:8: error[unknown-choices]: there is no finding called 'repeated-heading'\n"));
  CHECK(page("allow: [\"repeated-heading: the form has them\"]\n")
            .printed()
            .find("    help: Did you mean 'repeated-headings'?\n") != std::string::npos);
  CHECK(
      page("allow: [\"repeated-heading: the form has them\"]\n").problems().ends_with(the_warning));
}

TEST_CASE("errors cannot be allowed") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\nallow: [\"broken-links: not "
                   "today\"]\n---\n[Ask](nowhere.md)\n")
            .problems() ==
        "a.md:3:8 wrong-values: 'broken-links' is an error, and errors cannot be allowed\n"
        "a.md:11:1 broken-links: this link leads nowhere: there is no 'nowhere.md'\n");
}

TEST_CASE("what a page allows wrongly is said once, also when it has an Easy Read version") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\nallow: [\"nonsense-words: x\"]\n---\nWords.\n"
                   "-- a.easy.md --\n![](picture:talk)\nWords.\n")
            .problems() ==
        "a.md:3:8 unknown-choices: there is no finding called 'nonsense-words'\n");
}

}  // namespace offer::allow_test
