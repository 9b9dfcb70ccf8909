// The filters of the search page: by kind of page, reader, age, topic and need.
//
// filters.json is {"groups": [[title, [choice, …]], …], "pages": letters}. For each page it has as many letters of search_digits as there are sixes of
// choices in each group, begun sixes too: each letter has the answers to six choices as its bits, the first choice as the lowest.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/site_view.h"

namespace offer {

// Digits of base 64.
inline constexpr std::string_view search_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string json_list(const std::vector<std::string>& texts);

class Filters {
 public:
  explicit Filters(const SiteView& site);
  // The letters of all groups but the first, the kind of page, which joining knows.
  std::string letters_of(const Page& page) const;

  static std::string letters(size_t choices, const std::vector<size_t>& chosen);
  // kinds: titles; pages: the letters of all pages.
  std::string json(const std::vector<std::string>& kinds, std::string_view pages) const;

 private:
  const SiteView& site_;
  std::unordered_map<std::string_view, size_t> topics_, needs_;  // the place of each id among the choices
};

}  // namespace offer
