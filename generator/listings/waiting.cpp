// waiting: what has had no answer yet, the longest wait first, with the number of days.
#include <algorithm>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "types/update.h"

namespace offer {

namespace {

// "That is 2,152 days ago: almost 6 years."
std::string time_ago(int days, bool at_least) {
  if (days <= 0) return {};
  const int halves = (days * 8 + 730) / 1461;  // half years, to the nearest
  const std::string years = days < 365 ? "" : halves % 2 == 0 ? fmt::format(" (about {})", count_of(static_cast<size_t>(halves) / 2, "year", "years")) : fmt::format(" (about {} and a half years)", halves / 2);
  return fmt::format("That is {}{} days ago{}.", at_least ? "at least " : "", number_in_words(days), years);
}

void waiting_list(const Page&, const SiteView& site, Builder& to) {
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
        to.paragraph(fmt::format("{} said this {} {}. {}", page->fields.get(update::who), said.day == 0 ? "in" : "on", in_words(said), time_ago(days, said.day == 0)));
        update::add_answer_tag(*page, to);
      });
      card.text = to.keep(page->title);
      card.target = to.keep(page->address);
    }
  });
}

}  // namespace

const Listing waiting_listing{.name = "waiting", .says = "What has had no answer yet, with the number of days.", .list = waiting_list};

}  // namespace offer
