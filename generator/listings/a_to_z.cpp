// a-to-z: every page under its letter.
#include "listings/letters.h"
#include "listings/listings.h"
#include "model/builder.h"

namespace offer {

namespace {

void a_to_z_list(const Page& page, const SiteView& site, Builder& to) {
  std::vector<LetterEntry> entries;
  for (const Page& one : site.all_pages())
    if (!one.easy_read && one.view == nullptr && &one != &page && one.id != "not-found" && one.address != "/") entries.push_back({one.title, one.address, {}});
  add_letters(std::move(entries), to);
}

}  // namespace

const Listing a_to_z_listing{.name = "a-to-z", .says = "Every page under its letter.", .list = a_to_z_list};

}  // namespace offer
