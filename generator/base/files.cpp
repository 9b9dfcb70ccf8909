#include "base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <numeric>
#include <system_error>
#include <thread>
#include <utility>

#include "base/disk_trouble.h"
#include "base/failure.h"
#include "base/parallel.h"
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

// A folder of a tree that is walked through.
struct Walked {
  std::string prefix;                // of the paths in it: empty for the root, else ends in '/'
  size_t above;                      // the folder that it is in, by its place in the walk
  size_t entry;                      // where it stands itself in what was found
  std::pair<dev_t, ino_t> identity;  // device and inode
};
constexpr size_t the_root = static_cast<size_t>(-1);

// Is it one of those that it is in?
bool leads_in_a_circle(const std::vector<Walked>& walk, size_t folder) {
  for (size_t above = walk[folder].above; above != the_root; above = walk[above].above)
    if (walk[above].identity == walk[folder].identity) return true;
  return false;
}

// Fills `bytes`; gives 0 or an errno. The file may grow or shrink meanwhile.
int read_all(int from, size_t expected, std::string& bytes) {
  bytes.resize(expected + 1);  // one more, so that the usual file ends without growing the string
  size_t have = 0;
  while (true) {
    const ssize_t got = ::read(from, bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    have += static_cast<size_t>(got);
    if (got == 0 || have == expected) break;  // as long as the system says: it need not be asked for more
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

std::vector<ListedFile> list_tree(const fs::path& folder, unsigned threads) {
  std::vector<ListedFile> found;
  std::vector<Walked> walk{{"", the_root, the_root, {}}};
  // One level after another; the folders of a level by all threads.
  for (size_t first = 0; first < walk.size();) {
    std::vector<Contents> level(walk.size() - first);
    parallel_for(level.size(), threads, [&](size_t i) { level[i] = contents_of(first + i == 0 ? folder.string() : folder.string() + '/' + walk[first + i].prefix); });
    for (Contents& here : level) {
      const size_t at = first++;
      walk[at].identity = here.identity;
      int error = here.error;
      if (error == 0 && leads_in_a_circle(walk, at)) error = ELOOP;
      if (error != 0 && at == 0) {
        if (error == ENOENT) throw Failure(fmt::format("there is no folder '{}'", folder.string()), "Check the name, and that you are in the right folder.");
        if (error == ENOTDIR) throw Failure(fmt::format("'{}' is a file, not a folder", folder.string()));
        fail(folder, "read", error);
      }
      if (error != 0) {
        found[walk[at].entry].trouble = trouble_of(error);
        continue;
      }
      for (Contents::Entry& one : here.entries) {
        const bool is_folder = one.trouble.empty() && S_ISDIR(one.mode);
        if (is_folder) walk.push_back({walk[at].prefix + one.name + '/', at, found.size(), {}});
        found.push_back({walk[at].prefix + one.name, is_folder, one.size, one.changed, one.touched, std::move(one.trouble)});
      }
    }
  }
  // To put numbers in order moves less than to do so with what they stand for.
  std::vector<uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0U);
  parallel_sort(order, threads, [&](uint32_t a, uint32_t b) { return found[a].path < found[b].path; });
  std::vector<ListedFile> sorted;
  sorted.reserve(found.size());
  for (const uint32_t one : order) sorted.push_back(std::move(found[one]));
  return sorted;
}

std::vector<ListedFile> list_these(const fs::path& folder, const std::vector<std::string>& paths, unsigned threads) {
  const int below = ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (below < 0) return {};
  std::vector<ListedFile> found(paths.size());
  std::vector<char> there(paths.size(), 0);
  constexpr size_t at_once = 256;
  parallel_for((paths.size() + at_once - 1) / at_once, threads, [&](size_t part) {
    for (size_t i = part * at_once; i < std::min(paths.size(), (part + 1) * at_once); ++i) {
      struct stat is {};
      if (::fstatat(below, paths[i].c_str(), &is, AT_EMPTY_PATH) != 0) continue;
      there[i] = 1;
      const bool is_folder = S_ISDIR(is.st_mode);
      found[i] = {paths[i], is_folder, is_folder ? 0 : is.st_size, nanoseconds(is.st_mtim), is_folder ? 0 : nanoseconds(is.st_ctim), {}};
    }
  });
  ::close(below);
  size_t kept = 0;
  for (size_t i = 0; i < found.size(); ++i)
    if (there[i] != 0) {
      if (kept != i) found[kept] = std::move(found[i]);
      ++kept;
    }
  found.resize(kept);
  return found;
}

std::vector<SourceFile> read_tree(const fs::path& folder, unsigned threads) {
  std::vector<ListedFile> listed = list_tree(folder, threads);
  std::erase_if(listed, [](const ListedFile& one) { return one.folder && one.trouble.empty(); });
  return read_listed(folder, std::move(listed), threads);
}

std::vector<SourceFile> read_listed(const fs::path& folder, std::vector<ListedFile> listed, unsigned threads) {
  const std::string below = folder.string() + '/';
  std::vector<SourceFile> files(listed.size());
  parallel_for(listed.size(), threads, [&](size_t i) {
    if (!listed[i].trouble.empty()) files[i].trouble = std::move(listed[i].trouble);
    else files[i] = read_file(below + listed[i].path);
    files[i].path = std::move(listed[i].path);
  });
  return files;
}

SourceFile read_file(const std::string& file) {
  SourceFile result{.path = file, .bytes = {}, .trouble = {}};
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
