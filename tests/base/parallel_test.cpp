// parallel_for: every index once, on any number of threads; trouble comes back to the caller.
#include "base/parallel.h"

#include <doctest/doctest.h>

#include <functional>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>

namespace offer::parallel_test {

TEST_CASE("each index is worked on exactly once, for any number of threads and of things") {
  for (const unsigned threads : {0U, 1U, 2U, 3U, 16U})
    for (const size_t count : {size_t{0}, size_t{1}, size_t{2}, size_t{7}, size_t{1000}}) {
      CAPTURE(threads);
      CAPTURE(count);
      std::vector<std::atomic<int>> times(count);
      parallel_for(count, threads, [&](size_t i) { ++times[i]; });
      for (const auto& one : times) CHECK(one == 1);
    }
}

TEST_CASE("what is thrown in a thread is thrown again to the caller") {
  for (const unsigned threads : {1U, 2U, 8U}) {
    CAPTURE(threads);
    CHECK_THROWS_WITH_AS(parallel_for(100, threads,
                                      [](size_t i) {
                                        if (i == 3) throw std::runtime_error("page 3");
                                      }),
                         "page 3", std::runtime_error);
  }
}

TEST_CASE("when all throw, the first one in order is what the caller sees") {
  for (int round = 0; round < 20; ++round) {
    std::string seen;
    try {
      parallel_for(50, 4, [](size_t i) { throw std::runtime_error(std::to_string(i)); });
    } catch (const std::runtime_error& error) {
      seen = error.what();
    }
    CHECK(seen == "0");
  }
}

TEST_CASE("after something was thrown, the rest is given up") {
  std::atomic<size_t> worked{0};
  CHECK_THROWS(parallel_for(100'000, 2, [&](size_t) {
    ++worked;
    throw std::runtime_error("stop");
  }));
  CHECK(worked <= 2);
}

TEST_CASE("several threads sort as one does") {
  std::mt19937 random(5);
  for (const size_t count : {0U, 1U, 2U, 7U, 1000U, 4001U}) {
    std::vector<uint32_t> items(count);
    std::iota(items.begin(), items.end(), 0U);
    const std::vector<uint32_t> in_order = items;
    for (const unsigned threads : {0U, 1U, 2U, 3U, 8U}) {
      std::shuffle(items.begin(), items.end(), random);
      parallel_sort(items, threads, std::less<>());
      CHECK(items == in_order);
    }
  }
}

}  // namespace offer::parallel_test
