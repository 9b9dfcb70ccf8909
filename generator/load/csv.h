// CSV as spreadsheets write it (RFC 4180): commas, double quotes around cells that need them, CRLF or LF, a byte order mark or none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnose/place.h"

namespace offer {

struct CsvRow {
  uint32_t line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> cells;
  std::vector<Place> places;  // of each cell: where it begins, a quotation mark being part of it
};

struct Csv {
  std::vector<CsvRow> rows;     // rows that hold nothing are left out
  Place unclosed;               // line 0, or where a quotation mark begins that is never closed: the rest of the file is its cell
};

Csv parse_csv(std::string_view bytes);

}  // namespace offer
