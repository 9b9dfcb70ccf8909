#include "model/events.h"

#include <algorithm>

namespace offer {

std::vector<Event> dates_of(const Page& page) {
  std::vector<Event> events;
  const DataTable* table = page.table("dates");
  if (table == nullptr || page.view != nullptr) return events;
  for (const DataRow& row : table->rows) {
    const auto date = parse_rough_date(table->text(row, "date"));
    if (!date) continue;
    const auto words = [&](std::string_view column) { return std::string(table->text(row, column)); };
    events.push_back({*date, words("kind"), words("what"), words("note"), words("state"), parse_date(words("take_part_by")), &page});
  }
  return events;
}

std::vector<Event> all_events(const SiteView& site) {
  std::vector<Event> events;
  for (const Page& page : site.all_pages()) {
    if (page.easy_read || page.view != nullptr) continue;
    for (Event& event : dates_of(page)) events.push_back(std::move(event));
    if (page.type->events == nullptr) continue;
    for (Event& event : page.type->events(page)) events.push_back(std::move(event));
  }
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return first_day(a.date) < first_day(b.date); });
  return events;
}

}  // namespace offer
