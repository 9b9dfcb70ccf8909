#include "base/stopwatch.h"

#include <doctest/doctest.h>

#include "base/parallel.h"

namespace offer::stopwatch_test {

TEST_CASE("stages stand in the order in which they began, with their parts below the stage in which they first came") {
  Stopwatch stopwatch;
  CHECK(timed(&stopwatch, "first", [] { return 7; }) == 7);
  timed(&stopwatch, "second", [&] { timed_part(&stopwatch, "inside", [] {}); });
  timed(&stopwatch, "first", [] {});
  const auto stages = stopwatch.stages();
  REQUIRE(stages.size() == 3);
  CHECK(stages[0].name == "first");
  CHECK(stages[1].name == "second");
  CHECK(stages[2].name == "inside");
  CHECK(stages[2].part);
  CHECK_FALSE(stages[1].part);
  CHECK(stages[1].wall > 0);
  CHECK(stages[1].wall >= stages[2].wall);
}

TEST_CASE("a part that is called like its stage is not added to the stage a second time") {
  Stopwatch stopwatch;
  timed(&stopwatch, "index", [&] { timed_part(&stopwatch, "index", [] {}); });
  const auto stages = stopwatch.stages();
  REQUIRE(stages.size() == 2);
  CHECK_FALSE(stages[0].part);
  CHECK(stages[1].part);
}

TEST_CASE("parts of several threads are added up, and what the processor did for a stage holds the work of all threads") {
  Stopwatch stopwatch;
  const auto work = [&](size_t i) {
    return timed_part(&stopwatch, "part", [&] {
      volatile uint64_t sum = 0;
      for (uint64_t k = 0; k < 100'000; ++k) sum = sum + k * i;
    });
  };
  timed(&stopwatch, "all", [&] { parallel_for(50, 2, work); });
  const auto stages = stopwatch.stages();
  REQUIRE(stages.size() == 2);
  CHECK(stages[1].processor > 0);
  CHECK(stages[0].processor >= stages[1].processor);
}

TEST_CASE("without a stopwatch the work is done all the same") {
  int done = 0;
  timed(nullptr, "stage", [&] { ++done; });
  CHECK(timed_part(nullptr, "part", [&] { return ++done; }) == 2);
}

TEST_CASE("the table has a line for every stage and the sum of the stages, and no time on the clock for parts") {
  Stopwatch stopwatch;
  stopwatch.add("load", false, 1'500'000'000, 2'000'000'000);
  stopwatch.add("pages", false, 250'000'000, 500'000'000);
  stopwatch.add("html", true, 400'000'000, 400'000'000);
  CHECK(as_table(stopwatch) ==
        "stage                          seconds processor\n"
        "load                             1.500     2.000\n"
        "pages                            0.250     0.500\n"
        "  html                                     0.400\n"
        "all                              1.750     2.500\n");
}

}  // namespace offer::stopwatch_test
