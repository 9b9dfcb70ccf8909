// GrowingFile: a file that only grows at its end, from any thread, for notes that may be lost: nothing here throws.
//
// After the first thing that the disk refuses, nothing more is written, and failed() says so.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class GrowingFile {
 public:
  // Makes it anew, in the place of one that is there; or goes on behind its first `size` bytes, and cuts off what stands behind them.
  explicit GrowingFile(const std::filesystem::path& file);
  GrowingFile(const std::filesystem::path& file, uint64_t size);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  // One behind the other.
  void add(std::initializer_list<std::string_view> parts);
  // Hands everything to the system. How long the file is then.
  uint64_t flush();
  bool failed();

 private:
  // Writes what waits. Not while it holds the lock: others add meanwhile.
  void write_without(std::unique_lock<std::mutex>& lock);

  std::mutex guard_;
  std::condition_variable written_;
  int descriptor_ = -1;
  bool failed_ = false;
  size_t being_written_ = 0;  // by threads that have left the guard
  uint64_t size_ = 0;         // with what waits
  std::string waiting_;
  std::vector<std::string> rooms_;  // memory for what will wait
};

}  // namespace offer
