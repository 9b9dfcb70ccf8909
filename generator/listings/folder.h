// What the list page of a folder lists: the pages below it, or, where folders inside it have list pages of their own, those.
//
// A folder of 2,000 services in 40 folders is then 40 cards and 40 short lists, and no page that a phone cannot load.
#pragma once

#include <vector>

#include "model/site_view.h"

namespace offer {

struct FolderGroup {
  const Page* index = nullptr;  // its list page
  size_t pages = 0;             // of the type, below it
  // Whether a page stands below it. path: of its source file.
  bool holds(std::string_view path) const;
};

struct FolderList {
  std::vector<FolderGroup> groups;   // in order of path
  std::vector<const Page*> pages;    // of the type, in no group; in order of path
};

// The groups alone, whose pages are not counted.
std::vector<FolderGroup> folder_groups(const Page& index, const SiteView& site);

FolderList folder_list(const Page& index, const ContentType& type, const SiteView& site);

}  // namespace offer
