// ListFilter: what a long list can be narrowed by: "What it is about", with the values that each page of the list has.
//
// A content type names its filters (model/content_type.h). Every useful value gets a page of its own below the list's page
// ("/services/topic/autism/"), which works without script, and the theme's filters.js narrows the whole list in place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct Page;
class SiteView;

struct FilterValue {
  std::string id;     // in addresses: small letters, digits and hyphens
  std::string words;  // "Autism"
  int order = 0;      // the lower comes first; the same order: from A to Z
};

struct ListFilter {
  std::string_view name;   // in addresses and in the query of an address: "topic"
  std::string_view title;  // "What it is about"
  size_t at_least;         // a value that fewer pages have gets no page: words that an editor makes up can be many
  std::vector<FilterValue> (*values)(const Page& page, const SiteView& site);
};

// A value that some and not all pages of a list have.
struct CountedValue {
  FilterValue value;
  std::vector<uint32_t> pages;  // numbers in Site::pages, in order of path
};
struct CountedFilter {
  const ListFilter* filter = nullptr;
  std::vector<CountedValue> values;
};

}  // namespace offer
