// DataTable: rows of a CSV file beside a page: "measures/x.series.csv" beside "measures/x.md" is that page's table `series`.
//
// Cells are words without white space at their ends; each knows its place, so that a finding can name row and column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/place.h"

namespace offer {

// What a content type says about a table that its pages can have.
struct TableInfo {
  std::string_view name;                      // "series"
  std::string_view says;                      // one sentence for editors
  std::vector<std::string_view> columns;      // in the order in which we write them
  std::vector<std::string_view> may_have = {};  // columns that can be left out
  bool open = false;                          // after the first column, columns have names of the editor's own
};

struct DataCell {
  std::string text;
  Place place;
};

struct DataRow {
  Place place;
  std::vector<DataCell> cells;  // as many as the table has columns
};

struct DataTable {
  std::string name;                  // "series"
  std::string path;                  // of the CSV file, below the site's folder
  std::vector<std::string> columns;
  std::vector<DataRow> rows;

  // The cell of a column; an empty one if the table has no such column.
  const DataCell& cell(const DataRow& row, std::string_view column) const;
  std::string_view text(const DataRow& row, std::string_view column) const { return cell(row, column).text; }
};

// "1234.5", "-3": digits with at most one point. Nothing for "27%", "1,200" or "about 9".
std::optional<double> parse_number(std::string_view text);
// As readers write it: "1,234.5", "0.06", at most two places after the point.
std::string number_in_words(double number);
// The items of a cell that holds several: "a; b" gives a and b.
std::vector<std::string> items_of(std::string_view cell);
// A table as a CSV file: RFC 4180, CRLF; a cell that a spreadsheet would take for a formula gets an apostrophe in front.
std::string as_csv(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

}  // namespace offer
