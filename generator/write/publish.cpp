#include "write/publish.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "base/failure.h"
#include "base/files.h"
#include "base/text.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view folder_mark = ".local-offer";
constexpr std::string_view mark_text =
    "This folder was made by local-offer and is replaced whole at each build.\n";
constexpr std::chrono::seconds lock_patience{60};

const char* const choose_another = "Choose another folder with --out.";

// As the person wrote it, without slashes at the end.
std::string as_shown(const fs::path& out) {
  std::string shown = out.string();
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  return shown;
}

// Absolute, with links resolved, and without a slash at the end.
fs::path resolved(const fs::path& out, const std::string& shown) {
  if (out.empty()) throw Failure("the folder for the site has no name", choose_another);
  std::error_code error;
  fs::path full = fs::absolute(out, error);
  if (!error) full = fs::weakly_canonical(full, error);
  if (error)
    throw Failure(fmt::format("'{}' cannot be reached: {}", shown, error.message()),
                  choose_another);
  if (full.filename().empty()) full = full.parent_path();
  if (fs::is_symlink(full, error))
    throw Failure(fmt::format("'{}' is a link to a folder that is not there", shown),
                  "Make that folder, or remove the link.");
  return full;
}

// True if `folder` is `place` or above it. Both absolute, links resolved.
bool holds(const fs::path& folder, const fs::path& place) {
  const auto [rest, unused] =
      std::mismatch(folder.begin(), folder.end(), place.begin(), place.end());
  return rest == folder.end();
}

// Returns if `out` may be replaced; throws if it may not.
void insist_it_is_ours(const fs::path& out, const std::string& shown) {
  std::error_code error;
  if (out.filename().empty() || holds(out, fs::current_path(error)))
    throw Failure(fmt::format("'{}' is the folder that you are in, or one above it", shown),
                  "A build replaces its folder whole. Choose a folder below, as in --out public.");
  const fs::file_status status = fs::status(out, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status))
    throw Failure(fmt::format("'{}' is a file, not a folder", shown), choose_another);
  if (fs::exists(out / ".git", error))
    throw Failure(fmt::format("'{}' holds a Git repository, which a build would remove", shown),
                  choose_another);
  if (fs::exists(out / folder_mark, error)) return;
  const bool empty = fs::is_empty(out, error);
  if (error)
    throw Failure(fmt::format("we may not look into '{}': {}", shown, error.message()),
                  choose_another);
  if (!empty)
    throw Failure(
        fmt::format("'{}' has files in it that local-offer did not make", shown),
        "A build replaces its folder whole. Choose another with --out, or empty this one first.");
}

// A folder that we made has our mark, or is empty: the mark is the first thing to come and the last
// to go, also when we are killed half-way.
bool is_ours(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder / folder_mark, error)) return true;
  return fs::is_directory(fs::symlink_status(folder, error)) && fs::is_empty(folder, error);
}

void remove_ours(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (entry.path().filename() != folder_mark) remove_tree(entry.path());
  remove_tree(folder);
}

void remove_if_possible(const fs::path& folder) {
  try {
    if (is_ours(folder)) remove_ours(folder);
  } catch (const Failure&) {  // the next build will try again
  }
}

// path: below a folder, in parts that name a file and go nowhere else.
bool goes_down_only(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return false;
  for (const std::string_view part : split(path, '/'))
    if (part.empty() || part == "." || part == "..") return false;
  return true;
}

// Moves what is at the paths from one folder to the other, in their order; a folder that is not there yet at once, with all that is in it.
void move_all(const std::vector<std::string>& paths, const fs::path& from, const fs::path& to) {
  std::unordered_set<std::string> there, moved;  // folders
  // The path, or the topmost of its folders that is not there; nothing if that was moved.
  const auto what_to_move = [&](const std::string& path) -> std::string {
    for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      std::string folder = path.substr(0, slash);
      if (moved.contains(folder)) return {};
      if (there.contains(folder)) continue;
      std::error_code no_error;
      if (!fs::exists(fs::symlink_status(to / folder, no_error))) return folder;
      there.insert(std::move(folder));
    }
    return path;
  };
  for (const std::string& path : paths) {
    std::string what = what_to_move(path);
    if (what.empty()) continue;
    rename_folder(from / what, to / what);
    moved.insert(std::move(what));
  }
}

// Removes files below a folder, and their folders that have nothing else in them.
void remove_with_empty_folders(const std::vector<std::string>& paths, const fs::path& below) {
  std::set<fs::path, std::greater<>> folders;  // each before the one that it is in
  for (const std::string& path : paths) {
    if (!goes_down_only(path)) continue;
    remove_tree(below / path);
    for (fs::path folder = (below / path).parent_path(); folder != below && folders.insert(folder).second; folder = folder.parent_path()) {
    }
  }
  std::error_code no_error;
  for (const fs::path& folder : folders)
    if (fs::is_empty(folder, no_error) && !no_error) remove_tree(folder);
}

}  // namespace

struct Publication::State {
  explicit State(const fs::path& where)
      : shown(as_shown(where)),
        out(resolved(where, shown)),
        fresh(beside(".new")),
        below_fresh(fresh.string() + '/'),
        old(beside(".old")) {}

  ~State() {
    if (open) remove_if_possible(fresh);
  }

  fs::path beside(const char* ending) const {
    return out.parent_path() / ("." + out.filename().string() + ending);
  }

  // What builds that were killed left behind. The lock must be ours.
  void clear_up() {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(out, error)) && fs::exists(old / folder_mark, error))
      rename_folder(old, out);
    remove_if_possible(old);
    if (is_ours(fresh)) remove_ours(fresh);
    if (fs::exists(fs::symlink_status(fresh, error)))
      throw Failure(
          fmt::format("'{}' is in the way, and local-offer did not make it", fresh.string()),
          "Move it away, or choose another folder with --out.");
  }

  void put_in_place() {
    std::error_code error;
    if (!fs::exists(out, error)) {
      rename_folder(fresh, out);
    } else if (!swap_folders(fresh, out)) {
      rename_folder(out, old);
      try {
        rename_folder(fresh, out);
      } catch (const Failure&) {
        rename_folder(old, out);
        throw;
      }
    }
  }

  const std::string shown;
  const fs::path out;
  const fs::path fresh;  // the new tree; after the swap, the old one
  const std::string below_fresh;  // what stands before the paths in it
  const fs::path old;    // the old tree, where swapping takes two steps
  FileLock lock;
  bool open = false;  // `fresh` is ours to remove
  std::mutex guard;
  std::vector<PublishedFile> added;
};

Publication::Publication(const fs::path& out) : state_(std::make_unique<State>(out)) {
  State& s = *state_;
  insist_it_is_ours(s.out, s.shown);
  make_folders(s.out.parent_path());
  if (!s.lock.take(s.beside(".lock"), lock_patience))
    throw Failure(fmt::format("another build is still writing to '{}'", s.shown),
                  "Wait for it to end, or stop it, then build again.");
  s.clear_up();
  insist_it_is_ours(s.out, s.shown);
  s.open = true;
  make_folders(s.fresh);
  write_file(s.fresh / folder_mark, mark_text);
}

Publication::~Publication() = default;

void Publication::add(const OutputFile& file) {
  State& s = *state_;
  if (!goes_down_only(file.path))
    throw Failure(
        fmt::format("'{}' is not a path below the site's folder; this is a mistake in "
                    "local-offer itself",
                    file.path));
  const std::string place = s.below_fresh + file.path;
  make_folders(place.substr(0, place.rfind('/')));  // nearly each file has one of its own, so to make it costs less than to remember which are there
  write_file(place, file.bytes, file.more);
  PublishedFile added{file.path, file.bytes.size()};
  for (const std::string& piece : file.more) added.size += piece.size();
  const std::lock_guard lock(s.guard);  // not while the disk works
  s.added.push_back(std::move(added));
}

const std::vector<PublishedFile>& Publication::added() const { return state_->added; }

void Publication::publish_into(const std::vector<std::string>& gone) {
  State& s = *state_;
  insist_it_is_ours(s.out, s.shown);
  std::error_code no_error;
  if (!fs::exists(s.out / folder_mark, no_error)) throw Failure(fmt::format("there is no site in '{}' any more", s.shown), "Build again: then it is made anew.");
  // What pages lead to is there before the pages, and the search's list of its files comes behind those.
  std::vector<std::string> paths;
  paths.reserve(s.added.size());
  for (const PublishedFile& file : s.added) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end(), [](const std::string& a, const std::string& b) {
    const bool a_lists = a.ends_with("manifest.json"), b_lists = b.ends_with("manifest.json");
    return a_lists != b_lists ? b_lists : a < b;
  });
  move_all(paths, s.fresh, s.out);
  remove_with_empty_folders(gone, s.out);
  replace_file(s.out / folder_mark, mark_text);  // whoever looks when the site was published looks at its time
  remove_if_possible(s.fresh);
  s.open = false;
}

void Publication::publish() {
  State& s = *state_;
  insist_it_is_ours(s.out, s.shown);
  s.put_in_place();
  s.open = false;
  remove_if_possible(s.fresh);
  remove_if_possible(s.old);
}

}  // namespace offer
