// page: anything that has no type of its own: home, contact, a list page of a folder.
#include "diagnose/codes.h"
#include "model/builder.h"
#include "model/page.h"
#include "model/site_view.h"
#include "listings/filters.h"
#include "listings/folder.h"
#include "listings/listings.h"
#include "types/relations.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Choice> page_layout{"layout", Need::optional, "How the page looks: a home page shows its lists of links as cards.",
                           "article", {"article", "home"}};

// Not a Choice with fixed words: the table of listings says what there is.
const Field<Choice>& shows() {
  static const Field<Choice> field{"shows", Need::optional, "A list that the program makes and puts into the page.", "hub", names_of_listings()};
  return field;
}

void add_listed_cards(const Block& list, Builder& to) {
  Block& cards = to.within(BlockKind::cards, [&] {
    for (const Block& item : children(list)) {
      const Block& link = *item.first->first;
      Block& card = to.within(BlockKind::card, [&] {
        Block* rest = to.copy(*item.first);
        rest->first = rest->first->next;
        if (rest->first == nullptr) return;
        if (rest->first->kind == BlockKind::text && rest->first->text.starts_with(": "))
          rest->first->text.remove_prefix(2);
        to.adopt(*rest);
      });
      card.text = to.keep(plain_text(link));
      card.target = link.target;
      card.place = link.place;
    }
  });
  cards.variant = static_cast<uint8_t>(CardsKind::questions);
}

void add_folder_groups(const std::vector<FolderGroup>& groups, Builder& to) {
  if (groups.empty()) return;
  to.within(BlockKind::cards, [&] {
    for (const FolderGroup& group : groups) add_card(*group.index, to, [&] { to.paragraph(fmt::format("{} here.", count_of(group.pages, "page", "pages"))); });
  });
}

void inspect_plain_page(const Page& page, Report& report) {
  const bool is_hub = page.fields.get(shows()).word == "hub";
  const auto any = [&](auto&&... fields) { return (page.fields.has(fields) || ...); };
  if (is_hub && !any(hub::topics, hub::needs, hub::ages, hub::audience))
    report.add(codes::missing_fields, page.path, page.fields.place_of(shows()), "nothing says which pages this hub gathers", "Add a line: of_topics: [health]. Or of_needs, of_ages or of_audience.");
}

// A list page shows its list after its introduction, before its first heading: readers come for the list.
void page_body(const Page& page, const SiteView& site, Builder& to) {
  const bool home = page.fields.get(page_layout).word == "home";
  const ContentType* listed = listed_type(page, site);
  const Listing* listing = find_listing(page.fields.get(shows()).word);
  const auto add_list = [&] {
    if (listed == nullptr) return;
    const FolderList list = folder_list(page, *listed, site);
    add_filter_links(page, *listed, site, list.groups.empty() ? list.pages.size() : 0, to);
    add_folder_groups(list.groups, to);
    if (list.groups.empty() || !list.pages.empty()) listed->list(list.pages, site, to);
    listed = nullptr;
  };
  for (const Block& block : children(page.document())) {
    if (block.kind == BlockKind::heading) add_list();
    if (listing != nullptr && block.kind == BlockKind::heading) {
      listing->list(page, site, to);
      listing = nullptr;
    }
    if (home && is_list_of_links(block)) add_listed_cards(block, to);
    else to.adopt_copy(block);
  }
  add_list();
  if (listing != nullptr) listing->list(page, site, to);
}

}  // namespace

const ContentType page_type{
    .name = "page",
    .folder = "",
    .title = "Page",
    .many = "Pages",
    .says = "Any page that has no type of its own.",
    .fields = {&page_layout, &shows(), &hub::topics, &hub::needs, &hub::ages, &hub::audience},
    .skeleton = "Say in two sentences what this page helps with.\n\n## First heading\n\nWrite here.\n",
    .inspect = inspect_plain_page,
    .body = page_body,
    .list = nullptr,
    .happened = nullptr,
};

}  // namespace offer
