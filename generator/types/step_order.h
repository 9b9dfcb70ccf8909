// The order of a pathway's steps: from each to the next, unless a label "Go to" leads elsewhere: "**If the answer is yes, go to:** step 5".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/page.h"

namespace offer {

// Is this a label that leads to a step?
bool is_go_to(std::string_view label);
// The step of such a label's words, from 1: "step 5" gives 5, "the end" 0; nothing for other words.
std::optional<size_t> step_named(std::string_view words);
// The anchor of step `number` of the page, or empty.
std::string_view anchor_of_step(const Page& page, size_t number);

// Reports labels that lead to no step, steps that nobody comes to, and steps from which nobody comes to an end. steps: their headings.
void inspect_order(const Page& page, const std::vector<const Block*>& steps, Report& report);

}  // namespace offer
