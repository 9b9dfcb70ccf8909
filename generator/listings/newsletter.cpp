// newsletter: what is new, what was answered, what is still waiting and what comes next, on two sides of A4.
#include <algorithm>

#include "base/text.h"
#include "listings/feedback.h"
#include "listings/listings.h"
#include "model/builder.h"
#include "model/events.h"
#include "types/news.h"
#include "types/relations.h"
#include "types/update.h"

namespace offer {

namespace {

constexpr size_t most_of_each = 2;  // of each kind, so that it stays on two sides

void newsletter_list(const Page&, const SiteView& site, Builder& to) {
  auto news = site.pages_of("news");
  std::erase_if(news, [&](const Page* page) { return is_old_news(*page, site.today()); });
  std::stable_sort(news.begin(), news.end(), [](const Page* a, const Page* b) { return a->type->happened(*a) > b->type->happened(*b); });
  if (news.size() > most_of_each) news.resize(most_of_each);
  auto updates = updates_newest_first(site);
  std::vector<const Page*> answered, waiting;
  for (const Page* page : updates) (page->fields.get(update::answer).word == "waiting" ? waiting : answered).push_back(page);
  std::stable_sort(answered.begin(), answered.end(), [](const Page* a, const Page* b) { return a->fields.get(update::answered) > b->fields.get(update::answered); });
  if (answered.size() > most_of_each) answered.resize(most_of_each);
  if (waiting.size() > most_of_each) waiting.resize(most_of_each);
  add_links_section("What is new", news, to);
  add_links_section("You said, we answered", answered, to);
  add_links_section("Still waiting for an answer", waiting, to);
  std::vector<Event> coming;
  for (Event& event : all_events(site))
    if (last_day(event.date) >= site.today() && coming.size() < most_of_each) coming.push_back(std::move(event));
  to.heading(2, "What comes next", "list-what-comes-next");
  if (coming.empty()) to.paragraph("No days are known yet.");
  else
    to.within(BlockKind::bullet_list, [&] {
      for (const Event& event : coming)
        to.within(BlockKind::item, [&] {
          to.within(BlockKind::paragraph, [&] { to.add(BlockKind::text, fmt::format("{}: {}", in_words(event.date), event.what)); }).variant = static_cast<uint8_t>(ParagraphKind::tight);
        });
    });
}

}  // namespace

const Listing newsletter_listing{.name = "newsletter", .says = "What is new, what was answered, what is still waiting and what comes next.", .list = newsletter_list};

}  // namespace offer
