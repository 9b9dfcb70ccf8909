// Filters of long lists: links to a page for each value ("/services/topic/autism/"), and the marks by which the theme's filters.js narrows the
// whole list in place. See model/list_filter.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "model/site_view.h"

namespace offer {

class Builder;

// Filters that several types have.
extern const ListFilter topic_filter;
extern const ListFilter need_filter;
extern const ListFilter age_filter;

// The filters that are worth having: none for a short list, and none with fewer than two values. Looks at all pages of the type.
std::vector<CountedFilter> useful_filters(const ContentType& type, const SiteView& site);

// The type whose pages this index page lists, or nothing.
const ContentType* listed_type(const Page& page, const SiteView& site);

bool is_long(const std::vector<const Page*>& pages);  // too long to be read through

std::string filter_values(const Page& page, const SiteView& site);  // "topic:autism age:5-to-11"
// The same for the card or item that is being built.
void add_values(const Page& page, const SiteView& site, Builder& to);
void add_values(const std::vector<std::pair<std::string_view, std::string>>& values, Builder& to);

// The links over the list of the type's own index page; nothing for a type without filters, and on the page of a folder inside.
// items: how many of the type's pages stand on this page if all do; else 0.
void add_filter_links(const Page& index, const ContentType& type, const SiteView& site, size_t items, Builder& to);

// Links to places where only some of a list stand, for a list that is no list of pages: `values` with their addresses and counts.
struct FilterLink {
  std::string id, words, address;
  size_t count = 0;
};
struct FilterGroup {
  std::string_view name, title;
  std::vector<FilterLink> links;
};
void add_filter_groups(const std::vector<FilterGroup>& groups, size_t items, std::string_view current, Builder& to);

// One page for each useful value of each filter of the type that `index` lists.
struct FilteredPage {
  std::string address, title, summary, value;
};
std::vector<FilteredPage> filtered_pages(const Page& index, const SiteView& site);
extern const ContentView filtered_view;

}  // namespace offer
