// Step map: a pathway from its start to its last step, from top to bottom, with what leads away when the answer is no.
//
// A drawing for people who think in pictures; the list beside it says the same, so it is silent to a screen reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct MapStep {
  std::string title;
  std::string when;   // may be empty
  std::string if_no;  // may be empty
};

std::string step_map(std::string_view start, const std::vector<MapStep>& steps);

}  // namespace offer
