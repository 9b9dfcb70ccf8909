// Dates: what the page says is still true.
#include "base/text.h"
#include "checks/checks.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

void overdue_reviews(const Page& page, const SiteView& site, Report& report) {
  if (page.easy_read || !page.fields.has(shared::review_by)) return;
  const Date by = page.fields.get(shared::review_by);
  const std::string& status = page.fields.get(shared::status).word;
  if (by >= site.today() || status == "superseded" || status == "withdrawn") return;
  report.add(codes::overdue_reviews, page.path, page.fields.place_of(shared::review_by),
             fmt::format("this page should have been checked by {}", in_words(by)),
             "Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.");
}

}  // namespace

const std::vector<Check>& date_checks() {
  static const std::vector<Check> checks{{codes::overdue_reviews, overdue_reviews}};
  return checks;
}

}  // namespace offer
