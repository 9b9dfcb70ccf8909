#include "types/actions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/builder.h"
#include "model/site_view.h"
#include "types/relations.h"

namespace offer {

const TableInfo actions_table{.name = "actions",
                              .says = "One action a row: what, who answers for it, by when, and how families will know.",
                              .columns = {"id", "action", "we_will", "areas", "who", "accountable", "measure", "measures", "when", "due", "after_3_months",
                                          "after_6_months", "after_12_months", "status", "proof"},
                              .may_have = {"updates"}};

namespace {

const std::vector<std::string_view> action_states{"not-said", "not-started", "started", "done", "late", "stopped"};
constexpr std::string_view after_months[]{"after_3_months", "after_6_months", "after_12_months"};
constexpr std::string_view after_months_words[]{"After 3 months", "After 6 months", "After 12 months"};

struct StateWords {
  std::string_view words;
  TagKind tag;
};
StateWords state_of_action(const Action& action, Date today) {
  const bool over = action.due && *action.due < today;
  if (action.status == "done") return {"Done", TagKind::done};
  if (action.status == "stopped") return {"Stopped", TagKind::cannot};
  if (action.status == "late") return {"Late", TagKind::waiting};
  if (action.status == "started") return over ? StateWords{"Started, and late", TagKind::waiting} : StateWords{"Started", TagKind::in_progress};
  if (action.status == "not-started") return over ? StateWords{"Late", TagKind::waiting} : StateWords{"Not started yet", TagKind::planned};
  return over ? StateWords{"Its date has passed: not known if done", TagKind::waiting} : StateWords{"Not known", TagKind::waiting};
}

std::string role_titles(const std::vector<std::string>& ids, const SiteView& site) {
  std::vector<std::string> titles;
  for (const std::string& id : ids) titles.push_back(site.role(id) == nullptr ? id : site.role(id)->title);
  return join(titles, "; ");
}

}  // namespace

std::string area_number(std::string_view heading) {
  size_t end = 0;
  while (end < heading.size() && (is_digit(heading[end]) || heading[end] == '.')) ++end;
  std::string_view number = heading.substr(0, end);
  while (number.ends_with('.')) number.remove_suffix(1);
  return std::string(number);
}

std::vector<Action> read_actions(const Page& page) {
  std::vector<Action> actions;
  const DataTable* table = page.table("actions");
  if (table == nullptr) return actions;
  for (const DataRow& row : table->rows) {
    const auto items = [&](std::string_view column) { return items_of(table->text(row, column)); };
    const auto words = [&](std::string_view column) { return std::string(table->text(row, column)); };
    Action action{words("id"), words("action"), items("we_will"), items("areas"), items("who"), items("accountable"), items("measures"),
                  words("measure"), words("when"), parse_date(words("due")), {}, words("status"), words("proof"), items("updates")};
    for (size_t i = 0; i < 3; ++i) action.after[i] = words(after_months[i]);
    actions.push_back(std::move(action));
  }
  return actions;
}

void inspect_actions(const DataTable& table, const std::vector<std::string>& areas, Report& report) {
  std::set<std::string, std::less<>> ids;
  const std::vector<std::string_view> known_areas(areas.begin(), areas.end());
  const auto wrong = [&](const DataRow& row, std::string_view column, std::string words, std::string help) {
    report.add(codes::wrong_values, table.path, table.cell(row, column).place, fmt::format("action '{}', column '{}': {}", table.text(row, "id"), column, words), std::move(help));
  };
  for (const DataRow& row : table.rows) {
    const std::string id(table.text(row, "id"));
    if (id.empty() || slug(id) != id) wrong(row, "id", fmt::format("'{}' is not a name of small letters, digits and hyphens", id), "For example: act-01");
    else if (!ids.insert(id).second) wrong(row, "id", "the same id is on a row above", "Give each action an id of its own.");
    if (table.text(row, "action").empty()) wrong(row, "action", "it says nothing", "Say in one plain sentence what will be done.");
    if (items_of(table.text(row, "accountable")).empty()) wrong(row, "accountable", "nobody answers for it", "Name at least one role of roles.yml.");
    const std::string_view status = table.text(row, "status");
    if (std::find(action_states.begin(), action_states.end(), status) == action_states.end()) {
      const auto near = near_word(status, action_states);
      wrong(row, "status", fmt::format("it cannot be '{}'", status), near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("It can be {}.", joined_words({action_states.begin(), action_states.end()})));
    }
    if (status == "done" && table.text(row, "proof").empty()) wrong(row, "proof", "the action is done, and nothing shows it", "Say how families can see that it was done.");
    if (const std::string_view due = table.text(row, "due"); !due.empty() && !parse_date(due))
      wrong(row, "due", fmt::format("'{}' is not a day that exists", due), "Write year-month-day: 2024-12-31. Or leave it empty and say it in 'when'.");
    for (const std::string& update : items_of(table.text(row, "updates")))
      if (const size_t colon = update.find(':'); colon == std::string::npos || !parse_date(trim(std::string_view(update).substr(0, colon))))
        wrong(row, "updates", fmt::format("'{}' does not begin with a day", update), "Write the day, a colon and what happened: 2024-12-01: The new team began");
    for (const std::string& area : items_of(table.text(row, "areas")))
      if (std::find(areas.begin(), areas.end(), area) == areas.end())
        wrong(row, "areas", fmt::format("the plan has no area {}", area), did_you_mean(area, known_areas));
  }
}

void check_actions(const DataTable& table, const SiteView& site, Report& report) {
  std::vector<std::string_view> roles;
  for (const auto& [id, role] : site.roles()) roles.push_back(id);
  for (const DataRow& row : table.rows) {
    for (const std::string& id : items_of(table.text(row, "accountable")))
      if (site.role(id) == nullptr)
        report.add(codes::unknown_references, table.path, table.cell(row, "accountable").place, fmt::format("action '{}' names a role '{}', and there is none of that name", table.text(row, "id"), id), did_you_mean(id, roles));
    for (const std::string& id : items_of(table.text(row, "measures")))
      if (site.page(id) == nullptr || site.page(id)->type->name != "measure")
        report.add(codes::unknown_references, table.path, table.cell(row, "measures").place, fmt::format("action '{}' names a measure '{}', and there is none of that name", table.text(row, "id"), id), "Name the id of a page in measures/.");
  }
}

std::string summary_of(const std::vector<Action>& actions, Date today) {
  size_t done = 0, late = 0, unknown = 0;
  for (const Action& action : actions) {
    const std::string_view words = state_of_action(action, today).words;
    done += words == "Done";
    late += words == "Late" || words == "Started, and late";
    unknown += action.status == "not-said";
  }
  std::string words = fmt::format("This plan has {}.", count_of(actions.size(), "action", "actions"));
  if (done > 0) words += fmt::format(" Done: {}.", done);
  if (late > 0) words += fmt::format(" Late: {}.", late);
  if (unknown > 0) words += fmt::format(" For {} we do not know how far {} {}.", unknown == actions.size() ? "all of them" : std::to_string(unknown), unknown == 1 ? "it" : "they", unknown == 1 ? "is" : "are");
  return words;
}

std::string_view state_words(const Action& action, Date today) { return state_of_action(action, today).words; }

void add_state_tag(const Action& action, Date today, Builder& to) {
  const StateWords state = state_of_action(action, today);
  to.tag(state.words, state.tag);
}

void add_action(const Action& action, const Page&, const SiteView& site, Builder& to) {
  to.heading(2, action.action, action.anchor());
  if (!action.we_will.empty()) {
    to.paragraph("We will:");
    to.within(BlockKind::bullet_list, [&] {
      for (const std::string& item : action.we_will)
        to.within(BlockKind::item, [&] { to.within(BlockKind::paragraph, [&] { to.add(BlockKind::text, item); }).variant = static_cast<uint8_t>(ParagraphKind::tight); });
    });
  }
  to.within(BlockKind::facts, [&] {
    to.within(BlockKind::fact, [&] { to.within(BlockKind::paragraph, [&] { add_state_tag(action, site.today(), to); }); }).text = "State";
    if (!action.proof.empty()) to.fact("How you can see it", action.proof);
    for (const std::string& update : action.updates) {
      const size_t colon = update.find(':');  // inspect_actions has seen to it
      if (const auto day = parse_date(trim(std::string_view(update).substr(0, colon))); day && colon != std::string::npos)
        to.fact("Since then: " + in_words(*day), trim(std::string_view(update).substr(colon + 1)));
    }
    if (!action.when.empty() || action.due) to.fact("When", action.when.empty() ? "by " + in_words(*action.due) : action.when, FactKind::when);
    for (size_t i = 0; i < 3; ++i)
      if (!action.after[i].empty()) to.fact(after_months_words[i], action.after[i], FactKind::they_do);
    to.fact("Who answers for it", role_titles(action.accountable, site));
    if (!action.who.empty()) to.fact("Who takes part", join(action.who, "; "));
    if (!action.measure.empty()) to.fact("How it is measured", action.measure);
    std::vector<const Page*> measures;
    for (const std::string& id : action.measures)
      if (const Page* page = site.page(id)) measures.push_back(page);
    add_links_fact("Measures", measures, to);
    if (!action.areas.empty()) to.fact("Areas of the plan", join(action.areas, ", "));
  });
}

void add_action_table(const std::vector<Action>& actions, const SiteView& site, Builder& to) {
  to.within(BlockKind::table, [&] {
    const auto row = [&](bool header, const std::vector<std::string>& cells) {
      to.within(BlockKind::row, [&] {
          for (const std::string& cell : cells) to.within(BlockKind::cell, [&] { to.add(BlockKind::text, cell); });
        }).number = header ? 1 : 0;
    };
    row(true, {"Action", "Areas", "Who answers for it", "When", "After 3 months", "After 6 months", "After 12 months", "State"});
    for (const Action& action : actions)
      row(false, {action.action, join(action.areas, ", "), role_titles(action.accountable, site), action.when.empty() && action.due ? in_words(*action.due) : action.when,
                  action.after[0], action.after[1], action.after[2], std::string(state_of_action(action, site.today()).words)});
  });
}

}  // namespace offer
