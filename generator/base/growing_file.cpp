#include "base/growing_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace offer {

namespace {

constexpr size_t bytes_at_once = 1 << 17;  // bytes: what waits is still in the processor's cache when it is written
constexpr mode_t rights = 0666;

}  // namespace

GrowingFile::GrowingFile(const std::filesystem::path& file) {
  // Whoever reads the old one keeps it.
  ::unlink(file.c_str());
  descriptor_ = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
  failed_ = descriptor_ < 0;
}

GrowingFile::GrowingFile(const std::filesystem::path& file, uint64_t size) : descriptor_(::open(file.c_str(), O_WRONLY | O_CLOEXEC)), size_(size) {
  failed_ = descriptor_ < 0 || ::ftruncate(descriptor_, static_cast<off_t>(size)) != 0;
}

GrowingFile::~GrowingFile() {
  flush();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void GrowingFile::add(std::initializer_list<std::string_view> parts) {
  std::unique_lock lock(guard_);
  if (failed_) return;
  for (const std::string_view part : parts) {
    waiting_ += part;
    size_ += part.size();
  }
  if (waiting_.size() < bytes_at_once) return;
  write_without(lock);
}

uint64_t GrowingFile::flush() {
  std::unique_lock lock(guard_);
  if (!failed_ && !waiting_.empty()) write_without(lock);
  written_.wait(lock, [&] { return being_written_ == 0; });
  return size_;
}

bool GrowingFile::failed() {
  const std::lock_guard lock(guard_);
  return failed_;
}

void GrowingFile::write_without(std::unique_lock<std::mutex>& lock) {
  std::string bytes = std::exchange(waiting_, {});
  if (!rooms_.empty()) {
    waiting_ = std::move(rooms_.back());
    rooms_.pop_back();
  }
  uint64_t at = size_ - bytes.size();
  ++being_written_;
  lock.unlock();
  bool whole = true;
  for (std::string_view rest = bytes; !rest.empty() && whole;) {
    const ssize_t wrote = ::pwrite(descriptor_, rest.data(), rest.size(), static_cast<off_t>(at));
    if (wrote < 0 && errno == EINTR) continue;
    whole = wrote > 0;
    if (!whole) break;
    rest.remove_prefix(static_cast<size_t>(wrote));
    at += static_cast<uint64_t>(wrote);
  }
  bytes.clear();
  lock.lock();
  failed_ = failed_ || !whole;
  rooms_.push_back(std::move(bytes));
  --being_written_;
  written_.notify_all();
}

}  // namespace offer
