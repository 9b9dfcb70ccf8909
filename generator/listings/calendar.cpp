// calendar: meetings, milestones, consultations and other days, what comes first and then what is over, with a file for a reader's own calendar.
#include <algorithm>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/events.h"

namespace offer {

namespace {

std::string words_after_event(const Event& event, bool over) {
  if (event.state == "done") return " Done.";
  if (event.state == "cancelled") return " Cancelled.";
  if (event.state == "missed") return " Missed.";
  if (!over || event.kind == "consultation") return "";
  return event.kind == "meeting" ? (event.state == "not-known" ? " We do not know if it took place." : "") : " We do not know if it was done.";
}

void add_event_items(const std::vector<const Event*>& events, const SiteView& site, Builder& to) {
  to.within(BlockKind::bullet_list, [&] {
    for (const Event* event : events)
      to.within(BlockKind::item, [&] {
        to.within(BlockKind::paragraph, [&] {
            to.within(BlockKind::strong, [&] { to.add(BlockKind::text, in_words(event->date)); });
            // "Opens: Parent carer survey" leads to the survey by its own name.
            const std::string& title = event->page->title;
            const bool ended = !event->what.empty() && std::string_view(".!?").find(event->what.back()) != std::string_view::npos;
            const bool named = event->what.ends_with(title);
            to.add(BlockKind::text, fmt::format(": {}", named ? event->what.substr(0, event->what.size() - title.size()) : event->what + (ended ? "" : ".")));
            if (named) to.link(title, event->page->address);
            const bool over = last_day(event->date) < site.today();
            to.add(BlockKind::text, fmt::format("{}{}{}", named ? "." : "", words_after_event(*event, over),
                                                event->take_part_by && *event->take_part_by >= site.today() ? fmt::format(" To speak, tell us by {}.", in_words(*event->take_part_by)) : ""));
            if (named) return;
            to.add(BlockKind::text, " ");
            to.link(title, event->page->address);
          }).variant = static_cast<uint8_t>(ParagraphKind::tight);
      });
  });
}

void calendar_list(const Page&, const SiteView& site, Builder& to) {
  const std::vector<Event> events = all_events(site);
  std::vector<const Event*> coming, over;
  for (const Event& event : events) (last_day(event.date) >= site.today() ? coming : over).push_back(&event);
  to.heading(2, "What is coming", "list-coming");
  if (coming.empty()) to.paragraph("No days are known yet.");
  else add_event_items(coming, site, to);
  if (!events.empty()) to.within(BlockKind::paragraph, [&] { to.link("Put every day of this page into your own calendar (ICS file)", "/calendar.ics"); });
  std::reverse(over.begin(), over.end());
  for (size_t i = 0; i < over.size();) {
    const int year = over[i]->date.year;
    std::vector<const Event*> of_year;
    for (; i < over.size() && over[i]->date.year == year; ++i) of_year.push_back(over[i]);
    to.heading(2, fmt::format("Over: {}", year), fmt::format("list-{}", year));
    add_event_items(of_year, site, to);
  }
}

}  // namespace

const Listing calendar_listing{.name = "calendar", .says = "Meetings, milestones, consultations and other days.", .list = calendar_list};

}  // namespace offer
