#include "listings/folder.h"

#include <algorithm>
#include <string>
#include <utility>

namespace offer {

namespace {

std::string_view listed_folder(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }  // "services/"; "" at the top

using InOrder = std::vector<Page>::const_iterator;  // pages by path

InOrder end_of_folder(InOrder first, InOrder last, std::string_view folder) {
  return std::partition_point(first, last, [&](const Page& page) { return std::string_view(page.path).starts_with(folder); });
}

InOrder first_from(InOrder first, InOrder last, std::string_view path) {
  return std::lower_bound(first, last, path, [](const Page& page, std::string_view wanted) { return std::string_view(page.path) < wanted; });
}

std::pair<InOrder, InOrder> pages_below(const Page& index, const SiteView& site) {
  // Views stand behind all others.
  const std::vector<Page>& all = site.all_pages();
  const auto views = std::partition_point(all.begin(), all.end(), [](const Page& page) { return page.view == nullptr; });
  const std::string_view folder = listed_folder(index.path);
  const auto first = first_from(all.begin(), views, folder);
  return {first, end_of_folder(first, views, folder)};
}

// Of the folders in one, whose path has so many bytes, and of those in them where they have no list page. Goes from folder to folder, not from page to page.
void add_folders(InOrder first, InOrder last, size_t size, std::vector<FolderGroup>& to) {
  while (first != last) {
    const std::string_view path = first->path;
    const size_t slash = path.find('/', size);
    if (slash == std::string_view::npos) {
      ++first;
      continue;
    }
    const std::string folder(path.substr(0, slash + 1));
    const auto end = end_of_folder(first, last, folder);
    const auto index = first_from(first, end, folder + "index.md");
    if (index != end && index->path == folder + "index.md") to.push_back({&*index, 0});
    else add_folders(first, end, folder.size(), to);
    first = end;
  }
}

}  // namespace

bool FolderGroup::holds(std::string_view path) const { return path.starts_with(listed_folder(index->path)); }

std::vector<FolderGroup> folder_groups(const Page& index, const SiteView& site) {
  std::vector<FolderGroup> groups;
  const auto [first, last] = pages_below(index, site);
  add_folders(first, last, listed_folder(index.path).size(), groups);
  return groups;
}

FolderList folder_list(const Page& index, const ContentType& type, const SiteView& site) {
  FolderList list{folder_groups(index, site), {}};
  const auto [first, last] = pages_below(index, site);
  for (auto page = first; page != last; ++page) {
    if (page->type != &type || page->is_index || page->easy_read) continue;
    const auto after = std::upper_bound(list.groups.begin(), list.groups.end(), listed_folder(page->path),
                                        [](std::string_view wanted, const FolderGroup& one) { return wanted < listed_folder(one.index->path); });
    if (after != list.groups.begin() && std::prev(after)->holds(page->path)) ++std::prev(after)->pages;
    else list.pages.push_back(&*page);
  }
  return list;
}

}  // namespace offer
