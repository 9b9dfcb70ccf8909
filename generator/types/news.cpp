// news: something that happened or changed, with its day; it can run out.
#include <algorithm>

#include "diagnose/codes.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/news.h"
#include "types/relations.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Date> news_day{"on", Need::required, "The day of the news.", "2026-10-02"};
const Field<Choice> news_kind{"kind", Need::required, "What sort of news it is.", "news", {"news", "three-monthly-update", "change"}};
const Field<Date> news_expires{"expires", Need::optional, "From this day the news counts as old.", "2027-01-02"};

void inspect_news(const Page& page, Report& report) {
  if (page.fields.has(news_expires) && page.fields.has(news_day) && page.fields.get(news_expires) <= page.fields.get(news_day))
    report.add(codes::wrong_values, page.path, page.fields.place_of(news_expires), "the news runs out before its day", "'expires' is a later day than 'on'.");
}

std::string_view news_kind_words(const Page& page) {
  const std::string& word = page.fields.get(news_kind).word;
  return word == "three-monthly-update" ? "Local Offer update" : word == "change" ? "Change" : "News";
}

void news_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("Day", in_words(page.fields.get(news_day)));
    to.fact("What it is", news_kind_words(page));
  });
  if (is_old_news(page, site.today())) {
    Block& notice = to.within(BlockKind::notice, [&] { to.paragraph("This is old news. It is kept so that you can look back."); });
    notice.variant = static_cast<uint8_t>(NoticeKind::note);
  }
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void news_list(const std::vector<const Page*>& some, const SiteView&, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->fields.get(news_day) > b->fields.get(news_day); });
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages)
      add_card(*page, to, [&] { to.paragraph(fmt::format("{}: {}", news_kind_words(*page), in_words(page->fields.get(news_day)))); });
  });
}

Date day_of_news(const Page& page) { return page.fields.get(news_day); }

}  // namespace

bool is_old_news(const Page& page, Date today) { return page.fields.has(news_expires) && page.fields.get(news_expires) <= today; }

const ContentType news_type{
    .name = "news",
    .folder = "news",
    .title = "News",
    .many = "News",
    .says = "Something that happened or changed, with its day.",
    .fields = {&news_day, &news_kind, &news_expires},
    .skeleton = "Say what happened, and what it means for families.\n",
    .inspect = inspect_news,
    .body = news_body,
    .list = news_list,
    .happened = day_of_news,
    .weight_in_search = 55,
};

}  // namespace offer
