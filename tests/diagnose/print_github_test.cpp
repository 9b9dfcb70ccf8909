#include "diagnose/print_github.h"

#include <doctest/doctest.h>

namespace offer::print_github_test {

namespace {
constexpr Code broken{"broken-things", Severity::error, ""};
constexpr Code late{"late-things", Severity::warning, ""};
constexpr Code seen{"seen-things", Severity::look, ""};
}  // namespace

TEST_CASE("annotations have the kinds that GitHub knows, and their places") {
  Report report;
  report.add(broken, "a.md", {12, 5, 10}, "wrong", "Mend it.");
  report.add(late, "a.md", {3, 0, 0}, "late");
  report.add(seen, "theme/x.css", {}, "look");
  CHECK(print_github(report, {.site = "content/", .theme = "themes/council/", .rules = {}}) ==
        "::error file=content/a.md,line=12,col=5,endColumn=15,title=broken-things::wrong%0AHelp: Mend it.\n"
        "::warning file=content/a.md,line=3,title=late-things::late\n"
        "::notice file=themes/council/x.css,title=seen-things::look\n");
}

TEST_CASE("signs that mean something to GitHub are written so that they do not") {
  Report report;
  report.add(late, "a:b,c%.md", {1, 0, 0}, "100%: one, two\r\n::error::", "a\nb");
  CHECK(print_github(report, {}) == "::warning file=a%3Ab%2Cc%25.md,line=1,title=late-things::100%25: one, two%0D%0A::error::%0AHelp: a%0Ab\n");
}

}  // namespace offer::print_github_test
