// Headings: the outline by which a screen reader's user finds their way.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

void skipped_levels(const Page& page, const SiteView&, const PageParts&, Report& report) {
  unsigned above = 1;
  for (const Heading& heading : page.headings) {
    if (heading.level > above + 1)
      report.add(codes::skipped_heading_levels, page.path, heading.place,
                 fmt::format("'{}' is a heading of level {} under one of level {}", heading.title, heading.level, above),
                 fmt::format("{} {}", std::string(above + 1, '#'), heading.title));
    above = heading.level;
  }
}

void heading_titles(const Page& page, const SiteView&, const PageParts&, Report& report) {
  if (page.title.empty()) return;  // a page without its settings: this may well be its title
  for (const Heading& heading : page.headings)
    if (heading.level == 1)
      report.add(codes::titles_in_the_text, page.path, heading.place,
                 fmt::format("'{}' would be a second title: the page's title is '{}'", heading.title, page.title),
                 fmt::format("## {}", heading.title));
}

// Whether two headings may have the same words, but for capitals: a hash of each tells, without a copy of them.
bool may_repeat(const std::vector<Heading>& headings) {
  static thread_local std::vector<uint32_t> hashes;
  hashes.clear();
  for (const Heading& heading : headings) {
    uint32_t hash = 1;
    for (const char c : trim(heading.title)) hash = hash * 0x01000193U ^ (static_cast<unsigned char>(c) | 0x20U);
    hashes.push_back(hash);
  }
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
}

void repeated(const Page& page, const SiteView&, const PageParts&, Report& report) {
  if (page.headings.size() < 2 || !may_repeat(page.headings)) return;
  std::unordered_map<std::string, uint32_t> lines;
  for (const Heading& heading : page.headings) {
    if (trim(heading.title).empty()) continue;  // empty_headings says so
    const auto [first, fresh] = lines.emplace(lower(trim(heading.title)), heading.place.line);
    if (!fresh)
      report.add(codes::repeated_headings, page.path, heading.place,
                 fmt::format("the heading '{}' stands on line {} too", heading.title, first->second),
                 "Give each heading words of its own, so that a list of headings makes sense.");
  }
}

void headings_without_text(const Page& page, const SiteView&, const PageParts&, Report& report) {
  for (const Heading& heading : page.headings)
    if (trim(heading.title).empty())
      report.add(codes::empty_headings, page.path, heading.place, "this heading has no words", "Write some, or take the # away.");
}

}  // namespace

const std::vector<Check>& heading_checks() {
  static const std::vector<Check> checks{
      {codes::skipped_heading_levels, skipped_levels},
      {codes::titles_in_the_text, heading_titles},
      {codes::repeated_headings, repeated},
      {codes::empty_headings, headings_without_text},
  };
  return checks;
}

}  // namespace offer
