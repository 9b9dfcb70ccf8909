#include "types/measure_tables.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

// How far a number may be off that was rounded as it is written: "27" 0.5, "49.1" 0.05.
double rounding_of(std::string_view written) {
  const size_t point = written.find('.');
  const size_t places = point == std::string_view::npos ? 0 : written.size() - point - 1;
  return 0.5 * std::pow(10.0, -static_cast<double>(places));
}

class TableJudge {
 public:
  TableJudge(const DataTable& table, Report& report) : table_(table), report_(report) {}

  // The number of a cell, or nothing; a cell that holds anything else is reported.
  std::optional<double> number(const DataRow& row, std::string_view column) {
    const DataCell& cell = table_.cell(row, column);
    if (cell.text.empty()) return std::nullopt;
    const auto number = parse_number(cell.text);
    if (!number) {
      std::string bare;
      for (const char c : cell.text)
        if (is_digit(c) || c == '.' || c == '-') bare += c;
      wrong(cell, fmt::format("{}: '{}' is not a plain number", where(row, column), cell.text),
            parse_number(bare) ? fmt::format("Write {} alone: no %, £, commas or words. Words go in the column 'note'.", bare) : "Write digits alone, or leave the cell empty.");
    }
    return number;
  }

  std::string where(const DataRow& row, std::string_view column) const {
    const std::string_view name = row.cells.empty() ? "" : std::string_view(row.cells.front().text);
    return name.empty() ? fmt::format("column '{}'", column) : fmt::format("row '{}', column '{}'", name, column);
  }

  void wrong(const DataCell& cell, std::string words, std::string help) { report_.add(codes::wrong_values, table_.path, cell.place, std::move(words), std::move(help)); }
  void wrong_sum(const DataCell& cell, std::string words, std::string help) { report_.add(codes::wrong_sums, table_.path, cell.place, std::move(words), std::move(help)); }

 private:
  const DataTable& table_;
  Report& report_;
};

// Shares, sums of money and rates are no counts of people.
bool counts_people(std::string_view column) {
  const std::string words = lower(column);
  for (const std::string_view other : {"%", "£", "cost", "pound", "rate", "rank", "year"})
    if (words.find(other) != std::string::npos) return false;
  return true;
}

bool is_total(const DataRow& row) { return !row.cells.empty() && equal_ignoring_case(row.cells.front().text, "total"); }

}  // namespace

std::vector<SeriesPoint> read_series(const DataTable& series) {
  std::vector<SeriesPoint> points;
  for (const DataRow& row : series.rows) {
    SeriesPoint point;
    point.period = series.text(row, "period");
    const auto date = parse_rough_date(series.text(row, "date"));
    point.part = parse_number(series.text(row, "part"));
    point.whole = parse_number(series.text(row, "whole"));
    point.other = parse_number(series.text(row, "other"));
    point.note = series.text(row, "note");
    const auto value = parse_number(series.text(row, "value"));
    if (!date || (!value && !(point.part && point.whole && *point.whole > 0))) continue;
    point.date = *date;
    point.value = value ? *value : std::round(1000 * *point.part / *point.whole) / 10;
    points.push_back(std::move(point));
  }
  std::stable_sort(points.begin(), points.end(), [](const SeriesPoint& a, const SeriesPoint& b) { return last_day(a.date) < last_day(b.date); });
  return points;
}

void inspect_series(const DataTable& series, bool percent, Report& report) {
  TableJudge judge(series, report);
  for (const DataRow& row : series.rows) {
    const DataCell& date = series.cell(row, "date");
    if (!parse_rough_date(date.text))
      judge.wrong(date, fmt::format("{}: '{}' is not a year, a month or a day that exists", judge.where(row, "date"), date.text), "Write 2023, 2023-07 or 2023-07-31.");
    if (series.text(row, "period").empty()) judge.wrong(series.cell(row, "period"), "the column 'period' is empty", "Say when in words: July 2023");
    const auto value = judge.number(row, "value");
    const auto part = judge.number(row, "part");
    const auto whole = judge.number(row, "whole");
    judge.number(row, "other");
    const DataCell& cell = series.cell(row, "value");
    if (!value && cell.text.empty() && !(percent && part && whole))
      judge.wrong(cell, fmt::format("{} is empty", judge.where(row, "value")), "Put the number in, or take the row out.");
    if (part.has_value() != whole.has_value() && series.text(row, part ? "whole" : "part").empty())
      judge.wrong(series.cell(row, part ? "whole" : "part"), fmt::format("{} is empty, and '{}' is not", judge.where(row, part ? "whole" : "part"), part ? "part" : "whole"),
                  "Give both numbers, or neither.");
    if (part && *part < 0)
      judge.wrong(series.cell(row, "part"), fmt::format("{} is less than nothing", judge.where(row, "part")), "Put the number in that was counted.");
    else if (part && whole && *whole <= 0)
      judge.wrong_sum(series.cell(row, "whole"), fmt::format("{} is {}, and nothing can be part of that", judge.where(row, "whole"), number_in_words(*whole)), "Put the whole number in.");
    else if (percent && part && whole && *part > *whole)
      judge.wrong_sum(series.cell(row, "part"), fmt::format("{}: {} is more than the whole, {}", judge.where(row, "part"), number_in_words(*part), number_in_words(*whole)), "Are the two cells swapped?");
    else if (percent && part && whole && value && std::abs(100 * *part / *whole - *value) > rounding_of(cell.text) + 1e-9)
      judge.wrong_sum(cell, fmt::format("{}: {} of {} is {:.1f}%, not {}%", judge.where(row, "value"), number_in_words(*part), number_in_words(*whole), 100 * *part / *whole, cell.text),
                      "Put the right number in. If a paper says otherwise, say so in 'note'.");
  }
}

void inspect_breakdown(const DataTable& breakdown, bool percent, Report& report) {
  TableJudge judge(breakdown, report);
  const DataRow* total = nullptr;
  for (const DataRow& row : breakdown.rows) {
    if (total != nullptr) judge.wrong(row.cells.front(), "there is a row after the row 'Total'", "The total comes last.");
    if (row.cells.front().text.empty()) judge.wrong(row.cells.front(), "the column 'what' is empty", "Say in words what the numbers of this row are of.");
    if (is_total(row)) total = &row;
  }
  for (size_t c = 1; c < breakdown.columns.size(); ++c) {
    const std::string& column = breakdown.columns[c];
    double sum = 0, slack = 0;
    bool all = true, decimals = false;
    // A column of words is no column of numbers: one number in it makes it one.
    const bool numbers = std::any_of(breakdown.rows.begin(), breakdown.rows.end(), [&](const DataRow& row) { return parse_number(breakdown.text(row, column)).has_value(); });
    if (!numbers) continue;
    for (const DataRow& row : breakdown.rows) {
      if (is_total(row)) continue;
      const std::string& text = breakdown.cell(row, column).text;
      const auto number = judge.number(row, column);
      all = all && number;
      sum += number.value_or(0);
      slack += rounding_of(text);
      decimals = decimals || text.find('.') != std::string::npos;
    }
    const auto written = total == nullptr ? std::nullopt : judge.number(*total, column);
    if (!all || !written) continue;
    const DataCell& cell = breakdown.cell(*total, column);
    // Whole numbers are counts and add up exactly, but for percentages, which were rounded.
    const bool shares = column.find('%') != std::string::npos || (percent && std::abs(*written - 100) <= 1);
    const double most_off = decimals || shares ? slack + rounding_of(cell.text) : 0.0;
    if (std::abs(sum - *written) > most_off + 1e-9)
      judge.wrong_sum(cell, fmt::format("{} is {}, and the rows add to {}", judge.where(*total, column), number_in_words(*written), number_in_words(sum)),
                      "Put the right total in, or leave the cell empty if adding makes no sense. If a paper says otherwise, say so in the text.");
  }
}

namespace {

constexpr double smallest_shown = 5;

bool is_share(std::string_view column) { return column.find('%') != std::string_view::npos; }
bool is_sum(std::string_view column) { return equal_ignoring_case(column, "total") || equal_ignoring_case(column, "all"); }

// Hides counts of one column: those below 5, those of `with` (rows), and as many more as it takes so that the total gives none away.
// Adds the rows that it hid to `with`.
void hide_in_column(DataTable& table, size_t c, std::set<size_t>& with) {
  struct Count {
    size_t row;
    double number;
  };
  std::vector<Count> counts;
  std::optional<size_t> total;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    const auto number = parse_number(table.rows[r].cells[c].text);
    if (!number) continue;
    if (std::floor(*number) != *number) return;  // no counts
    if (is_total(table.rows[r])) total = r;
    else if (*number != 0) counts.push_back({r, *number});
  }
  const auto must = [&](const Count& count) { return count.number < smallest_shown || with.contains(count.row); };
  std::stable_sort(counts.begin(), counts.end(), [&](const Count& a, const Count& b) { return must(a) != must(b) ? must(a) : a.number < b.number; });
  double sum = 0;
  size_t hidden = 0, small = 0;
  const auto hide = [&](const Count& count) {
    sum += count.number;
    ++hidden;
    small += count.number < smallest_shown;
    table.rows[count.row].cells[c].text = count.number < smallest_shown ? "fewer than 5" : "hidden";
    with.insert(count.row);
  };
  // The hidden ones add up to what the total leaves over: one number alone, all as small or all as large as they can be, are known by that.
  const auto known = [&] {
    const double least = static_cast<double>(small) + smallest_shown * static_cast<double>(hidden - small);
    return hidden == 1 || sum == least || (small == hidden && sum == (smallest_shown - 1) * static_cast<double>(small));
  };
  while (hidden < counts.size() && (must(counts[hidden]) || (total && hidden > 0 && known()))) hide(counts[hidden]);
  if (total && ((hidden > 0 && known()) || with.contains(*total))) {
    std::string& text = table.rows[*total].cells[c].text;
    text = parse_number(text).value_or(0) < smallest_shown ? "fewer than 5" : "hidden";
    with.insert(*total);
  }
}

}  // namespace

DataTable without_small_numbers(const DataTable& breakdown, bool people) {
  DataTable shown = breakdown;
  if (!people) return shown;
  std::set<size_t> touched;  // rows in which a count is hidden
  for (size_t c = 1; c < shown.columns.size(); ++c) {
    std::set<size_t> rows;
    if (is_sum(shown.columns[c]) || !counts_people(shown.columns[c])) continue;
    hide_in_column(shown, c, rows);
    touched.insert(rows.begin(), rows.end());
  }
  // A sum of the row's counts, and a share, would give them away.
  for (size_t c = 1; c < shown.columns.size(); ++c) {
    if (is_sum(shown.columns[c])) hide_in_column(shown, c, touched);
    if (!is_share(shown.columns[c])) continue;
    for (const size_t row : touched)
      if (!is_total(shown.rows[row]) && parse_number(shown.rows[row].cells[c].text)) shown.rows[row].cells[c].text = "hidden";
  }
  return shown;
}

std::vector<std::string> headings_of(const DataTable& table) {
  std::vector<std::string> headings = table.columns;
  if (!headings.empty() && headings.front() == "what") headings.front() = "What";
  return headings;
}

std::vector<std::vector<std::string>> rows_of(const DataTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const DataRow& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const DataCell& cell : row.cells) {
      const auto number = parse_number(cell.text);
      cells.push_back(number ? number_in_words(*number) : cell.text);
    }
  }
  return rows;
}

}  // namespace offer
