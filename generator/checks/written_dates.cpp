// Written dates: days in sentences that exist, and that everybody reads alike.
//
// What a date should look like is a matter of words; here is only what would send somebody on the wrong day.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "checks/checks.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// npos: there is none. A loop of one comparison a byte: find_first_of asks for each byte anew.
size_t first_digit(std::string_view text, size_t from) {
  while (from < text.size() && !is_digit(text[from])) ++from;
  return from < text.size() ? from : std::string_view::npos;
}

const Code ambiguous_dates{"ambiguous-dates", Severity::warning, "PE-16"};
const Code impossible_dates{"impossible-dates", Severity::warning, "nobody comes on the wrong day"};
const Code wrong_day_names{"wrong-day-names", Severity::warning, "nobody comes on the wrong day"};
const Code two_digit_years{"two-digit-years", Severity::warning, "PE-16"};

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> days{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> month_names{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

unsigned month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 9 || std::string_view("jfmasond").find(static_cast<char>(word.front() | 0x20)) == std::string_view::npos) return 0;
  const std::string small = lower(word);
  for (size_t i = 0; i < 12; ++i)
    if (small == months[i] || small == short_months[i] || (i == 8 && small == "sept")) return static_cast<unsigned>(i) + 1;
  return 0;
}

unsigned value_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::year_month_day day_of(unsigned day, unsigned month, unsigned year) {
  return {std::chrono::year{static_cast<int>(year)}, std::chrono::month{month}, std::chrono::day{day}};
}

// One word or number of a text.
struct Token {
  size_t start, length;
};

// A date in words: "Monday 1 October 2024", "1st October", "3 April '26". Members that are not there are 0 or npos.
struct WrittenDate {
  size_t start = 0, length = 0;
  unsigned day = 0, month = 0, year = 0;
  bool short_year = false;  // '26
  std::optional<size_t> weekday;
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

// Every date that names its month, with its day before it.
template <class Visit>
void each_date_in_words(std::string_view text, Visit&& visit) {
  if (!may_hold_date_in_words(text)) return;
  const std::vector<Token> tokens = tokens_of(text);
  const auto word = [&](size_t i) { return text.substr(tokens[i].start, tokens[i].length); };
  const auto gap = [&](size_t i) { return text.substr(tokens[i].start + tokens[i].length, tokens[i + 1].start - tokens[i].start - tokens[i].length); };
  const auto beside = [&](size_t i) { return gap(i).find_first_not_of(" \n,") == std::string_view::npos; };
  for (size_t i = 1; i < tokens.size(); ++i) {
    if (!is_letter(word(i).front())) continue;
    WrittenDate date;
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
    date.start = tokens[first].start;
    date.length = tokens[last].start + tokens[last].length - date.start;
    visit(date);
    i = last;
  }
}

// A date in numbers: "03/04/26", "3.4.2026". "2023/24" and "24/7" are none.
struct NumberDate {
  size_t start = 0, length = 0;
  unsigned first = 0, second = 0, year = 0;
  bool short_year = false;
};

template <class Visit>
void each_date_in_numbers(std::string_view text, Visit&& visit) {
  for (size_t at = first_digit(text, 0); at != std::string_view::npos; at = first_digit(text, at)) {
    size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || ((text[end] == '/' || text[end] == '.' || text[end] == '-') && end + 1 < text.size() && is_digit(text[end + 1])))) ++end;
    const std::string_view run = text.substr(at, end - at);
    const size_t sign = run.find_first_of("/.-");
    const bool alone = (at == 0 || (!is_word_byte(text[at - 1]) && std::string_view("/.-#:=_").find(text[at - 1]) == std::string_view::npos)) &&
                       (end == text.size() || (!is_word_byte(text[end]) && std::string_view("/-:_").find(text[end]) == std::string_view::npos));
    if (alone && sign != std::string_view::npos) {
      const std::vector<std::string_view> parts = split(run, run[sign]);
      const bool date = parts.size() == 3 && parts[0].size() <= 2 && parts[1].size() <= 2 && (parts[2].size() == 2 || parts[2].size() == 4) && all_digits(parts[0]) && all_digits(parts[1]) &&
                        all_digits(parts[2]);
      // "1.2.34" may be the number of a chapter.
      if (date && (run[sign] == '/' || parts[2].size() == 4))
        visit(NumberDate{at, run.size(), value_of(parts[0]), value_of(parts[1]), value_of(parts[2]) + (parts[2].size() == 2 ? 2000 : 0), parts[2].size() == 2});
    }
    at = std::max(end, at + 1);
  }
}

// The page's words with their places: its text, and the fields that readers see.
template <class Visit>
void each_text(const Page& page, Visit&& visit) {
  if (page.easy_read) return;  // Easy Read has rules of its own
  walk(*page.document, [&](const Block& block) {
    if (block.kind == BlockKind::text && block.place.line > 0 && first_digit(block.text, 0) != std::string_view::npos)
      visit(block.text, [&](size_t start, size_t length) { return place_in(block, start, characters_before(block.text.substr(start, length), length)); });
  });
  for (const Fields::Entry& entry : page.fields.all())
    if (const std::string* words = std::get_if<std::string>(&entry.value); words != nullptr && entry.field != &shared::id) visit(*words, [&](size_t, size_t) { return entry.place; });
}

std::string in_full(unsigned day, unsigned month, unsigned year) { return fmt::format("{} {} {}", day, month_names[month - 1], year); }

void ambiguous(const Page& page, const SiteView&, Report& report) {
  each_text(page, [&](std::string_view text, auto&& place_of) {
    each_date_in_numbers(text, [&](const NumberDate& date) {
      // With a day over 12 there is one way to read it; days that cannot be are impossible's business.
      if (date.first < 1 || date.first > 12 || date.second < 1 || date.second > 12 || date.first == date.second) return;
      report.add(ambiguous_dates, page.path, place_of(date.start, date.length),
                 fmt::format("'{}' can mean {} or {}", text.substr(date.start, date.length), in_full(date.first, date.second, date.year), in_full(date.second, date.first, date.year)),
                 fmt::format("Write the month as a word: {}", in_full(date.first, date.second, date.year)));
    });
  });
}

void impossible(const Page& page, const SiteView&, Report& report) {
  each_text(page, [&](std::string_view text, auto&& place_of) {
    const auto tell = [&](size_t start, size_t length, std::string words) { report.add(impossible_dates, page.path, place_of(start, length), std::move(words), "Look it up in a calendar."); };
    each_date_in_words(text, [&](const WrittenDate& date) {
      // Without a year, 29 February may be right.
      if (!day_of(date.day, date.month, date.year == 0 ? 2024 : date.year).ok())
        tell(date.start, date.length, date.year == 0 ? fmt::format("there is no {} {}", date.day, month_names[date.month - 1]) : fmt::format("there is no {}", in_full(date.day, date.month, date.year)));
    });
    each_date_in_numbers(text, [&](const NumberDate& date) {
      if (!day_of(date.first, date.second, date.year).ok() && !day_of(date.second, date.first, date.year).ok())
        tell(date.start, date.length, fmt::format("there is no day '{}'", text.substr(date.start, date.length)));
    });
  });
}

void wrong_names(const Page& page, const SiteView&, Report& report) {
  constexpr std::array<std::string_view, 7> names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  each_text(page, [&](std::string_view text, auto&& place_of) {
    each_date_in_words(text, [&](const WrittenDate& date) {
      if (!date.weekday || date.year == 0) return;
      const auto day = day_of(date.day, date.month, date.year);
      if (!day.ok()) return;
      const size_t right = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
      if (right == *date.weekday) return;
      report.add(wrong_day_names, page.path, place_of(date.start, date.length), fmt::format("{} is a {}, not a {}", in_words(Date{day}), names[right], names[*date.weekday]),
                 fmt::format("Write {} {}, if the date is right.", names[right], in_words(Date{day})));
    });
  });
}

void short_years(const Page& page, const SiteView&, Report& report) {
  each_text(page, [&](std::string_view text, auto&& place_of) {
    const auto tell = [&](size_t start, size_t length, unsigned day, unsigned month, unsigned year) {
      report.add(two_digit_years, page.path, place_of(start, length), fmt::format("'{}' has a year of two digits", text.substr(start, length)), fmt::format("Write {}.", in_full(day, month, year)));
    };
    each_date_in_words(text, [&](const WrittenDate& date) {
      if (date.short_year && day_of(date.day, date.month, date.year).ok()) tell(date.start, date.length, date.day, date.month, date.year);
    });
    each_date_in_numbers(text, [&](const NumberDate& date) {
      // Where the month is not sure either, ambiguous says so.
      const bool sure = date.first == date.second || date.first > 12 || date.second > 12;
      if (!date.short_year || !sure) return;
      if (day_of(date.first, date.second, date.year).ok()) tell(date.start, date.length, date.first, date.second, date.year);
      else if (day_of(date.second, date.first, date.year).ok()) tell(date.start, date.length, date.second, date.first, date.year);
    });
  });
}

}  // namespace

const std::vector<Check>& written_date_checks() {
  static const std::vector<Check> checks{{ambiguous_dates, ambiguous}, {impossible_dates, impossible}, {wrong_day_names, wrong_names}, {two_digit_years, short_years}};
  return checks;
}

}  // namespace offer
