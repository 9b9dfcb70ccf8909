#include "listings/folder_list.h"

#include <map>

#include "base/text.h"
#include "listings/filters.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/relations.h"

namespace offer {

namespace {

std::string_view folder_of(const Page& page) { return std::string_view(page.path).substr(0, page.path.rfind('/') + 1); }

struct Lists {
  std::vector<const Page*> nearest;  // list pages below, without those below another
  std::vector<size_t> sizes;         // how many pages stand below each
  std::vector<const Page*> own;      // pages that stand in no list below
};

// One walk over the pages below, which are in order of path: what stands below one list page stands together.
Lists lists_below(const Page& index, const SiteView& site) {
  Lists lists;
  const std::vector<const Page*> pages = site.below(index);
  std::map<std::string_view, const Page*> lists_of_folders;
  for (const Page* page : pages)
    if (page->is_index) lists_of_folders.emplace(folder_of(*page), page);
  const size_t above = folder_of(index).size();
  for (const Page* page : pages) {
    const Page* list = nullptr;  // the highest list page between this page and `index`
    for (size_t slash = page->path.find('/', above); slash != std::string::npos && list == nullptr; slash = page->path.find('/', slash + 1))
      if (const auto found = lists_of_folders.find(std::string_view(page->path).substr(0, slash + 1)); found != lists_of_folders.end()) list = found->second;
    if (list == nullptr) {
      lists.own.push_back(page);
      continue;
    }
    if (lists.nearest.empty() || lists.nearest.back() != list) {
      lists.nearest.push_back(list);
      lists.sizes.push_back(0);
    }
    if (!page->is_index) ++lists.sizes.back();
  }
  return lists;
}

}  // namespace

void add_folder_list(const Page& index, const ContentType& type, const SiteView& site, Builder& to) {
  const bool whole = index.path.find('/') == index.path.rfind('/');
  const Lists lists = lists_below(index, site);
  if (whole && lists.nearest.empty()) {
    add_filter_links(index, type, site, site.pages_of(type.name).size(), to);
    return type.list(site, to);
  }
  // The pages themselves stand elsewhere, so that nothing can be narrowed in place.
  if (whole) add_filter_links(index, type, site, 0, to);
  if (!lists.nearest.empty())
    to.within(BlockKind::bullet_list, [&] {
      for (size_t i = 0; i < lists.nearest.size(); ++i) add_link_item(*lists.nearest[i], fmt::format(": {}", count_of(lists.sizes[i], "page", "pages")), to);
    });
  if (lists.own.empty()) return;
  if (type.list_of != nullptr) type.list_of(lists.own, site, to);
  else add_cards(lists.own, to);
}

}  // namespace offer
