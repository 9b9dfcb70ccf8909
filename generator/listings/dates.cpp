#include "listings/dates.h"

#include <algorithm>

#include "base/text.h"
#include "model/builder.h"
#include "model/events.h"

namespace offer {

namespace {
std::string_view words_of_event(const Event& event, Date today) {
  if (event.state == "done") return "Done";
  if (event.state == "cancelled") return "Cancelled";
  if (event.state == "missed") return "Missed";
  if (last_day(event.date) >= today) return "To come";
  if (event.kind == "meeting") return event.state == "not-known" ? "Over: we do not know if it took place" : "Over";
  return "Over: we do not know if it was done";
}
}  // namespace

void add_dates(const Page& page, const SiteView& site, Builder& to) {
  std::vector<Event> events = dates_of(page);
  if (events.empty()) return;
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return first_day(a.date) < first_day(b.date); });
  const bool notes = std::any_of(events.begin(), events.end(), [](const Event& event) { return !event.note.empty() || event.take_part_by; });
  to.heading(2, "Dates", "list-dates");
  to.within(BlockKind::table, [&] {
    const auto row = [&](bool header, const std::vector<std::string>& cells) {
      to.within(BlockKind::row, [&] {
          for (const std::string& cell : cells) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
        }).number = header ? 1 : 0;
    };
    std::vector<std::string> columns{"Day", "What", "State"};
    if (notes) columns.emplace_back("Good to know");
    row(true, columns);
    for (const Event& event : events) {
      std::vector<std::string> cells{in_words(event.date), event.what, std::string(words_of_event(event, site.today()))};
      if (notes) cells.push_back(event.take_part_by && *event.take_part_by >= site.today() ? fmt::format("To speak, tell us by {}. {}", in_words(*event.take_part_by), event.note) : event.note);
      row(false, cells);
    }
  });
}

}  // namespace offer
