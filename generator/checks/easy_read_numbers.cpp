// Numbers of Easy Read: in digits, small enough to picture, with dates and times as people say them.
#include <algorithm>
#include <array>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

constexpr std::array<std::string_view, 12> small_months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> day_names_in_full{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

template <class Visit>
void each_word_of_page(const EasyPage& page, Visit visit) {
  for (const EasyLine& line : page.lines)
    for (size_t i = 0; i < line.words.size(); ++i) visit(line, i);
}

std::string_view lower_at(const EasyLine& line, size_t i) {
  return i < line.words.size() ? std::string_view(line.words[i].lower) : std::string_view{};
}

// The value of a word that is all digits, with or without commas: "3,000". 0 if it is not one.
unsigned long value_of_number(std::string_view word) {
  unsigned long value = 0;
  for (const char c : word) {
    if (c == ',') continue;
    if (!is_digit(c) || value > 100'000'000) return 0;
    value = value * 10 + static_cast<unsigned long>(c - '0');
  }
  return value;
}

size_t month_of_word(const EasyLine& line, size_t i) {
  return static_cast<size_t>(std::find(small_months.begin(), small_months.end(), lower_at(line, i)) - small_months.begin()) + 1;
}
bool is_month(const EasyLine& line, size_t i) {
  return i < line.words.size() && month_of_word(line, i) <= small_months.size() && is_upper(line.text[line.words[i].start]);
}

bool is_year(std::string_view word) { return word.size() == 4 && value_of_number(word) >= 1900 && value_of_number(word) < 2100; }

void number_words(const EasyPage& page, Report& report) {
  static const std::vector<std::pair<std::string_view, std::string_view>> numbers{
      {"zero", "0"},     {"two", "2"},      {"three", "3"},      {"four", "4"},      {"five", "5"},      {"six", "6"},       {"seven", "7"},
      {"eight", "8"},    {"nine", "9"},     {"ten", "10"},       {"eleven", "11"},   {"twelve", "12"},   {"thirteen", "13"}, {"fourteen", "14"},
      {"fifteen", "15"}, {"sixteen", "16"}, {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},   {"thirty", "30"},
      {"forty", "40"},   {"fifty", "50"},   {"sixty", "60"},     {"seventy", "70"},  {"eighty", "80"},   {"ninety", "90"},   {"hundred", "100"}};
  // "one" is a number only before what is counted; "one of them" and "no one" stay words.
  static const std::set<std::string_view, std::less<>> counted{"day", "week", "month", "year", "hour", "minute", "person", "child", "time"};
  each_word_of_page(page, [&](const EasyLine& line, size_t i) {
    const std::string& word = line.words[i].lower;
    std::string_view digits;
    for (const auto& [name, number] : numbers)
      if (name == word) digits = number;
    if (word == "one" && counted.contains(lower_at(line, i + 1))) digits = "1";
    if (digits.empty()) return;
    report.add(codes::easy_read_number_words, page.page.path, line.place_of(line.words[i]),
               fmt::format("'{}' is easier to read as a number", line.text_of(line.words[i])), fmt::format("Write {}.", digits));
  });
}

void percentages(const EasyPage& page, Report& report) {
  const auto say = [&](const EasyLine& line, size_t start, size_t length) {
    report.add(codes::easy_read_percentages, page.page.path, line.place_of(start, length), "many people do not know what a percentage is",
               "Say 'most', 'about half' or '3 in every 10'. The picture people?3of10 shows it.");
  };
  for (const EasyLine& line : page.lines) {
    for (size_t at = line.text.find('%'); at != std::string::npos; at = line.text.find('%', at + 1)) say(line, at, 1);
    for (size_t i = 0; i < line.words.size(); ++i) {
      const std::string_view word = lower_at(line, i);
      if (word == "percent" || word == "percentage" || (word == "per" && lower_at(line, i + 1) == "cent"))
        say(line, line.words[i].start, line.words[i].length);
    }
  }
}

// Where a number is no amount: in a phone number, a sum of money, a year, an address, a number to text.
bool is_no_amount(const EasyLine& line, size_t i) {
  static const std::set<std::string_view, std::less<>> calls{"phone", "ring", "call", "text", "number", "dial"};
  static const std::set<std::string_view, std::less<>> roads{"street", "road",  "lane",  "avenue", "close", "way",
                                                             "drive",  "house", "court", "place",  "square"};
  const EasyWord& word = line.words[i];
  const std::string_view text = line.text_of(word);
  static const std::set<std::string_view, std::less<>> helplines{"101", "111", "112", "119", "999"};
  if (word.address || text.front() == '0' || is_year(text) || helplines.contains(text)) return true;
  if (word.start >= 2 && line.text.compare(word.start - 2, 2, "£") == 0) return true;
  const auto beside = [&](size_t a, size_t b) {
    return b < line.words.size() && line.words[a].number && line.words[b].number &&
           line.text.find_first_not_of(' ', line.words[a].start + line.words[a].length) == line.words[b].start;
  };
  if ((i > 0 && beside(i - 1, i)) || beside(i, i + 1)) return true;
  for (size_t k = i >= 3 ? i - 3 : 0; k < i; ++k)
    if (calls.contains(lower_at(line, k))) return true;
  for (size_t k = i + 1; k < line.words.size() && k <= i + 3; ++k)
    if (roads.contains(lower_at(line, k)) && is_upper(line.text[line.words[k].start])) return true;
  return false;
}

void big_numbers(const EasyPage& page, Report& report) {
  each_word_of_page(page, [&](const EasyLine& line, size_t i) {
    const EasyWord& word = line.words[i];
    const std::string_view text = line.text_of(word);
    const bool in_words = word.lower == "thousand" || word.lower == "thousands" || word.lower == "million" || word.lower == "millions";
    if (!in_words && (!word.number || value_of_number(text) <= page.rules.biggest_number || is_no_amount(line, i))) return;
    report.add(codes::easy_read_big_numbers, page.page.path, line.place_of(word), fmt::format("'{}' is more than people can picture", text),
               "Say 'many', 'most' or '3 in every 10'.");
  });
}

// A run of digits and the signs between them: "01/10/24", "2024-10-01", "14:30". sign: one that is between.
struct NumberRun {
  size_t start = 0;
  size_t length = 0;
  std::vector<std::string_view> parts;
};
std::vector<NumberRun> runs_with(const std::string& text, char sign) {
  std::vector<NumberRun> runs;
  for (size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == sign && end + 1 < text.size() && is_digit(text[end + 1])))) ++end;
    const bool in_word = (at > 0 && is_word_byte(text[at - 1])) || (at > 1 && text[at - 1] == sign);
    NumberRun run{at, end - at, split(std::string_view(text).substr(at, end - at), sign)};
    if (run.parts.size() > 1 && !in_word) runs.push_back(std::move(run));
    at = end;
  }
  return runs;
}

// "by 15 February each year", "by 31 March that year": another day of the week every time.
bool is_every_year(const EasyLine& line) {
  for (size_t i = 0; i + 1 < line.words.size(); ++i)
    if ((line.words[i].lower == "every" || line.words[i].lower == "each" || line.words[i].lower == "that") && line.words[i + 1].lower == "year") return true;
  return false;
}

void short_dates(const EasyPage& page, Report& report) {
  const auto say = [&](const EasyLine& line, size_t start, size_t end, std::string_view what) {
    report.add(codes::easy_read_short_dates, page.page.path, line.place_of(start, end - start),
               fmt::format("'{}' {}", line.text.substr(start, end - start), what), "Write it in full: Tuesday 1 October 2024");
  };
  for (const EasyLine& line : page.lines) {
    for (const char sign : {'/', '-', '.'})
      for (const NumberRun& run : runs_with(line.text, sign)) {
        const bool date =
            run.parts.size() == 3 || (run.parts.size() == 2 && sign == '/' && run.parts[0].size() == 2 && run.parts[1].size() == 2);
        const bool short_parts =
            std::all_of(run.parts.begin(), run.parts.end(), [](std::string_view part) { return part.size() <= 2 || is_year(part); });
        if (date && short_parts) say(line, run.start, run.start + run.length, "is not how people say a date");
      }
    for (size_t i = 0; i < line.words.size(); ++i) {
      if (!is_month(line, i)) continue;
      const auto day = [&](size_t k) {
        const std::string_view digits = lower_at(line, k).substr(0, lower_at(line, k).find_first_not_of("0123456789"));
        return k < line.words.size() && line.words[k].number && value_of_number(digits) >= 1 && value_of_number(digits) <= 31 && digits.size() <= 2 &&
               lower_at(line, k).size() <= 4;
      };
      const EasyWord& month = line.words[i];
      if (i > 0 && day(i - 1)) {
        const EasyWord& number = line.words[i - 1];
        const bool plain = number.length <= 2;
        const bool year = is_year(lower_at(line, i + 1));
        const bool named =
            i > 1 && std::any_of(day_names_in_full.begin(), day_names_in_full.end(), [&](std::string_view name) { return lower(name) == lower_at(line, i - 2); });
        const size_t end = year ? line.words[i + 1].start + line.words[i + 1].length : month.start + month.length;
        if (!plain) say(line, number.start, end, "has letters after its number");
        else if (!named && !year && is_every_year(line)) continue;
        else if (!named) say(line, number.start, end, "does not name the day of the week");
        else if (!year) say(line, line.words[i - 2].start, end, "does not name the year");
      } else if (day(i + 1) && line.words[i + 1].length <= 4) {
        say(line, month.start, line.words[i + 1].start + line.words[i + 1].length, "is not how people here say a date");
      }
    }
  }
}

void wrong_easy_days(const EasyPage& page, Report& report) {
  each_word_of_page(page, [&](const EasyLine& line, size_t i) {
    if (!is_month(line, i) || i < 2 || !line.words[i - 1].number || !is_year(lower_at(line, i + 1))) return;
    const auto named = std::find_if(day_names_in_full.begin(), day_names_in_full.end(), [&](std::string_view name) { return lower(name) == lower_at(line, i - 2); });
    const unsigned long number = value_of_number(lower_at(line, i - 1));
    if (named == day_names_in_full.end() || number == 0 || number > 99) return;
    const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(value_of_number(lower_at(line, i + 1)))},
                                          std::chrono::month{static_cast<unsigned>(month_of_word(line, i))},
                                          std::chrono::day{static_cast<unsigned>(number)}};
    const size_t start = line.words[i - 2].start;
    const Place place = line.place_of(start, line.words[i + 1].start + line.words[i + 1].length - start);
    if (!day.ok()) {
      report.add(codes::easy_read_wrong_day_names, page.page.path, place,
                 fmt::format("there is no {} {} in {}", number, line.text_of(line.words[i]), lower_at(line, i + 1)),
                 "Look it up in a calendar.");
      return;
    }
    const std::string_view right = day_names_in_full[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()];
    if (right != *named)
      report.add(codes::easy_read_wrong_day_names, page.page.path, place,
                 fmt::format("{} is a {}, not a {}", in_words(Date{day}), right, *named),
                 fmt::format("Write {} {}, if the date is right.", right, in_words(Date{day})));
  });
}

void long_times(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines)
    for (const char sign : {':', '.'})
      for (const NumberRun& run : runs_with(line.text, sign)) {
        if (run.parts.size() != 2 || run.parts[0].size() > 2 || run.parts[1].size() != 2 || value_of_number(run.parts[0]) > 24 ||
            value_of_number(run.parts[1]) > 59)
          continue;
        if (sign == '.' && run.start >= 2 && line.text.compare(run.start - 2, 2, "£") == 0) continue;
        const unsigned long hour = value_of_number(run.parts[0]);
        const bool of_24 = hour > 12 || run.parts[0].front() == '0';
        if (!of_24 || (sign == '.' && hour <= 12)) continue;
        const std::string minutes = run.parts[1] == "00" ? "" : ":" + std::string(run.parts[1]);
        report.add(codes::easy_read_24_hour_times, page.page.path, line.place_of(run.start, run.length),
                   fmt::format("'{}' is a time of the 24-hour clock, which many people cannot read", line.text.substr(run.start, run.length)),
                   fmt::format("Write {}{}{}.", hour % 12 == 0 ? 12 : hour % 12, minutes, hour % 24 < 12 ? "am" : "pm"));
      }
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_number_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_number_words, number_words},       {codes::easy_read_percentages, percentages},
      {codes::easy_read_big_numbers, big_numbers},         {codes::easy_read_short_dates, short_dates},
      {codes::easy_read_wrong_day_names, wrong_easy_days}, {codes::easy_read_24_hour_times, long_times},
  };
  return checks;
}

}  // namespace offer
