// roles: who looks after what.
#include <map>

#include "base/text.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

void role_list(const Page&, const SiteView& site, Builder& to) {
  std::map<std::string, std::vector<const Page*>> owned;
  for (const Page& page : site.all_pages())
    if (!page.easy_read && page.view == nullptr && page.id != "not-found") owned[page.fields.get(shared::owner).id].push_back(&page);
  std::multimap<std::string, const Role*> by_title;  // two roles may be called the same
  for (const auto& [id, role] : site.roles()) by_title.emplace(role.title, &role);
  for (const auto& [title, role] : by_title) {
    to.heading(2, title, "list-" + slug(role->id));
    if (!role->can_help_with.empty()) to.paragraph(role->can_help_with);
    if (!role->phone.empty() || !role->email.empty() || !role->hours.empty()) to.within(BlockKind::facts, [&, one = role] {
      if (!one->phone.empty()) to.fact_with_link("Phone", one->phone, phone_address(one->phone));
      if (!one->email.empty()) to.fact_with_link("Email", one->email, "mailto:" + one->email);
      if (!one->hours.empty()) to.fact("Open", one->hours);
    });
    const auto& pages = owned[role->id];
    size_t words = 0;
    for (const Page* page : pages) words += page->type->name == "term";
    if (pages.size() > words) {
      to.paragraph("Looks after:");
      to.within(BlockKind::bullet_list, [&] {
        for (const Page* page : pages)
          if (page->type->name != "term")
            to.within(BlockKind::item, [&] {
              to.within(BlockKind::paragraph, [&] { to.link(page->title, page->address); }).variant = static_cast<uint8_t>(ParagraphKind::tight);
            });
      });
    }
    if (words > 0) to.paragraph(fmt::format("Also looks after {} in the glossary.", count_of(words, "word", "words")));
  }
}

}  // namespace

const Listing roles_listing{.name = "roles", .says = "Who looks after what.", .list = role_list};

}  // namespace offer
