// by-group: what families and others said, by who said it.
#include <map>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/update.h"

namespace offer {

namespace {

void group_list(const Page&, const SiteView& site, Builder& to) {
  std::map<std::string, std::vector<const Page*>> groups;  // "Parent carers" and "parent carers" are one
  for (const Page* page : updates_newest_first(site)) groups[slug(page->fields.get(update::who))].push_back(page);
  if (groups.empty()) to.paragraph("Nobody has said anything yet.");
  for (const auto& [name, pages] : groups) {
    to.heading(2, pages.front()->fields.get(update::who), "list-" + name);
    add_updates(pages, to);
  }
}

}  // namespace

const Listing by_group_listing{.name = "by-group", .says = "What families and others said, by who said it.", .list = group_list};

}  // namespace offer
