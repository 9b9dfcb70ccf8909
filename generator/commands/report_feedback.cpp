// report feedback: what was said and how far the answers are, those without an answer first, the longest wait on top.
#include <algorithm>
#include <iostream>
#include <map>

#include "base/text.h"
#include "commands/report.h"
#include "model/site_view.h"
#include "types/update.h"

namespace offer {

namespace {

int report_feedback(const Prepared& prepared, const Arguments&) {
  const SiteView site(prepared.site);
  auto pages = site.pages_of("update");
  const auto waits = [](const Page* page) { return page->fields.get(update::answer).word == "waiting"; };
  std::stable_sort(pages.begin(), pages.end(), [&](const Page* a, const Page* b) {
    if (waits(a) != waits(b)) return waits(a);
    return a->fields.get(update::said) < b->fields.get(update::said);
  });
  std::map<std::string, size_t> counts;
  for (const Page* page : pages) {
    ++counts[std::string(update::answer_words(*page))];
    const int days = days_between(last_day(page->fields.get(update::said)), site.today());
    std::cout << fmt::format("{:<18} said {:<10} {}{}\n", update::answer_words(*page), iso(page->fields.get(update::said)), page->path, waits(page) ? fmt::format("  {} days", days) : "");
  }
  std::vector<std::string> parts;
  for (const auto& [words, count] : counts) parts.push_back(fmt::format("{}: {}", words, count));
  std::cout << fmt::format("{}. {}.\n", count_of(pages.size(), "thing that was said", "things that were said"), join(parts, "; "));
  return exit_status::fine;
}

}  // namespace

const ReportKind feedback_report{"feedback", "what was said and how far the answers are", report_feedback};

}  // namespace offer
