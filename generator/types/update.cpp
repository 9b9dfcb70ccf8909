// update: "you said, we did": what a group said, what was done about it, and honestly when nothing was.
#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"
#include "listings/filters.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/structure.h"
#include "types/update.h"
#include "types/types.h"

namespace offer {

namespace update {
const Field<RoughDate> said{"said", Need::required, "When they said it, as exactly as is known.", "2023-02"};
const Field<RoughDate> answered{"answered", Need::optional, "When it was answered.", "2023-09"};
const Field<std::string> who{"who", Need::required, "The group that said it; never a person's name.", "Parent carers"};
const Field<std::string> channel{"channel", Need::required, "How they told us.", "Yearly parent carer survey"};
const Field<Choices> about{"about", Need::required, "What it was about.", "[quality]",
                           {"content", "quality", "gap", "accessibility", "development"}};
const Field<Choice> answer{"answer", Need::required, "How far the answer is.", "waiting",
                           {"done", "in-progress", "planned", "cannot", "waiting"}};
}  // namespace update

namespace {

const Field<std::string> because{"because", Need::optional, "Why it cannot be done.", "The law does not allow it."};

const Field<Date> next_update{"next_update", Need::optional, "The day by which we will say more.", "2027-02-01"};
const Field<std::string> update_consent{"consent", Need::optional, "Who agreed to be quoted, and when; never a person's name.", "The parent, 3 May 2026"};

struct AnswerWords {
  std::string_view choice;
  std::string_view words;    // on a label
  std::string_view heading;  // over a list
  TagKind tag;
};
// In the order in which the list page shows them: what is still owed comes first.
constexpr AnswerWords kinds_of_answer[]{
    {"waiting", "Not answered yet", "Not answered yet", TagKind::waiting},
    {"in-progress", "In progress", "Being worked on", TagKind::in_progress},
    {"planned", "Planned", "Planned", TagKind::planned},
    {"done", "Done", "Done", TagKind::done},
    {"cannot", "We cannot do this", "What we cannot do", TagKind::cannot},
};

const AnswerWords& words_of_answer(const Page& page) {
  const std::string& choice = page.fields.get(update::answer).word;
  for (const AnswerWords& one : kinds_of_answer)
    if (one.choice == choice) return one;
  return kinds_of_answer[0];
}

void inspect_update(const Page& page, Report& report) {
  walk(page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::quote && !page.fields.has(update_consent))
      report.add(codes::quotes_without_consent, page.path, block.place, "these are somebody's own words, and nothing says that they agreed",
                 "Say who agreed and when, without a name: consent: \"The parent, 3 May 2026\". Or tell it in your own words.");
  });
  const std::string& state = page.fields.get(update::answer).word;
  const bool waiting = state == "waiting";
  inspect_headings(page,
                   {{"You said", Need::required},
                    {"We did", waiting || state.empty() ? Need::optional : Need::required},
                    {"What happens next", Need::optional},
                    {"How you can check", Need::optional}},
                   report);
  if (!waiting && !state.empty() && !page.fields.has(update::answered))
    report.add(codes::missing_fields, page.path, page.fields.place_of(update::answer),
               fmt::format("'answered' is missing, and the answer is '{}'", state),
               "Add a line that says when: answered: 2023-09");
  if (state == "cannot" && !page.fields.has(because))
    report.add(codes::missing_fields, page.path, page.fields.place_of(update::answer),
               "'because' is missing, and the answer is 'cannot'",
               "Families are owed a reason. Add a line: because: The law does not allow it.");
}

void update_body(const Page& page, const SiteView& site, Builder& to) {
  const AnswerWords& words = words_of_answer(page);
  to.within(BlockKind::facts, [&] {
    to.within(BlockKind::fact, [&] {
        to.within(BlockKind::paragraph, [&] { to.tag(words.words, words.tag); });
      }).text = "Answer";
    to.fact("Who said it", page.fields.get(update::who));
    to.fact("When", in_words(page.fields.get(update::said)));
    to.fact("How we heard", page.fields.get(update::channel));
    if (page.fields.has(update::answered)) to.fact("Answered", in_words(page.fields.get(update::answered)));
    if (page.fields.has(next_update)) to.fact(page.fields.get(next_update) < site.today() ? "We promised to say more by" : "We will say more by", in_words(page.fields.get(next_update)));
    if (page.fields.has(because)) to.fact("Why not", page.fields.get(because));
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void update_list(const std::vector<const Page*>& some, const SiteView& site, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) {
    return a->fields.get(update::said) > b->fields.get(update::said);
  });
  for (const AnswerWords& group : kinds_of_answer) {
    const auto belongs = [&](const Page* page) { return words_of_answer(*page).choice == group.choice; };
    if (std::none_of(pages.begin(), pages.end(), belongs)) continue;
    to.heading(2, group.heading, "list-" + slug(group.heading));
    Block& cards = to.within(BlockKind::cards, [&] {
      for (const Page* page : pages) {
        if (!belongs(page)) continue;
        Block& card = to.within(BlockKind::card, [&] {
          to.paragraph(page->summary);
          to.paragraph(fmt::format("{}, {}", page->fields.get(update::who), in_words(page->fields.get(update::said))));
          to.tag(group.words, group.tag);
          if (is_long(pages)) add_values(*page, site, to);
        });
        card.text = to.keep(page->title);
        card.target = to.keep(page->address);
      }
    });
    cards.variant = static_cast<uint8_t>(CardsKind::updates);
  }
}

std::vector<FilterValue> answers_of(const Page& page, const SiteView&) {
  const AnswerWords& words = words_of_answer(page);
  return {{std::string(words.choice), std::string(words.words), static_cast<int>(&words - kinds_of_answer)}};
}
std::vector<FilterValue> update_groups(const Page& page, const SiteView&) { return {{slug(page.fields.get(update::who)), page.fields.get(update::who)}}; }
const ListFilter answer_filter{"answer", "Our answer", 1, answers_of};
const ListFilter group_filter{"who", "Who said it", 2, update_groups};

// The answer, or else what was said.
Date day_of_update(const Page& page) {
  return first_day(page.fields.has(update::answered) ? page.fields.get(update::answered) : page.fields.get(update::said));
}

}  // namespace

namespace update {
std::string_view answer_words(const Page& page) { return words_of_answer(page).words; }
void add_answer_tag(const Page& page, Builder& to) {
  const AnswerWords& words = words_of_answer(page);
  to.tag(words.words, words.tag);
}
}  // namespace update

const ContentType update_type{
    .name = "update",
    .folder = "updates",
    .title = "You said, we did",
    .many = "You said, we did",
    .says = "What a group said, what was done about it, and honestly when nothing was.",
    .fields = {&update::who, &update::said, &update::channel, &update::about, &update::answer, &update::answered, &because, &next_update, &update_consent},
    .skeleton = "## You said\n\nWhat the group told us, in plain words.\n\n## We did\n\nWhat was done, with dates and numbers.\n\n"
                "## What happens next\n\nWhat is still to come, and when.\n",
    .inspect = inspect_update,
    .body = update_body,
    .list = update_list,
    .filters = {&answer_filter, &topic_filter, &group_filter},
    .happened = day_of_update,
    .weight_in_search = 60,
};

}  // namespace offer
