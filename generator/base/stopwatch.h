// Stopwatch: what each stage of a longer work costs, in time on the clock and in time of the processor, for `build --timings`.
//
//   Loaded loaded = timed(stopwatch, "load", [&] { return load(inputs); });      a stage: what the whole process does meanwhile counts
//   timed_part(stopwatch, "html", [&] { … });                                   a part of stages, often and in several threads at once
//
// Without a stopwatch (null) nothing is timed, not even the clock looked at.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class Stopwatch {
 public:
  struct Stage {
    std::string_view name;
    bool part = false;
    int64_t wall = 0;       // nanoseconds; of a part the sum over all threads
    int64_t processor = 0;  // nanoseconds, of all threads
  };

  // name: must outlive the stopwatch. From any thread. Stages stand in the order in which they began.
  void add(std::string_view name, bool part, int64_t wall, int64_t processor);

  std::vector<Stage> stages() const;

 private:
  mutable std::mutex guard_;
  std::vector<Stage> stages_;
};

// Counts until its end.
class Timed {
 public:
  Timed(Stopwatch* stopwatch, std::string_view name, bool part);
  ~Timed();
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;

 private:
  Stopwatch* stopwatch_;
  std::string_view name_;
  bool part_;
  int64_t wall_ = 0;
  int64_t processor_ = 0;
};

template <class Work>
auto timed(Stopwatch* stopwatch, std::string_view name, Work&& work) {
  const Timed until_done(stopwatch, name, false);
  return work();
}
template <class Work>
auto timed_part(Stopwatch* stopwatch, std::string_view name, Work&& work) {
  const Timed until_done(stopwatch, name, true);
  return work();
}

// A table for people, in seconds: one stage a line, parts indented below the stage in which they first came, the sum of the stages last.
std::string as_table(const Stopwatch& stopwatch);

}  // namespace offer
