// parallel_for: one function for every index from 0 to count - 1, on several threads.
//
// Results go into places chosen by the index, so the outcome is the same for any number of threads. If a call throws, the rest is
// given up and the exception of the lowest index that threw is thrown again here.
#pragma once

#include <atomic>
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

}  // namespace offer
