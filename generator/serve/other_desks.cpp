#include "serve/other_desks.h"

#include <algorithm>

namespace offer {

OtherDesks::OtherDesks(const Desk& main, std::string site, BuildOptions options) : main_(main), site_(std::move(site)), options_(options) {}

std::shared_ptr<const Desk> OtherDesks::with(Date today, bool drafts) {
  std::shared_ptr<Other> other;
  {
    const std::lock_guard lock(guard_);
    const auto found = std::find_if(others_.begin(), others_.end(), [&](const auto& one) { return one->options.today == today && one->options.drafts == drafts; });
    if (found != others_.end()) {
      other = *found;
      others_.erase(found);
    } else {
      BuildOptions options = options_;
      options.today = today;
      options.drafts = drafts;
      other = std::make_shared<Other>(site_, options);
      if (others_.size() == most) others_.pop_back();
    }
    others_.push_front(other);
  }
  {
    // Who comes second waits here and finds it done.
    const std::lock_guard lock(other->guard);
    const uint64_t now = main_.edition();
    if (other->edition != now) {
      other->desk.take_in();
      other->edition = now;
    }
  }
  return {other, &other->desk};
}

}  // namespace offer
