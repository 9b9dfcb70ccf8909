#include "understand/understand.h"

#include "base/parallel.h"
#include "types/types.h"
#include "understand/steps.h"

namespace offer {

Site understand(Loaded&& loaded, const UnderstandOptions& options, Report& report) {
  Site site;
  site.today = options.today;
  site.types = all_types();
  site.settings = std::move(loaded.settings);
  site.roles = std::move(loaded.roles);
  site.topics = std::move(loaded.topics);
  site.needs = std::move(loaded.needs);
  site.law = std::move(loaded.law);
  site.deadlines = std::move(loaded.deadlines);
  site.bank_holidays = std::move(loaded.bank_holidays);
  site.search_words = std::move(loaded.search_words);
  site.files = std::move(loaded.files);
  site.kept_addresses = std::move(loaded.kept_addresses);
  site.easy_read = std::move(loaded.easy_read);
  site.plain_english = std::move(loaded.plain_english);
  site.pages = std::move(loaded.pages);
  for (Picture& picture : loaded.pictures) {
    std::string name = picture.concept_name;
    site.pictures.emplace(std::move(name), std::move(picture));
  }

  Unpublished unpublished = leave_out_unpublished(site.pages, options);
  for (const std::string& path : loaded.unreadable) unpublished.emplace(path, "");
  find_addresses(site, report);
  pair_easy_read(site, unpublished, report);
  check_references(site, unpublished, report);
  find_referrers(site);
  check_circles(site, report);
  find_ended(site);
  find_known_names(site);
  read_glossary(site, report);
  find_site_words(site);

  std::vector<Report> reports(site.pages.size());
  parallel_for(site.pages.size(), options.threads, [&](size_t i) {
    Page& page = site.pages[i];
    resolve_links(page, site, unpublished, reports[i]);
    if (page.easy_read) shape_easy_read(page, site, reports[i]);
    else mark_terms(page, site);
  });
  for (Report& one : reports) report.add_all(std::move(one));
  find_related(site);  // once the glossary's words on each page are known
  add_views(site, report);
  return site;
}

}  // namespace offer
