// story: what happened to somebody, told with consent, or made up and saying so.
#include "diagnose/codes.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/relations.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Choice> voice{"voice", Need::required, "Whose story it is.", "parent", {"parent", "young-person", "professional"}};
const Field<Choice> story_consent{"consent", Need::required, "Did the person say yes to telling it, or is it made up?", "made-up", {"given", "made-up"}};
const Field<Date> consent_on{"consent_on", Need::optional, "The day when they said yes.", "2026-05-03"};
const Field<Date> consent_until{"consent_until", Need::optional, "The day until which they said yes.", "2028-05-03"};

void inspect_story(const Page& page, Report& report) {
  if (page.fields.get(story_consent).word != "given") return;
  if (!page.fields.has(consent_on) || !page.fields.has(consent_until))
    report.add(codes::missing_fields, page.path, page.fields.place_of(story_consent), "consent has no beginning or no end",
               "Add both lines: consent_on: 2026-05-03 and consent_until: 2028-05-03");
  else if (page.fields.get(consent_until) <= page.fields.get(consent_on))
    report.add(codes::wrong_values, page.path, page.fields.place_of(consent_until), "consent ends before it was given", "Swap the two dates.");
}

std::string_view voice_words(const Page& page) {
  const std::string& word = page.fields.get(voice).word;
  return word == "parent" ? "A parent or carer" : word == "young-person" ? "A young person" : "Somebody who works with families";
}

void story_body(const Page& page, const SiteView&, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("Who tells it", voice_words(page));
    to.fact("True or made up", page.fields.get(story_consent).word == "made-up" ? "Made up, to show what can happen" : "True, and told with their consent");
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void story_list(const std::vector<const Page*>& pages, const SiteView&, Builder& to) { add_cards(pages, to); }

}  // namespace

const Field<Date>& story_consent_until() { return consent_until; }

const ContentType story_type{
    .name = "story",
    .folder = "stories",
    .title = "Story",
    .many = "Stories",
    .says = "What happened to somebody, told with consent, or made up and saying so.",
    .fields = {&voice, &story_consent, &consent_on, &consent_until},
    .skeleton = "Tell the story in plain words, without names of people, schools or places that would say who it is.\n",
    .inspect = inspect_story,
    .body = story_body,
    .list = story_list,
    .happened = nullptr,
    .weight_in_search = 65,
};

}  // namespace offer
