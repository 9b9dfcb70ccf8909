// reviews: pages whose check is late or comes soon, by who looks after them.
#include <map>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr int soon_in_days = 92;  // days: three months

void review_list(const Page&, const SiteView& site, Builder& to) {
  for (const bool late : {true, false}) {
    std::map<std::string, std::pair<std::string, std::vector<const Page*>>> by_owner;  // title and pages, by the heading's anchor
    for (const Page& page : site.all_pages()) {
      const std::string& status = page.fields.get(shared::status).word;
      if (page.easy_read || page.view != nullptr || !page.fields.has(shared::review_by) || status == "superseded" || status == "withdrawn") continue;
      const int days = days_between(site.today(), page.fields.get(shared::review_by));
      if (late ? days >= 0 : days < 0 || days > soon_in_days) continue;
      const Role* owner = site.role(page.fields.get(shared::owner).id);
      const std::string title = owner == nullptr ? "Nobody" : owner->title;
      auto& group = by_owner[slug(title)];
      group.first = title;
      group.second.push_back(&page);
    }
    to.heading(2, late ? "Checks that are late" : "Checks in the next three months", late ? "list-late" : "list-soon");
    if (by_owner.empty()) to.paragraph(late ? "None is late." : "None is due.");
    for (const auto& group : by_owner) {  // whole: a lambda cannot capture a part of a pair
      to.heading(3, group.second.first, fmt::format("list-{}-{}", late ? "late" : "soon", group.first));
      to.within(BlockKind::bullet_list, [&] {
        for (const Page* page : group.second.second)
          to.within(BlockKind::item, [&] {
            to.within(BlockKind::paragraph, [&] {
                to.link(page->title, page->address);
                to.add(BlockKind::text, ", by " + in_words(page->fields.get(shared::review_by)));
              }).variant = static_cast<uint8_t>(ParagraphKind::tight);
          });
      });
    }
  }
}

}  // namespace

const Listing reviews_listing{.name = "reviews", .says = "Pages whose check is late or comes soon, by who looks after them.", .list = review_list};

}  // namespace offer
