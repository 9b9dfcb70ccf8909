#include "serve/crew.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <vector>

namespace offer::crew_test {

TEST_CASE("a thread is always free for what may not wait") {
  Crew crew(3);
  std::latch let_go(1);
  std::latch two_are_busy(2);
  std::atomic<int> waited{0};
  for (int i = 0; i < 5; ++i)
    crew.give_later([&] {
      if (++waited <= 2) two_are_busy.count_down();
      let_go.wait();
    });
  two_are_busy.wait();
  std::latch done(1);
  crew.give([&] { done.count_down(); });
  done.wait();
  CHECK(waited == 2);
  let_go.count_down();
  for (int i = 0; i < 1000 && waited < 5; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  CHECK(waited == 5);
}

TEST_CASE("what may not wait goes first, each kind in its order, also with one thread") {
  std::vector<int> order;
  std::latch let_go(1);
  std::latch all_done(5);
  Crew crew(1);
  crew.give([&] { let_go.wait(); });
  const auto note = [&](int number) {
    return [&order, &all_done, number] {
      order.push_back(number);
      all_done.count_down();
    };
  };
  crew.give_later(note(3));
  crew.give_later(note(4));
  crew.give(note(0));
  crew.give(note(1));
  crew.give(note(2));
  let_go.count_down();
  all_done.wait();
  CHECK(order == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("what was not begun is dropped in the end") {
  std::atomic<int> done{0};
  {
    Crew crew(2);
    std::latch begun(1);
    crew.give([&] {
      begun.count_down();
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      ++done;
    });
    begun.wait();
  }
  CHECK(done == 1);
}

}  // namespace offer::crew_test
