// Bar chart: numbers as bars from left to right, drawn so that it can be read on a phone, in black and white, and in dark.
//
// Ours is a filled bar, the one to compare with a hollow one, a target a dashed line. Every bar has its words and its number beside it, so no
// meaning hangs on colour. Colours come from the stylesheet: .bar, .bar-other, .target, text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct Bar {
  std::string label;      // "July 2023"
  double value = 0;       // not negative
  std::string words;      // "27%"
  bool other = false;     // to compare with
};

struct TargetLine {
  double value = 0;
  std::string words;      // "Target: 60%"
};

// An <svg> element; `description` says all of it in words.
std::string bar_chart(const std::vector<Bar>& bars, const std::vector<TargetLine>& targets, std::string_view description);

}  // namespace offer
