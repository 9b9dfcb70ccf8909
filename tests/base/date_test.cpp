// Dates, as editors write them and as readers read them.
#include "base/date.h"

#include <doctest/doctest.h>

#include <vector>

namespace offer::date_test {

namespace {
std::string day(std::string_view text) {
  const auto date = parse_date(text);
  return date ? in_words(*date) : "none";
}
std::string rough(std::string_view text) {
  const auto date = parse_rough_date(text);
  return date ? in_words(*date) : "none";
}
}  // namespace

TEST_CASE("a day is year, month and day with hyphens, and it must exist") {
  CHECK(day("2026-11-21") == "21 November 2026");
  CHECK(day("2026-01-01") == "1 January 2026");
  CHECK(day("2026-12-31") == "31 December 2026");
  for (const std::string_view wrong :
       {"2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
        "21-11-2026", "2026/11/21", "2026-11-21 ", "2026-11", "2026", "", "tomorrow", "2026-11-2l",
        "2026--1-01", "1899-12-31", "2200-01-01", "２０２６-01-01"}) {
    CAPTURE(wrong);
    CHECK(day(wrong) == "none");
  }
}

TEST_CASE("29 February exists in leap years only, and 2100 is none") {
  CHECK(day("2024-02-29") == "29 February 2024");
  CHECK(day("2000-02-29") == "29 February 2000");
  CHECK(day("2026-02-29") == "none");
  CHECK(day("1900-02-29") == "none");
  CHECK(day("2100-02-29") == "none");
  CHECK(day("2096-02-29") == "29 February 2096");
}

TEST_CASE("a rough date is as exact as is known") {
  CHECK(rough("2023") == "2023");
  CHECK(rough("2023-02") == "February 2023");
  CHECK(rough("2023-02-14") == "14 February 2023");
  for (const std::string_view wrong :
       {"23", "2023-", "2023-2", "2023-13", "2023-02-30", "2023-02-00", "MMXX"}) {
    CAPTURE(wrong);
    CHECK(rough(wrong) == "none");
  }
}

TEST_CASE("what was read is written back the same") {
  for (const std::string_view text : {"2023", "2023-02", "2023-02-14"})
    CHECK(iso(*parse_rough_date(text)) == text);
  CHECK(iso(*parse_date("2026-03-09")) == "2026-03-09");
}

TEST_CASE("dates are in order, and a rough date comes before the days that it holds") {
  CHECK(*parse_date("2026-01-31") < *parse_date("2026-02-01"));
  CHECK(*parse_rough_date("2023") < *parse_rough_date("2023-01"));
  CHECK(*parse_rough_date("2023-12-31") < *parse_rough_date("2024"));
}

TEST_CASE("first_day is the earliest day that a rough date can mean") {
  CHECK(iso(first_day(*parse_rough_date("2023"))) == "2023-01-01");
  CHECK(iso(first_day(*parse_rough_date("2023-02"))) == "2023-02-01");
  CHECK(iso(first_day(*parse_rough_date("2023-02-14"))) == "2023-02-14");
}

}  // namespace offer::date_test
