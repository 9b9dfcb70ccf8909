// The Markdown of one planned page.
#pragma once

#include <string>

#include "corpus_plan.h"

namespace offer::bench {

// hugo: what stands in a table file beside our page stands in the page.
std::string page_text(const SitePlan& plan, const PlannedPage& page, bool hugo);

// The rows of a plan's table of actions (CSV), for the file beside its page.
std::string actions_of_plan(const SitePlan& plan, const PlannedPage& page);

}  // namespace offer::bench
