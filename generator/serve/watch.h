// Watch: waits until something below some folders changes. Used by `serve`, from one thread.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace offer {

// How to look. Polling is for disks that tell nobody about changes: OneDrive, network shares, WSL.
enum class Look { when_told, twice_a_second };

// inotify on every folder below `folders`: also on new ones, on those that links lead to, and again
// on one of `folders` that goes away and comes back. Where inotify cannot be had, looks at names,
// sizes and times of all files twice a second. Changes count from when the Watch was made, so none
// is lost between two calls of wait(). Leftovers (base/files.h) do not count.
//
// A save is told at once when it is whole: a file or three, written and closed or moved to their
// place. Otherwise more is likely to come (a file was taken away, which is how many editors begin to
// save; it is empty; a folder changed; or the last change was less than 0.2 s ago, as when a sync
// client writes twice or a branch is switched): then it is told after `quiet` without a change, but
// none waits longer than half a second.
//
// Not seen: a file outside `folders` that a link to a file leads to; a file kept open by the
// program that writes it, until it closes it.
class Watch {
 public:
  explicit Watch(std::vector<std::filesystem::path> folders,
                 std::chrono::milliseconds quiet = std::chrono::milliseconds(30),
                 Look look = Look::when_told);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // True when something changed, false when `stopped` became true: within 200 ms of that. When
  // polling, a change is told within 700 ms.
  bool wait(const std::atomic<bool>& stopped);

  // After wait() told of a change: the files that changed (made, written, removed), each as a path
  // below one of `folders`; nothing if it may be any (folders changed; polling).
  const std::optional<std::vector<std::filesystem::path>>& changed_files() const;

  // How it looks now: told, unless that could not be had.
  Look look() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
