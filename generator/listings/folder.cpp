#include "listings/folder.h"

#include <algorithm>

namespace offer {

namespace {

std::string_view listed_folder(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }  // "services/"; "" at the top

}  // namespace

bool FolderGroup::holds(std::string_view path) const { return path.starts_with(listed_folder(index->path)); }

FolderList folder_list(const Page& index, const ContentType& type, const SiteView& site) {
  const std::string_view folder = listed_folder(index.path);
  // Pages are sorted by path, views behind them all.
  const std::vector<Page>& all = site.all_pages();
  const auto views = std::partition_point(all.begin(), all.end(), [](const Page& page) { return page.view == nullptr; });
  const auto first = std::lower_bound(all.begin(), views, folder, [](const Page& page, std::string_view wanted) { return std::string_view(page.path) < wanted; });
  const auto last = std::partition_point(first, views, [&](const Page& page) { return std::string_view(page.path).starts_with(folder); });

  FolderList list;
  for (auto page = first; page != last; ++page)
    if (page->is_index && !page->easy_read && page->number != index.number) list.groups.push_back({&*page, 0});
  std::sort(list.groups.begin(), list.groups.end(), [](const FolderGroup& a, const FolderGroup& b) { return listed_folder(a.index->path) < listed_folder(b.index->path); });
  // Of folders inside each other the outermost.
  list.groups.erase(std::unique(list.groups.begin(), list.groups.end(), [&](const FolderGroup& a, const FolderGroup& b) { return a.holds(b.index->path); }), list.groups.end());

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
