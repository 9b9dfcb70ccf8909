// hub: every page that fits a topic, a need, an age or a kind of reader, grouped by what it is.
#include <algorithm>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "types/relations.h"

namespace offer {

namespace hub {
const Field<Ids> topics{"of_topics", Need::optional, "For `shows: hub`: gather pages of any of these topics.", "[mental-health]", {}, RefersTo::topic};
const Field<Ids> needs{"of_needs", Need::optional, "For `shows: hub`: gather pages about any of these needs.", "[autism]", {}, RefersTo::need};
const Field<Ages> ages{"of_ages", Need::optional, "For `shows: hub`: gather pages for these ages.", "0 to 5"};
const Field<Choice> audience{"of_audience", Need::optional, "For `shows: hub`: gather pages for these readers.", "professionals", {"parents", "young-people", "professionals", "everyone"}};
}  // namespace hub

namespace {

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

constexpr int widest_range = 60;  // years

// Ages of their own, not "all ages": a page for everybody says little to a parent of a toddler.
bool fits_ages(const Page& page, const Ages& wanted) {
  if (!page.fields.has(shared::ages)) return false;
  const Ages& has = page.fields.get(shared::ages);
  if (has.to - has.from > widest_range) return false;
  return has.from <= wanted.to && has.to >= wanted.from;
}

bool fits(const Page& page, const Page& hub_page) {
  const Fields& wanted = hub_page.fields;
  if (page.easy_read || page.is_index || page.view != nullptr || &page == &hub_page || page.id == "not-found") return false;
  if (wanted.has(hub::topics) && !share(page.fields.get(shared::topics).ids, wanted.get(hub::topics).ids)) return false;
  if (wanted.has(hub::needs) && !share(page.fields.get(shared::needs).ids, wanted.get(hub::needs).ids)) return false;
  if (wanted.has(hub::ages) && !fits_ages(page, wanted.get(hub::ages))) return false;
  const std::string& audience = wanted.get(hub::audience).word;
  const std::vector<std::string> fitting = audience == "professionals" ? std::vector<std::string>{audience} : std::vector<std::string>{audience, "everyone"};
  if (wanted.has(hub::audience) && !share(page.fields.get(shared::audience).words, fitting)) return false;
  return wanted.has(hub::topics) || wanted.has(hub::needs) || wanted.has(hub::ages) || wanted.has(hub::audience);
}

void hub_list(const Page& page, const SiteView& site, Builder& to) {
  bool found = false;
  for (const ContentType* type : site.types()) {
    std::vector<const Page*> pages;
    for (const Page& one : site.all_pages())
      if (one.type == type && fits(one, page)) pages.push_back(&one);
    if (pages.empty()) continue;
    found = true;
    // What is for just these ages comes first.
    if (page.fields.has(hub::ages))
      std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) {
        const Ages &x = a->fields.get(shared::ages), &y = b->fields.get(shared::ages);
        return x.to - x.from < y.to - y.from;
      });
    to.heading(2, type->many, "list-" + slug(type->many));
    if (type->name == "pathway" || type->name == "service") add_cards(pages, to);
    else add_links(pages, to);
  }
  if (!found) to.paragraph("No page fits yet.");
}

}  // namespace

const Listing hub_listing{.name = "hub", .says = "Every page that fits a topic, a need, an age or a kind of reader.", .list = hub_list};

}  // namespace offer
