#include "base/stopwatch.h"

#include <time.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace offer {

namespace {

int64_t now(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

clockid_t processor_clock(bool part) { return part ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID; }

double in_seconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) * 1e-9; }

}  // namespace

void Stopwatch::add(std::string_view name, bool part, int64_t wall, int64_t processor) {
  const std::lock_guard lock(guard_);
  auto stage = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& one) { return one.name == name && one.part == part; });
  if (stage == stages_.end()) stage = stages_.insert(stages_.end(), {name, part, 0, 0});
  stage->wall += wall;
  stage->processor += processor;
}

std::vector<Stopwatch::Stage> Stopwatch::stages() const {
  const std::lock_guard lock(guard_);
  return stages_;
}

Timed::Timed(Stopwatch* stopwatch, std::string_view name, bool part) : stopwatch_(stopwatch), name_(name), part_(part) {
  if (stopwatch_ == nullptr) return;
  if (!part_) stopwatch_->add(name_, part_, 0, 0);  // before its parts
  wall_ = now(CLOCK_MONOTONIC);
  processor_ = now(processor_clock(part_));
}

Timed::~Timed() {
  if (stopwatch_ == nullptr) return;
  const int64_t processor = now(processor_clock(part_)) - processor_;
  stopwatch_->add(name_, part_, now(CLOCK_MONOTONIC) - wall_, processor);
}

std::string as_table(const Stopwatch& stopwatch) {
  std::string table = fmt::format("{:<28} {:>9} {:>9}\n", "stage", "seconds", "processor");
  Stopwatch::Stage sum;
  for (const Stopwatch::Stage& one : stopwatch.stages()) {
    // What threads do side by side has no time of its own on the clock.
    if (one.part) {
      fmt::format_to(std::back_inserter(table), "{:<28} {:>9} {:>9.3f}\n", fmt::format("  {}", one.name), "", in_seconds(one.processor));
      continue;
    }
    fmt::format_to(std::back_inserter(table), "{:<28} {:>9.3f} {:>9.3f}\n", one.name, in_seconds(one.wall), in_seconds(one.processor));
    sum.wall += one.wall;
    sum.processor += one.processor;
  }
  return table + fmt::format("{:<28} {:>9.3f} {:>9.3f}\n", "all", in_seconds(sum.wall), in_seconds(sum.processor));
}

}  // namespace offer
