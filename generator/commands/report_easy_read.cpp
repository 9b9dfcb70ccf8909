// report easy-read: which pages have an Easy Read version, whether it is up to date, and who has checked it.
#include <iostream>

#include "base/text.h"
#include "commands/report.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// Pages for families, which should have an Easy Read version: home, pathways and strategies that still count.
bool is_for_families(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  if (page.easy_read || page.is_index || status == "superseded" || status == "withdrawn") return page.address == "/" && !page.easy_read;
  return page.type->name == "pathway" || page.type->name == "strategy";
}

void print_list(std::string_view title, const std::vector<std::string>& lines) {
  std::cout << fmt::format("{}: {}\n", title, lines.size());
  for (const std::string& line : lines) std::cout << "  " << line << "\n";
}

int report_easy_read(const Prepared& prepared, const Arguments&) {
  const std::vector<Page>& pages = prepared.site.pages;
  size_t paired = 0;
  std::vector<std::string> drifted;
  std::vector<std::string> never;
  std::vector<std::string> missing;
  std::vector<std::string> unchecked;
  for (const Page& page : pages) {
    if (is_for_families(page) && page.twin == none) missing.push_back(fmt::format("{}: {}", page.path, page.title));
    if (!page.easy_read || page.twin == none) continue;
    const Page& full = pages[page.twin];
    ++paired;
    if (const auto drift = drift_of(page, full))
      drifted.push_back(fmt::format("{}: {} changed since {}", page.path,
                                    drift->known ? count_of(drift->changed.size() + drift->gone_after.size(), "line", "lines") : "the full page",
                                    page.fields.has(shared::accepted_on) ? in_words(page.fields.get(shared::accepted_on)) : "it was accepted"));
    if (!page.fields.has(shared::accepted)) never.push_back(page.path);
    if (!page.fields.has(shared::checked_by)) unchecked.push_back(page.path);
  }
  std::cout << fmt::format("Pages with an Easy Read version: {}\n", paired);
  print_list("Drifted: the full page has changed", drifted);
  print_list("Never compared with the full page", never);
  print_list("Missing: pages for families without an Easy Read version", missing);
  print_list("Not yet checked by people with a learning disability", unchecked);
  return exit_status::fine;
}

}  // namespace

const ReportKind easy_read_report{
    .name = "easy-read",
    .says = "Easy Read versions: up to date, missing, not yet checked",
    .run = report_easy_read,
};

}  // namespace offer
