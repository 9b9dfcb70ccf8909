// CSV as spreadsheets write it (RFC 4180): commas, double quotes around cells that need them, CRLF or LF, a byte order mark or none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct CsvRow {
  uint32_t line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> cells;
};

// Rows that hold nothing are left out. A quotation mark that is never closed takes the rest of the file.
std::vector<CsvRow> parse_csv(std::string_view bytes);

}  // namespace offer
