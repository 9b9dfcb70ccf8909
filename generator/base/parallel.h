// parallel_for: one function for every index from 0 to count - 1, on several threads. parallel_sort: std::sort by several threads.
//
// Results go into places chosen by the index, so the outcome is the same for any number of threads. If a call throws, the rest is
// given up and the exception of the lowest index that threw is thrown again here.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace offer {

template <class Function>
void parallel_for(size_t count, unsigned threads, Function&& work) {
  if (threads < 1) threads = 1;
  if (count < threads) threads = static_cast<unsigned>(count);
  if (threads <= 1) {
    for (size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<size_t> next{0};
  std::mutex guard;
  std::exception_ptr first;
  size_t first_index = count;
  auto run = [&] {
    for (size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        const std::lock_guard lock(guard);
        if (i < first_index) first_index = i, first = std::current_exception();
        next = count;
      }
    }
  };
  {
    std::vector<std::jthread> crew;
    for (unsigned t = 1; t < threads; ++t) crew.emplace_back(run);
    run();
  }
  if (first) std::rethrow_exception(first);
}

// No two items may be alike, or the order of those depends on the number of threads.
template <class Item, class Before>
void parallel_sort(std::vector<Item>& items, unsigned threads, Before&& before) {
  const size_t shares = std::max<size_t>(1, std::min<size_t>(threads, items.size()));
  const auto place = [&](size_t share) { return items.begin() + static_cast<std::ptrdiff_t>(items.size() * share / shares); };
  parallel_for(shares, threads, [&](size_t share) { std::sort(place(share), place(share + 1), before); });
  for (size_t share = 1; share < shares; ++share) std::inplace_merge(items.begin(), place(share), place(share + 1), before);
}

}  // namespace offer
