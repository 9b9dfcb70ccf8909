#include "draw/tree_chart.h"

#include <algorithm>

#include "base/text.h"
#include "draw/svg_text.h"

namespace offer {

namespace {
constexpr double tree_width = 360;
constexpr double tree_indent = 22;
constexpr double tree_line = 18;
constexpr double tree_gap = 8;
constexpr size_t tree_letters = 40;  // at depth 0
}  // namespace

std::string tree_chart(const std::vector<TreeNode>& nodes) {
  std::string boxes, lines;
  std::vector<double> bottoms;  // of the last box of each depth: where the line to its next child begins
  double y = 2;
  for (const TreeNode& node : nodes) {
    const double left = 2 + tree_indent * static_cast<double>(node.depth);
    const size_t letters = tree_letters - std::min<size_t>(node.depth * 3, tree_letters / 2);
    const auto words = broken_lines(node.words, letters, 2);
    const double height = tree_line * static_cast<double>(words.size()) + 10;
    boxes += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"6\" class=\"{}\" />", left, y, tree_width - left - 2, height, node.again ? "map-again" : node.depth == 0 ? "map-start" : "map-step");
    boxes += text_lines(left + 9, y + 18, tree_line, words, node.depth == 0 ? "map-title" : "map-small");
    if (node.depth > 0 && node.depth <= bottoms.size())
      lines += fmt::format("<path d=\"M{0:.1f} {1:.1f} V{2:.1f} H{3:.1f}\" class=\"map-arrow\" />", left - tree_indent / 2, bottoms[node.depth - 1], y + height / 2, left);
    bottoms.resize(node.depth);
    bottoms.push_back(y + height);
    y += height + tree_gap;
  }
  return fmt::format("<svg aria-hidden=\"true\" class=\"chart tree\" viewBox=\"0 0 {:.0f} {:.1f}\" xmlns=\"http://www.w3.org/2000/svg\">{}{}</svg>", tree_width, y, lines, boxes);
}

}  // namespace offer
