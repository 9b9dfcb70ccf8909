// service: help that families can get: what it is, who can get it, what if you do not qualify, how to get it, and how long it takes.
#include "base/text.h"
#include "diagnose/codes.h"
#include "listings/filters.h"
#include "model/builder.h"
#include "model/plain_words.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> service_provider{"provider", Need::required, "Who gives the help.", "Herefordshire and Worcestershire Health and Care NHS Trust"};
const Field<std::string> service_for{"for", Need::required, "Who the help is for, in plain words.", "Children who find it hard to talk"};
const Field<std::string> service_area{"area", Need::required, "Where it is offered.", "All of Worcestershire"};
const Field<Choice> in_area{"in_area", Need::optional, "Is it inside the council's area?", "yes", {"yes", "no"}};
const Field<std::string> cost{"cost", Need::required, "What it costs.", "Free"};
const Field<Id> service_contact{"contact", Need::required, "Which role to ask (see roles.yml).", "sendiass", {}, RefersTo::role};
const Field<std::string> wait{"wait", Need::optional, "How long people wait.", "Most people wait about 30 weeks"};
const Field<Date> wait_on{"wait_on", Need::optional, "The day on which that was true.", "2026-07-31"};

void inspect_service(const Page& page, Report& report) {
  inspect_headings(page,
                   {{"What it does", Need::required},
                    {"Who can get it", Need::required},
                    {"If you do not qualify", Need::required},
                    {"How to get it", Need::required},
                    {"How long it takes", Need::optional}},
                   report);
  if (page.fields.has(wait) && !page.fields.has(wait_on))
    report.add(codes::missing_fields, page.path, page.fields.place_of(wait), "'wait_on' is missing: a wait is only true on a day",
               "Add a line that says when it was measured: wait_on: 2026-07-31");
  if (page.fields.has(wait_on) && !page.fields.has(wait))
    report.add(codes::missing_fields, page.path, page.fields.place_of(wait_on), "'wait' is missing, and 'wait_on' says when it was measured", "Add a line: wait: About 30 weeks");
}

void service_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("Who it is for", page.fields.get(service_for));
    to.fact("Ages", in_words(page.fields.get(shared::ages)));
    to.fact("Where", page.fields.get(service_area));
    to.fact("Cost", page.fields.get(cost));
    if (page.fields.has(wait))
      to.fact("Wait", fmt::format("{} ({})", page.fields.get(wait), in_words(page.fields.get(wait_on))), FactKind::when);
    to.fact("Who gives it", page.fields.get(service_provider));
    if (const Role* role = site.role(page.fields.get(service_contact).id)) {
      if (role->phone.empty()) to.fact("Who to ask", role->title);
      else to.fact_with_link("Who to ask", fmt::format("{}: {}", role->title, role->phone), phone_address(role->phone));
    }
  });
  for (const Block& block : children(page.document())) to.adopt_copy(block);
}

void service_list(const std::vector<const Page*>& pages, const SiteView& site, Builder& to) {
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages)
      add_card(*page, to, [&] {
        to.paragraph(fmt::format("Ages: {}. Cost: {}.", in_words(page->fields.get(shared::ages)), page->fields.get(cost)));
        if (is_long(pages)) add_values(*page, site, to);
      });
  });
}

// The words of a section in one line, without marks; each paragraph and item ends as a sentence does.
std::string words_of_section(const Page& page, std::string_view title) {
  std::string words, room;
  const Block* heading = find_heading(page, 2, title);
  if (heading == nullptr) return words;
  for (const Block* block : section_of(*heading))
    walk(*block, [&](const Block& one) {
      if (one.kind != BlockKind::paragraph && one.kind != BlockKind::cell) return;
      const std::string_view text = trim(plain_words(one, room));
      if (text.empty()) return;
      if (!words.empty()) words += ' ';
      words += text;
      if (std::string_view(".!?:;,").find(text.back()) == std::string_view::npos) words += '.';
    });
  return words;
}

ServiceFacts service_facts(const Page& page) {
  ServiceFacts facts{.provider = page.fields.get(service_provider), .for_whom = page.fields.get(service_for), .area = page.fields.get(service_area), .cost = page.fields.get(cost),
                     .wait = page.fields.get(wait), .wait_on = {}, .contact = page.fields.get(service_contact).id, .ages = page.fields.get(shared::ages)};
  if (page.fields.has(wait_on)) facts.wait_on = page.fields.get(wait_on);
  return facts;
}

ServiceWords service_words(const Page& page) {
  return {.what = words_of_section(page, "What it does"), .who_can = words_of_section(page, "Who can get it"), .how = words_of_section(page, "How to get it")};
}

// Only one word says that nobody pays: "Free up to Year 11" does not.
std::vector<FilterValue> costs_of(const Page& page, const SiteView&) {
  if (equal_ignoring_case(page.fields.get(cost), "free")) return {{"free", "Free", 0}};
  return {{"other", "Not always free, or not known", 1}};
}
const ListFilter cost_filter{"cost", "Cost", 1, costs_of};

}  // namespace

const ContentType service_type{
    .name = "service",
    .folder = "services",
    .title = "Service",
    .many = "Services",
    .says = "Help that families can get: what it is, who can get it, what if you do not qualify, and how to get it.",
    .fields = {&service_provider, &service_for, &shared::ages, &service_area, &in_area, &cost, &service_contact, &wait, &wait_on},
    .skeleton = "## What it does\n\nSay in two sentences what help this is.\n\n## Who can get it\n\n- One thing that must be true\n\n"
                "## If you do not qualify\n\nSay what else there is, and who can help to find it.\n\n## How to get it\n\nSay what to do first.\n\n"
                "## How long it takes\n\nSay how long people wait, and on which day that was true.\n",
    .inspect = inspect_service,
    .body = service_body,
    .list = service_list,
    .filters = {&topic_filter, &need_filter, &age_filter, &cost_filter},
    .happened = nullptr,
    .service = service_facts,
    .service_words = service_words,
    .weight_in_search = 110,
};

}  // namespace offer
