#include "load/table_file.h"

#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/csv.h"
#include "load/readable.h"

namespace offer {

std::optional<TableFileName> table_file_name(std::string_view path) {
  constexpr std::string_view ending = ".csv";
  if (!path.ends_with(ending)) return std::nullopt;
  const std::string_view stem = path.substr(0, path.size() - ending.size());
  const size_t dot = stem.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || stem.find('/', dot) != std::string_view::npos) return std::nullopt;
  return TableFileName{std::string(stem.substr(0, dot)) + ".md", std::string(stem.substr(dot + 1))};
}

namespace {

constexpr size_t most_rows = 5000;
constexpr size_t most_file_columns = 40;
constexpr std::string_view spreadsheet_errors[]{"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};

class TableReader {
 public:
  TableReader(const SourceFile& file, const TableInfo& info, Report& report) : file_(file), info_(info), report_(report) {}

  std::optional<DataTable> read() {
    if (!can_be_read(file_, report_)) return std::nullopt;
    const Csv csv = parse_csv(file_.bytes);
    if (csv.unclosed.line != 0)
      broken(csv.unclosed, "a quotation mark begins here and never ends", "Put a second quotation mark at the end of the cell.");
    else if (csv.rows.empty())
      broken({}, "this file holds no table", fmt::format("Its first line is: {}", header()));
    else if (csv.rows.size() > most_rows)
      broken({csv.rows[most_rows].line, 0, 0}, fmt::format("this table has {} rows, and {} is the most", csv.rows.size(), most_rows), "Split it.");
    else
      read_columns(csv.rows.front()) && read_rows(csv);
    return fine_ ? std::optional(std::move(table_)) : std::nullopt;
  }

 private:
  void broken(Place place, std::string words, std::string help) {
    report_.add(codes::broken_data_files, file_.path, place, std::move(words), std::move(help));
    fine_ = false;
  }

  std::string header() const {
    std::string line = join({info_.columns.begin(), info_.columns.end()}, ",");
    return info_.open ? line + ",Your own name" : line;
  }

  bool read_columns(const CsvRow& row) {
    table_.name = info_.name;
    table_.path = file_.path;
    size_t last = row.cells.size();
    while (last > 0 && trim(row.cells[last - 1]).empty()) --last;
    if (last > most_file_columns) {
      broken(row.places[most_file_columns], fmt::format("this table has {} columns, and {} is the most", last, most_file_columns), "Take out what readers do not need.");
      return false;
    }
    for (size_t i = 0; i < last; ++i) read_column(trim(row.cells[i]), row.places[i]);
    // What stands first says what a row is about; the others hold numbers.
    if (info_.open && fine_ && table_.columns.front() != info_.columns.front())
      broken(row.places.front(), fmt::format("the first column should be '{}', and is '{}'", info_.columns.front(), table_.columns.front()), fmt::format("The first line is: {}", header()));
    for (const std::string_view column : info_.columns)
      if (std::find(table_.columns.begin(), table_.columns.end(), column) == table_.columns.end() && fine_)
        broken({row.line, 0, 0}, fmt::format("the column '{}' is missing", column), fmt::format("The first line is: {}", header()));
    return fine_;
  }

  void read_column(std::string_view name, Place place) {
    if (name.empty())
      broken(place, "this column has no name in the first row", "Name it, or take the column out.");
    else if (std::find(table_.columns.begin(), table_.columns.end(), name) != table_.columns.end())
      broken(place, fmt::format("the column '{}' comes twice", name), "Take one out.");
    else if (!info_.open && std::find(info_.columns.begin(), info_.columns.end(), name) == info_.columns.end() &&
             std::find(info_.may_have.begin(), info_.may_have.end(), name) == info_.may_have.end()) {
      const std::string near = did_you_mean(name, info_.columns);
      broken(place, fmt::format("there is no column '{}' in this table", name), near.empty() ? fmt::format("The first line is: {}", header()) : near);
    }
    table_.columns.emplace_back(name);
  }

  bool read_rows(const Csv& csv) {
    for (size_t r = 1; r < csv.rows.size(); ++r) {
      const CsvRow& row = csv.rows[r];
      DataRow& to = table_.rows.emplace_back();
      to.place = {row.line, 0, 0};
      for (size_t i = 0; i < row.cells.size(); ++i) {
        const std::string_view text = trim(row.cells[i]);
        if (i >= table_.columns.size()) {
          if (!text.empty())
            broken(row.places[i], fmt::format("row {} has more cells than the first row has names: '{}'", r + 1, text),
                   "Is there a comma inside a cell? Put quotation marks around that cell.");
          continue;
        }
        read_cell(text, row.places[i], r + 1, table_.columns[i], to);
      }
      to.cells.resize(table_.columns.size());
      for (DataCell& cell : to.cells)
        if (cell.place.line == 0) cell.place = to.place;
    }
    return fine_;
  }

  void read_cell(std::string_view text, Place place, size_t row, std::string_view column, DataRow& to) {
    if (text.size() > 1 && text.front() == '=')
      report_.add(codes::formula_cells, file_.path, place, fmt::format("row {}, column '{}' holds a formula and not its result: {}", row, column, text),
                  "In the spreadsheet, copy the column and paste it back as values, then save it as CSV again."),
          fine_ = false;
    else if (std::any_of(std::begin(spreadsheet_errors), std::end(spreadsheet_errors), [&](std::string_view error) { return text.starts_with(error); }))
      report_.add(codes::formula_cells, file_.path, place, fmt::format("row {}, column '{}' holds a spreadsheet's error: {}", row, column, text),
                  "Mend the formula in the spreadsheet, then save it as CSV again."),
          fine_ = false;
    to.cells.push_back({std::string(text), place});
  }

  const SourceFile& file_;
  const TableInfo& info_;
  Report& report_;
  DataTable table_;
  bool fine_ = true;
};

}  // namespace

std::optional<DataTable> read_table(const SourceFile& file, const TableInfo& info, Report& report) { return TableReader(file, info, report).read(); }

}  // namespace offer
