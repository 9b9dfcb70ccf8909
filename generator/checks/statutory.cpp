// Statutory: points of Schedule 2 of the SEND Regulations 2014 that no page answers.
#include <algorithm>

#include "base/text.h"
#include "checks/site_checks.h"
#include "model/coverage.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code uncovered_points{"uncovered-points", Severity::look, "SEND Regulations 2014, Schedule 2"};

// Told on the page that shows the coverage: without one, a site does not claim to be a whole Local Offer.
void uncovered(const SiteIndex& index, Report& report) {
  for (const Page& page : index.site.all_pages()) {
    if (page.easy_read || page.view != nullptr) continue;
    const auto shows = std::find_if(page.fields.all().begin(), page.fields.all().end(), [](const Fields::Entry& entry) { return entry.field->name == "shows"; });
    if (shows == page.fields.all().end() || std::get<Choice>(shows->value).word != "coverage") continue;
    for (const CoveredPoint& point : coverage_of(index.site)) {
      if (point.state != Covered::missing && point.state != Covered::link_only) continue;
      report.add(uncovered_points, page.path, shows->place,
                 point.state == Covered::missing ? fmt::format("no page answers point {} of the law: {}", point.id, point.words)
                                                 : fmt::format("point {} of the law is answered only by a link to another site: {}", point.id, point.words),
                 fmt::format("Write it, and put into that page's settings: covers: [{}]", point.id));
    }
    return;
  }
}

}  // namespace

const std::vector<SiteCheck>& statutory_checks() {
  static const std::vector<SiteCheck> checks{{uncovered_points, uncovered}};
  return checks;
}

}  // namespace offer
