// sitemap: every page, section by section, for people who would rather look than search. The main menu's sections come first.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/relations.h"

namespace offer {

namespace {

struct SitemapSection {
  const Page* index = nullptr;  // the list page of the folder
  std::vector<const Page*> pages;
};

void sitemap_list(const Page& page, const SiteView& site, Builder& to) {
  std::map<std::string_view, SitemapSection> sections;  // by folder; "" for pages that stand alone
  for (const Page& one : site.all_pages()) {
    if (one.easy_read || one.view != nullptr || &one == &page || one.id == "not-found" || one.address == "/") continue;
    const size_t slash = one.path.find('/');
    SitemapSection& section = sections[slash == std::string::npos ? std::string_view() : std::string_view(one.path).substr(0, slash)];
    if (one.is_index && one.path.rfind('/') == slash && slash != std::string::npos) section.index = &one;
    else section.pages.push_back(&one);
  }
  const auto title_of = [&](std::string_view folder, const SitemapSection& section) { return folder.empty() ? std::string("About this site") : section.index != nullptr ? section.index->title : std::string(folder); };
  // As in the menu; the others by their titles, and the pages that stand alone at the end.
  const auto rank = [&](std::string_view folder, const SitemapSection& section) {
    const auto& menu = site.settings().menu;
    if (folder.empty()) return menu.size() + 1;
    return section.index == nullptr ? menu.size() : static_cast<size_t>(std::find(menu.begin(), menu.end(), section.index->id) - menu.begin());
  };
  std::vector<std::pair<std::string_view, SitemapSection*>> in_order;
  for (auto& [folder, section] : sections) in_order.emplace_back(folder, &section);
  std::stable_sort(in_order.begin(), in_order.end(), [&](const auto& a, const auto& b) {
    const size_t x = rank(a.first, *a.second), y = rank(b.first, *b.second);
    return x != y ? x < y : lower(title_of(a.first, *a.second)) < lower(title_of(b.first, *b.second));
  });
  if (in_order.empty()) return to.paragraph("Nothing is here yet.");
  for (const auto& [folder, section] : in_order) {
    to.heading(2, title_of(folder, *section), "list-" + (folder.empty() ? std::string("this-site") : slug(folder)));
    std::stable_sort(section->pages.begin(), section->pages.end(), [](const Page* a, const Page* b) { return lower(a->title) < lower(b->title); });
    to.within(BlockKind::bullet_list, [&, section = section] {
      if (section->index != nullptr) add_link_item(*section->index, section->pages.empty() ? "" : fmt::format(": the list of {}", count_of(section->pages.size(), "page", "pages")), to);
      for (const Page* one : section->pages) add_link_item(*one, {}, to);
    });
  }
}

}  // namespace

const Listing sitemap_listing{.name = "sitemap", .says = "Every page, section by section.", .list = sitemap_list};

}  // namespace offer
