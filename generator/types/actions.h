// Actions of a plan: the rows of its table `actions`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "diagnose/report.h"
#include "model/page.h"

namespace offer {

class Builder;
class SiteView;

struct Action {
  std::string id;      // "act-01"
  std::string action;  // one plain sentence
  std::vector<std::string> we_will, areas, who, accountable, measures;  // accountable: role ids; measures: page ids
  std::string measure, when;
  std::optional<Date> due;
  std::string after[3];  // 3, 6 and 12 months
  std::string status;    // not-said, not-started, started, done, late or stopped
  std::string proof;
  std::vector<std::string> updates;  // "2024-12-01: The new team began"

  std::string anchor() const { return "list-" + id; }
};

extern const TableInfo actions_table;

std::string area_number(std::string_view heading);  // "1.1 Data" gives "1.1", "2. Plans" gives "2"; empty if it has none

std::vector<Action> read_actions(const Page& page);
void inspect_actions(const DataTable& actions, const std::vector<std::string>& areas, Report& report);
void check_actions(const DataTable& actions, const SiteView& site, Report& report);  // roles and measures that it names are there

std::string summary_of(const std::vector<Action>& actions, Date today);  // how many are done, late …
std::string_view state_words(const Action& action, Date today);          // "Started, and late"
void add_state_tag(const Action& action, Date today, Builder& to);
void add_action(const Action& action, const Page& plan, const SiteView& site, Builder& to);
void add_action_table(const std::vector<Action>& actions, const SiteView& site, Builder& to);

}  // namespace offer
