#include "types/relations.h"

#include "base/text.h"
#include "model/builder.h"
#include "model/site_view.h"

namespace offer {

namespace relations {
const Field<Ids> reports_to{"reports_to", Need::optional, "The bodies that it reports to (ids).", "[board-health-and-wellbeing]", {}, RefersTo::page, "body"};
const Field<Ids> overseen_by{"overseen_by", Need::optional, "The bodies that check that it happens (ids).", "[board-health-and-wellbeing]", {}, RefersTo::page, "body"};
const Field<Id> supersedes{"supersedes", Need::optional, "The id of the page that this one takes the place of.", "send-strategy-2021-25", {}, RefersTo::page};
}  // namespace relations

std::vector<const Page*> pages_of(const SiteView& site, const Ids& ids) {
  std::vector<const Page*> pages;
  for (const std::string& id : ids.ids)
    if (const Page* page = site.page(id)) pages.push_back(page);
  return pages;
}

std::vector<const Page*> pages_of(const SiteView& site, const Id& id) {
  const Page* page = site.page(id.id);
  return page == nullptr ? std::vector<const Page*>{} : std::vector<const Page*>{page};
}

void add_links_fact(std::string_view name, const std::vector<const Page*>& pages, Builder& to) {
  if (pages.empty()) return;
  to.within(BlockKind::fact, [&] {
      if (pages.size() == 1) {
        to.within(BlockKind::paragraph, [&] { to.link(pages.front()->title, pages.front()->address); });
        return;
      }
      to.within(BlockKind::bullet_list, [&] {
        for (const Page* page : pages) add_link_item(*page, {}, to);
      });
    }).text = to.keep(name);
}

void add_link_item(const Page& page, std::string_view more, Builder& to) {
  to.within(BlockKind::item, [&] {
    to.within(BlockKind::paragraph, [&] {
        to.link(page.title, page.address);
        if (!more.empty()) to.add(BlockKind::text, more);
      }).variant = static_cast<uint8_t>(ParagraphKind::tight);
  });
}

void add_links(const std::vector<const Page*>& pages, Builder& to) {
  to.within(BlockKind::bullet_list, [&] {
    for (const Page* page : pages) add_link_item(*page, page->summary.empty() ? "" : ": " + page->summary, to);
  });
}

void add_links_section(std::string_view title, const std::vector<const Page*>& pages, Builder& to) {
  if (pages.empty()) return;
  to.heading(2, title, "list-" + slug(title));
  add_links(pages, to);
}

void add_card(const Page& page, Builder& to, const std::function<void()>& more) {
  Block& card = to.within(BlockKind::card, [&] {
    to.paragraph(page.summary);
    if (more) more();
  });
  card.text = to.keep(page.title);
  card.target = to.keep(page.address);
}

void add_cards(const std::vector<const Page*>& pages, Builder& to) {
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages) add_card(*page, to, nullptr);
  });
}

}  // namespace offer
