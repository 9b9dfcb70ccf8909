// Coverage: how the site answers each point of Schedule 2, from what its pages say that they cover.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site_view.h"

namespace offer {

enum class Covered {
  fully,        // by a page that was checked in time and has an Easy Read version
  no_easy_read, // in date, in no Easy Read
  overdue,      // only by pages past their review date
  link_only,    // only by pages that do little but lead elsewhere
  missing,
};

struct CoveredPoint {
  std::string id;     // "S2.1a"
  std::string words;  // what the point asks for
  Covered state = Covered::missing;
  std::vector<const Page*> pages;
};

std::vector<CoveredPoint> coverage_of(const SiteView& site);  // in the law's order
std::string_view covered_words(Covered state);                // "Covered and in date"
std::string_view covered_name(Covered state);                 // "covered", for data

}  // namespace offer
