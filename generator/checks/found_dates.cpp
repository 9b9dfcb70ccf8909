#include "checks/found_dates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/eight_bytes.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> days{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

// npos: there is none.
size_t first_digit(std::string_view text, size_t from) {
  for (; from + 8 <= text.size(); from += 8)
    if (const uint64_t digits = bytes_between(eight_bytes(text.data() + from), '0', '9'); digits != 0) return from + first_of(digits);
  while (from < text.size() && !is_digit(text[from])) ++from;
  return from < text.size() ? from : std::string_view::npos;
}

unsigned month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 9 || std::string_view("jfmasond").find(static_cast<char>(word.front() | 0x20)) == std::string_view::npos) return 0;
  for (size_t i = 0; i < 12; ++i)
    if (equal_ignoring_case(word, months[i]) || equal_ignoring_case(word, short_months[i]) || (i == 8 && equal_ignoring_case(word, "sept"))) return static_cast<unsigned>(i) + 1;
  return 0;
}

unsigned value_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// One word or number of a text.
struct Token {
  size_t start, length;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    const size_t length = word_length(text, at);
    if (length > 0) tokens.push_back({at, length});
    at += length > 0 ? length : character_length(text, at);
  }
  return tokens;
}

bool all_digits(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

// Whether digits stand in front of the name of a month.
bool may_hold_date_in_words(std::string_view text) {
  for (size_t at = first_digit(text, 0); at != std::string_view::npos; at = first_digit(text, at)) {
    while (at < text.size() && is_word_byte(text[at])) ++at;  // "1st"
    size_t next = at;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n' || text[next] == ',')) ++next;
    if (next > at && month_of(text.substr(next, word_length(text, next))) > 0) return true;
  }
  return false;
}

void add_dates_in_words(const DateSource& source, std::vector<DateInWords>& to) {
  const std::string_view text = source.words;
  if (!may_hold_date_in_words(text)) return;
  const std::vector<Token> tokens = tokens_of(text);
  const auto word = [&](size_t i) { return text.substr(tokens[i].start, tokens[i].length); };
  const auto gap = [&](size_t i) { return text.substr(tokens[i].start + tokens[i].length, tokens[i + 1].start - tokens[i].start - tokens[i].length); };
  const auto beside = [&](size_t i) { return gap(i).find_first_not_of(" \n,") == std::string_view::npos; };
  for (size_t i = 1; i < tokens.size(); ++i) {
    if (!is_letter(word(i).front())) continue;
    DateInWords date;
    date.source = source;
    date.month = month_of(word(i));
    if (date.month == 0) continue;
    std::string_view day = word(i - 1);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (day.size() > 2 && day.ends_with(ending)) day.remove_suffix(2);
    if (!all_digits(day) || day.size() > 2 || !beside(i - 1)) continue;
    date.day = value_of(day);
    size_t first = i - 1, last = i;
    if (first > 0 && beside(first - 1)) {
      const std::string before = lower(word(first - 1));
      const auto named = std::find(days.begin(), days.end(), before);
      if (named != days.end()) date.weekday = static_cast<size_t>(named - days.begin()), --first;
    }
    if (i + 1 < tokens.size() && all_digits(word(i + 1))) {
      const std::string_view between = gap(i), number = word(i + 1);
      const bool apostrophe = between == " '" || between == " ’" || between == " ‘";
      const size_t after = tokens[i + 1].start + tokens[i + 1].length;
      const bool clock = after < text.size() && (text[after] == ':' || (text[after] == '.' && after + 1 < text.size() && is_digit(text[after + 1])));
      if (number.size() == 4 && beside(i)) date.year = value_of(number), last = i + 1;
      else if (number.size() == 2 && apostrophe) date.year = 2000 + value_of(number), date.short_year = true, last = i + 1;
      // "3 April 26": the next word could be a number of something ("3 April 26 people came").
      else if (number.size() == 2 && between == " " && !clock && (after == text.size() || std::string_view(".,;:)\n").find(text[after]) != std::string_view::npos))
        date.year = 2000 + value_of(number), date.short_year = true, last = i + 1;
    }
    date.written = text.substr(tokens[first].start, tokens[last].start + tokens[last].length - tokens[first].start);
    to.push_back(date);
    i = last;
  }
}

bool parts_numbers(char c) { return c == '/' || c == '.' || c == '-'; }

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
        to.push_back({{run, source}, value_of(parts[0]), value_of(parts[1]), value_of(parts[2]) + (parts[2].size() == 2 ? 2000 : 0), parts[2].size() == 2});
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
  add_dates_in_words(source, in_words);
  add_dates_in_numbers(source, in_numbers);
}

}  // namespace offer
