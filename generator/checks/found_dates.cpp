#include "checks/found_dates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/byte_bits.h"
#include "base/capitals.h"
#include "base/date.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> small_days{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

// npos: there is none.
size_t first_digit(std::string_view text, size_t from) {
  for (; from + 16 <= text.size(); from += 16)
    if (const uint64_t digits = bits_of(digits_in(sixteen_bytes(text.data() + from))); digits != 0) return from + first_bit(digits);
  while (from < text.size() && !is_digit(text[from])) ++from;
  return from < text.size() ? from : std::string_view::npos;
}

unsigned month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 9 || std::string_view("jfmasond").find(static_cast<char>(word.front() | 0x20)) == std::string_view::npos) return 0;
  for (size_t i = 0; i < 12; ++i)
    if (equal_ignoring_case(word, month_names[i]) || equal_ignoring_case(word, short_months[i]) || (i == 8 && equal_ignoring_case(word, "sept"))) return static_cast<unsigned>(i) + 1;
  return 0;
}

unsigned value_of_digits(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Behind the spaces, line ends and commas at `at`.
size_t behind_blanks(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == ',')) ++at;
  return at;
}

// The name of a day that stands before the word at `at`: where it begins, and which it is; `at` if there is none.
size_t weekday_before(std::string_view text, size_t at, std::optional<size_t>& weekday) {
  size_t end = at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == ',')) --end;
  size_t start = end;
  while (start > 0 && is_letter(text[start - 1])) --start;
  if (start == end || end == at || word_begin(text, start) != start) return at;
  const auto named = std::find_if(small_days.begin(), small_days.end(), [&](std::string_view day) { return equal_ignoring_case(day, text.substr(start, end - start)); });
  if (named == small_days.end()) return at;
  weekday = static_cast<size_t>(named - small_days.begin());
  return start;
}

bool parts_numbers(char c) { return c == '/' || c == '.' || c == '-'; }

// Returns whether there may be dates in numbers too.
bool add_dates_in_words(const DateSource& source, std::vector<DateInWords>& to) {
  const std::string_view text = source.words;
  bool numbers = false;
  for (size_t at = first_digit(text, 0); at != std::string_view::npos; at = first_digit(text, at)) {
    const size_t begin = at;
    const size_t end = at + word_length(text, at);
    at = end;
    numbers = numbers || (end + 1 < text.size() && parts_numbers(text[end]) && is_digit(text[end + 1]));
    const size_t month_at = behind_blanks(text, end);
    if (month_at == end) continue;
    const size_t month_end = month_at + word_length(text, month_at);
    DateInWords date;
    date.source = source;
    date.month = month_of(text.substr(month_at, month_end - month_at));
    if (date.month == 0) continue;
    std::string_view day = text.substr(begin, end - begin);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (day.size() > 2 && day.ends_with(ending)) day.remove_suffix(2);
    if (!all_digits(day) || day.size() > 2 || word_begin(text, begin) != begin) continue;
    date.day = value_of_digits(day);
    const size_t first = weekday_before(text, begin, date.weekday);
    size_t last = month_end;
    at = month_end;
    // The year, if the next word is a number.
    size_t next = month_end;
    while (next < text.size() && word_length(text, next) == 0) next += character_length(text, next);
    const size_t after = next < text.size() ? next + word_length(text, next) : next;
    if (const std::string_view number = text.substr(std::min(next, text.size()), after - next); all_digits(number)) {
      const std::string_view between = text.substr(month_end, next - month_end);
      const bool apostrophe = between == " '" || between == " ’" || between == " ‘";
      const bool clock = after < text.size() && (text[after] == ':' || (text[after] == '.' && after + 1 < text.size() && is_digit(text[after + 1])));
      if (number.size() == 4 && between.find_first_not_of(" \n,") == std::string_view::npos) date.year = value_of_digits(number), last = after;
      else if (number.size() == 2 && apostrophe) date.year = 2000 + value_of_digits(number), date.short_year = true, last = after;
      // "3 April 26": the next word could be a number of something ("3 April 26 people came").
      else if (number.size() == 2 && between == " " && !clock && (after == text.size() || std::string_view(".,;:)\n").find(text[after]) != std::string_view::npos))
        date.year = 2000 + value_of_digits(number), date.short_year = true, last = after;
    }
    date.written = text.substr(first, last - first);
    to.push_back(date);
    numbers = true;  // something may stand among its words
  }
  return numbers;
}

void add_dates_in_numbers(const DateSource& source, std::vector<DateInNumbers>& to) {
  const std::string_view text = source.words;
  for (size_t at = first_digit(text, 0); at != std::string_view::npos; at = first_digit(text, at)) {
    size_t end = at, signs = 0;
    for (; end < text.size(); ++end) {
      if (is_digit(text[end])) continue;
      if (!parts_numbers(text[end]) || end + 1 >= text.size() || !is_digit(text[end + 1])) break;
      ++signs;
    }
    const std::string_view run = text.substr(at, end - at);
    const bool alone = signs >= 2 && (at == 0 || (!is_word_byte(text[at - 1]) && std::string_view("/.-#:=_").find(text[at - 1]) == std::string_view::npos)) &&
                       (end == text.size() || (!is_word_byte(text[end]) && std::string_view("/-:_").find(text[end]) == std::string_view::npos));
    if (alone) {
      const char sign = run[run.find_first_of("/.-")];
      const std::vector<std::string_view> parts = split(run, sign);
      const bool date = parts.size() == 3 && parts[0].size() <= 2 && parts[1].size() <= 2 && (parts[2].size() == 2 || parts[2].size() == 4) && all_digits(parts[0]) && all_digits(parts[1]) &&
                        all_digits(parts[2]);
      // "1.2.34" may be the number of a chapter.
      if (date && (sign == '/' || parts[2].size() == 4))
        to.push_back({{run, source}, value_of_digits(parts[0]), value_of_digits(parts[1]), value_of_digits(parts[2]) + (parts[2].size() == 2 ? 2000 : 0), parts[2].size() == 2});
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace

Place FoundDate::place() const {
  if (source.text == nullptr) return source.field;
  return place_in(*source.text, static_cast<size_t>(written.data() - source.words.data()), characters_before(written, written.size()));
}

void FoundDates::add_from(const DateSource& source) {
  if (add_dates_in_words(source, in_words)) add_dates_in_numbers(source, in_numbers);
}

}  // namespace offer
