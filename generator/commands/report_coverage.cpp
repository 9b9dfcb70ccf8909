// report coverage: how the site answers each point of Schedule 2.
#include <iostream>
#include <map>

#include "base/text.h"
#include "commands/report.h"
#include "model/coverage.h"

namespace offer {

namespace {

int report_coverage(const Prepared& prepared, const Arguments&) {
  const auto points = coverage_of(SiteView(prepared.site));
  std::map<Covered, size_t> counts;
  for (const CoveredPoint& point : points) {
    ++counts[point.state];
    std::cout << fmt::format("{:<7} {:<24} {}\n", point.id, covered_words(point.state), point.words);
    for (const Page* page : point.pages) std::cout << fmt::format("        {}\n", page->path);
  }
  std::vector<std::string> parts;
  for (const auto& [state, count] : counts) parts.push_back(fmt::format("{}: {}", covered_words(state), count));
  std::cout << fmt::format("{} of Schedule 2. {}.\n", count_of(points.size(), "point", "points"), join(parts, "; "));
  return exit_status::fine;
}

}  // namespace

const ReportKind coverage_report{"coverage", "how the site answers each point of Schedule 2", report_coverage};

}  // namespace offer
