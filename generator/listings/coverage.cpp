// coverage: how the site answers each point of Schedule 2 of the SEND Regulations 2014.
#include <map>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/coverage.h"

namespace offer {

namespace {

TagKind tag_of(Covered state) {
  switch (state) {
    case Covered::fully: return TagKind::done;
    case Covered::no_easy_read: return TagKind::in_progress;
    case Covered::overdue: return TagKind::waiting;
    case Covered::link_only: return TagKind::planned;
    case Covered::missing: return TagKind::cannot;
  }
  return TagKind::cannot;
}

void coverage_list(const Page&, const SiteView& site, Builder& to) {
  const auto points = coverage_of(site);
  std::map<Covered, size_t> counts;
  for (const CoveredPoint& point : points) ++counts[point.state];
  to.paragraph(fmt::format("The law names {} points that a Local Offer must cover. A point is covered when a page that was checked in time answers it, also in Easy Read.", points.size()));
  to.within(BlockKind::bullet_list, [&] {
    for (const auto& [state, count] : counts)
      to.within(BlockKind::item, [&, s = state, n = count] {
        to.within(BlockKind::paragraph, [&] { to.add(BlockKind::text, fmt::format("{}: {}", covered_words(s), n)); }).variant = static_cast<uint8_t>(ParagraphKind::tight);
      });
  });
  to.within(BlockKind::paragraph, [&] { to.link("This list as data (JSON file)", "/coverage.json"); });
  to.heading(2, "Point by point", "list-points");
  to.within(BlockKind::table, [&] {
    to.within(BlockKind::row, [&] {
        for (const std::string_view cell : {"Point", "What it asks for", "State", "Pages"}) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
      }).number = 1;
    for (const CoveredPoint& point : points)
      to.within(BlockKind::row, [&] {
        to.within(BlockKind::cell, [&] { to.add(BlockKind::text, point.id); });
        to.within(BlockKind::cell, [&] { to.add(BlockKind::text, point.words); });
        to.within(BlockKind::cell, [&] { to.tag(covered_words(point.state), tag_of(point.state)); });
        to.within(BlockKind::cell, [&] {
          for (size_t i = 0; i < point.pages.size(); ++i) {
            if (i > 0) to.add(BlockKind::text, "; ");
            to.link(point.pages[i]->title, point.pages[i]->address);
          }
          if (point.pages.empty()) to.add(BlockKind::text, "None yet");
        });
      });
  });
}

}  // namespace

const Listing coverage_listing{.name = "coverage", .says = "How the site answers each point of Schedule 2.", .list = coverage_list};

}  // namespace offer
