// plan: what will be done, area by area, with a table of actions: who answers for each, by when, and how families will know.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "diagnose/codes.h"
#include "listings/filters.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/actions.h"
#include "types/lineage.h"
#include "types/labels.h"
#include "types/measure_fields.h"
#include "types/relations.h"
#include "types/structure.h"
#include "types/types.h"

namespace offer {

namespace {

const Field<Choice> plan_kind{"kind", Need::required, "What sort of plan it is.", "improvement", {"delivery", "improvement", "progress", "priority-action"}};
const Field<RoughDate> plan_began{"began", Need::required, "When it began, as exactly as is known.", "2024-09"};
const Field<RoughDate> plan_ended{"ended", Need::optional, "When it ended.", "2025-09"};
const Field<Id> plan_under{"under", Need::optional, "The strategy that it carries out (id).", "send-strategy-2023-26", {}, RefersTo::page, "strategy"};
const Field<Ids> read_with{"read_with", Need::optional, "Plans to read together with this one (ids).", "[priority-action-plan]", {}, RefersTo::page};

constexpr Label plan_labels[]{
    {"What inspectors said", FactKind::plain},
    {"What families said", FactKind::plain},
    {"What will be different", FactKind::they_do},
    {"Where it stands", FactKind::when},
};

// The headings under "Areas", by the number that they begin with: "1.1 Data" gives 1.1.
std::vector<const Block*> areas_of(const Page& page) {
  std::vector<const Block*> areas;
  if (const Block* heading = find_heading(page, 2, "Areas"))
    for (const Block* block : section_of(*heading))
      if (block->kind == BlockKind::heading && block->number == 3) areas.push_back(block);
  return areas;
}

void inspect_plan(const Page& page, Report& report) {
  inspect_headings(page, {{"In short", Need::optional}, {"Areas", Need::optional}}, report);
  std::vector<std::string> numbers;
  for (const Block* area : areas_of(page)) {
    std::string number = area_number(plain_text(*area));
    if (number.empty())
      report.add(codes::wrong_numbering, page.path, area->place, "this area has no number", fmt::format("### 1.1 {}", plain_text(*area)));
    else if (std::find(numbers.begin(), numbers.end(), number) != numbers.end())
      report.add(codes::wrong_numbering, page.path, area->place, fmt::format("the number {} comes twice", number), "Give each area a number of its own.");
    numbers.push_back(std::move(number));
  }
  if (const DataTable* actions = page.table("actions")) inspect_actions(*actions, numbers, report);
}

// The area's labelled paragraphs, each with the lists that follow it, as facts; the rest as it is.
void add_area(const Block& heading, Builder& to) {
  std::vector<Labelled> labelled;
  to.adopt_copy(heading);
  for (const Block* at = heading.next; at != nullptr && at->kind != BlockKind::heading; at = at->next) {
    if (!take_labelled(plan_labels, *at, labelled)) to.adopt_copy(*at);
  }
  add_labelled(plan_labels, labelled, to);
}

std::string view_address(const Page& page, std::string_view folder) { return fmt::format("{}{}/", page.address, folder); }

void add_action_links(const Page& page, const std::vector<Action>& actions, const SiteView& site, Builder& to) {
  if (actions.empty()) return;
  to.paragraph("What will be done:");
  to.within(BlockKind::bullet_list, [&] {
    for (const Action& action : actions)
      to.within(BlockKind::item, [&] {
        to.within(BlockKind::paragraph, [&] {
            to.link(action.action, fmt::format("{}#{}", view_address(page, "actions"), action.anchor()));
            to.add(BlockKind::text, " ");
            add_state_tag(action, site.today(), to);
          }).variant = static_cast<uint8_t>(ParagraphKind::tight);
      });
  });
}

constexpr std::string_view plan_kind_words[][2]{{"delivery", "How a strategy is carried out"}, {"improvement", "What must get better after an inspection"},
                                           {"progress", "What must get better, and how far it is"}, {"priority-action", "What must get better first"}};

void add_ways(const Page& page, const std::vector<Action>& actions, const SiteView& site, Builder& to) {
  if (actions.empty()) return;
  to.heading(2, "Ways to look at the actions", "list-ways");
  to.paragraph(summary_of(actions, site.today()));
  to.within(BlockKind::bullet_list, [&] {
    const auto item = [&](std::string_view words, const std::string& address) {
      to.within(BlockKind::item, [&] { to.within(BlockKind::paragraph, [&] { to.link(words, address); }).variant = static_cast<uint8_t>(ParagraphKind::tight); });
    };
    item("Every action in full", view_address(page, "actions"));
    item("By who answers for it", view_address(page, "by-role"));
    item("By how far each one is", view_address(page, "by-state"));
    item("By month", view_address(page, "by-month"));
    item("As one table", view_address(page, "table"));
    item("As a spreadsheet file (CSV)", page.address + "actions.csv");
  });
}

void plan_body(const Page& page, const SiteView& site, Builder& to) {
  const std::vector<Action> actions = read_actions(page);
  to.within(BlockKind::facts, [&] {
    for (const auto& [word, words] : plan_kind_words)
      if (word == page.fields.get(plan_kind).word) to.fact("What it is", words);
    to.fact("Began", in_words(page.fields.get(plan_began)));
    if (page.fields.has(plan_ended)) to.fact("Ended", in_words(page.fields.get(plan_ended)));
    add_links_fact("It carries out", pages_of(site, page.fields.get(plan_under)), to);
    add_links_fact("Read it with", pages_of(site, page.fields.get(read_with)), to);
    add_links_fact("It replaced", pages_of(site, page.fields.get(relations::supersedes)), to);
    add_links_fact("Replaced by", site.named_by(page, relations::supersedes), to);
    add_links_fact("Who checks it", pages_of(site, page.fields.get(relations::overseen_by)), to);
  });
  const Block* areas = find_heading(page, 2, "Areas");
  bool told = false;      // the ways to look at the actions stand before the areas
  const Block* inside = nullptr;  // the section "Areas" ends at this block
  for (const Block* block = page.document().first; block != nullptr;) {
    if (!told && block->kind == BlockKind::heading && (block == areas || areas == nullptr)) {
      add_ways(page, actions, site, to);
      told = true;
    }
    const bool area = areas != nullptr && inside == nullptr && block->place.line > areas->place.line && block->kind == BlockKind::heading && block->number == 3;
    if (area) {
      add_area(*block, to);
      const std::string number = area_number(plain_text(*block));
      std::vector<Action> here;
      for (const Action& action : actions)
        if (std::find(action.areas.begin(), action.areas.end(), number) != action.areas.end()) here.push_back(action);
      if (here.empty() && !actions.empty()) to.paragraph("No action of this plan is tied to this area.");
      add_action_links(page, here, site, to);
      for (block = block->next; block != nullptr && block->kind != BlockKind::heading;) block = block->next;
      continue;
    }
    if (areas != nullptr && block->kind == BlockKind::heading && block->number == 2 && block->place.line > areas->place.line) inside = block;
    to.adopt_copy(*block);
    block = block->next;
  }
  if (!told) add_ways(page, actions, site, to);
  add_links_section("Measures of this plan", site.named_by(page, field_measure_of()), to);
}

bool has_actions(const Page& page) { return page.table("actions") != nullptr; }

// Under which heading of a view an action stands: by its state, by who answers for it.
struct Group {
  std::string id, title;
};
using GroupsOf = std::vector<Group> (*)(const Action& action, const SiteView& site);

std::vector<Group> states_of(const Action& action, const SiteView& site) {
  const std::string_view words = state_words(action, site.today());
  return {{slug(words), std::string(words)}};
}

std::vector<Group> roles_of(const Action& action, const SiteView& site) {
  std::vector<Group> groups;
  for (const std::string& id : action.accountable) groups.push_back({slug(id), site.role(id) == nullptr ? id : site.role(id)->title});
  return groups;
}

std::string area_id(const std::string& number) { return slug(replace_all(number, ".", "-")); }  // "1.1" and "11" are two areas

constexpr size_t many_actions = 8;  // fewer can be read through

// Links to the headings of the views, and what the theme's script narrows the list by.
void add_action_filters(const Page& page, const std::vector<Action>& actions, const SiteView& site, Builder& to) {
  if (actions.size() < many_actions) return;
  std::vector<FilterGroup> filters;
  const auto add = [&](std::string_view name, std::string_view title, std::string_view folder, GroupsOf groups_of) {
    std::map<std::string, FilterLink> by_title;
    for (const Action& action : actions)
      for (const Group& group : groups_of(action, site)) {
        FilterLink& link = by_title.try_emplace(group.title, FilterLink{group.id, group.title, fmt::format("{}#list-{}", view_address(page, folder), slug(group.title)), 0}).first->second;
        ++link.count;
      }
    FilterGroup filter{name, title, {}};
    for (auto& [words, link] : by_title)
      if (link.count < actions.size()) filter.links.push_back(std::move(link));
    if (filter.links.size() > 1) filters.push_back(std::move(filter));
  };
  add("state", "State", "by-state", states_of);
  add("role", "Who answers for it", "by-role", roles_of);
  FilterGroup areas{"area", "Area of the plan", {}};
  for (const Block* heading : areas_of(page)) {
    const std::string words = plain_text(*heading), number = area_number(words);
    const auto count = std::count_if(actions.begin(), actions.end(), [&](const Action& one) { return std::find(one.areas.begin(), one.areas.end(), number) != one.areas.end(); });
    if (count > 0 && static_cast<size_t>(count) < actions.size()) areas.links.push_back({area_id(number), words, fmt::format("{}#{}", page.address, heading->target), static_cast<size_t>(count)});
  }
  if (areas.links.size() > 1) filters.push_back(std::move(areas));
  add_filter_groups(filters, actions.size(), {}, to);
}

void body_in_full(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link("Back to the plan", page.address); });
  const std::vector<Action> actions = read_actions(page);
  add_action_filters(page, actions, site, to);
  for (const Action& action : actions)
    to.within(BlockKind::narrowed, [&] {
      std::vector<std::pair<std::string_view, std::string>> values{{"state", slug(state_words(action, site.today()))}};
      for (const std::string& id : action.accountable) values.emplace_back("role", slug(id));
      for (const std::string& number : action.areas) values.emplace_back("area", area_id(number));
      add_values(values, to);
      add_action(action, page, site, to);
    });
}

template <class Key>
void add_action_groups(const Page& page, const SiteView& site, const std::map<Key, std::pair<std::string, std::vector<Action>>>& groups, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link("Back to the plan", page.address); });
  for (const auto& [key, group] : groups) {
    to.heading(2, group.first, "list-" + slug(group.first));
    to.paragraph(count_of(group.second.size(), "action", "actions") + ".");
    to.within(BlockKind::bullet_list, [&, &actions = group.second] {
      for (const Action& action : actions)
        to.within(BlockKind::item, [&] {
          to.within(BlockKind::paragraph, [&] {
              to.link(action.action, fmt::format("{}#{}", view_address(page, "actions"), action.anchor()));
              to.add(BlockKind::text, " ");
              add_state_tag(action, site.today(), to);
            }).variant = static_cast<uint8_t>(ParagraphKind::tight);
        });
    });
  }
}

void add_by(GroupsOf groups_of, const Page& page, const SiteView& site, Builder& to) {
  std::map<std::string, std::pair<std::string, std::vector<Action>>> groups;  // by the heading's anchor
  for (const Action& action : read_actions(page))
    for (const Group& one : groups_of(action, site)) {
      auto& group = groups[slug(one.title)];
      group.first = one.title;
      group.second.push_back(action);
    }
  add_action_groups(page, site, groups, to);
}

void body_by_role(const Page& page, const SiteView& site, Builder& to) { add_by(roles_of, page, site, to); }
void body_by_state(const Page& page, const SiteView& site, Builder& to) { add_by(states_of, page, site, to); }

void body_by_month(const Page& page, const SiteView& site, Builder& to) {
  std::map<RoughDate, std::pair<std::string, std::vector<Action>>> groups;
  for (const Action& action : read_actions(page)) {
    const RoughDate month = action.due ? RoughDate{static_cast<int>(action.due->day.year()), static_cast<unsigned>(action.due->day.month()), 0} : RoughDate{9999, 0, 0};
    auto& group = groups[month];
    group.first = action.due ? in_words(month) : "No day given";
    group.second.push_back(action);
  }
  add_action_groups(page, site, groups, to);
}

void body_as_table(const Page& page, const SiteView& site, Builder& to) {
  to.within(BlockKind::paragraph, [&] { to.link("Back to the plan", page.address); });
  to.heading(2, "All actions", "list-all");
  add_action_table(read_actions(page), site, to);
}

const ContentView plan_in_full{"actions", "every action", has_actions, body_in_full};
const ContentView by_role{"by-role", "who answers for what", has_actions, body_by_role};
const ContentView by_state{"by-state", "how far each action is", has_actions, body_by_state};
const ContentView by_month{"by-month", "by month", has_actions, body_by_month};
const ContentView plan_table_view{"table", "as a table", has_actions, body_as_table};

void plan_list(const std::vector<const Page*>& some, const SiteView& site, Builder& to) {
  auto pages = some;
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->fields.get(plan_began) > b->fields.get(plan_began); });
  to.within(BlockKind::cards, [&] {
    for (const Page* page : pages)
      add_card(*page, to, [&] {
        to.paragraph(fmt::format("Began {}{}", in_words(page->fields.get(plan_began)), page->fields.has(plan_ended) ? ", ended " + in_words(page->fields.get(plan_ended)) : ""));
        if (page->fields.has(plan_ended) || !site.named_by(*page, relations::supersedes).empty()) to.tag("Older: ended or replaced", TagKind::superseded);
      });
  });
}

std::vector<DataTable> plan_downloads(const Page& page) {
  const DataTable* actions = page.table("actions");
  return actions == nullptr ? std::vector<DataTable>{} : std::vector<DataTable>{*actions};
}

void check_plan(const Page& page, const SiteView& site, Report& report) {
  check_supersedes(page, site, report);
  if (const DataTable* actions = page.table("actions")) check_actions(*actions, site, report);
}

}  // namespace

const Field<Id>& field_under() { return plan_under; }

const ContentType plan_type{
    .name = "plan",
    .folder = "plans",
    .title = "Plan",
    .many = "Plans",
    .says = "What will be done, area by area, with a table of actions: who answers for each, by when, and how families will know.",
    .fields = {&plan_kind, &plan_began, &plan_ended, &plan_under, &relations::supersedes, &read_with, &relations::overseen_by},
    .tables = {&actions_table},
    .views = {&plan_in_full, &by_role, &by_state, &by_month, &plan_table_view},
    .skeleton = "## In short\n\n- The main thing that will get better.\n\n## Areas\n\n### 1.1 The first area\n\n**What inspectors said:** Say it in one sentence.\n\n"
                "**What families said:** Say it in one sentence.\n\n**What will be different:** Say what families will notice.\n",
    .inspect = inspect_plan,
    .check = check_plan,
    .body = plan_body,
    .list = plan_list,
    .happened = nullptr,
    .downloads = plan_downloads,
    .weight_in_search = 60,
};

}  // namespace offer
