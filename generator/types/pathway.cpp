// pathway: a way through, step by step: who does what, by when, what if it is late, what if the answer is no.
#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "draw/step_map.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/labels.h"
#include "types/step_order.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> pathway_for{"for", Need::required, "Who the pathway is for.", "Children and young people from birth to 25"};
const Field<std::string> starts_when{"starts_when", Need::required, "What sets it going.", "You ask the council"};
const Field<Ids> pathway_deadlines{"deadlines", Need::optional, "The law's time limits that this pathway has (ids of generator/law/deadlines.yml).",
                           "[decide-to-assess, final-plan]", {}, RefersTo::deadline};

constexpr Label step_labels[]{
    {"When", FactKind::when},
    {"What you do", FactKind::you_do},
    {"What they do", FactKind::they_do},
    {"If it is late", FactKind::if_late},
    {"If the answer is no", FactKind::if_no},
    {"The law", FactKind::law},
};

// A step that the law speaks of must say what to do when it goes wrong.
void inspect_step(const Page& page, const Block& heading, Report& report) {
  bool law = false, a_way_on = false;
  for (const Block* block : section_of(heading)) {
    const auto words = label_of(*block);
    const Label* label = words ? find_label(step_labels, *words) : nullptr;
    if (label == nullptr) continue;
    law = law || label->kind == FactKind::law;
    a_way_on = a_way_on || label->kind == FactKind::if_late || label->kind == FactKind::if_no;
  }
  if (law && !a_way_on)
    report.add(codes::dead_ends, page.path, heading.place, fmt::format("the step '{}' names a law, and does not say what to do if it is late or the answer is no", without_number(plain_text(heading))),
               "Add a line: **If it is late:** Ring us and ask for the date.");
}

void inspect_pathway(const Page& page, Report& report) {
  inspect_headings(page, {{"In short", Need::optional}, {"Steps", Need::required}}, report);
  const Block* steps = find_heading(page, 2, "Steps");
  if (steps == nullptr) return;
  if (inspect_numbering(page, *steps, report) == 0)
    report.add(codes::missing_headings, page.path, steps->place, "there are no steps under this heading",
               "Add one: ### 1. What happens first");
  for (const Block* block : section_of(*steps))
    if (block->kind == BlockKind::heading && block->number == 3) inspect_step(page, *block, report);
  std::vector<const Block*> in_order;
  for (const Block* block : section_of(*steps))
    if (block->kind == BlockKind::heading && block->number == 3) in_order.push_back(block);
  inspect_order(page, in_order, report);
  std::vector<std::string_view> known;
  for (const Label& label : step_labels) known.push_back(label.words);
  for (const Block* block : section_of(*steps)) {
    const auto label = label_of(*block);
    if (!label || find_label(step_labels, *label) != nullptr || is_go_to(*label)) continue;
    if (const auto near = near_word(*label, known))
      report.add(codes::near_miss_labels, page.path, block->place,
                 fmt::format("'{}' is not a label that a step has", *label), fmt::format("Did you mean: **{}:**", *near));
  }
}

// "If the answer is yes, go to step 5", as a link to that step.
void add_go_to(const Page& page, const std::string& label, const Block& block, Builder& to) {
  const std::string text = plain_text(block);
  const std::string_view words = trim(std::string_view(text).substr(text.find(':') + 1));
  const auto number = step_named(words);
  const std::string_view anchor = number && *number > 0 ? anchor_of_step(page, *number) : std::string_view{};
  to.within(BlockKind::paragraph, [&] {
    to.within(BlockKind::strong, [&] { to.add(BlockKind::text, label + " "); });
    if (anchor.empty()) to.add(BlockKind::text, words);
    else to.link(words, fmt::format("#{}", anchor));
  });
}

// One step: its heading, then its words, then its labelled lines as facts. Returns the first Block after it.
const Block* add_step(const Page& page, const Block& heading, Builder& to) {
  const Block* at = heading.next;
  to.within(BlockKind::step, [&] {
    Block* title = to.copy(heading);
    if (title->first != nullptr && title->first->kind == BlockKind::text)
      title->first->text = without_number(title->first->text);
    to.adopt(*title);
    // Each label with the lists that follow it.
    std::vector<Labelled> labelled;
    for (; at != nullptr && !(at->kind == BlockKind::heading && at->number <= heading.number); at = at->next) {
      const auto label = label_of(*at);
      if (label && is_go_to(*label)) add_go_to(page, *label, *at, to);
      else if (!take_labelled(step_labels, *at, labelled)) to.adopt_copy(*at);
    }
    add_labelled(step_labels, labelled, to);
  });
  return at;
}

const Block* add_steps(const Page& page, const Block& section, Builder& to) {
  const Block* at = section.next;
  while (at != nullptr && at->kind != BlockKind::heading) {
    to.adopt_copy(*at);
    at = at->next;
  }
  to.within(BlockKind::steps, [&] {
    while (at != nullptr && at->kind == BlockKind::heading && at->number == 3) at = add_step(page, *at, to);
  });
  return at;
}

std::string limit_words(const Deadline& one) {
  if (one.unit == "date") {
    const std::string day = in_words(*parse_date("2024-" + one.date));
    return fmt::format("{} in {}", day.substr(0, day.rfind(' ')), one.clock_words);
  }
  const std::string_view unit = one.unit == "working-days" ? "working day" : std::string_view(one.unit).substr(0, one.unit.size() - 1);
  return fmt::format("{} {}{} after {}", one.number, unit, one.number == 1 ? "" : "s", one.clock_words);
}

void add_your_dates(const Page& page, const SiteView& site, Builder& to) {
  std::vector<const Deadline*> limits;
  for (const std::string& id : page.fields.get(pathway_deadlines).ids)
    if (const Deadline* one = site.deadline(id); one != nullptr && one->from <= iso(site.today()) && (one->until.empty() || one->until >= iso(site.today()))) limits.push_back(one);
  if (limits.empty()) return;
  std::string holidays;
  for (const Deadline* one : limits)
    if (one->unit == "working-days" && holidays.empty())
      for (const Date day : site.bank_holidays()) holidays += (holidays.empty() ? "" : " ") + iso(day);
  to.heading(2, "Your dates", "list-your-dates");
  to.paragraph("These are the law's time limits. Each one counts from a day that you know.");
  to.within(BlockKind::deadlines, [&] {
      for (const Deadline* one : limits) {
        Block& row = to.within(BlockKind::deadline, [&] {
          to.paragraph(limit_words(*one));
          to.paragraph(fmt::format("{} ({})", one->what, one->law));
          to.paragraph(one->exceptions.empty() ? one->if_late : fmt::format("{} {}", one->if_late, one->exceptions));
        });
        row.text = to.keep(one->clock_words);
        row.target = to.keep(one->unit == "date" ? fmt::format("{} {} date", one->clock, one->date) : fmt::format("{} {} {}", one->clock, one->number, one->unit));
      }
    }).text = to.keep(holidays);
}

// The steps of the document: the headings of level 3 under "Steps".
std::vector<const Block*> steps_of(const Page& page) {
  std::vector<const Block*> steps;
  if (const Block* heading = find_heading(page, 2, "Steps"))
    for (const Block* block : section_of(*heading))
      if (block->kind == BlockKind::heading && block->number == 3) steps.push_back(block);
  return steps;
}

// The first labelled paragraph with these words in a step, without its label; empty if there is none.
std::string labelled(const Block& step, std::string_view words) {
  for (const Block* block : section_of(step)) {
    const auto label = label_of(*block);
    if (!label || !equal_ignoring_case(*label, words)) continue;
    const std::string text = plain_text(*block);
    return std::string(trim(std::string_view(text).substr(text.find(':') + 1)));
  }
  return {};
}

bool has_steps(const Page& page) { return steps_of(page).size() > 1; }

// A list to print and tick: what to do, by when, and room for a date.
void checklist(const Page& page, const SiteView&, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link("Back to every step in full", page.address); });
  to.paragraph("Print this list and keep it with your papers. Tick what is done, and write the date beside it.");
  to.within(BlockKind::ticks, [&] {
    for (const Block* step : steps_of(page)) {
      Block& tick = to.within(BlockKind::tick, [&] {
        if (const std::string when = labelled(*step, "When"); !when.empty()) to.paragraph("When: " + when);
        if (const std::string you = labelled(*step, "What you do"); !you.empty()) to.paragraph("You: " + you);
        if (const std::string they = labelled(*step, "What they do"); !they.empty()) to.paragraph("They: " + they);
      });
      tick.text = to.keep(without_number(plain_text(*step)));
    }
  });
}

// The steps as a drawing and the same as a list.
void map(const Page& page, const SiteView&, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link("Back to every step in full", page.address); });
  std::vector<MapStep> steps;
  for (const Block* step : steps_of(page))
    steps.push_back({std::string(without_number(plain_text(*step))), labelled(*step, "When"), labelled(*step, "If the answer is no")});
  to.within(BlockKind::numbered_list, [&] {
      for (const MapStep& step : steps)
        to.within(BlockKind::item, [&] {
          to.paragraph(step.title + (step.when.empty() ? "" : ": " + step.when));
          if (!step.if_no.empty()) to.paragraph("If the answer is no: " + step.if_no);
        });
    }).number = 1;
  to.add(BlockKind::drawing, "The same steps as a drawing", step_map(page.fields.get(starts_when), steps));
}

const ContentView checklist_view{"checklist", "a list to print", has_steps, checklist};
const ContentView map_view{"map", "the way at a glance", has_steps, map};

void pathway_body(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("Who it is for", page.fields.get(pathway_for));
    to.fact("Ages", in_words(page.fields.get(shared::ages)));
    to.fact("It starts when", page.fields.get(starts_when));
  });
  const Block* steps = find_heading(page, 2, "Steps");
  for (const Block* block = page.document().first; block != nullptr;) {
    to.adopt_copy(*block);
    if (block != steps) {
      block = block->next;
      continue;
    }
    if (has_steps(page))
      to.within(BlockKind::paragraph, [&] {
        to.link("These steps as a list to print", page.address + "checklist/");
        to.add(BlockKind::text, " · ");
        to.link("The way at a glance", page.address + "map/");
      });
    block = add_steps(page, *block, to);
    add_your_dates(page, site, to);
  }
}

void pathway_list(const std::vector<const Page*>& pages, const SiteView&, Builder& to) {
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages) {
      Block& card = to.within(BlockKind::card, [&] { to.paragraph(page->summary); });
      card.text = to.keep(page->title);
      card.target = to.keep(page->address);
    }
  });
}

}  // namespace

const ContentType pathway_type{
    .name = "pathway",
    .folder = "pathways",
    .title = "Step by step",
    .many = "Step by step",
    .says = "A way through, step by step: who does what, by when, what if it is late, what if the answer is no.",
    .fields = {&pathway_for, &starts_when, &shared::ages, &pathway_deadlines},
    .views = {&checklist_view, &map_view},
    .skeleton = "## In short\n\n- The one thing to know first.\n\n## Steps\n\n### 1. What happens first\n\nSay it in two sentences.\n\n"
                "**When:** any time\n\n**What you do:** Ring us or write to us.\n\n**What they do:** We write back.\n\n"
                "**If it is late:** Ring us again and ask for the date.\n\n**If the answer is no:** You can ask us to look again.\n",
    .inspect = inspect_pathway,
    .body = pathway_body,
    .list = pathway_list,
    .happened = nullptr,
    .weight_in_search = 115,
};

}  // namespace offer
