// by-topic: what families and others said, by what it is about.
#include <algorithm>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

void topic_list(const Page&, const SiteView& site, Builder& to) {
  const auto updates = updates_newest_first(site);
  if (updates.empty()) to.paragraph("Nobody has said anything yet.");
  std::vector<const Page*> others;
  for (const Page* page : updates)
    if (page->fields.get(shared::topics).ids.empty()) others.push_back(page);
  for (const auto& [id, title] : site.topics()) {
    std::vector<const Page*> pages;
    for (const Page* page : updates) {
      const auto& topics = page->fields.get(shared::topics).ids;
      if (std::find(topics.begin(), topics.end(), id) != topics.end()) pages.push_back(page);
    }
    if (pages.empty()) continue;
    to.heading(2, title, "list-" + slug(id));
    add_updates(pages, to);
  }
  if (others.empty()) return;
  to.heading(2, "Other things", "list--other");
  add_updates(others, to);
}

}  // namespace

const Listing by_topic_listing{.name = "by-topic", .says = "What families and others said, by what it is about.", .list = topic_list};

}  // namespace offer
