#include "serve/crew.h"

#include <utility>

namespace offer {

Crew::Crew(unsigned threads) : count_(threads) {
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
  std::unique_lock lock(guard_);
  for (;;) {
    const auto may_do_later = [&] { return !later_.empty() && (at_later_ + 1 < count_ || count_ == 1); };
    something_to_do_.wait(lock, [&] { return ended_ || !now_.empty() || may_do_later(); });
    if (ended_) return;
    const bool later = now_.empty();
    std::deque<Work>& from = later ? later_ : now_;
    Work next = std::move(from.front());
    from.pop_front();
    if (later) ++at_later_;
    lock.unlock();
    next();
    next = nullptr;  // what it holds is let go without the lock
    lock.lock();
    if (later) {
      --at_later_;
      something_to_do_.notify_one();
    }
  }
}

}  // namespace offer
