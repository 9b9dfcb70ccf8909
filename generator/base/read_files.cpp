// Listing and reading, of files.h.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <numeric>
#include <utility>

#include "base/disk_trouble.h"
#include "base/failure.h"
#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

// A file of this size is a mistake, and would cost the memory of everything else.
constexpr int64_t largest_file = int64_t{1} << 30;

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

// Where the bytes of a file of this size may stand.
struct Room {
  char* start = nullptr;  // null: nowhere
  size_t size = 0;        // one byte more is there
  std::shared_ptr<const void> holder;
};

// Fills the room; false if the file has another size after all, or cannot be read.
bool fill(const Room& room, int from) {
  size_t have = 0;
  while (have < room.size) {
    const ssize_t got = ::read(from, room.start + have, room.size - have);
    if (got > 0) have += static_cast<size_t>(got);
    else if (got == 0 || errno != EINTR) return false;
  }
  room.start[room.size] = 0;
  return true;
}

SourceFile read_into(const Room& room, const std::string& file) {
  SourceFile result{.path = file, .bytes = {}, .trouble = {}};
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
  const int from = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (from < 0) {
    result.trouble = trouble_of(errno);
    return result;
  }
  struct stat is {};
  std::string bytes;
  if (::fstat(from, &is) != 0)
    result.trouble = trouble_of(errno);
  else if (S_ISDIR(is.st_mode))
    result.trouble = "this is a folder, not a file";
  else if (!S_ISREG(is.st_mode))
    result.trouble = "this is not an ordinary file";
  else if (is.st_size > largest_file)
    result.trouble = "it is larger than 1 GB";
  else if (room.start != nullptr && is.st_size == static_cast<int64_t>(room.size) && fill(room, from))
    result.bytes = {std::string_view(room.start, room.size), room.holder};
  else if (::lseek(from, 0, SEEK_SET); const int error = read_all(from, static_cast<size_t>(is.st_size), bytes))
    result.trouble = error == EFBIG ? "it is larger than 1 GB" : trouble_of(error);
  else
    result.bytes = std::move(bytes);
  ::close(from);
  return result;
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
  const auto room_for = [](const ListedFile& one) { return (one.trouble.empty() && one.size <= largest_file ? static_cast<size_t>(one.size) : 0) + 1; };
  // Of a large site many files in one piece of memory: pieces of their own would take a fifth more. Of a size that the memory's keeper gives out whole. Of a
  // small site each in its own: while a site is edited, a piece stays for as long as one of its files is as it was.
  constexpr size_t large = size_t{32} << 20, shared_piece = (256 << 10) - 64;
  const size_t piece = std::accumulate(listed.begin(), listed.end(), size_t{0}, [&](size_t sum, const ListedFile& one) { return sum + room_for(one); }) < large ? 0 : shared_piece;
  std::vector<size_t> first_of_part{0};
  size_t size = 0;
  for (size_t i = 0; i < listed.size(); ++i) {
    size += room_for(listed[i]);
    if (size > piece && i > first_of_part.back()) first_of_part.push_back(i), size = room_for(listed[i]);
  }
  first_of_part.push_back(listed.size());
  parallel_for(first_of_part.size() - 1, threads, [&](size_t part) {
    const size_t end = first_of_part[part + 1];
    size_t all = 0;
    for (size_t i = first_of_part[part]; i < end; ++i) all += room_for(listed[i]);
    const std::shared_ptr<char[]> holder = std::make_shared_for_overwrite<char[]>(all);
    char* at = holder.get();
    for (size_t i = first_of_part[part]; i < end; ++i) {
      const Room room{at, room_for(listed[i]) - 1, holder};
      at += room.size + 1;
      if (!listed[i].trouble.empty()) files[i].trouble = std::move(listed[i].trouble);
      else files[i] = read_into(room, below + listed[i].path);
      files[i].path = std::move(listed[i].path);
    }
  });
  return files;
}

SourceFile read_file(const std::string& file) { return read_into({}, file); }

}  // namespace offer
