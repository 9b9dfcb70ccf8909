#include "serve/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

#include "base/failure.h"
#include "base/files.h"

namespace offer {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds longest_wait_for_quiet{500};
constexpr milliseconds between_polls{500};
constexpr milliseconds between_checks_of_stopped{50};
constexpr milliseconds between_saves{200};  // of one person; what comes sooner is a burst
constexpr size_t most_saved_at_once = 3;    // by one person; more are a burst

// IN_ATTRIB: a file may have become readable. Not IN_MODIFY: a file that is being written will be
// closed.
constexpr uint32_t events_that_matter = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                        IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
                                        IN_ONLYDIR;

std::vector<ListedFile> list_if_possible(const fs::path& folder) {
  try {
    return list_tree(folder);
  } catch (const Failure&) {
    return {};
  }
}

// A new ordinary file, about to be written and then closed, which is soon enough for us. (A link,
// or a second name of a file, is never closed.)
bool will_be_closed(const fs::path& file) {
  struct stat is {};
  return ::lstat(file.c_str(), &is) == 0 && S_ISREG(is.st_mode) && is.st_nlink == 1;
}

bool was_emptied(const fs::path& file) {
  struct stat is {};
  return ::lstat(file.c_str(), &is) == 0 && S_ISREG(is.st_mode) && is.st_size == 0;
}

}  // namespace

namespace watching {

// inotify on all folders. A change among the folders themselves, or a link, makes it go through all
// of them again (0.03 s for 10,000 pages): simpler than following each kind of move, and right.
class Told {
 public:
  explicit Told(const std::vector<fs::path>& roots)
      : roots_(roots), descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    works_ = descriptor_ >= 0;
    scan();
  }
  ~Told() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Told(const Told&) = delete;
  Told& operator=(const Told&) = delete;

  // False when the system has no more to give (fs.inotify.max_user_watches).
  bool works() const { return works_; }

  // Whether all that changed since the last forget() is whole: files that were written and closed,
  // or moved to their place, and nothing of which more is sure to come.
  bool is_whole() const { return !unclear_ && begun_.empty() && changed_.size() <= most_saved_at_once; }

  // The files that changed since the last forget(), or nothing: it may be any.
  std::optional<std::vector<fs::path>> changed_files() const {
    if (unclear_) return std::nullopt;
    return std::vector<fs::path>(changed_.begin(), changed_.end());
  }

  void forget() {
    unclear_ = false;
    begun_.clear();
    changed_.clear();
  }

  bool changed_within(milliseconds patience) {
    const auto end = steady_clock::now() + patience;
    bool changed = found_missing_root();
    if (changed) unclear_ = true;
    while (!changed) {
      const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now()).count();
      pollfd ready{descriptor_, POLLIN, 0};
      if (::poll(&ready, 1, static_cast<int>(std::max<int64_t>(left, 0))) <= 0) return false;
      changed = take_events();
    }
    return true;
  }

 private:
  using Folders = std::unordered_map<int, fs::path>;  // by inotify's number

  bool found_missing_root() {
    std::error_code unknown;
    const auto is_there = [&](const fs::path& root) { return fs::is_directory(root, unknown); };
    if (std::none_of(missing_.begin(), missing_.end(), is_there)) return false;
    scan();
    return true;
  }

  // Twice at least: a folder may be made after its parent was listed and before it was watched.
  void scan() {
    for (bool again = works_; again && works_;) {
      Folders found;
      missing_.clear();
      for (const fs::path& root : roots_) {
        if (!add(root, found)) missing_.push_back(root);
        for (const ListedFile& listed : list_if_possible(root))
          if (listed.folder) add(root / listed.path, found);
      }
      again = std::any_of(found.begin(), found.end(),
                          [&](const auto& folder) { return !folders_.contains(folder.first); });
      for (const auto& [number, place] : folders_)
        if (!found.contains(number)) ::inotify_rm_watch(descriptor_, number);
      folders_.swap(found);
    }
  }

  bool add(const fs::path& folder, Folders& found) {
    const int number = ::inotify_add_watch(descriptor_, folder.c_str(), events_that_matter);
    if (number < 0) {
      if (errno == ENOSPC || errno == ENOMEM) works_ = false;
      return false;
    }
    found.emplace(number, folder);  // two links to one folder have one number
    return true;
  }

  bool take_events() {
    alignas(inotify_event) char buffer[16 * 1024];
    const ssize_t got = ::read(descriptor_, buffer, sizeof buffer);
    bool changed = false;
    bool folders_changed = false;
    for (ssize_t at = 0; at < got;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      const auto [one, other] = meaning_of(*event);
      changed |= one;
      folders_changed |= other;
    }
    if (folders_changed) scan();
    unclear_ |= folders_changed;
    return changed;
  }

  // Whether something changed, and whether the folders did.
  std::pair<bool, bool> meaning_of(const inotify_event& event) {
    if (event.mask & IN_Q_OVERFLOW) return {true, true};  // some were lost
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end()) return {false, false};  // we gave that one up
    if (event.len == 0) {                                 // about the folder itself
      const bool gone = event.mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF);
      unclear_ = true;
      return {true, gone};
    }
    const std::string_view name(event.name);
    if (is_leftover(name)) return {false, false};
    if (event.mask & IN_ISDIR) return {true, true};
    const fs::path place = folder->second / name;
    if ((event.mask & IN_CREATE) && will_be_closed(place)) {
      begun_.insert(place);
      return {false, false};
    }
    // Editors move a file away and write a new one in its place; sync clients make it empty first.
    const bool gone = event.mask & (IN_DELETE | IN_MOVED_FROM);
    if (gone || ((event.mask & IN_CLOSE_WRITE) && was_emptied(place))) begun_.insert(place);
    else begun_.erase(place);
    changed_.insert(place);
    std::error_code unknown;
    const bool link = (event.mask & (IN_CREATE | IN_MOVED_TO)) && fs::is_symlink(place, unknown);
    return {true, link};
  }

  const std::vector<fs::path>& roots_;
  std::vector<fs::path> missing_;  // those of roots_ that are not there
  int descriptor_;
  bool works_ = false;
  Folders folders_;
  bool unclear_ = false;        // folders changed, or we were not told of everything
  std::set<fs::path> begun_;    // files that were made, made empty or taken away: more is likely to come
  std::set<fs::path> changed_;
};

// Looks at names, sizes and times.
class Poll {
 public:
  explicit Poll(const std::vector<fs::path>& roots) : roots_(roots) { changed_now(); }

  bool changed_now() {
    std::vector<std::vector<ListedFile>> found;
    for (const fs::path& root : roots_) found.push_back(list_if_possible(root));
    looked_ = steady_clock::now();
    return std::exchange(seen_, found) != found;
  }

  bool changed_within(milliseconds patience) {
    std::this_thread::sleep_for(patience);
    return steady_clock::now() - looked_ >= between_polls && changed_now();
  }

 private:
  const std::vector<fs::path>& roots_;
  std::vector<std::vector<ListedFile>> seen_;
  steady_clock::time_point looked_;
};

}  // namespace watching

struct Watch::State {
  State(std::vector<fs::path> folders, milliseconds pause, Look look)
      : roots(std::move(folders)), quiet(pause) {
    if (look == Look::when_told) told = std::make_unique<watching::Told>(roots);
    if (!told || !told->works()) start_polling();
  }

  void start_polling() {
    told.reset();
    poll = std::make_unique<watching::Poll>(roots);
  }

  bool first_change() {
    if (poll) return poll->changed_within(between_checks_of_stopped);
    const bool changed = told->changed_within(between_checks_of_stopped);
    if (told->works()) return changed;
    start_polling();
    return true;  // what we were not told of meanwhile, we cannot know
  }

  // A person who saves wants to see it at once; of a burst it is better to see the end.
  bool can_be_taken_in() const {
    return told && told->is_whole() && steady_clock::now() - last_change >= between_saves;
  }

  void take_in() {
    changed_files.reset();
    if (told) changed_files = told->changed_files();
    if (told) told->forget();
    last_change = steady_clock::now();
  }

  bool another_change() {
    if (told) return told->changed_within(quiet);
    std::this_thread::sleep_for(quiet);
    return poll->changed_now();
  }

  const std::vector<fs::path> roots;
  const milliseconds quiet;
  std::unique_ptr<watching::Told> told;  // one of these two
  std::unique_ptr<watching::Poll> poll;
  steady_clock::time_point last_change = steady_clock::now() - between_saves;
  std::optional<std::vector<fs::path>> changed_files;
};

Watch::Watch(std::vector<fs::path> folders, milliseconds quiet, Look look)
    : state_(std::make_unique<State>(std::move(folders), quiet, look)) {}

Watch::~Watch() = default;

bool Watch::wait(const std::atomic<bool>& stopped) {
  while (!stopped) {
    if (!state_->first_change()) continue;
    const auto end = steady_clock::now() + longest_wait_for_quiet;
    while (!stopped && !state_->can_be_taken_in() && steady_clock::now() < end && state_->another_change()) {
    }
    state_->take_in();
    return true;
  }
  return false;
}

const std::optional<std::vector<fs::path>>& Watch::changed_files() const {
  return state_->changed_files;
}

Look Watch::look() const {
  return state_->told ? Look::when_told : Look::twice_a_second;
}

}  // namespace offer
