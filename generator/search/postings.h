// Postings: for each of some things (keys, ideas) the pages that have it, in one list, sorted by counting.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/parallel.h"
#include "search/page_words.h"

namespace offer {

struct Postings {
  std::vector<uint32_t> begins;   // of each thing's pages in `pages`; one more at the end
  std::vector<Weighed> pages;     // number: of the page; in that order
  std::span<const Weighed> of(size_t thing) const { return std::span(pages).subspan(begins[thing], begins[thing + 1] - begins[thing]); }
};

// of(page): the things that a page has, a list of Weighed.
template <class Of>
Postings postings_of(size_t things, size_t pages, unsigned threads, Of&& of) {
  const size_t shares = std::max<size_t>(1, std::min<size_t>(threads, pages));
  const auto first = [&](size_t share) { return static_cast<uint32_t>(pages * share / shares); };
  // Each thread counts its pages; what it counted then becomes where its own postings go.
  std::vector<std::vector<uint32_t>> places(shares);
  parallel_for(shares, threads, [&](size_t s) {
    places[s].resize(things);
    for (uint32_t page = first(s); page < first(s + 1); ++page)
      for (const Weighed& one : of(page)) ++places[s][one.number()];
  });
  Postings result;
  result.begins.resize(things + 1);
  uint32_t sum = 0;
  for (size_t thing = 0; thing < things; ++thing) {
    result.begins[thing] = sum;
    for (std::vector<uint32_t>& own : places) {
      const uint32_t count = own[thing];
      own[thing] = sum;
      sum += count;
    }
  }
  result.begins[things] = sum;
  result.pages.resize(sum);
  parallel_for(shares, threads, [&](size_t s) {
    for (uint32_t page = first(s); page < first(s + 1); ++page)
      for (const Weighed& one : of(page)) result.pages[places[s][one.number()]++] = {page, one.weight()};
  });
  return result;
}

// Moves those pages to the front that weigh most, the first of them where several weigh the same; in their order. How many they are.
size_t keep_best(std::span<Weighed> pages, size_t most);

}  // namespace offer
