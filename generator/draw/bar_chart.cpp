#include "draw/bar_chart.h"

#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "draw/svg_text.h"

namespace offer {

namespace {
constexpr double chart_width = 360;
constexpr double bar_space = 270;  // the longest bar; its number stands after it
constexpr double line_height = 20;
constexpr double bar_height = 20;
constexpr size_t chart_letters = 42;

std::string chart_number(double value) { return fmt::format("{:.1f}", value); }

std::string text_at(double x, double y, std::string_view words, std::string_view class_name = {}) {
  return fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>", chart_number(x), chart_number(y), class_name.empty() ? "" : fmt::format(" class=\"{}\"", class_name), escaped(words));
}
}  // namespace

std::string bar_chart(const std::vector<Bar>& bars, const std::vector<TargetLine>& targets, std::string_view description) {
  double most = 0;
  for (const Bar& bar : bars) most = std::max(most, bar.value);
  for (const TargetLine& target : targets) most = std::max(most, target.value);
  if (most <= 0) most = 1;
  const auto length = [&](double value) { return std::max(0.0, value) / most * bar_space; };
  std::string inside;
  double y = 0;
  for (const Bar& bar : bars) {
    for (const std::string& words : broken_lines(bar.label, chart_letters, 3)) {
      inside += text_at(0, y + 15, words, bar.other ? "label-other" : "label");
      y += line_height;
    }
    inside += fmt::format("<rect x=\"1\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\" />", chart_number(y + (bar.other ? 4 : 0)), chart_number(std::max(2.0, length(bar.value))),
                          chart_number(bar.other ? bar_height - 8 : bar_height), bar.other ? "bar-other" : "bar");
    inside += text_at(length(bar.value) + 8, y + 15, bar.words, "number");
    y += bar_height + (bar.other ? 14 : 8);
  }
  for (const TargetLine& target : targets) {
    const double x = std::max(1.0, length(target.value));
    inside += fmt::format("<line x1=\"{0}\" y1=\"0\" x2=\"{0}\" y2=\"{1}\" class=\"target\" />", chart_number(x), chart_number(y));
    for (const std::string& words : broken_lines(target.words, chart_letters, 3)) {
      y += line_height;
      inside += text_at(0, y - 3, words, "target-words");
    }
  }
  return fmt::format("<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", chart_number(chart_width), chart_number(y + 2),
                     escaped(description), inside);
}

}  // namespace offer
