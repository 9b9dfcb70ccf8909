#include "model/coverage.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "model/open_bodies.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// "S2.10a" gives 10 and "a", so that S2.2 stands before S2.10.
std::pair<int, std::string> order_of(std::string_view id) {
  const size_t dot = id.find('.');
  int number = 0;
  const std::string_view after = dot == std::string_view::npos ? id : id.substr(dot + 1);
  const auto [end, error] = std::from_chars(after.data(), after.data() + after.size(), number);
  return {number, std::string(end, after.data() + after.size())};
}

// A page of a few words whose links lead to other sites.
bool only_leads_elsewhere(const Page& page) {
  const OpenBodies open;
  size_t words = 0;
  bool outside = false;
  walk(page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::text) words += words_of(block.text).size();
    if (block.kind == BlockKind::link && block.target.starts_with("http")) outside = true;
  });
  return outside && words < 60;
}

Covered coverage_state(const std::vector<const Page*>& pages, const SiteView& site) {
  Covered best = Covered::missing;
  for (const Page* page : pages) {
    const bool late = page->fields.has(shared::review_by) && page->fields.get(shared::review_by) < site.today();
    const Covered state = only_leads_elsewhere(*page) ? Covered::link_only : late ? Covered::overdue : site.twin(*page) == nullptr ? Covered::no_easy_read : Covered::fully;
    best = std::min(best, state);
  }
  return best;
}

}  // namespace

std::vector<CoveredPoint> coverage_of(const SiteView& site) {
  std::map<std::string, std::vector<const Page*>, std::less<>> pages;
  for (const Page& page : site.all_pages()) {
    const std::string& status = page.fields.get(shared::status).word;
    if (page.easy_read || page.view != nullptr || status == "superseded" || status == "withdrawn") continue;
    for (const std::string& id : page.fields.get(shared::covers).ids) pages[id].push_back(&page);
  }
  std::vector<CoveredPoint> points;
  for (const auto& [id, words] : site.law()) {
    CoveredPoint point{id, words, Covered::missing, pages[id]};
    point.state = coverage_state(point.pages, site);
    points.push_back(std::move(point));
  }
  std::sort(points.begin(), points.end(), [](const CoveredPoint& a, const CoveredPoint& b) { return order_of(a.id) < order_of(b.id); });
  return points;
}

std::string_view covered_words(Covered state) {
  switch (state) {
    case Covered::fully: return "Covered";
    case Covered::no_easy_read: return "No Easy Read";
    case Covered::overdue: return "Check is late";
    case Covered::link_only: return "Only a link";
    case Covered::missing: return "Missing";
  }
  return "";
}

std::string_view covered_name(Covered state) {
  switch (state) {
    case Covered::fully: return "covered";
    case Covered::no_easy_read: return "no-easy-read";
    case Covered::overdue: return "overdue";
    case Covered::link_only: return "link-only";
    case Covered::missing: return "missing";
  }
  return "";
}

}  // namespace offer
