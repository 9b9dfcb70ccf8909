#include "base/files.h"

#include <dirent.h>
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

#include "base/failure.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

// A file of this size is a mistake, and would cost the memory of everything else.
constexpr int64_t largest_file = int64_t{1} << 30;

std::atomic<int64_t> operations{0};
std::atomic<int64_t> failing_operation{0};
std::atomic<bool> no_swap{false};

// To be asked before each operation that changes the disk.
bool disk_says_no() {
  if (++operations != failing_operation) return false;
  errno = ENOSPC;
  return true;
}

std::string reason_of(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "your share of the disk is full";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "this disk is read-only";
    case ENOTDIR:
      return "a part of its path is a file, not a folder";
    case ENOENT:
      return "it is not there";
    case EEXIST:
    case ENOTEMPTY:
      return "there is already something with this name";
    case ENAMETOOLONG:
      return "the name is too long";
    case EBUSY:
    case EXDEV:
      return "it is a disk of its own, or in use";
    default:
      return std::generic_category().message(error);
  }
}

std::string help_for(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return "Make some room on the disk, then try again.";
    case EACCES:
    case EPERM: return "Choose a folder that you may write to, or ask its owner.";
    case EROFS: return "Choose a folder on another disk.";
    case EBUSY:
    case EXDEV: return "Choose a folder inside it.";
    default: return {};
  }
}

// did: "written", "made" …
[[noreturn]] void fail(const fs::path& path, std::string_view did, int error) {
  throw Failure(fmt::format("'{}' could not be {}: {}", path.string(), did, reason_of(error)),
                help_for(error));
}

std::string trouble_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return "we may not read it (permission denied)";
    case ENOENT: return "it vanished while we were reading";
    case ELOOP: return "this link leads in a circle";
    case ENXIO: return "this is not an ordinary file";  // what open(2) says of a socket
    default: return fmt::format("we cannot read it ({})", reason_of(error));
  }
}

int64_t nanoseconds(const timespec& time) { return time.tv_sec * int64_t{1'000'000'000} + time.tv_nsec; }

// What is in a folder, and which folder it is. Closed again on return, so that deep trees do not
// use up the descriptors.
struct Contents {
  struct Entry {
    std::string name;
    mode_t mode = 0;
    int64_t size = 0;
    int64_t changed = 0;
    int64_t touched = 0;
    std::string trouble;
  };
  std::vector<Entry> entries;
  std::pair<dev_t, ino_t> identity;
  int error = 0;
};

Contents contents_of(const std::string& folder) {
  Contents result;
  struct stat is {};
  DIR* open = ::opendir(folder.c_str());
  if (!open || ::fstat(::dirfd(open), &is) != 0) result.error = errno;
  result.identity = {is.st_dev, is.st_ino};
  while (const dirent* entry = open ? ::readdir(open) : nullptr) {
    const std::string_view name(entry->d_name);
    if (name == "." || name == ".." || is_leftover(name)) continue;
    Contents::Entry& one = result.entries.emplace_back();
    one.name = name;
    if (::fstatat(::dirfd(open), entry->d_name, &is, 0) != 0) {
      const int error = errno;
      const bool dangling = error == ENOENT && ::fstatat(::dirfd(open), entry->d_name, &is, AT_SYMLINK_NOFOLLOW) == 0;
      one.trouble = dangling ? "this link leads to a file that is not there" : trouble_of(error);
    } else if (S_ISREG(is.st_mode)) {
      one.size = is.st_size;
      one.changed = nanoseconds(is.st_mtim);
      one.touched = nanoseconds(is.st_ctim);
    } else if (!S_ISDIR(is.st_mode)) {
      one.trouble = "this is not an ordinary file";
    }
    one.mode = is.st_mode;
  }
  if (open) ::closedir(open);
  return result;
}

// One walk through a tree, depth first. above: the folders from the root to the present one, by
// device and inode; a folder that is already there is a circle.
struct Walk {
  std::vector<ListedFile> found;
  std::vector<std::pair<dev_t, ino_t>> above;

  // Gives 0 or an errno. prefix: empty for the root, else ends in '/'.
  int folder(const std::string& place, const std::string& prefix) {
    Contents here = contents_of(place);
    if (here.error != 0) return here.error;
    if (std::find(above.begin(), above.end(), here.identity) != above.end()) return ELOOP;
    above.push_back(here.identity);
    for (Contents::Entry& one : here.entries) {
      const bool is_folder = one.trouble.empty() && S_ISDIR(one.mode);
      const size_t at = found.size();
      found.push_back({prefix + one.name, is_folder, one.size, one.changed, one.touched, std::move(one.trouble)});
      if (!is_folder) continue;
      if (const int error = folder(place + '/' + one.name, found[at].path + '/')) found[at].trouble = trouble_of(error);
    }
    above.pop_back();
    return 0;
  }
};

// Fills `bytes`; gives 0 or an errno. The file may grow or shrink meanwhile.
int read_all(int from, size_t expected, std::string& bytes) {
  bytes.resize(expected + 1);  // one more, so that the usual file ends without growing the string
  size_t have = 0;
  while (true) {
    const ssize_t got = ::read(from, bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    have += static_cast<size_t>(got);
    if (have > largest_file) return EFBIG;
    if (have == bytes.size()) bytes.resize(have * 2);
  }
  bytes.resize(have);
  return 0;
}

}  // namespace

const SourceFile* find_in_order(const std::vector<SourceFile>& files, std::string_view path) {
  const auto found = std::lower_bound(files.begin(), files.end(), path, [](const SourceFile& file, std::string_view wanted) { return std::string_view(file.path) < wanted; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

bool is_leftover(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '~') return true;
  if (name.starts_with("~$") || name.ends_with(".swp") || name.ends_with(".tmp")) return true;
  if (name.ends_with(".part") || name.ends_with(".partial") || name.ends_with(".crdownload")) return true;  // being downloaded
  if (name.size() > 1 && name.front() == '#' && name.back() == '#') return true;
  return name == "4913" || name == "Thumbs.db" || name == "desktop.ini";
}

std::vector<ListedFile> list_tree(const fs::path& folder) {
  Walk walk;
  if (const int error = walk.folder(folder.string(), "")) {
    if (error == ENOENT)
      throw Failure(fmt::format("there is no folder '{}'", folder.string()),
                    "Check the name, and that you are in the right folder.");
    if (error == ENOTDIR)
      throw Failure(fmt::format("'{}' is a file, not a folder", folder.string()));
    fail(folder, "read", error);
  }
  std::sort(walk.found.begin(), walk.found.end(),
            [](const ListedFile& a, const ListedFile& b) { return a.path < b.path; });
  return std::move(walk.found);
}

std::vector<SourceFile> read_tree(const fs::path& folder) {
  std::vector<SourceFile> files;
  for (ListedFile& listed : list_tree(folder)) {
    if (!listed.trouble.empty()) {
      files.push_back({std::move(listed.path), {}, std::move(listed.trouble)});
    } else if (!listed.folder) {
      files.push_back(read_file(folder / listed.path));
      files.back().path = std::move(listed.path);
    }
  }
  return files;
}

SourceFile read_file(const fs::path& file) {
  SourceFile result{.path = file.generic_string(), .bytes = {}, .trouble = {}};
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
  const int from = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (from < 0) {
    result.trouble = trouble_of(errno);
    return result;
  }
  struct stat is {};
  if (::fstat(from, &is) != 0)
    result.trouble = trouble_of(errno);
  else if (S_ISDIR(is.st_mode))
    result.trouble = "this is a folder, not a file";
  else if (!S_ISREG(is.st_mode))
    result.trouble = "this is not an ordinary file";
  else if (is.st_size > largest_file)
    result.trouble = "it is larger than 1 GB";
  else if (const int error = read_all(from, static_cast<size_t>(is.st_size), result.bytes))
    result.trouble = error == EFBIG ? "it is larger than 1 GB" : trouble_of(error);
  ::close(from);
  if (!result.trouble.empty()) result.bytes.clear();
  return result;
}

void write_file(const fs::path& file, std::string_view bytes) {
  if (disk_says_no()) fail(file, "written", errno);
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (to < 0) fail(file, "written", errno);
  int error = 0;
  while (!bytes.empty() && error == 0) {
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

void make_folders(const fs::path& folder) {
  if (folder.empty()) return;
  const auto make = [&] { return !disk_says_no() && ::mkdir(folder.c_str(), 0777) == 0 ? 0 : errno; };
  int error = make();  // those above it are there as a rule
  if (const fs::path parent = folder.parent_path(); error == ENOENT && parent != folder) make_folders(parent), error = make();
  if (error == 0) return;
  if (error != EEXIST) fail(folder, "made", error);
  std::error_code unknown;
  if (fs::is_directory(folder, unknown)) return;  // also one that another thread or program made just now
  throw Failure(fmt::format("'{}' is a file, not a folder", folder.string()),
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
