#include "load/csv.h"

namespace offer {

std::vector<CsvRow> parse_csv(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::vector<CsvRow> rows;
  uint32_t line = 1;
  size_t i = 0;
  while (i < bytes.size()) {
    CsvRow row{line, {}};
    bool row_ends = false;
    while (!row_ends) {
      std::string cell;
      if (i < bytes.size() && bytes[i] == '"') {
        ++i;
        while (i < bytes.size()) {
          if (bytes[i] == '"') {
            if (i + 1 < bytes.size() && bytes[i + 1] == '"') {
              cell += '"';
              i += 2;
              continue;
            }
            ++i;
            break;
          }
          if (bytes[i] == '\n') ++line;
          cell += bytes[i++];
        }
      }
      while (i < bytes.size() && bytes[i] != ',' && bytes[i] != '\n') {
        if (bytes[i] != '\r') cell += bytes[i];
        ++i;
      }
      row.cells.push_back(std::move(cell));
      if (i >= bytes.size()) {
        row_ends = true;
      } else if (bytes[i] == '\n') {
        ++line;
        row_ends = true;
        ++i;
      } else {
        ++i;  // a comma: another cell follows, perhaps an empty one
      }
    }
    const bool empty = row.cells.size() == 1 && row.cells.front().empty();
    if (!empty) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace offer
