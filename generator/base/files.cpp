// Writing, of files.h.
#include "base/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "base/disk_trouble.h"
#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

std::atomic<int64_t> operations{0};
std::atomic<int64_t> failing_operation{0};
std::atomic<bool> no_swap{false};

// To be asked before each operation that changes the disk.
bool disk_says_no() {
  if (++operations != failing_operation) return false;
  errno = ENOSPC;
  return true;
}

}  // namespace

void write_file(const std::string& file, std::string_view bytes, std::span<const std::string> more) {
  if (disk_says_no()) fail(file, "written", errno);
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (to < 0) fail(file, "written", errno);
  int error = 0;
  while (error == 0) {
    for (; bytes.empty() && !more.empty(); more = more.subspan(1)) bytes = more.front();
    if (bytes.empty()) break;
    const ssize_t put = disk_says_no() ? -1 : ::write(to, bytes.data(), bytes.size());
    if (put >= 0)
      bytes.remove_prefix(static_cast<size_t>(put));
    else if (errno != EINTR)
      error = errno;
  }
  // Network disks say no as late as here. The descriptor is gone whatever close() says.
  const bool refused = disk_says_no();
  const int late = refused ? errno : 0;
  if (::close(to) != 0 && error == 0) error = errno;
  if (error == 0) error = late;
  if (error == 0) return;
  ::unlink(file.c_str());
  fail(file, "written", error);
}

namespace {

// Waits until a file's or a folder's bytes are on the disk itself. Where a file system cannot say, there is nothing to wait for.
void wait_for_disk(const fs::path& path) {
  const int open = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (open < 0) return;
  ::fsync(open);
  ::close(open);
}

}  // namespace

void replace_file(const fs::path& file, std::string_view bytes) {
  std::error_code unknown;
  const fs::path real = fs::canonical(file, unknown);
  struct stat is {};
  if (unknown || ::stat(real.c_str(), &is) != 0) fail(file, "written", ENOENT);
  const fs::path beside = real.parent_path() / ("." + real.filename().string() + ".local-offer.tmp");
  fs::remove(beside, unknown);  // of a run that was cut off
  write_file(beside, bytes);
  const bool same_owner = ::chown(beside.c_str(), is.st_uid, is.st_gid) == 0;
  // Without its owner a file must not gain rights that were his.
  ::chmod(beside.c_str(), is.st_mode & (same_owner ? 07777U : 0777U));
  wait_for_disk(beside);
  if (!disk_says_no() && ::rename(beside.c_str(), real.c_str()) == 0) return wait_for_disk(real.parent_path());
  const int error = errno;
  ::unlink(beside.c_str());
  fail(real, "replaced", error);
}

bool replace_file_if(const fs::path& file, std::string_view expected, std::string_view bytes) {
  if (const SourceFile now = read_file(file); !now.trouble.empty() || now.bytes != expected) return false;
  replace_file(file, bytes);
  return true;
}

void make_folders(const std::string& folder) {
  if (folder.empty()) return;
  const auto make = [&] { return !disk_says_no() && ::mkdir(folder.c_str(), 0777) == 0 ? 0 : errno; };
  int error = make();  // those above it are there as a rule
  if (error == ENOENT)
    if (const std::string parent = fs::path(folder).parent_path(); parent != folder) make_folders(parent), error = make();
  if (error == 0) return;
  if (error != EEXIST) fail(folder, "made", error);
  std::error_code unknown;
  if (fs::is_directory(folder, unknown)) return;  // also one that another thread or program made just now
  throw Failure(fmt::format("'{}' is a file, not a folder", folder),
                "Choose another name, or move that file away.");
}

namespace {

// Gives the first trouble, as a path and an errno.
void remove_below(const fs::path& place, std::pair<fs::path, int>& trouble) {
  struct stat is {};
  int error = 0;
  if (::lstat(place.c_str(), &is) != 0) {
    error = errno == ENOENT ? 0 : errno;
  } else if (S_ISDIR(is.st_mode)) {
    std::vector<fs::path> inside;
    std::error_code unreadable;
    for (const fs::directory_entry& entry : fs::directory_iterator(place, unreadable)) inside.push_back(entry.path());
    error = unreadable.value();
    for (const fs::path& one : inside) remove_below(one, trouble);
    if (disk_says_no() || ::rmdir(place.c_str()) != 0)
      error = error ? error : errno;
    else
      error = 0;
  } else if (disk_says_no() || ::unlink(place.c_str()) != 0) {
    error = errno;
  }
  if (error != 0 && trouble.second == 0) trouble = {place, error};
}

}  // namespace

void remove_tree(const fs::path& folder) {
  std::pair<fs::path, int> trouble{{}, 0};
  remove_below(folder, trouble);
  if (trouble.second != 0) fail(trouble.first, "removed", trouble.second);
}

bool swap_folders(const fs::path& a, const fs::path& b) {
  if (no_swap) return false;
  if (disk_says_no()) fail(b, "replaced", errno);
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) return false;
  fail(b, "replaced", errno);
}

void rename_folder(const fs::path& from, const fs::path& to) {
  if (disk_says_no()) fail(to, "put in its place", errno);
  if (::rename(from.c_str(), to.c_str()) != 0) fail(to, "put in its place", errno);
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool FileLock::take(const fs::path& file, std::chrono::milliseconds patience) {
  if (disk_says_no()) fail(file, "written", errno);
  if (descriptor_ < 0) descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(file, "written", errno);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return true;
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

void fail_disk_at(int64_t n) {
  operations = 0;
  failing_operation = n;
}

int64_t disk_operations() {
  return operations;
}

void pretend_no_swap(bool on) {
  no_swap = on;
}

}  // namespace offer
