#include "serve/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "base/failure.h"
#include "base/files.h"

namespace offer {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds longest_wait_for_quiet{500};
constexpr milliseconds between_looks{500};
constexpr milliseconds between_checks_of_stopped{100};

// IN_ATTRIB: a file may have become readable. Not IN_MODIFY: a file that is still being written
// will be closed.
constexpr uint32_t events_that_matter = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                        IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

std::vector<ListedFile> list_if_possible(const fs::path& folder) {
  try {
    return list_tree(folder);
  } catch (const Failure&) {
    return {};
  }
}

// A new ordinary file, about to be written and then closed, which is soon enough. (A link, or a
// second name of a file, is never closed.)
bool will_be_closed(const fs::path& file) {
  struct stat is {};
  return ::lstat(file.c_str(), &is) == 0 && S_ISREG(is.st_mode) && is.st_nlink == 1;
}

// What one way of looking offers.
class Eye {
 public:
  virtual ~Eye() = default;
  // Looks for at most `patience`, less if something changed.
  virtual bool changed_within(milliseconds patience) = 0;
  virtual bool works() const { return true; }
};

class Poll : public Eye {
 public:
  explicit Poll(const std::vector<fs::path>& folders) : folders_(folders), seen_(now()) {}

  bool changed_within(milliseconds patience) override {
    const auto end = steady_clock::now() + patience;
    std::this_thread::sleep_until(std::min(end, next_look_));
    if (steady_clock::now() < next_look_) return false;
    auto found = now();
    next_look_ = steady_clock::now() + between_looks;
    const bool changed = found != seen_;
    seen_ = std::move(found);
    return changed;
  }

 private:
  std::vector<std::vector<ListedFile>> now() const {
    std::vector<std::vector<ListedFile>> all;
    for (const fs::path& folder : folders_) all.push_back(list_if_possible(folder));
    return all;
  }

  const std::vector<fs::path>& folders_;
  std::vector<std::vector<ListedFile>> seen_;
  steady_clock::time_point next_look_ = steady_clock::now() + between_looks;
};

}  // namespace

}  // namespace offer
