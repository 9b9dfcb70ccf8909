#include "search/postings.h"

#include <array>

namespace offer {

size_t keep_best(std::span<Weighed> pages, size_t most) {
  if (pages.size() <= most) return pages.size();
  std::array<size_t, 64> counts{};
  for (const Weighed& one : pages) ++counts[one.weight()];
  uint32_t least = 63;
  size_t above = 0;  // pages that weigh more than `least`
  while (above + counts[least] < most) above += counts[least--];
  size_t left = most - above;  // of those that weigh as much
  size_t kept = 0;
  for (const Weighed one : pages) {
    if (one.weight() < least || (one.weight() == least && left == 0)) continue;
    if (one.weight() == least) --left;
    pages[kept++] = one;
  }
  return kept;
}

}  // namespace offer
