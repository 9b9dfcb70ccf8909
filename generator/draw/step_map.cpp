#include "draw/step_map.h"

#include <algorithm>

#include "base/text.h"
#include "draw/svg_text.h"

namespace offer {

namespace {
constexpr double map_width = 360;
constexpr double map_line = 19;
constexpr size_t map_letters = 34;
}  // namespace

std::string step_map(std::string_view start, const std::vector<MapStep>& steps) {
  std::string inside;
  double y = 2;
  const auto box = [&](std::string_view class_name, double left, const std::vector<std::string>& title, const std::vector<std::string>& small) {
    const double height = map_line * static_cast<double>(title.size() + small.size()) + 16;
    inside += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\" class=\"{}\" />", left, y, map_width - left - 2, height, class_name);
    inside += text_lines(left + 12, y + 22, map_line, title, "map-title");
    inside += text_lines(left + 12, y + 22 + map_line * static_cast<double>(title.size()), map_line, small, "map-small");
    y += height;
  };
  const auto arrow = [&] {
    inside += fmt::format("<path d=\"M30 {0:.1f} v22 m-6 -8 l6 8 l6 -8\" class=\"map-arrow\" />", y);
    y += 24;
  };
  box("map-start", 2, broken_lines(fmt::format("Start: {}", start), map_letters, 3), {});
  for (size_t i = 0; i < steps.size(); ++i) {
    arrow();
    const MapStep& step = steps[i];
    box("map-step", 2, broken_lines(fmt::format("{}. {}", i + 1, step.title), map_letters, 3), step.when.empty() ? std::vector<std::string>{} : broken_lines(step.when, map_letters + 4, 2));
    if (step.if_no.empty()) continue;
    y += 6;
    box("map-no", 40, broken_lines("If no: " + step.if_no, map_letters - 2, 3), {});
  }
  return fmt::format("<svg aria-hidden=\"true\" class=\"chart map\" viewBox=\"0 0 {:.0f} {:.1f}\" xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", map_width, y + 2, inside);
}

}  // namespace offer
