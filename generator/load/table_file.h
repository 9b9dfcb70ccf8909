// A table file: a CSV beside a page, read into a DataTable and compared with what the page's type says about it.
#pragma once

#include <optional>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/data_table.h"

namespace offer {

// "measures/x.series.csv" gives the page "measures/x.md" and the table "series"; nothing for a file that is no such CSV.
struct TableFileName {
  std::string page;
  std::string table;
};
std::optional<TableFileName> table_file_name(std::string_view path);

// Nothing, with Diagnostics that name row and column, if the file cannot be used. Columns may come in any order; empty columns and rows that a
// spreadsheet leaves behind are passed over.
std::optional<DataTable> read_table(const SourceFile& file, const TableInfo& info, Report& report);

}  // namespace offer
