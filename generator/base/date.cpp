#include "base/date.h"

#include <charconv>

#include "base/text.h"

namespace offer {

namespace {

// Digits only, exactly `length` of them, at `at`.
std::optional<int> number_of_length(std::string_view text, size_t at, size_t length) {
  if (text.size() < at + length) return std::nullopt;
  int value = 0;
  for (size_t i = at; i < at + length; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::optional<RoughDate> parse_rough_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = number_of_length(text, 0, 4);
  if (!year || *year < 1900 || *year > 2199) return std::nullopt;
  RoughDate date{*year, 0, 0};
  if (text.size() >= 7) {
    const auto month = number_of_length(text, 5, 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = static_cast<unsigned>(*month);
  }
  if (text.size() == 10) {
    const auto day = number_of_length(text, 8, 2);
    if (text[7] != '-' || !day) return std::nullopt;
    date.day = static_cast<unsigned>(*day);
    if (!first_day(date).day.ok()) return std::nullopt;
    if (*day < 1) return std::nullopt;
  }
  return date;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto rough = parse_rough_date(text);
  if (!rough || rough->day == 0) return std::nullopt;
  return first_day(*rough);
}

Date first_day(RoughDate date) {
  return {std::chrono::year{date.year} / std::chrono::month{date.month == 0 ? 1 : date.month} /
          std::chrono::day{date.day == 0 ? 1 : date.day}};
}

Date last_day(RoughDate date) {
  if (date.day != 0) return first_day(date);
  const std::chrono::month month{date.month == 0 ? 12 : date.month};
  return {std::chrono::year_month_day{std::chrono::year{date.year} / month / std::chrono::last}};
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to.day} - std::chrono::sys_days{from.day}).count());
}

std::string in_words(Date date) {
  if (!date.day.ok()) return "a day that is not known";  // a field that is missing, which is reported elsewhere
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day.day()),
                     month_names.at(static_cast<unsigned>(date.day.month()) - 1),
                     static_cast<int>(date.day.year()));
}

std::string in_words(RoughDate date) {
  if (date.month == 0) return std::to_string(date.year);
  if (date.day == 0) return fmt::format("{} {}", month_names.at(date.month - 1), date.year);
  return in_words(first_day(date));
}

std::string iso(Date date) {
  const int year = static_cast<int>(date.day.year());
  const auto month = static_cast<unsigned>(date.day.month()), day = static_cast<unsigned>(date.day.day());
  if (year < 0 || year > 9999 || month > 99 || day > 99) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  std::string text = "0000-00-00";
  const auto put = [&](size_t last, unsigned number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(year));
  put(6, month);
  put(9, day);
  return text;
}

std::string iso(RoughDate date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return iso(first_day(date));
}

}  // namespace offer
