#include <doctest/doctest.h>

#include "kit.h"

namespace offer::written_dates_test {

namespace {

std::string problems(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words)).problems(); }

}  // namespace

TEST_CASE("days that exist, and numbers that are no days, are fine") {
  CHECK(problems("3 April 2026, Friday 2 October 2026, 29 February, 29 February 2024, Monday 1 May, 1st of May, 24/7, 2023/24, 1/2, 0.5, 3.4.26, 31/12/2026, 01/01/2026, 2026-06-31-x, "
                 "/03/04/2026/, May 32 people come? 12 may 45 others. In March 99 did.\n") == "");
}

TEST_CASE("a date that can mean two days is found with both") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\n---\nAsk by 03/04/2026.\n").printed() ==
        R"(a.md:10:8: warning[ambiguous-dates]: '03/04/2026' can mean 3 April 2026 or 4 March 2026
     10 | Ask by 03/04/2026.
        |        ^^^^^^^^^^
    help: Write the month as a word: 3 April 2026

)");
  CHECK(problems("3.4.2026 and 3-4-2026 and 3/4/26\n") ==
        "a.md:10:1 ambiguous-dates: '3.4.2026' can mean 3 April 2026 or 4 March 2026\n"
        "a.md:10:14 ambiguous-dates: '3-4-2026' can mean 3 April 2026 or 4 March 2026\n"
        "a.md:10:27 ambiguous-dates: '3/4/26' can mean 3 April 2026 or 4 March 2026\n");
}

TEST_CASE("days that do not exist are found, in words and in numbers, also over a line end") {
  CHECK(problems("31 June, 29 February 2023, Monday 0 May 2024, 31st\nNovember 2024, 32/12/2024, 31/06/2026\n") ==
        "a.md:10:1 impossible-dates: there is no 31 June\n"
        "a.md:10:10 impossible-dates: there is no 29 February 2023\n"
        "a.md:10:28 impossible-dates: there is no 0 May 2024\n"
        "a.md:10:47 impossible-dates: there is no 31 November 2024\n"
        "a.md:11:16 impossible-dates: there is no day '32/12/2024'\n"
        "a.md:11:28 impossible-dates: there is no day '31/06/2026'\n");
}

TEST_CASE("a day's name that does not fit its date is found, with the right one") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\n---\nCome on Monday, 2 October 2026.\n").printed() ==
        R"(a.md:10:9: warning[wrong-day-names]: 2 October 2026 is a Friday, not a Monday
     10 | Come on Monday, 2 October 2026.
        |         ^^^^^^^^^^^^^^^^^^^^^^
    help: Write Friday 2 October 2026, if the date is right.

)");
}

TEST_CASE("years of two digits are found, where the day is sure") {
  CHECK(problems("3 April '26, 3 April 26. 13/04/26, 04/13/26, 05/05/26\n\n3 April 26 people came, 3 April 10.30am, 3 April, 12 people\n") ==
        "a.md:10:1 two-digit-years: '3 April '26' has a year of two digits\n"
        "a.md:10:14 two-digit-years: '3 April 26' has a year of two digits\n"
        "a.md:10:26 two-digit-years: '13/04/26' has a year of two digits\n"
        "a.md:10:36 two-digit-years: '04/13/26' has a year of two digits\n"
        "a.md:10:46 two-digit-years: '05/05/26' has a year of two digits\n");
}

TEST_CASE("dates in settings that readers see are looked at, and Easy Read has rules of its own") {
  CHECK(kit::build("\n-- a.md --\n---\nsummary: Until 31 June 2026.\n---\nWords.\n").problems() == "a.md:2:10 impossible-dates: there is no 31 June 2026\n");
  CHECK(kit::build("\n-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nCome on 31 June 2026.\n").problems() == "");
}

TEST_CASE("dates that share a number, and dates after quotation marks, are all found") {
  CHECK(problems("“Monday 2 October 2026”, 31 April '26 June 31, a31 June, 31 é June.\n") ==
        "a.md:10:2 wrong-day-names: 2 October 2026 is a Friday, not a Monday\n"
        "a.md:10:26 impossible-dates: there is no 31 April 2026\n"
        "a.md:10:36 two-digit-years: '26 June 31' has a year of two digits\n");
}

}  // namespace offer::written_dates_test
