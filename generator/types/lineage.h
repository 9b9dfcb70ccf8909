// Lineage: strategies that took each other's place, what changed from one to the next, and the gaps between them.
#pragma once

#include <string>
#include <vector>

#include "diagnose/report.h"
#include "model/site_view.h"

namespace offer {

class Builder;

struct Priority {
  unsigned number = 0;
  std::string title;
};
std::vector<Priority> priorities_of(const Page& page);  // the headings of level 3 under "Priorities"

// The first of the line that `page` stands in, and the whole line from there, the oldest first. Where several replaced one, all follow.
std::vector<const Page*> line_of(const Page& page, const SiteView& site);
// A list of the line with its years; a gap between two, or after the last, is an item of its own.
void add_line(const std::vector<const Page*>& line, const Page* here, const SiteView& site, Builder& to);

// Reports a page of another type that this one says it replaced, and two in use that replaced the same one. For strategies and plans.
void check_supersedes(const Page& page, const SiteView& site, Report& report);
// Reports rows of the table under "What changed" that name no priority of either page, and priorities that no row names.
void check_what_changed(const Page& page, const SiteView& site, Report& report);
// "7 priorities became 6: 3 kept, 2 joined …"; empty without such a table.
std::string sum_of_changes(const Page& page, const SiteView& site);

struct Years {
  int from = 0;  // 0: not known
  int to = 0;
};
Years years_of_strategy(const Page& page);  // defined with the fields, in strategy.cpp

}  // namespace offer
