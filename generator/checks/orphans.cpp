// Orphans: pages that readers cannot come to, because nothing leads to them.
#include <set>

#include "base/text.h"
#include "checks/site_checks.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code orphans{"orphans", Severity::warning, "WCAG 2.4.5"};

void nothing_leads_to(const SiteIndex& index, Report& report) {
  const SiteView& site = index.site;
  // Without a home page and a menu the site is only begun.
  if (site.page_at("/") == nullptr || site.settings().menu.empty()) return;
  std::vector<bool> reached(index.pages.size(), false);
  for (size_t i = 0; i < index.pages.size(); ++i)
    for (const size_t to : index.pages[i].leads_to) reached[to] = reached[to] || to != i;
  const auto reach = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
      if (const Page* page = site.page(id)) reached[page->number] = true;
  };
  reach(site.settings().menu);
  reach(site.settings().footer);
  reach({"home", "not-found", "other-formats", "contact"});  // the frame leads to these
  for (const Page& page : site.all_pages()) {
    // Its full page leads to an Easy Read version and to a view; an old page may be let go.
    if (page.easy_read || page.view != nullptr || page.address == "/" || page.fields.get(shared::status).word == "withdrawn") continue;
    if (site.page_at(page.address) != &page) continue;  // another page stands at its address: repeated_addresses says so
    // A short address is printed on posters: readers come by it.
    if (reached[page.number] || page.fields.has(shared::short_address)) continue;
    // From a page below, the path at its top leads here.
    report.add(orphans, page.path, page.fields.place_of(shared::title), fmt::format("no other page, menu or list leads to '{}'", page.title),
               fmt::format("Link to it where readers look for it: [{}](/{})", page.title, page.path));
  }
}

}  // namespace

const std::vector<SiteCheck>& orphan_checks() {
  static const std::vector<SiteCheck> checks{{orphans, nothing_leads_to}};
  return checks;
}

}  // namespace offer
