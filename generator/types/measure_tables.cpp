#include "types/measure_tables.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

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
    if (part && whole && *whole <= 0)
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
  for (size_t c = 1; c < breakdown.columns.size(); ++c) {
    const std::string& column = breakdown.columns[c];
    double sum = 0, slack = 0;
    bool all = true, rounded = percent || column.find('%') != std::string::npos;
    const DataRow* total = nullptr;
    // A column of words is no column of numbers: one number in it makes it one.
    const bool numbers = std::any_of(breakdown.rows.begin(), breakdown.rows.end(), [&](const DataRow& row) { return parse_number(breakdown.text(row, column)).has_value(); });
    if (!numbers) continue;
    for (const DataRow& row : breakdown.rows) {
      const DataCell& cell = breakdown.cell(row, column);
      if (total != nullptr) judge.wrong(cell, "there is a row after the row 'Total'", "The total comes last.");
      if (is_total(row)) {
        total = &row;
        continue;
      }
      const auto number = judge.number(row, column);
      if (!number) all = all && false;
      sum += number.value_or(0);
      slack += rounding_of(cell.text);
      rounded = rounded || cell.text.find('.') != std::string::npos;
    }
    if (total == nullptr || !all) continue;
    const DataCell& cell = breakdown.cell(*total, column);
    const auto written = judge.number(*total, column);
    if (!written) continue;
    const double most_off = rounded ? slack + rounding_of(cell.text) : 0.0;
    if (std::abs(sum - *written) > most_off + 1e-9)
      judge.wrong_sum(cell, fmt::format("{} is {}, and the rows add to {}", judge.where(*total, column), number_in_words(*written), number_in_words(sum)),
                      "Put the right total in, or leave the cell empty if adding makes no sense. If a paper says otherwise, say so in the text.");
  }
}

DataTable without_small_numbers(const DataTable& breakdown, bool people) {
  DataTable shown = breakdown;
  if (!people) return shown;
  constexpr double smallest_shown = 5;
  for (size_t c = 1; c < shown.columns.size(); ++c) {
    std::vector<DataCell*> cells;
    bool has_total = false;
    bool whole = counts_people(shown.columns[c]);
    for (DataRow& row : shown.rows) {
      if (is_total(row)) {
        has_total = !row.cells[c].text.empty();
        continue;
      }
      const auto number = parse_number(row.cells[c].text);
      if (!number) continue;
      whole = whole && std::floor(*number) == *number;
      cells.push_back(&row.cells[c]);
    }
    if (!whole) continue;
    std::sort(cells.begin(), cells.end(), [](const DataCell* a, const DataCell* b) { return *parse_number(a->text) < *parse_number(b->text); });
    std::erase_if(cells, [](const DataCell* cell) { return *parse_number(cell->text) == 0; });
    size_t hidden = 0;
    while (hidden < cells.size() && *parse_number(cells[hidden]->text) < smallest_shown) cells[hidden++]->text = "fewer than 5";
    if (hidden == 1 && has_total && cells.size() > 1) cells[1]->text = "hidden";  // or the total would give the first away
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
