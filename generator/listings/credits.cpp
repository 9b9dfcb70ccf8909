// credits: who drew the pictures that Easy Read pages show, and on what terms.
#include <map>
#include <set>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/open_bodies.h"

namespace offer {

namespace {

void credit_list(const Page&, const SiteView& site, Builder& to) {
  std::set<std::string_view> used;
  for (const Page& page : site.all_pages()) {
    if (!page.easy_read) continue;
    const OpenBodies open;
    for (const Block& block : children(page.document()))
      if (block.kind == BlockKind::easy_row) used.insert(block.text);
  }
  std::map<std::string, std::vector<const Picture*>> sets;  // by credit
  for (const std::string_view name : used)
    if (const Picture* picture = site.picture(name)) sets[picture->credit.empty() ? "No credit given" : picture->credit].push_back(picture);
  if (sets.empty()) {
    to.paragraph("No page shows a picture yet.");
    return;
  }
  to.heading(2, "The pictures of this site", "list-pictures");
  to.within(BlockKind::table, [&] {
    const auto row = [&](bool header, std::string_view first, std::string_view second) {
      to.within(BlockKind::row, [&] {
          for (const std::string_view cell : {first, second}) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
        }).number = header ? 1 : 0;
    };
    row(true, "Made by", "Pictures that we use");
    for (const auto& [credit, pictures] : sets) row(false, credit, std::to_string(pictures.size()));
  });
}

}  // namespace

const Listing credits_listing{.name = "credits", .says = "Who drew the pictures of Easy Read pages.", .list = credit_list};

}  // namespace offer
