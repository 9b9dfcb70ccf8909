// Postings: for each of some things (keys, ideas) the pages that have it, in one list, sorted by counting.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/parallel.h"
#include "search/page_words.h"

namespace offer {

// As many as are asked for, of which none is written before somebody writes it: so the threads that fill a long list meet its new memory side by side.
class WeighedList {
 public:
  WeighedList() = default;
  explicit WeighedList(size_t count) : items_(std::make_unique_for_overwrite<Weighed[]>(count)), count_(count) {}
  size_t size() const { return count_; }
  std::span<Weighed> all() { return {items_.get(), count_}; }
  std::span<const Weighed> all() const { return {items_.get(), count_}; }

 private:
  std::unique_ptr<Weighed[]> items_;
  size_t count_ = 0;
};

struct Postings {
  std::vector<uint32_t> begins;   // of each thing's pages in `pages`; one more at the end
  WeighedList pages;              // number: of the page; in that order
  std::span<const Weighed> of(size_t thing) const { return pages.all().subspan(begins[thing], begins[thing + 1] - begins[thing]); }
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
  result.pages = WeighedList(sum);
  const std::span<Weighed> all = result.pages.all();
  parallel_for(shares, threads, [&](size_t s) {
    for (uint32_t page = first(s); page < first(s + 1); ++page)
      for (const Weighed& one : of(page)) all[places[s][one.number()]++] = {page, one.weight()};
  });
  return result;
}

// Moves those pages to the front that weigh most, the first of them where several weigh the same; in their order. How many they are.
size_t keep_best(std::span<Weighed> pages, size_t most);

}  // namespace offer
