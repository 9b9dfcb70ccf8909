#include "search/postings.h"

#include <array>

namespace offer {

void add_best(std::span<const Weighed> pages, size_t most, std::vector<Weighed>& to) {
  if (pages.size() <= most) {
    to.insert(to.end(), pages.begin(), pages.end());
    return;
  }
  std::array<size_t, 64> counts{};
  for (const Weighed& one : pages) ++counts[one.weight()];
  uint32_t least = 63;
  size_t above = 0;  // pages that weigh more than `least`
  while (above + counts[least] < most) above += counts[least--];
  size_t left = most - above;  // of those that weigh as much
  for (const Weighed& one : pages) {
    if (one.weight() < least || (one.weight() == least && left == 0)) continue;
    if (one.weight() == least) --left;
    to.push_back(one);
  }
}

}  // namespace offer
