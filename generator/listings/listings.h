// Listings: lists that the program makes for a plain page whose front matter has `shows: NAME`. To add one: copy the shortest file beside this
// one, and add a line in listings.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "model/page.h"
#include "model/site_view.h"

namespace offer {

class Builder;

struct Listing {
  std::string_view name;  // "coverage"
  std::string_view says;  // one sentence for editors
  void (*list)(const Page& page, const SiteView& site, Builder& to);
};

const std::vector<const Listing*>& all_listings();
const Listing* find_listing(std::string_view name);
std::vector<std::string_view> names_of_listings();

// Which pages a hub gathers; fields of the page that shows it.
namespace hub {
extern const Field<Ids> topics;
extern const Field<Ids> needs;
extern const Field<Ages> ages;
extern const Field<Choice> audience;
}  // namespace hub

extern const Listing a_to_z_listing;
extern const Listing by_group_listing;
extern const Listing by_topic_listing;
extern const Listing calendar_listing;
extern const Listing coverage_listing;
extern const Listing credits_listing;
extern const Listing hub_listing;
extern const Listing measures_listing;
extern const Listing names_listing;
extern const Listing newsletter_listing;
extern const Listing reviews_listing;
extern const Listing roles_listing;
extern const Listing sitemap_listing;
extern const Listing waiting_listing;
extern const Listing yearly_report_listing;

}  // namespace offer
