// report measures: the newest figure of each measure, how old it is, and which have none.
#include <iostream>

#include "base/text.h"
#include "commands/report.h"
#include "model/site_view.h"
#include "types/measure_fields.h"
#include "types/measure_tables.h"

namespace offer {

namespace {

constexpr int stale = 550;  // days: a year and a half, so a yearly figure has time to come

int report_measures(const Prepared& prepared, const Arguments&) {
  const SiteView site(prepared.site);
  size_t without = 0, old = 0;
  const auto pages = site.pages_of("measure");
  for (const Page* page : pages) {
    const DataTable* series = page->table("series");
    const auto points = series == nullptr ? std::vector<SeriesPoint>{} : read_series(*series);
    std::string age;
    if (!points.empty() && days_between(last_day(points.back().date), site.today()) > stale) {
      age = "  old";
      ++old;
    }
    if (points.empty() && page->table("breakdown") == nullptr) ++without;
    std::cout << fmt::format("{:<60} {}{}\n", page->path, newest_figure(*page), age);
  }
  std::cout << fmt::format("{}. Without a figure: {}. Older than a year and a half: {}.\n", count_of(pages.size(), "measure", "measures"), without, old);
  return exit_status::fine;
}

}  // namespace

const ReportKind measures_report{"measures", "the newest figure of each measure, and which have none or an old one", report_measures};

}  // namespace offer
