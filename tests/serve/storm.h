// Storm: `local-offer serve` as a program of its own, while a StormEditor works on its site and many browsers ask it for pages, wait for changes, read
// slowly, hang up and talk nonsense. In the end the site must be the one that a fresh build makes, byte for byte.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace offer {

struct StormSettings {
  std::string program;           // local-offer
  std::filesystem::path site;    // is copied
  std::filesystem::path folder;  // a folder of our own, for the copy and the fresh build
  std::chrono::seconds time{10};
  size_t most_edits = 1'000'000;
  size_t browsers = 20;
  uint64_t seed = 1;
  bool judge_memory = true;      // not under sanitizers, whose memory grows
};

struct StormReport {
  std::vector<std::string> wrong;  // empty: all is well; at most some dozen are kept
  size_t count_wrong = 0;
  size_t edits = 0;
  size_t answers = 0;
  size_t odd_requests = 0;
  size_t compared = 0;             // files that are as in a fresh build
  double memory_before = 0;        // MB, mean of the second fifth of the time
  double memory_after = 0;         // of the last fifth
  std::chrono::milliseconds to_settle{0};  // after the last edit, until all was as in the fresh build
  std::chrono::milliseconds to_end{0};     // after Ctrl-C
};

StormReport storm(const StormSettings& settings);

// One line.
std::string in_words(const StormReport& report);

}  // namespace offer
