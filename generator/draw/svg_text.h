// Words in a drawing: broken into lines that fit, since SVG does not do it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

// Lines of at most `most` characters, broken at spaces; a longer word has a line of its own. At most `lines` lines: the last ends in "…".
std::vector<std::string> broken_lines(std::string_view words, size_t most, size_t lines);

// <text> with a line for each; x and y of the first baseline, `step` between baselines.
std::string text_lines(double x, double y, double step, const std::vector<std::string>& lines, std::string_view class_name);

}  // namespace offer
