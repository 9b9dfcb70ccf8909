// waiting: what has had no answer yet, the longest wait first, with the number of days.
#include <algorithm>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/update.h"

namespace offer {

namespace {

void list(const Page&, const SiteView& site, Builder& to) {
  auto pages = updates_newest_first(site);
  std::erase_if(pages, [](const Page* page) { return page->fields.get(update::answer).word != "waiting"; });
  std::reverse(pages.begin(), pages.end());
  if (pages.empty()) {
    to.paragraph("Everything that was said has had an answer.");
    return;
  }
  to.paragraph(fmt::format("{} had no answer that we could find. The longest wait comes first.", count_of(pages.size(), "thing that was said has", "things that were said have")));
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages) {
      const RoughDate said = page->fields.get(update::said);
      const int days = days_between(last_day(said), site.today());
      Block& card = to.within(BlockKind::card, [&] {
        to.paragraph(page->summary);
        to.paragraph(fmt::format("{} said this in {}. {}", page->fields.get(update::who), in_words(said),
                                 days > 0 ? fmt::format("That is {}{} days ago.", said.day == 0 ? "at least " : "", number_in_words(days)) : ""));
        update::add_answer_tag(*page, to);
      });
      card.text = to.keep(page->title);
      card.target = to.keep(page->address);
    }
  });
}

}  // namespace

const Listing waiting_listing{.name = "waiting", .says = "What has had no answer yet, with the number of days.", .list = list};

}  // namespace offer
