// The law's time limits, from files in generator/law/ that have `deadlines:`.
#pragma once

#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/site.h"

namespace offer {

// Every Deadline that is complete; what is wrong with the others is reported at its line.
std::vector<Deadline> read_deadlines(const std::vector<SourceFile>& law, Report& report);

// The days of files that have `bank_holidays:`, in order.
std::vector<Date> read_bank_holidays(const std::vector<SourceFile>& law, Report& report);

}  // namespace offer
