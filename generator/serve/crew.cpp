#include "serve/crew.h"

#include <utility>

namespace offer {

Crew::Crew(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Crew::~Crew() {
  const std::lock_guard lock(guard_);
  ended_ = true;
  now_.clear();
  later_.clear();
  something_to_do_.notify_all();
}

void Crew::give(Work work) {
  const std::lock_guard lock(guard_);
  now_.push_back(std::move(work));
  something_to_do_.notify_one();
}

void Crew::give_later(Work work) {
  const std::lock_guard lock(guard_);
  later_.push_back(std::move(work));
  something_to_do_.notify_one();
}

void Crew::work() {
  for (;;) {
    Work next;
    {
      std::unique_lock lock(guard_);
      something_to_do_.wait(lock, [&] { return ended_ || !now_.empty() || !later_.empty(); });
      if (ended_) return;
      std::deque<Work>& from = now_.empty() ? later_ : now_;
      next = std::move(from.front());
      from.pop_front();
    }
    next();
  }
}

}  // namespace offer
