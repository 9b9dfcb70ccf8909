// Date and RoughDate: days of the calendar, as editors write them and as readers read them.
//
// Nothing here reads the clock: "today" is always a value handed in (--today).
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace offer {

// A day that exists. Written 2026-11-21 in files, "21 November 2026" on pages.
struct Date {
  std::chrono::year_month_day day{};
  auto operator<=>(const Date&) const = default;
};

// As exact as is known: a year, a month of a year, or a day. Written 2023, 2023-02 or 2023-02-14.
struct RoughDate {
  int year = 0;
  unsigned month = 0;  // 0: not known
  unsigned day = 0;    // 0: not known
  auto operator<=>(const RoughDate&) const = default;
};

inline constexpr std::array<std::string_view, 12> month_names{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

std::optional<Date> parse_date(std::string_view text);         // nothing if not YYYY-MM-DD or no such day
std::optional<RoughDate> parse_rough_date(std::string_view text);
std::string in_words(Date date);                               // "21 November 2026"
std::string in_words(RoughDate date);                          // "February 2023"
std::string iso(Date date);                                    // "2026-11-21"
std::string iso(RoughDate date);
Date first_day(RoughDate date);                                // the earliest day it can mean
Date last_day(RoughDate date);                                 // the latest
int days_between(Date from, Date to);                          // negative if `to` is earlier

}  // namespace offer
