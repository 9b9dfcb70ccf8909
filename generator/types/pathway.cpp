// pathway: a way through, step by step: who does what, by when, what if it is late, what if the answer is no.
#include "base/text.h"
#include "diagnose/near_word.h"
#include "model/builder.h"
#include "model/shared_fields.h"
#include "model/site_view.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<std::string> for_whom{"for", Need::required, "Who the pathway is for.", "Children and young people from birth to 25"};
const Field<std::string> starts_when{"starts_when", Need::required, "What sets it going.", "You ask the council"};
const Field<Ids> deadlines{"deadlines", Need::optional, "The law's time limits that this pathway has (ids of generator/law/deadlines.yml).",
                           "[decide-to-assess, final-plan]", {}, RefersTo::deadline};

struct Label {
  std::string_view words;
  FactKind kind;
};
constexpr Label labels[]{
    {"When", FactKind::when},
    {"What you do", FactKind::you_do},
    {"What they do", FactKind::they_do},
    {"If it is late", FactKind::if_late},
    {"If the answer is no", FactKind::if_no},
    {"The law", FactKind::law},
};

const Label* find_label(std::string_view words) {
  for (const Label& label : labels)
    if (equal_ignoring_case(label.words, words)) return &label;
  return nullptr;
}

void inspect(const Page& page, Report& report) {
  inspect_headings(page, {{"In short", Need::optional}, {"Steps", Need::required}}, report);
  const Block* steps = find_heading(page, 2, "Steps");
  if (steps == nullptr) return;
  if (inspect_numbering(page, *steps, report) == 0)
    report.add(codes::missing_headings, page.path, steps->place, "there are no steps under this heading",
               "Add one: ### 1. What happens first");
  std::vector<std::string_view> known;
  for (const Label& label : labels) known.push_back(label.words);
  for (const Block* block : section_of(*steps)) {
    const auto label = label_of(*block);
    if (!label || find_label(*label) != nullptr) continue;
    if (const auto near = near_word(*label, known))
      report.add(codes::near_miss_labels, page.path, block->place,
                 fmt::format("'{}' is not a label that a step has", *label), fmt::format("Did you mean: **{}:**", *near));
  }
}

// One step: its heading, then its words, then its labelled lines as facts. Returns the first Block after it.
const Block* add_step(const Block& heading, Builder& to) {
  const Block* at = heading.next;
  to.within(BlockKind::step, [&] {
    Block* title = to.copy(heading);
    if (title->first != nullptr && title->first->kind == BlockKind::text)
      title->first->text = without_number(title->first->text);
    to.adopt(*title);
    // Each label with the lists that follow it.
    std::vector<std::vector<const Block*>> labelled;
    for (; at != nullptr && !(at->kind == BlockKind::heading && at->number <= heading.number); at = at->next) {
      const auto label = label_of(*at);
      const bool list = at->kind == BlockKind::bullet_list || at->kind == BlockKind::numbered_list;
      if (label && find_label(*label) != nullptr) labelled.push_back({at});
      else if (list && !labelled.empty()) labelled.back().push_back(at);
      else to.adopt_copy(*at);
    }
    if (labelled.empty()) return;
    to.within(BlockKind::facts, [&] {
      for (const std::vector<const Block*>& blocks : labelled) {
        const Label& label = *find_label(*label_of(*blocks.front()));
        Block& fact = to.within(BlockKind::fact, [&] {
          Block* words = without_label(*blocks.front(), to);
          if (words->first != nullptr) to.adopt(*words);
          for (size_t i = 1; i < blocks.size(); ++i) to.adopt_copy(*blocks[i]);
        });
        fact.text = label.words;
        fact.variant = static_cast<uint8_t>(label.kind);
      }
    });
  });
  return at;
}

const Block* add_steps(const Block& section, Builder& to) {
  const Block* at = section.next;
  while (at != nullptr && at->kind != BlockKind::heading) {
    to.adopt_copy(*at);
    at = at->next;
  }
  to.within(BlockKind::steps, [&] {
    while (at != nullptr && at->kind == BlockKind::heading && at->number == 3) at = add_step(*at, to);
  });
  return at;
}

void body(const Page& page, const SiteView&, Builder& to) {
  to.within(BlockKind::facts, [&] {
    to.fact("Who it is for", page.fields.get(for_whom));
    to.fact("Ages", in_words(page.fields.get(shared::ages)));
    to.fact("It starts when", page.fields.get(starts_when));
  });
  const Block* steps = find_heading(page, 2, "Steps");
  for (const Block* block = page.document->first; block != nullptr;) {
    to.adopt_copy(*block);
    block = block == steps ? add_steps(*block, to) : block->next;
  }
}

void list(const SiteView& site, Builder& to) {
  to.within(BlockKind::cards, [&] {
    for (const Page* page : site.pages_of("pathway")) {
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
    .fields = {&for_whom, &starts_when, &shared::ages, &deadlines},
    .skeleton = "## In short\n\n- The one thing to know first.\n\n## Steps\n\n### 1. What happens first\n\nSay it in two sentences.\n\n"
                "**When:** any time\n\n**What you do:** Ring us or write to us.\n\n**What they do:** We write back.\n\n"
                "**If it is late:** Ring us again and ask for the date.\n\n**If the answer is no:** You can ask us to look again.\n",
    .inspect = inspect,
    .body = body,
    .list = list,
    .happened = nullptr,
};

}  // namespace offer
