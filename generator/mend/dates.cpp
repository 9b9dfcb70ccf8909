// Dates as GOV.UK writes them: "1 October 2024". Only where there is one thing that the words can mean: 3/4/2024 stays for a person.
#include "base/date.h"
#include "mend/mend.h"
#include "mend/words_in.h"

namespace offer {

namespace {

constexpr unsigned longest_months[]{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

unsigned number_of_digits(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// The month whose whole name stands at `at`, from 1; else 0.
unsigned month_written_at(std::string_view bytes, size_t at, size_t end) {
  for (unsigned i = 0; i < 12; ++i) {
    const size_t after = at + month_names[i].size();
    if (after <= end && bytes.substr(at, month_names[i].size()) == month_names[i] && word_ends_at(bytes, after)) return i + 1;
  }
  return 0;
}

// The length of "st", "nd", "rd" or "th" if it is the right one for the day.
size_t ordinal_at(std::string_view bytes, size_t at, unsigned day) {
  const std::string_view right = day % 10 == 1 && day != 11 ? "st" : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
  return bytes.substr(at, 2) == right && word_ends_at(bytes, at + 2) ? 2 : 0;
}

bool is_day(unsigned day, unsigned month) { return day >= 1 && day <= longest_months[month - 1]; }

// " 2024" or ", 2024" behind a month: its length with what stands before it; 0 if there is no year.
size_t year_at(std::string_view bytes, size_t at, size_t end) {
  size_t start = at;
  if (start < end && bytes[start] == ',') ++start;
  if (start >= end || bytes[start] != ' ') return 0;
  ++start;
  if (digits_at(bytes, start) != 4 || start + 4 > end || !word_ends_at(bytes, start + 4)) return 0;
  const unsigned year = number_of_digits(bytes.substr(start, 4));
  return year >= 1900 && year <= 2100 ? start + 4 - at : 0;
}

// "1st October", "1st of October", "01 October"; with a year or without.
bool day_first(std::string_view bytes, size_t at, size_t end, std::vector<Edit>& edits) {
  const size_t digits = digits_at(bytes, at);
  if (digits == 0 || digits > 2) return false;
  const unsigned day = number_of_digits(bytes.substr(at, digits));
  const size_t ordinal = ordinal_at(bytes, at + digits, day);
  size_t next = at + digits + ordinal;
  if (next >= end || bytes[next] != ' ') return false;
  ++next;
  if (ordinal > 0 && bytes.substr(next).starts_with("of ")) next += 3;
  const unsigned month = month_written_at(bytes, next, end);
  if (month == 0 || !is_day(day, month)) return false;
  const bool zero = bytes[at] == '0';
  // "a 01 May" with nothing behind it may be a number; a year or an ordinal makes it a date.
  if (ordinal == 0 && (!zero || year_at(bytes, next + month_names[month - 1].size(), end) == 0)) return false;
  edits.push_back({at, next, fmt::format("{} ", day)});
  return true;
}

// "October 1st, 2024", "October 1st". "October 1" stays: it may be a week or a class.
bool month_first(std::string_view bytes, size_t at, size_t end, std::vector<Edit>& edits) {
  const unsigned month = month_written_at(bytes, at, end);
  if (month == 0) return false;
  const size_t day_start = at + month_names[month - 1].size() + 1;
  if (day_start >= end || bytes[day_start - 1] != ' ') return false;
  const size_t digits = digits_at(bytes, day_start);
  if (digits == 0 || digits > 2) return false;
  const unsigned day = number_of_digits(bytes.substr(day_start, digits));
  const size_t ordinal = ordinal_at(bytes, day_start + digits, day);
  const size_t after = day_start + digits + ordinal;
  const size_t year = year_at(bytes, after, end);
  if (!is_day(day, month) || after > end || !word_ends_at(bytes, after) || (ordinal == 0 && year == 0)) return false;
  std::string text = fmt::format("{} {}", day, month_names[month - 1]);
  if (year > 0) text += fmt::format(" {}", bytes.substr(after + year - 4, 4));
  edits.push_back({at, after + year, std::move(text)});
  return true;
}

// "25/12/2024", "25.12.2024", "05/05/2024": where the second number can be a month and the first one cannot, or they are the same.
bool in_numbers(std::string_view bytes, size_t at, size_t end, std::vector<Edit>& edits) {
  const size_t first = digits_at(bytes, at);
  if (first == 0 || first > 2 || at + first >= end) return false;
  const char sign = bytes[at + first];
  if (sign != '/' && sign != '.' && sign != '-') return false;
  const size_t second_start = at + first + 1;
  const size_t second = digits_at(bytes, second_start);
  const size_t year_start = second_start + second + 1;
  if (second == 0 || second > 2 || year_start >= end || bytes[year_start - 1] != sign || digits_at(bytes, year_start) != 4 || year_start + 4 > end) return false;
  // Part of a longer number, a fraction or a version.
  const auto joins = [&](size_t i) { return i < bytes.size() && (bytes[i] == '/' || bytes[i] == '-' || (bytes[i] == '.' && i + 1 < bytes.size() && is_digit(bytes[i + 1]))); };
  if (!word_ends_at(bytes, year_start + 4) || joins(year_start + 4)) return false;
  if (at > 0 && (bytes[at - 1] == '/' || bytes[at - 1] == '-' || bytes[at - 1] == '.')) return false;
  const unsigned day = number_of_digits(bytes.substr(at, first));
  const unsigned month = number_of_digits(bytes.substr(second_start, second));
  if (month < 1 || month > 12 || (day <= 12 && day != month)) return false;
  const auto date = parse_date(fmt::format("{}-{:02}-{:02}", bytes.substr(year_start, 4), month, day));
  if (!date || number_of_digits(bytes.substr(year_start, 4)) < 1900 || number_of_digits(bytes.substr(year_start, 4)) > 2100) return false;
  edits.push_back({at, year_start + 4, in_words(*date)});
  return true;
}

void find_dates(const MendSource& source, std::vector<Edit>& edits) {
  for (const Stretch& stretch : source.stretches) {
    if (stretch.kind == StretchKind::other) continue;
    for (size_t at = stretch.from; at < stretch.to; ++at) {
      if (!word_begins_at(source.bytes, at) || word_ends_at(source.bytes, at)) continue;
      if (day_first(source.bytes, at, stretch.to, edits) || month_first(source.bytes, at, stretch.to, edits) || in_numbers(source.bytes, at, stretch.to, edits))
        at = edits.back().to - 1;
    }
  }
}

}  // namespace

const Mend date_mend{.name = "dates", .says = "dates written 1 October 2024", .find = find_dates};

}  // namespace offer
