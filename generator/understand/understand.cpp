#include "understand/understand.h"

#include <functional>

#include "base/parallel.h"
#include "types/types.h"
#include "understand/steps.h"

namespace offer {

Site understand_settings(Loaded&& loaded, const UnderstandOptions& options, Report& report) {
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

  site.unpublished = leave_out_unpublished(site.pages, options);
  for (const std::string& path : loaded.unreadable) site.unpublished.emplace(path, "");
  find_addresses(site, options.threads, report);
  pair_easy_read(site, site.unpublished, report);
  // None of these looks at what another one finds.
  const std::vector<std::function<void(Report&)>> steps{[&](Report&) { find_languages(site); },
                                                        [&](Report& own) { check_references(site, site.unpublished, own); },
                                                        [&](Report&) { find_referrers(site); },
                                                        [&](Report& own) { check_circles(site, own); },
                                                        [&](Report&) { find_ended(site); },
                                                        [&](Report&) { find_known_names(site); },
                                                        [&](Report& own) { read_glossary(site, own); },
                                                        [&](Report&) { find_site_words(site); }};
  std::vector<Report> reports(steps.size());
  parallel_for(steps.size(), options.threads, [&](size_t i) { steps[i](reports[i]); });
  for (Report& one : reports) report.add_all(std::move(one));
  return site;
}

void understand_body(Page& page, const Site& site, Report& report) {
  resolve_links(page, site, site.unpublished, report);
  if (page.easy_read) shape_easy_read(page, site, report);
  else mark_terms(page, site);
  find_wanted_views(page);
}

void check_headings_named(const Page& page, const Site& site, Report& report) {
  check_anchored_links(page, site, report);
  if (page.easy_read) check_follows(page, site, report);
}

std::vector<std::vector<uint32_t>> related_pages(const Site& site, unsigned threads) { return find_related(site, threads); }

void add_made_pages(Site& site, unsigned threads, Report& report) { add_views(site, threads, report); }

}  // namespace offer
