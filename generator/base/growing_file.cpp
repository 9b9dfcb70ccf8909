#include "base/growing_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace offer {

namespace {

constexpr size_t bytes_at_once = 1 << 17;  // bytes: what waits is still in the processor's cache when it is written
constexpr mode_t rights = 0666;

}  // namespace

GrowingFile::GrowingFile(const std::filesystem::path& file) {
  // Whoever reads the old one keeps it.
  ::unlink(file.c_str());
  descriptor_ = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
}

GrowingFile::GrowingFile(const std::filesystem::path& file, uint64_t size) : descriptor_(::open(file.c_str(), O_WRONLY | O_CLOEXEC)), size_(size) {
  const auto end = static_cast<off_t>(size);
  if (descriptor_ >= 0 && (::ftruncate(descriptor_, end) != 0 || ::lseek(descriptor_, end, SEEK_SET) != end)) give_up();
}

GrowingFile::~GrowingFile() {
  flush();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void GrowingFile::add(std::initializer_list<std::string_view> parts) {
  const std::lock_guard lock(guard_);
  if (descriptor_ < 0) return;
  for (const std::string_view part : parts) {
    waiting_ += part;
    size_ += part.size();
  }
  if (waiting_.size() >= bytes_at_once) write_out();
}

uint64_t GrowingFile::flush() {
  const std::lock_guard lock(guard_);
  write_out();
  return size_;
}

void GrowingFile::write_out() {
  for (size_t done = 0; descriptor_ >= 0 && done < waiting_.size();) {
    const ssize_t wrote = ::write(descriptor_, waiting_.data() + done, waiting_.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) give_up();
    else done += static_cast<size_t>(wrote);
  }
  waiting_.clear();
}

void GrowingFile::give_up() {
  ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace offer
