#include <doctest/doctest.h>

#include "kit.h"

namespace offer::dates_test {

namespace {

// A page that must be checked by 20 November 2026.
kit::Built page(std::string_view today, std::string_view more = "") {
  return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\nreviewed: 2025-11-20\nreview_by: "
                                "2026-11-20\n{}---\nWords.\n"
                                "-- a.easy.md --\n![](picture:talk)\nWords.\n",
                                more),
                    {.today = std::string(today)});
}

}  // namespace

TEST_CASE(
    "a page is overdue from the day after its review date, and its Easy Read version is not told "
    "besides") {
  CHECK(page("2026-11-19").problems() == "");
  CHECK(page("2026-11-20").problems() == "");
  CHECK(
      page("2026-11-21").printed() ==
      R"(a.md:4:12: warning[overdue-reviews]: this page should have been checked by 20 November 2026
      4 | review_by: 2026-11-20
        |            ^^^^^^^^^^
    help: Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.

)");
}

TEST_CASE("pages that are kept only as a record need no review") {
  CHECK(page("2027-01-01", "status: superseded\n").problems() == "");
  CHECK(page("2027-01-01", "status: withdrawn\n").problems() == "");
  CHECK(page("2027-01-01", "status: in-consultation\n").has("overdue-reviews"));
}

TEST_CASE("a review date that is no later than the last review is an error") {
  CHECK(
      kit::build(
          "\n-- a.md --\n---\ntitle: A\nreviewed: 2026-11-20\nreview_by: 2026-11-20\n---\nWords.\n",
          {.today = "2026-11-20"})
          .printed() ==
      R"(a.md:4:12: error[impossible-review-dates]: the day to check this page again is not after the day when it was last checked
      4 | review_by: 2026-11-20
        |            ^^^^^^^^^^
    help: 'review_by' is a later day than 'reviewed'.

)");
}

}  // namespace offer::dates_test
