// Crew: a few threads that do what they are given, in order; what may wait is done when nothing else is to do.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace offer {

class Crew {
 public:
  using Work = std::function<void()>;  // must not throw

  explicit Crew(unsigned threads);
  ~Crew();  // waits for what is being done; the rest is dropped
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // From any thread.
  void give(Work work);
  void give_later(Work work);

 private:
  void work();

  std::mutex guard_;
  std::condition_variable something_to_do_;
  std::deque<Work> now_;    // these three under guard_
  std::deque<Work> later_;
  bool ended_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace offer
