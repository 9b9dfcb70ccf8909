#include "write/kept_build.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <numeric>
#include <thread>

#include "base/byte_record.h"
#include "base/failure.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/parallel.h"
#include "base/text.h"
#include "keep/page_pieces.h"
#include "load/load.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view beginning_of_kept = "local-offer kept build 4\n";  // another number for another form
constexpr size_t build_hash_size = 32;

// before: the path of the file before it in the list, which often begins alike.
void put_path(std::string_view path, std::string_view before, RecordWriter& to) {
  const auto same = static_cast<size_t>(std::mismatch(before.begin(), before.end(), path.begin(), path.end()).first - before.begin());
  to.small(same);
  to.text(path.substr(same));
}

std::string take_path(std::string_view before, RecordReader& from) {
  const uint64_t same = from.small();
  if (same > before.size()) from.refuse();
  std::string path(before.substr(0, same));
  path += from.text();
  return path;
}

void put_file(const ListedFile& file, std::string_view before, RecordWriter& to) {
  put_path(file.path, before, to);
  to.text(file.trouble);
  to.small(file.folder ? 1 : 0);
  to.small(static_cast<uint64_t>(file.size));
  to.number(static_cast<uint64_t>(file.changed));
  to.small(static_cast<uint64_t>(file.touched) - static_cast<uint64_t>(file.changed));  // nearly always the same
}

ListedFile take_file(std::string_view before, RecordReader& from) {
  ListedFile file;
  file.path = take_path(before, from);
  file.trouble = from.text();
  file.folder = from.small() != 0;
  file.size = static_cast<int64_t>(from.small());
  file.changed = static_cast<int64_t>(from.number());
  file.touched = static_cast<int64_t>(static_cast<uint64_t>(file.changed) + from.small());
  return file;
}

// Behind what stands there.
void put_build(const KeptBuild& build, std::string& bytes) {
  constexpr size_t about_a_file = 64;
  bytes.reserve(bytes.size() + (build.read.size() + build.written.size()) * about_a_file);
  RecordWriter to(bytes);
  to.text(build.made_by);
  to.text(build.theme_folder);
  to.number(build.pages);
  to.number(build.pieces);
  to.number(build.pieces_at_first);
  std::string_view before;
  to.small(build.read.size());
  for (const SeenFile& file : build.read) {
    put_file(file.listed, before, to);
    to.text(file.hash);
    before = file.listed.path;
  }
  to.small(build.written.size());
  for (const LeftFile& file : build.written) {
    put_path(file.path, before, to);
    to.small(file.folder ? 0 : file.size + 1);
    to.small(file.changed == 0 ? 0 : 1);
    if (file.changed != 0) to.number(static_cast<uint64_t>(file.changed)), to.number(static_cast<uint64_t>(file.touched));
    before = file.path;
  }
  to.number(static_cast<uint64_t>(build.left_at));
  to.text(packed_report(build.report));
}

std::optional<KeptBuild> from_bytes(std::string_view bytes) {
  RecordReader from(bytes);
  KeptBuild build;
  build.made_by = from.text();
  build.theme_folder = from.text();
  build.pages = from.number();
  build.pieces = from.number();
  build.pieces_at_first = from.number();
  std::string_view before;
  build.read.resize(from.count());
  for (SeenFile& file : build.read) {
    file.listed = take_file(before, from);
    file.hash = from.text();
    before = file.listed.path;
  }
  build.written.resize(from.count());
  for (LeftFile& file : build.written) {
    file.path = take_path(before, from);
    const uint64_t size = from.small();
    file.folder = size == 0;
    file.size = file.folder ? 0 : size - 1;
    if (from.small() != 0) {
      file.changed = static_cast<int64_t>(from.number());
      file.touched = static_cast<int64_t>(from.number());
    }
    before = file.path;
  }
  build.left_at = static_cast<int64_t>(from.number());
  std::optional<Report> report = unpacked_report(from.text());
  if (!report || from.damaged() || !from.at_end()) return std::nullopt;
  build.report = std::move(*report);
  return build;
}

fs::path file_beside(const fs::path& out, std::string_view ending) {
  std::error_code error;
  fs::path full = fs::weakly_canonical(fs::absolute(out, error), error);
  if (full.filename().empty()) full = full.parent_path();
  return full.parent_path() / fmt::format(".{}.{}", full.filename().string(), ending);
}

// As local disks tell the time: in ticks.
int64_t disk_clock() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return now.tv_sec * int64_t{1'000'000'000} + now.tv_nsec;
}

// No longer than a few ticks: the clock of a disk on the network may be another.
void wait_for_clock_after(int64_t time) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
  while (disk_clock() <= time && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(std::chrono::microseconds(500));
}

}  // namespace

std::string made_by(std::string_view options) {
  static const std::string program = content_hash(MappedFile("/proc/self/exe").bytes());
  static const std::string nothing = content_hash({});
  return program == nothing ? std::string{} : fmt::format("{} {}", program, options);
}

std::optional<KeptBuild> read_kept_build(const fs::path& out) {
  const SourceFile file = read_file(file_beside(out, "kept"));
  if (!file.trouble.empty() || !file.bytes.starts_with(beginning_of_kept) || file.bytes.size() < beginning_of_kept.size() + build_hash_size) return std::nullopt;
  const std::string_view rest = std::string_view(file.bytes).substr(beginning_of_kept.size());
  if (content_hash(rest.substr(build_hash_size)) != rest.substr(0, build_hash_size)) return std::nullopt;
  std::optional<KeptBuild> build = from_bytes(rest.substr(build_hash_size));
  if (build) build->mark = rest.substr(0, build_hash_size);
  return build;
}

std::string mark_of_kept_build(const fs::path& out) {
  std::string head(beginning_of_kept.size() + build_hash_size, '\0');
  std::ifstream(file_beside(out, "kept"), std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.starts_with(beginning_of_kept) ? head.substr(beginning_of_kept.size()) : std::string{};
}

fs::path kept_pieces_file(const fs::path& out) { return file_beside(out, "pages"); }
fs::path new_pieces_file(const fs::path& out) { return file_beside(out, "pages.new"); }

std::optional<std::vector<std::string>> changed_pages(const KeptBuild& kept, const std::vector<SeenFile>& now, const fs::path& site) {
  constexpr std::string_view of_site = "site/";
  if (kept.read.size() != now.size()) return std::nullopt;
  std::vector<std::string> changed;
  for (size_t i = 0; i < now.size(); ++i) {
    const std::string& path = now[i].listed.path;
    if (kept.read[i].listed.path != path) return std::nullopt;
    if (is_same(kept.read[i], now[i], site)) continue;
    const bool ordinary = !now[i].listed.folder && !kept.read[i].listed.folder && now[i].listed.trouble.empty();
    if (!ordinary || !path.starts_with(of_site) || !is_page_file(std::string_view(path).substr(of_site.size()))) return std::nullopt;
    changed.push_back(path.substr(of_site.size()));
  }
  return changed;
}

std::string why_of_no_use(const std::optional<KeptBuild>& kept, const fs::path& out, std::string_view made_by, unsigned threads) {
  if (!kept) return "there is no note of an earlier build";
  if (made_by.empty() || kept->made_by != made_by) return "the program, its options or the day are not those of the earlier build";
  if (disk_clock() < kept->left_at) return "the clock shows a time before that of the earlier build";
  std::error_code error;
  if (!fs::is_directory(out, error) || !fs::exists(out / ".local-offer", error)) return fmt::format("there is no site in '{}'", out.string());
  std::vector<std::string> paths;
  paths.reserve(kept->written.size());
  for (const LeftFile& file : kept->written) paths.push_back(file.path);
  const std::vector<ListedFile> there = list_these(out, paths, threads);
  // What is gone is named before the folder that it is gone from.
  const LeftFile* other = nullptr;
  auto is = there.begin();
  const auto is_as_left = [&](const LeftFile& was) {
    if (is->folder != was.folder || static_cast<uint64_t>(is->size) != was.size) return false;
    return was.changed == 0 ? is->changed <= kept->left_at && is->touched <= kept->left_at : is->changed == was.changed && is->touched == was.touched;
  };
  for (const LeftFile& was : kept->written) {
    const bool gone = is == there.end() || is->path != was.path;
    if (gone || (other == nullptr && !is_as_left(was))) other = &was;
    if (gone) break;
    ++is;
  }
  return other == nullptr ? std::string{} : fmt::format("'{}' is not as it was left", (other->path.empty() ? out : out / other->path).string());
}

void keep_build(KeptBuild&& build, const fs::path& out) {
  if (build.made_by.empty()) return;
  const fs::path file = file_beside(out, "kept");
  const fs::path fresh = file_beside(out, "kept.new");
  std::error_code no_error;
  try {
    const bool whole = build.left_at == 0;
    if (whole) {
      // A new file's time is no earlier than that of all files of the site, which were written before.
      fs::remove(fresh, no_error);
      write_file(fresh, {});
      build.left_at = list_these(fresh.parent_path(), {fresh.filename().string()}).at(0).changed;
    }
    std::string bytes(beginning_of_kept);
    bytes.append(build_hash_size, '\0');
    put_build(build, bytes);
    const size_t hashed = beginning_of_kept.size() + build_hash_size;
    bytes.replace(beginning_of_kept.size(), build_hash_size, content_hash(std::string_view(bytes).substr(hashed)));
    fs::remove(fresh, no_error);
    write_file(fresh, bytes);
    if (fs::exists(new_pieces_file(out))) fs::rename(new_pieces_file(out), kept_pieces_file(out));
    fs::rename(fresh, file);
    if (whole) wait_for_clock_after(build.left_at);
  } catch (const std::exception&) {
    fs::remove(fresh, no_error);
    fs::remove(new_pieces_file(out), no_error);
    forget_build(out);
  }
}

namespace {

// With the folders that they are in, and the topmost, whose path is empty; in order.
std::vector<std::string> with_folders(std::vector<std::string> paths, unsigned threads) {
  parallel_sort(paths, threads, std::less<>());
  std::vector<std::string> all{""};
  std::string_view before;
  for (const std::string& path : paths) {
    // Those of the path before were taken with it.
    for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
      if (before.substr(0, slash + 1) != std::string_view(path).substr(0, slash + 1)) all.push_back(path.substr(0, slash));
    before = path;
    all.push_back(path);
  }
  parallel_sort(all, threads, std::less<>());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::vector<LeftFile> as_left(const std::vector<PublishedFile>& files, unsigned threads) {
  std::vector<std::string> paths;
  std::vector<uint32_t> order(files.size());
  paths.reserve(files.size());
  for (const PublishedFile& file : files) paths.push_back(file.path);
  std::iota(order.begin(), order.end(), 0U);
  parallel_sort(order, threads, [&](uint32_t a, uint32_t b) { return files[a].path < files[b].path; });
  std::vector<LeftFile> all;
  auto file = order.begin();
  for (std::string& path : with_folders(std::move(paths), threads)) {
    const bool folder = file == order.end() || files[*file].path != path;
    all.push_back({std::move(path), folder, folder ? 0 : files[*file].size});
    if (!folder) ++file;
  }
  return all;
}

std::vector<LeftFile> as_changed(std::vector<LeftFile>&& before, const fs::path& out, const std::vector<PublishedFile>& put, const std::vector<std::string>& gone) {
  std::vector<std::string> paths = gone;
  for (const PublishedFile& file : put) paths.push_back(file.path);
  const std::vector<std::string> touched = with_folders(std::move(paths), 1);
  std::vector<LeftFile> now;
  for (ListedFile& file : list_these(out, touched)) now.push_back({std::move(file.path), file.folder, static_cast<uint64_t>(file.size), file.changed, file.touched});
  std::erase_if(before, [&](const LeftFile& file) { return std::binary_search(touched.begin(), touched.end(), file.path); });
  std::vector<LeftFile> all;
  all.reserve(before.size() + now.size());
  std::merge(std::make_move_iterator(before.begin()), std::make_move_iterator(before.end()), std::make_move_iterator(now.begin()), std::make_move_iterator(now.end()), std::back_inserter(all),
             [](const LeftFile& a, const LeftFile& b) { return a.path < b.path; });
  return all;
}

void forget_build(const fs::path& out) {
  std::error_code no_error;
  fs::remove(file_beside(out, "kept"), no_error);
}

}  // namespace offer
