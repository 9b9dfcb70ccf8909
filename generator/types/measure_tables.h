// The tables of a measure: read, added up again, and made safe to publish.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diagnose/report.h"
#include "model/data_table.h"

namespace offer {

struct SeriesPoint {
  std::string period;  // as readers see it
  RoughDate date;      // for the order
  double value = 0;
  std::optional<double> part, whole, other;
  std::string note;
};

// Rows that can be used, the oldest first. A value that is missing is worked out of part and whole.
std::vector<SeriesPoint> read_series(const DataTable& series);

// Reports dates and numbers that cannot be read, and values that do not fit part and whole. percent: the value is 100 times their ratio.
void inspect_series(const DataTable& series, bool percent, Report& report);
// Reports numbers that cannot be read, and a row "Total" that is not the sum of the others (after rounding).
void inspect_breakdown(const DataTable& breakdown, bool percent, Report& report);

// The same table with counts of people from 1 to 4 hidden, and as much besides as would give them away: a second cell of a column with a total,
// the total itself, a sum or a share (%) in the same row.
DataTable without_small_numbers(const DataTable& breakdown, bool people);

// For showing a breakdown: "what" becomes "What".
std::vector<std::string> headings_of(const DataTable& table);
std::vector<std::vector<std::string>> rows_of(const DataTable& table);

}  // namespace offer
