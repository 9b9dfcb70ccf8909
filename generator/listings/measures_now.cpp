// measures-now: the newest figure of every measure.
#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/measure_fields.h"

namespace offer {

namespace {

void measures_now_list(const Page&, const SiteView& site, Builder& to) {
  if (site.pages_of("measure").empty()) return to.paragraph("There are no measures yet.");
  to.heading(2, "The newest figures", "list-newest");
  to.within(BlockKind::table, [&] {
    to.within(BlockKind::row, [&] {
        for (const std::string_view cell : {"Measure", "Newest figure"}) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
      }).number = 1;
    for (const Page* page : site.pages_of("measure"))
      to.within(BlockKind::row, [&] {
        to.within(BlockKind::cell, [&] { to.link(page->title, page->address); });
        to.within(BlockKind::cell, [&] { to.add(BlockKind::text, newest_figure(*page)); });
      });
  });
}

}  // namespace

const Listing measures_listing{.name = "measures-now", .says = "The newest figure of every measure.", .list = measures_now_list};

}  // namespace offer
