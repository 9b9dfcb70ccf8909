#include "listings/feedback.h"

#include <algorithm>

#include "base/text.h"
#include "model/builder.h"
#include "types/update.h"

namespace offer {

std::vector<const Page*> updates_newest_first(const SiteView& site) {
  auto pages = site.pages_of("update");
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->fields.get(update::said) > b->fields.get(update::said); });
  return pages;
}

void add_updates(const std::vector<const Page*>& pages, Builder& to) {
  to.within(BlockKind::bullet_list, [&] {
    for (const Page* page : pages)
      to.within(BlockKind::item, [&] {
        to.within(BlockKind::paragraph, [&] {
            to.link(page->title, page->address);
            to.add(BlockKind::text, fmt::format(" ({}, {}) ", page->fields.get(update::who), in_words(page->fields.get(update::said))));
            update::add_answer_tag(*page, to);
          }).variant = static_cast<uint8_t>(ParagraphKind::tight);
      });
  });
}

}  // namespace offer
