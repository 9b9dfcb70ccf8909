#include "listings/listings.h"

namespace offer {

const std::vector<const Listing*>& all_listings() {
  static const std::vector<const Listing*> listings{
      &a_to_z_listing, &by_group_listing,   &by_topic_listing, &calendar_listing, &coverage_listing, &credits_listing, &hub_listing,           &measures_listing,
      &names_listing,  &newsletter_listing, &reviews_listing,  &roles_listing,    &sitemap_listing, &waiting_listing,  &yearly_report_listing,
  };
  return listings;
}

const Listing* find_listing(std::string_view name) {
  for (const Listing* listing : all_listings())
    if (listing->name == name) return listing;
  return nullptr;
}

std::vector<std::string_view> names_of_listings() {
  std::vector<std::string_view> names;
  for (const Listing* listing : all_listings()) names.push_back(listing->name);
  return names;
}

}  // namespace offer
