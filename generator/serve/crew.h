// Crew: a few threads that do what they are given, in order. What may wait is done when nothing else is to do, and never by all of them at once: so what
// comes then finds somebody free.
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

  const unsigned count_;
  std::mutex guard_;
  std::condition_variable something_to_do_;
  std::deque<Work> now_;  // these four under guard_
  std::deque<Work> later_;
  unsigned at_later_ = 0;  // how many do what may wait
  bool ended_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace offer
