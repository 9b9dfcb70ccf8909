// Written dates: days in sentences that exist, and that everybody reads alike.
//
// What a date should look like is a matter of words; here is only what would send somebody on the wrong day. found_dates.h finds them.
#include "base/date.h"
#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code ambiguous_dates{"ambiguous-dates", Severity::warning, "PE-16"};
const Code impossible_dates{"impossible-dates", Severity::warning, "nobody comes on the wrong day"};
const Code wrong_day_names{"wrong-day-names", Severity::warning, "nobody comes on the wrong day"};
const Code two_digit_years{"two-digit-years", Severity::warning, "PE-16"};

std::chrono::year_month_day day_of(unsigned day, unsigned month, unsigned year) {
  return {std::chrono::year{static_cast<int>(year)}, std::chrono::month{month}, std::chrono::day{day}};
}

std::string date_in_full(unsigned day, unsigned month, unsigned year) { return fmt::format("{} {} {}", day, month_names[month - 1], year); }

void ambiguous(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const DateInNumbers& date : parts.dates.in_numbers) {
    // With a day over 12 there is one way to read it; days that cannot be are impossible's business.
    if (date.first < 1 || date.first > 12 || date.second < 1 || date.second > 12 || date.first == date.second) continue;
    report.add(ambiguous_dates, page.path, date.place(),
               fmt::format("'{}' can mean {} or {}", date.written, date_in_full(date.first, date.second, date.year), date_in_full(date.second, date.first, date.year)),
               fmt::format("Write the month as a word: {}", date_in_full(date.first, date.second, date.year)));
  }
}

void dates_that_cannot_be(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  const auto tell = [&](const FoundDate& date, std::string words) { report.add(impossible_dates, page.path, date.place(), std::move(words), "Look it up in a calendar."); };
  for (const DateInWords& date : parts.dates.in_words)
    // Without a year, 29 February may be right.
    if (!day_of(date.day, date.month, date.year == 0 ? 2024 : date.year).ok())
      tell(date, date.year == 0 ? fmt::format("there is no {} {}", date.day, month_names[date.month - 1]) : fmt::format("there is no {}", date_in_full(date.day, date.month, date.year)));
  for (const DateInNumbers& date : parts.dates.in_numbers)
    if (!day_of(date.first, date.second, date.year).ok() && !day_of(date.second, date.first, date.year).ok()) tell(date, fmt::format("there is no day '{}'", date.written));
}

void wrong_names(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  constexpr std::array<std::string_view, 7> names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  for (const DateInWords& date : parts.dates.in_words) {
    if (!date.weekday || date.year == 0) continue;
    const auto day = day_of(date.day, date.month, date.year);
    if (!day.ok()) continue;
    const size_t right = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
    if (right == *date.weekday) continue;
    report.add(wrong_day_names, page.path, date.place(), fmt::format("{} is a {}, not a {}", in_words(Date{day}), names[right], names[*date.weekday]),
               fmt::format("Write {} {}, if the date is right.", names[right], in_words(Date{day})));
  }
}

void short_years(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  const auto tell = [&](const FoundDate& date, unsigned day, unsigned month, unsigned year) {
    report.add(two_digit_years, page.path, date.place(), fmt::format("'{}' has a year of two digits", date.written), fmt::format("Write {}.", date_in_full(day, month, year)));
  };
  for (const DateInWords& date : parts.dates.in_words)
    if (date.short_year && day_of(date.day, date.month, date.year).ok()) tell(date, date.day, date.month, date.year);
  for (const DateInNumbers& date : parts.dates.in_numbers) {
    // Where the month is not sure either, ambiguous says so.
    const bool sure = date.first == date.second || date.first > 12 || date.second > 12;
    if (!date.short_year || !sure) continue;
    if (day_of(date.first, date.second, date.year).ok()) tell(date, date.first, date.second, date.year);
    else if (day_of(date.second, date.first, date.year).ok()) tell(date, date.second, date.first, date.year);
  }
}

}  // namespace

const std::vector<Check>& written_date_checks() {
  static const std::vector<Check> checks{{ambiguous_dates, ambiguous}, {impossible_dates, dates_that_cannot_be}, {wrong_day_names, wrong_names}, {two_digit_years, short_years}};
  return checks;
}

}  // namespace offer
