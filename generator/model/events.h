// Events: every day that the site tells of, for the calendar.
#pragma once

#include <vector>

#include "model/site_view.h"

namespace offer {

// The rows of a page's own table `dates`.
std::vector<Event> dates_of(const Page& page);
// All of them, the earliest first: tables of dates, and days of fields.
std::vector<Event> all_events(const SiteView& site);

}  // namespace offer
