#include "corpus_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "corpus_words.h"

namespace offer::bench {

namespace {

using WordBank = std::span<const std::string_view>;

// The numbers of 0 to `size` - 1 in a mixed order: a page has no heading twice.
std::vector<size_t> mixed(size_t size, Dice& dice) {
  std::vector<size_t> order(size);
  for (size_t i = 0; i < size; ++i) order[i] = i;
  for (size_t i = size; i > 1; --i) std::swap(order[i - 1], order[dice.below(i)]);
  return order;
}

struct PlanAction {
  std::string action, lead, measure, due, status;
};

class TextWriter {
 public:
  TextWriter(const SitePlan& plan, const PlannedPage& page)
      : plan_(plan), page_(page), dice_(plan.seed * 1'000'003 + static_cast<uint64_t>(page.kind) * 100'000'007 + page.number), headings_(mixed(words::headings.size(), dice_)),
        small_headings_(mixed(words::small_headings.size(), dice_)) {}

  template <class... Parts>
  void add(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Parts>(parts)...);
  }

  std::string_view pick(WordBank bank) { return dice_.pick(bank); }
  std::string filled(WordBank bank) { return fill(dice_.pick(bank), page_.place, plan_.terms, dice_); }
  unsigned between(unsigned from, unsigned to) { return dice_.between(from, to); }
  bool one_in(unsigned n) { return dice_.one_in(n); }

  void heading(std::string_view words) { add("\n## {}\n", words); }

  std::string sentences(unsigned from, unsigned to, WordBank bank = words::sentences) {
    std::string all;
    for (unsigned left = between(from, to); left > 0; --left) all += (all.empty() ? "" : " ") + filled(bank);
    return all;
  }
  void paragraph(unsigned from = 2, unsigned to = 4, WordBank bank = words::sentences) { add("\n{}\n", sentences(from, to, bank)); }

  void list(unsigned from, unsigned to, WordBank bank = words::items) {
    add("\n");
    for (unsigned left = between(from, to); left > 0; --left) add("- {}\n", filled(bank));
  }
  void numbered_list(unsigned from, unsigned to) {
    add("\n");
    const unsigned count = between(from, to);
    for (unsigned i = 1; i <= count; ++i) {
      const std::string item = filled(words::items);
      add("{}. **Step {}.** {}\n", i, i, item);
    }
  }

  // A link to any page but this one.
  std::string link() {
    const PlannedPage* to = &page_;
    while (to == &page_) to = &plan_.pages[dice_.below(plan_.pages.size())];
    return fmt::format("[{}]({})", to->title, to->address);
  }
  std::string_view role() { return dice_.pick(words::roles); }

  void settings(std::string_view id, std::string_view summary) {
    add("---\nid: {}\ntitle: \"{}\"\nsummary: \"{}\"\naudience: [{}]\nstatus: published\nowner: {}\nreviewed: 2026-{:02}-{:02}\nreview_by: 2027-{:02}-{:02}\n", id, page_.title, summary,
        one_in(3) ? "everyone" : one_in(4) ? "parents, young-people" : "parents", role(), between(3, 10), between(1, 28), between(3, 11), between(1, 28));
    const size_t topic = dice_.below(words::topics.size()), need = dice_.below(words::needs.size());
    add("topics: [{}, {}]\nneeds: [{}]\n", words::topics[topic], words::topics[(topic + 1 + dice_.below(words::topics.size() - 1)) % words::topics.size()], words::needs[need]);
  }
  void end_settings() { add("---\n"); }

  // One more section, of a random shape.
  void section() {
    const std::string_view title = words::headings[headings_[used_headings_++ % headings_.size()]];
    heading(title);
    paragraph();
    switch (dice_.below(6)) {
      case 0:
        if (used_small_headings_ < small_headings_.size()) add("\n### {}\n", words::small_headings[small_headings_[used_small_headings_++]]);
        paragraph(1, 2);
        list(3, 5);
        break;
      case 1:
        paragraph();
        paragraph(1, 3);
        break;
      case 2:
        if (used_small_headings_ < small_headings_.size()) add("\n### {}\n", words::small_headings[small_headings_[used_small_headings_++]]);
        numbered_list(3, 4);
        break;
      default: add("\n{} Read about {}.\n", sentences(1, 3), link());
    }
  }
  bool has_section_left() const { return used_headings_ < headings_.size(); }

  void related() {
    heading("Pages that may help");
    add("\n");
    for (int i = 0; i < 4; ++i) add("- {}\n", link());
  }

  size_t size() const { return text_.size(); }
  std::string take() { return std::move(text_); }

 private:
  const SitePlan& plan_;
  const PlannedPage& page_;
  Dice dice_;
  std::vector<size_t> headings_, small_headings_;
  size_t used_headings_ = 0, used_small_headings_ = 0;
  std::string text_;
};

std::string small_first(std::string_view words) {
  std::string small(words);
  if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z') small[0] = static_cast<char>(words[0] + 32);
  return small;
}

std::vector<PlanAction> actions_for(const SitePlan& plan, const PlannedPage& page) {
  constexpr std::string_view states[]{"done", "started", "started", "not-started", "not-said"};
  Dice dice(plan.seed * 7'000'003 + page.number);
  std::vector<PlanAction> actions;
  for (unsigned left = dice.between(6, 12); left > 0; --left)
    actions.push_back({fill(dice.pick(words::actions), page.place, plan.terms, dice), std::string(dice.pick(words::roles)), std::string(dice.pick(words::measures)),
                       fmt::format("202{}-{:02}-{:02}", dice.between(5, 8), dice.between(1, 12), dice.between(1, 28)), std::string(dice.pick(states))});
  return actions;
}

void strategy(const SitePlan& plan, const PlannedPage& page, TextWriter& to) {
  to.settings(fmt::format("strategy-{}", page.number), fmt::format("What {} sets out to make better, and how you can tell.", small_first(page.title)));
  const size_t years = page.title.find(", 2") + 2;
  to.add("from: {}\nto: {}\nadopted: {}-0{}-12\nadopted_by: \"The council\"\n", page.title.substr(years, 4), page.title.substr(years + 8, 4), page.title.substr(years, 4), to.between(1, 9));
  to.end_settings();
  to.heading("In short");
  to.list(3, 4);
  to.heading("Vision");
  to.paragraph(2, 3);
  to.heading("Priorities");
  const unsigned first = to.between(0, static_cast<unsigned>(words::priorities.size()) - 1);
  for (unsigned i = 1; i <= 5; ++i) {
    Dice dice(first * 31 + i + page.number);
    to.add("\n### {}. {}\n", i, fill(words::priorities[(first + i) % words::priorities.size()], page.place, plan.terms, dice));
    to.paragraph(1, 2);
    to.list(2, 3);
  }
  to.heading("What we know");
  to.add("\n| Measure | 2024 | 2025 | Goal |\n| --- | --- | --- | --- |\n");
  for (size_t i = 0; i < 6; ++i) to.add("| {} | {}% | {}% | {}% |\n", words::measures[(first + i) % words::measures.size()], to.between(30, 60), to.between(45, 75), to.between(76, 95));
  to.heading("Who checks it works");
  to.paragraph(2, 3);
  to.heading("Versions");
  to.add("\n| Version | Date | Who | What changed |\n| --- | --- | --- | --- |\n| 0.1 | {} {} 2021 | Strategy lead | First draft |\n| 1.0 | {} {} 2022 | Strategy lead | Agreed with families |\n", to.between(1, 28),
         to.pick(words::months), to.between(1, 28), to.pick(words::months));
}

void improvement_plan(const SitePlan& plan, const PlannedPage& page, bool hugo, TextWriter& to) {
  constexpr std::string_view kinds[]{"delivery", "improvement", "progress", "priority-action"};
  to.settings(fmt::format("plan-{}", page.number), fmt::format("What {} promises, who answers for it, and how far it is.", small_first(page.title)));
  to.add("kind: {}\nbegan: 202{}-0{}\n", to.pick(kinds), to.between(2, 5), to.between(1, 9));
  to.end_settings();
  to.heading("In short");
  to.list(3, 5);
  to.heading("Areas");
  for (unsigned i = 1; i <= 3; ++i) {
    to.add("\n### {}.1 {}\n", i, to.filled(words::priorities));
    to.paragraph(1, 3);
    to.add("\n**What families said:** {}\n\n**What will be different:** {}\n", to.filled(words::said), to.filled(words::sentences));
  }
  if (!hugo) return;
  to.heading("Actions");
  to.add("\n| Number | What we will do | Who answers for it | How we will know | By when | State |\n| --- | --- | --- | --- | --- | --- |\n");
  unsigned number = 0;
  for (const PlanAction& one : actions_for(plan, page)) to.add("| {} | {} | {} | {} | {} | {} |\n", ++number, one.action, one.lead, one.measure, one.due, one.status);
}

void pathway(const PlannedPage& page, TextWriter& to) {
  to.settings(fmt::format("pathway-{}", page.number), fmt::format("{}, step by step: who does what, by when, and what to do if it is late.", page.title));
  to.add("for: \"{} in {}\"\nstarts_when: \"You ask for help\"\nages: {} to 25\n", to.pick(words::groups_of_people), page.place, to.between(0, 16));
  to.end_settings();
  to.heading("In short");
  to.list(3, 4);
  to.heading("Steps");
  const unsigned steps = to.between(4, 6);
  const unsigned first = to.between(0, static_cast<unsigned>(words::step_titles.size()) - 1);
  for (unsigned i = 1; i <= steps; ++i) {
    to.add("\n### {}. {}\n", i, words::step_titles[(first + i) % words::step_titles.size()]);
    to.paragraph(1, 3);
    to.add("\n**When:** {}\n\n**What you do:** {}\n\n**What they do:** {}\n\n**If it is late:** {}\n\n**If the answer is no:** {}\n", to.pick(words::step_when), to.filled(words::you_do), to.filled(words::they_do),
           to.filled(words::if_late), to.filled(words::if_no));
  }
  to.heading("How long it takes");
  to.add("\n| Part | Most people wait | Whom to ask |\n| --- | --- | --- |\n");
  for (unsigned i = 1; i <= 5; ++i) to.add("| Part {} | {} weeks | {} |\n", i, to.between(2, 40), to.pick(words::providers));
  to.add("\n![A drawing of the way, from the first talk to the plan](/images/way-{}.svg)\n", to.between(0, 11));
}

void update(const PlannedPage& page, TextWriter& to) {
  constexpr std::string_view about[]{"content", "quality", "gap", "accessibility", "development"};
  constexpr std::string_view answers[]{"done", "done", "in-progress", "planned", "waiting"};
  to.settings(fmt::format("update-{}", page.number), fmt::format("What families said when {}, and what we did.", small_first(page.title)));
  const std::string_view answer = to.pick(answers);
  to.add("who: \"{}\"\nsaid: {}-{:02}\nchannel: \"{}\"\nabout: [{}]\nanswer: {}\n", to.pick(words::groups_of_people), to.between(2023, 2025), to.between(1, 12), to.pick(words::channels), to.pick(about), answer);
  if (answer != "waiting") to.add("answered: 2026-{:02}\n", to.between(1, 10));
  to.end_settings();
  to.heading("You said");
  to.paragraph(2, 3, words::said);
  to.list(3, 4, words::said);
  to.heading("We did");
  to.paragraph(1, 2, words::did);
  to.list(3, 4, words::did);
  to.heading("What happens next");
  to.add("\n| What | Who | By when |\n| --- | --- | --- |\n");
  for (int i = 0; i < 4; ++i) to.add("| {} | {} | {} {} 2027 |\n", to.filled(words::actions), to.pick(words::providers), to.between(1, 28), to.pick(words::months));
  to.heading("How you can check");
  to.paragraph(2, 3, words::checked);
}

void news(const PlannedPage& page, TextWriter& to) {
  constexpr std::string_view kinds[]{"news", "news", "change"};
  to.settings(fmt::format("news-{}", page.number), fmt::format("{}: what is different, and what it means for you.", page.title));
  to.add("on: 2026-{:02}-{:02}\nkind: {}\n", to.between(1, 10), to.between(1, 28), to.pick(kinds));
  to.end_settings();
  to.paragraph(2, 3);
}

void service(const PlannedPage& page, TextWriter& to) {
  to.settings(fmt::format("service-{}", page.number), fmt::format("{}: who can come, what it costs and how to ask.", page.title));
  const std::string_view cost = to.pick(words::costs);
  to.add("provider: \"{} in {}\"\nfor: \"{} near {}\"\nages: {} to {}\narea: \"{}\"\nin_area: yes\ncost: \"{}\"\ncontact: {}\n", to.pick(words::providers), page.place, to.pick(words::groups_of_people), page.place,
         to.between(0, 10), to.between(11, 25), page.place, cost, to.role());
  if (to.one_in(2)) to.add("wait: \"Most people wait {} weeks\"\nwait_on: 2026-0{}-28\n", to.between(2, 30), to.between(1, 9));
  to.end_settings();
  to.heading("What it does");
  to.paragraph(3, 4);
  to.heading("Who can get it");
  to.list(3, 4);
  to.heading("If you do not qualify");
  to.paragraph(1, 2);
  to.add("\nYou can look at these:\n\n- {}\n- {}\n", to.link(), to.link());
  to.heading("How to get it");
  to.numbered_list(3, 4);
  to.heading("How long it takes");
  to.paragraph(1, 2);
  to.heading("When it is open");
  to.add("\n| Day | Time | What |\n| --- | --- | --- |\n");
  for (const std::string_view day : words::weekdays)
    if (!to.one_in(4)) to.add("| {} | {}am to {}pm | {} |\n", day, to.between(8, 11), to.between(1, 6), to.pick(words::service_kinds));
  to.heading("Where it is");
  const unsigned phone = to.between(100, 999);
  to.add("\n- Phone: [01632 960 {}](tel:01632960{})\n- E-mail: [{}{}@example.org](mailto:{}{}@example.org)\n- Address: {} {}, {}, ZZ{} {}XX\n", phone, phone, small_with_hyphens(page.place), page.number,
         small_with_hyphens(page.place), page.number, to.between(1, 240), to.pick(words::streets), page.place, to.between(1, 40), to.between(1, 9));
  if (to.one_in(2)) to.add("\n![The door of the house, with a ramp beside the steps](/images/door-{}.svg)\n", to.between(0, 11));
}

void term(const PlannedPage& page, TextWriter& to) {
  const GlossaryWord& word = words::glossary[page.number];
  to.settings(fmt::format("term-{}", page.name), word.meaning);
  if (!word.short_form.empty()) to.add("abbreviation: {}\n", word.short_form);
  to.add("easy: \"{}\"\n", word.easy);
  to.end_settings();
  to.paragraph(2, 3);
  to.heading("Where you may meet it");
  to.list(2, 3);
}

}  // namespace

std::string page_text(const SitePlan& plan, const PlannedPage& page, bool hugo) {
  TextWriter to(plan, page);
  switch (page.kind) {
    case Kind::strategy: strategy(plan, page, to); break;
    case Kind::plan: improvement_plan(plan, page, hugo, to); break;
    case Kind::pathway: pathway(page, to); break;
    case Kind::update: update(page, to); break;
    case Kind::news: news(page, to); break;
    case Kind::service: service(page, to); break;
    case Kind::term: term(page, to); break;
  }
  const size_t wanted = page.kind == Kind::term ? 0 : to.between(5'400, 8'000);
  while (to.size() < wanted && to.has_section_left()) to.section();
  to.related();
  return to.take();
}

std::string actions_of_plan(const SitePlan& plan, const PlannedPage& page) {
  std::string csv = "id,action,we_will,areas,who,accountable,measure,measures,when,due,after_3_months,after_6_months,after_12_months,status,proof\n";
  unsigned number = 0;
  for (const PlanAction& one : actions_for(plan, page)) {
    ++number;
    fmt::format_to(std::back_inserter(csv), "act-{:02},{},,{}.1,,{},{},,,{},,,,{},{}\n", number, one.action, number % 3 + 1, one.lead, one.measure, one.due, one.status,
                   one.status == "done" ? "The numbers of this year" : "");
  }
  return csv;
}

}  // namespace offer::bench
