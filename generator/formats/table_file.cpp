// table-file: the tables of a page as CSV files, for readers who want to work with the numbers.
#include "formats/formats.h"

namespace offer {

namespace {

std::vector<OutputFile> table_files(const Page& page, const SiteView&, const Theme&) {
  std::vector<OutputFile> files;
  if (page.easy_read || page.view != nullptr || page.type->downloads == nullptr) return files;
  for (const DataTable& table : page.type->downloads(page)) {
    std::vector<std::vector<std::string>> rows;
    for (const DataRow& row : table.rows) {
      auto& cells = rows.emplace_back();
      for (const DataCell& cell : row.cells) cells.push_back(cell.text);
    }
    files.push_back({fmt::format("{}{}.csv", page.address.substr(1), table.name), as_csv(table.columns, rows)});
  }
  return files;
}

}  // namespace

const Format table_file_format{
    .name = "table-file",
    .says = "the tables of a page as CSV files",
    .of_page = table_files,
    .of_site = nullptr,
};

}  // namespace offer
