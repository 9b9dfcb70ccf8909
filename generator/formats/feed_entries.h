// Feed entries: what the Atom and the JSON feeds tell, so that both tell the same.
//
// "All": news and answers, the newest first. One feed each for every type that has something that happened (news, you said we did), below its
// folder. "Changes": every page that is new or was checked again, the newest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site_view.h"

namespace offer {

struct FeedEntry {
  const Page* page = nullptr;
  Date published;  // when it happened; for changes: since when readers see the page, or the day of its last check
  Date updated;    // the day of its last check
};

struct Feed {
  std::string path;   // without its ending: "feed", "news/feed", "changes"
  std::string title;  // "Worcestershire SEND Local Offer: news"
  std::string_view about;
  std::vector<FeedEntry> entries;
  Date updated;       // of its newest entry
};

std::vector<Feed> all_feeds(const SiteView& site);

// "2026-11-21T00:00:00Z" (RFC 3339).
std::string moment(Date day);

// Who writes the site.
std::string_view author_of(const SiteView& site);

}  // namespace offer
