// report reviews: pages whose check is late, by who looks after them, and those whose check comes in the next three months.
#include <algorithm>
#include <iostream>
#include <map>

#include "base/text.h"
#include "commands/report.h"
#include "model/shared_fields.h"
#include "model/site_view.h"

namespace offer {

namespace {

constexpr int days_ahead = 92;  // days

int report_reviews(const Prepared& prepared, const Arguments&) {
  const Site& site = prepared.site;
  const SiteView view(site);
  size_t late_pages = 0, pages_with_date = 0;
  for (const bool late : {true, false}) {
    std::map<std::string, std::vector<const Page*>> by_owner;
    for (const Page& page : site.pages) {
      const std::string& status = page.fields.get(shared::status).word;
      if (page.easy_read || page.view != nullptr || !page.fields.has(shared::review_by) || status == "superseded" || status == "withdrawn") continue;
      pages_with_date += late;
      const int days = days_between(site.today, page.fields.get(shared::review_by));
      if (late ? days >= 0 : days < 0 || days > days_ahead) continue;
      late_pages += late;
      const Role* owner = view.role(page.fields.get(shared::owner).id);
      by_owner[owner == nullptr ? "Nobody" : owner->title].push_back(&page);
    }
    if (by_owner.empty()) continue;
    std::cout << (late ? "Late\n" : "In the next three months\n");
    for (auto& [owner, pages] : by_owner) {
      std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->fields.get(shared::review_by) < b->fields.get(shared::review_by); });
      std::cout << fmt::format("  {}\n", owner);
      for (const Page* page : pages) std::cout << fmt::format("    {}  {}\n", iso(page->fields.get(shared::review_by)), page->path);
    }
  }
  std::cout << fmt::format("{} with a review date; late: {}.\n", count_of(pages_with_date, "page", "pages"), late_pages);
  return exit_status::fine;
}

}  // namespace

const ReportKind reviews_report{"reviews", "pages whose check is late or comes soon, by owner", report_reviews};

}  // namespace offer
