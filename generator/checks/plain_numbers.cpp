// Numbers of plain English: dates, times, ranges, phone numbers (PE-16, PE-17).
#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "checks/plain_page.h"

namespace offer {

namespace {

const Code confusing_dates{"confusing-dates", Severity::warning, "PE-16"};
const Code ranges_with_dashes{"ranges-with-dashes", Severity::warning, "PE-16"};
const Code times_by_24_hours{"24-hour-times", Severity::warning, "PE-16"};
const Code numbers_in_words{"numbers-in-words", Severity::warning, "PE-16"};
const Code unspaced_phone_numbers{"unspaced-phone-numbers", Severity::warning, "PE-17"};

unsigned number_of_figures(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits)
    if (is_digit(c) && number < 100'000'000) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}
// Of PlainPage::numbers: one of the page's own.
bool may_judge(const PlainWord& word) { return !word.is(PlainWord::quoted | PlainWord::address); }

// "1st October", "October 1, 2024".
void dates_in_words(const PlainPage& page, size_t i, Report& report) {
  const PlainWord& word = page.words[i];
  const auto may_be_month = [&](size_t at) { return at < page.words.size() && page.words[at].can(month); };
  if (!may_be_month(i - 1) && !may_be_month(i + 1) && !may_be_month(i + 2)) return;  // most numbers
  const auto month_at = [&](size_t at) { return at < page.words.size() && page.words[at].can(month) && page.words[at].is(PlainWord::capital) && page.text_of(page.words[at]).size() > 2; };
  const std::string_view text = page.text_of(word);
  std::string_view digits = text;
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (text.ends_with(ending)) digits.remove_suffix(2);
  if (!all_digits(digits) || digits.size() > 2 || number_of_figures(digits) < 1 || number_of_figures(digits) > 31) return;
  const bool ordinal = digits.size() < text.size();
  // "1st October" and "1st of October"; the year after it, if there is one, stays as it is.
  const bool of = i + 1 < page.words.size() && page.text_of(page.words[i + 1]) == "of";
  if (ordinal && month_at(i + (of ? 2 : 1))) {
    const size_t at = i + (of ? 2 : 1);
    const PlainWord& last = page.words[at];
    report.add(confusing_dates, page.page.path, page.place_of(word.start, last.start + last.length - word.start),
               fmt::format("'{}' is slower to read than the number alone", page.words_from(i, at - i + 1)),
               fmt::format("Write '{} {}'.", number_of_figures(digits), page.text_of(last)));
    return;
  }
  if (i == 0 || !month_at(i - 1) || page.gap_after(i - 1) != " " || month_at(i + 1)) return;
  if (i >= 2 && page.words[i - 2].is(PlainWord::number) && page.gap_after(i - 2) == " ") return;  // "3 October 5 people"
  const bool year = i + 1 < page.words.size() && page.words[i + 1].is(PlainWord::number) && page.words[i + 1].length == 4 && page.gap_after(i) == ", ";
  if (!year && !ordinal) return;
  const PlainWord& first = page.words[i - 1];
  const PlainWord& last = page.words[year ? i + 1 : i];
  report.add(confusing_dates, page.page.path, page.place_of(first.start, last.start + last.length - first.start), "in Britain the day comes before the month",
             fmt::format("Write '{} {}{}'.", number_of_figures(digits), page.text_of(first), year ? fmt::format(" {}", page.text_of(last)) : std::string()));
}

// "am" or "pm" of "9am"; else nothing.
std::string_view half_of_day(std::string_view time) {
  return time.ends_with("am") || time.ends_with("pm") ? time.substr(time.size() - 2) : std::string_view{};
}

// "10-15 days", "9am–5pm", "2021-25"
void number_ranges(const PlainPage& page, size_t i, Report& report) {
  if (i + 1 >= page.words.size()) return;
  const PlainWord& from = page.words[i];
  const PlainWord& to = page.words[i + 1];
  const std::string_view gap = page.gap_after(i);
  const bool hyphen = gap == "-";
  if (!hyphen && gap != "–" && gap != " – ") return;
  if (!to.is(PlainWord::number)) return;
  const auto only_number = [&](const PlainWord& word) {
    std::string_view text = page.text_of(word);
    text.remove_suffix(half_of_day(text).size());
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
  };
  if (!only_number(from) || !only_number(to)) return;
  const std::string_view text(page.text);
  const char before = from.start > 0 ? text[from.start - 1] : ' ';
  const std::string_view after = text.substr(std::min<size_t>(to.start + to.length, text.size()), 4);
  if (std::string_view("-/.:").find(before) != std::string_view::npos || after.starts_with("–") || (!after.empty() && (after[0] == '-' || after[0] == '/' || after[0] == ':'))) return;
  // "the SEND Strategy 2021-25", "Covid 19-20": part of a name.
  if (i > 0 && page.words[i - 1].is(PlainWord::name | PlainWord::capitals) && page.gap_after(i - 1) == " " && !page.words[i - 1].can(month)) return;
  if (i + 2 < page.words.size() && page.words[i + 2].is(PlainWord::capital) && page.gap_after(i + 1) == " ") return;  // "0-25 Partnership Board"
  const std::string_view a = page.text_of(from), b = page.text_of(to);
  const bool years = a.size() == 4 && (a.starts_with("19") || a.starts_with("20"));
  if (!years && half_of_day(a).empty() && half_of_day(b).empty() && number_of_figures(a) >= number_of_figures(b)) return;  // "50-50", "24-7", a code
  report.add(ranges_with_dashes, page.page.path, page.place_of(from.start, to.start + to.length - from.start),
             fmt::format("screen readers read '{}{}{}' without the 'to'", a, hyphen ? "-" : "–", b),
             years && b.size() == 2 ? fmt::format("Write '{} to {}{}'.", a, a.substr(0, 2), b) : fmt::format("Write '{} to {}'.", a, b));
}

// "17:30"
void times(const PlainPage& page, size_t i, Report& report) {
  if (i + 1 >= page.words.size()) return;
  const PlainWord& hour = page.words[i];
  const PlainWord& minute = page.words[i + 1];
  if (page.gap_after(i) != ":" || hour.length > 2 || minute.length != 2 || !all_digits(page.text_of(hour)) || !all_digits(page.text_of(minute))) return;
  const unsigned hours = number_of_figures(page.text_of(hour)), minutes = number_of_figures(page.text_of(minute));
  if (hours > 24 || minutes > 59 || (hours < 13 && hours != 0 && !page.text_of(hour).starts_with('0'))) return;
  const std::string_view text(page.text);
  if (const size_t end = minute.start + minute.length; end < text.size() && text[end] == ':') return;  // with seconds, a clock's own
  const unsigned shown = hours % 12 == 0 ? 12 : hours % 12;
  const std::string_view half = hours % 24 < 12 ? "am" : "pm";
  const std::string better = hours == 12 && minutes == 0 ? "midday" : hours % 24 == 0 && minutes == 0 ? "midnight" : minutes == 0 ? fmt::format("{}{}", shown, half) : fmt::format("{}:{:02}{}", shown, minutes, half);
  report.add(times_by_24_hours, page.page.path, page.place_of(hour.start, minute.start + minute.length - hour.start),
             fmt::format("many people have to work out what '{}:{}' is", page.text_of(hour), page.text_of(minute)), fmt::format("Write '{}'.", better));
}

std::string spaced(std::string_view digits) {
  const auto groups = [&](size_t first, size_t second) {
    return fmt::format("{} {} {}", digits.substr(0, first), digits.substr(first, second), digits.substr(first + second));
  };
  if (digits.starts_with("02")) return groups(3, 4);
  if (digits.starts_with("03") || digits.starts_with("08") || digits.starts_with("09")) return groups(4, 3);
  return groups(5, 3);
}

// Returns how many words the number takes up.
size_t phones(const PlainPage& page, size_t i, Report& report) {
  const PlainWord& first = page.words[i];
  if (page.text[first.start] != '0' || !all_digits(page.text_of(first))) return 1;
  std::string digits(page.text_of(first));
  size_t last = i;
  while (last + 1 < page.words.size() && digits.size() < 11 && all_digits(page.text_of(page.words[last + 1])) && page.gap_after(last).size() == 1 &&
         std::string_view(" -").find(page.gap_after(last)[0]) != std::string_view::npos)
    digits += page.text_of(page.words[++last]);
  if (digits.size() < 10 || digits.size() > 11) return 1;
  const PlainWord& end = page.words[last];
  const Place place = page.place_of(first.start, end.start + end.length - first.start);
  if (last == i && digits.size() == 11)
    report.add(unspaced_phone_numbers, page.page.path, place, fmt::format("'{}' is hard to read out and to dial: it has no spaces", digits), fmt::format("Write '{}'.", spaced(digits)));
  return last - i + 1;
}

template <const Code& code>
void numbers(const PlainPage& page, Report& report) {
  for (const uint32_t i : page.numbers) {
    if (!may_judge(page.words[i])) continue;
    if constexpr (&code == &confusing_dates) dates_in_words(page, i, report);
    if constexpr (&code == &ranges_with_dashes) number_ranges(page, i, report);
    if constexpr (&code == &times_by_24_hours) times(page, i, report);
  }
}

void spelled_numbers(const PlainPage& page, Report& report) {
  if ((page.facts & number_word) == 0) return;
  static constexpr std::string_view names[]{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  for (const PlainSentence& sentence : page.sentences) {
    if ((sentence.facts & (number_word | unit)) != (number_word | unit)) continue;
    for (uint32_t i = sentence.first_word + 1; i + 1 < sentence.first_word + sentence.words; ++i) {
      const PlainWord& word = page.words[i];
      if (!word.can(number_word) || !page.words[i + 1].can(unit) || word.is(PlainWord::quoted | PlainWord::capital | PlainWord::joined) || page.gap_after(i) != " ") continue;
      const auto name = std::find(std::begin(names), std::end(names), page.text_of(word));
      const PlainWord& what = page.words[i + 1];
      report.add(numbers_in_words, page.page.path, page.place_of(word.start, what.start + what.length - word.start),
                 fmt::format("'{}' is found faster as a number", page.words_from(i, 2)),
                 name == std::end(names) ? std::string("Write the number in digits.") : fmt::format("Write '{} {}'.", name - std::begin(names) + 2, page.text_of(what)));
    }
  }
}

void unspaced(const PlainPage& page, Report& report) {
  size_t next = 0;  // the first word behind the last number
  for (const uint32_t i : page.numbers)
    if (i >= next && may_judge(page.words[i])) next = i + phones(page, i, report);
}

}  // namespace

const std::vector<PlainCheck>& plain_number_checks() {
  static const std::vector<PlainCheck> checks{
      {confusing_dates, numbers<confusing_dates>},
      {ranges_with_dashes, numbers<ranges_with_dashes>},
      {times_by_24_hours, numbers<times_by_24_hours>},
      {numbers_in_words, spelled_numbers},
      {unspaced_phone_numbers, unspaced},
  };
  return checks;
}

}  // namespace offer
