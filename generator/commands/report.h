// Reports: what the site has and lacks, as lists. To add a kind: a file report_NAME.cpp beside this one, a line here and one in report.cpp.
#pragma once

#include "commands/printing.h"

namespace offer {

struct ReportKind {
  std::string_view name;
  std::string_view says;
  int (*run)(const Prepared& prepared, const Arguments& arguments);  // prints; returns an exit status
};

extern const ReportKind coverage_report;
extern const ReportKind easy_read_report;
extern const ReportKind feedback_report;
extern const ReportKind measures_report;
extern const ReportKind reading_report;
extern const ReportKind reviews_report;

}  // namespace offer
