// Tree chart: who reports to whom, from top to bottom, each box below and to the right of the one that it reports to.
//
// A drawing beside a nested list that says the same, so it is silent to a screen reader.
#pragma once

#include <string>
#include <vector>

namespace offer {

struct TreeNode {
  size_t depth = 0;     // 0: reports to nobody here
  std::string words;
  bool again = false;   // stands under another one too
};

// Nodes in reading order: each stands under the last one before it whose depth is one less.
std::string tree_chart(const std::vector<TreeNode>& nodes);

}  // namespace offer
