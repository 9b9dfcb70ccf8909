// consultation: when people were asked: who, about what, what they said, and what happens next.
#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "diagnose/codes.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> who{"who", Need::required, "The groups that were asked; never a person's name.", "Parent carers"};
const Field<RoughDate> opening_day{"opens", Need::required, "When it begins or began, as exactly as is known.", "2026-10-01"};
const Field<RoughDate> closing_day{"closes", Need::optional, "When it ends or ended.", "2026-11-30"};
const Field<std::string> repeats{"repeats", Need::optional, "How often it comes again, if it has no end.", "Every year"};
const Field<std::string> number_of_answers{"answers", Need::optional, "How many answered.", "442 answers"};
const Field<Choices> groups_asked{"asked", Need::optional, "Which groups of regulation 54 were asked.", "[parents]",
                           {"children", "young-people", "parents", "early-years", "schools", "colleges", "other-providers", "council-staff",
                            "health", "social-care", "youth-justice", "forums", "adults", "outside-area"}};
const Field<Choices> asks_about{"asks_about", Need::optional, "Which of the five things of regulation 55 it asks about.", "[services]",
                                {"services", "how-it-is-set-out", "no-internet", "accessibility", "how-to-comment"}};

void inspect_consultation(const Page& page, Report& report) {
  inspect_headings(page,
                   {{"What we asked", Need::required}, {"How to take part", Need::optional}, {"What we heard", Need::optional}, {"What happens next", Need::optional}},
                   report);
  if (page.fields.has(closing_day) && page.fields.get(closing_day) < page.fields.get(opening_day))
    report.add(codes::wrong_values, page.path, page.fields.place_of(closing_day), "it closes before it opens", "Swap the two dates.");
}

enum class ConsultationState { open, coming, closed };

ConsultationState consultation_state(const Page& page, const SiteView& site) {
  if (page.fields.has(repeats) && !page.fields.has(closing_day)) return ConsultationState::open;
  if (first_day(page.fields.get(opening_day)) > site.today()) return ConsultationState::coming;
  return page.fields.has(closing_day) && last_day(page.fields.get(closing_day)) >= site.today() ? ConsultationState::open : ConsultationState::closed;
}

void consultation_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.within(BlockKind::fact, [&] {
        to.within(BlockKind::paragraph, [&] {
          if (page.fields.has(repeats) && !page.fields.has(closing_day)) to.tag(page.fields.get(repeats), TagKind::current);
          else if (consultation_state(page, site) == ConsultationState::open) to.tag("Open now", TagKind::current);
          else if (consultation_state(page, site) == ConsultationState::coming) to.tag("Not open yet", TagKind::planned);
          else to.tag("Closed", TagKind::done);
        });
      }).text = "State";
    to.fact("Who was asked", page.fields.get(who));
    to.fact("Began", in_words(page.fields.get(opening_day)));
    if (page.fields.has(closing_day)) to.fact("Ends", in_words(page.fields.get(closing_day)));
    if (page.fields.has(number_of_answers)) to.fact("Answers", page.fields.get(number_of_answers));
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void consultation_list(const std::vector<const Page*>& some, const SiteView& site, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [&](const Page* a, const Page* b) { return a->fields.get(opening_day) > b->fields.get(opening_day); });
  for (const auto& [state, title, anchor] : {std::tuple{ConsultationState::open, "Open now, or asked again and again", "list-open"}, {ConsultationState::coming, "Not open yet", "list-coming"}, {ConsultationState::closed, "Closed", "list-closed"}}) {
    const auto belongs = [&, wanted = state](const Page* page) { return consultation_state(*page, site) == wanted; };
    if (std::none_of(pages.begin(), pages.end(), belongs)) {
      if (state == ConsultationState::open) to.paragraph("Nothing is open just now.");
      continue;
    }
    to.heading(2, title, anchor);
    to.within(BlockKind::cards, [&] {
      for (const Page* page : pages)
        if (belongs(page))
          add_card(*page, to, [&] { to.paragraph(fmt::format("{}, {}", page->fields.get(who), in_words(page->fields.get(opening_day)))); });
    });
  }
}

std::vector<Event> events(const Page& page) {
  std::vector<Event> days;
  if (page.fields.has(opening_day)) days.push_back({page.fields.get(opening_day), "consultation", "Opens: " + page.title, "", "", std::nullopt, &page});
  if (page.fields.has(closing_day)) days.push_back({page.fields.get(closing_day), "consultation", "Closes: " + page.title, "", "", std::nullopt, &page});
  return days;
}

}  // namespace

const ContentType consultation_type{
    .name = "consultation",
    .folder = "consultations",
    .title = "We asked you",
    .many = "When we asked you",
    .says = "When people were asked: who, about what, what they said, and what happens next.",
    .fields = {&who, &opening_day, &closing_day, &repeats, &number_of_answers, &groups_asked, &asks_about},
    .skeleton = "## What we asked\n\n- The first question\n\n## How to take part\n\nSay how, also without the internet.\n\n## What we heard\n\n"
                "Say what people said.\n\n## What happens next\n\nSay what will be done, and by when.\n",
    .inspect = inspect_consultation,
    .body = consultation_body,
    .list = consultation_list,
    .happened = nullptr,
    .events = events,
    .weight_in_search = 55,
};

}  // namespace offer
