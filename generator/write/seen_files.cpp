#include "write/seen_files.h"

#include <chrono>
#include <set>
#include <string_view>

#include "base/hash.h"
#include "load/inputs.h"

namespace offer {

namespace fs = std::filesystem;

namespace {

// More than the clocks of disks and of network folders differ, or are rounded by.
constexpr std::chrono::seconds fresh_for{3};

struct Root {
  std::string name;  // "site/"
  fs::path folder;
};

std::vector<Root> roots_of(const fs::path& site) {
  const fs::path home = home_folder();
  return {{"easy-read/", home / "easy-read"}, {"law/", home / "generator" / "law"}, {"site/", site}, {"themes/", home / "themes"}};
}

fs::path place_in_site(const std::string& path, const fs::path& site) {
  for (const Root& root : roots_of(site))
    if (path.starts_with(root.name)) return root.folder / path.substr(root.name.size());
  return {};
}

// Folders at the top that hold a site that was built there.
std::set<std::string, std::less<>> built_sites(const std::vector<ListedFile>& files, const fs::path& folder) {
  std::set<std::string, std::less<>> names;
  std::error_code no_error;
  for (const ListedFile& file : files)
    if (file.folder && file.path.find('/') == std::string::npos && fs::exists(folder / file.path / ".local-offer", no_error)) names.insert(file.path);
  return names;
}

}  // namespace

std::vector<SeenFile> see_files(const fs::path& site, unsigned threads) {
  const int64_t recent = std::chrono::duration_cast<std::chrono::nanoseconds>((std::chrono::system_clock::now() - fresh_for).time_since_epoch()).count();
  std::vector<SeenFile> seen;
  for (const Root& root : roots_of(site)) {
    std::vector<ListedFile> files = list_tree(root.folder, threads);
    const auto built = root.name == "site/" ? built_sites(files, root.folder) : std::set<std::string, std::less<>>{};
    seen.reserve(seen.size() + files.size());
    for (ListedFile& file : files) {
      if (!built.empty() && built.contains(std::string_view(file.path).substr(0, file.path.find('/')))) continue;
      std::string hash;
      if (!file.folder && (file.changed > recent || file.touched > recent)) {
        const SourceFile read = read_file(root.folder / file.path);
        hash = content_hash(read.trouble.empty() ? read.bytes : read.trouble);
      }
      file.path.insert(0, root.name);
      seen.push_back({std::move(file), std::move(hash)});
    }
  }
  return seen;
}

std::vector<ListedFile> files_of_site(const std::vector<SeenFile>& seen) {
  constexpr std::string_view name = "site/";
  std::vector<ListedFile> files;
  for (const SeenFile& one : seen) {
    if (!one.listed.path.starts_with(name)) continue;
    files.push_back(one.listed);
    files.back().path.erase(0, name.size());
  }
  return files;
}

bool is_same(const SeenFile& before, const SeenFile& now, const fs::path& site) {
  if (before.listed != now.listed) return false;
  if (before.hash.empty() || before.hash == now.hash) return true;
  const SourceFile file = read_file(place_in_site(before.listed.path, site));
  return content_hash(file.trouble.empty() ? file.bytes : file.trouble) == before.hash;
}

std::string first_change(const std::vector<SeenFile>& before, const std::vector<SeenFile>& now, const fs::path& site) {
  const auto shown = [&](const SeenFile& file) { return place_in_site(file.listed.path, site).string(); };
  for (size_t i = 0; i < before.size() || i < now.size(); ++i) {
    if (i == before.size()) return shown(now[i]);
    if (i == now.size() || before[i].listed.path < now[i].listed.path) return shown(before[i]);
    if (before[i].listed.path != now[i].listed.path || !is_same(before[i], now[i], site)) return shown(now[i]);
  }
  return {};
}

}  // namespace offer
