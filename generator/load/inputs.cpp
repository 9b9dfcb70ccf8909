#include "load/inputs.h"

#include <algorithm>

#include "base/failure.h"
#include "load/settings.h"

namespace offer {

namespace fs = std::filesystem;

fs::path home_folder() {
  if (const char* set = std::getenv("LOCAL_OFFER_HOME"); set != nullptr && *set != 0) return set;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_directory(folder / "themes", ignored) && fs::is_directory(folder / "easy-read", ignored))
      return folder;
    if (folder == folder.root_path()) break;
  }
  throw Failure("the folders 'themes' and 'easy-read' are not above the program",
                "Set LOCAL_OFFER_HOME to the folder that holds them.");
}

fs::path theme_folder(const fs::path& site, const std::string& theme) {
  std::error_code no_error;
  const fs::path themes = home_folder() / "themes";
  for (const fs::path& folder : {site.empty() ? fs::path() : site / "theme", themes / theme, themes / "council"})
    if (!folder.empty() && fs::is_directory(folder, no_error)) return folder;
  return {};
}

void take_own_pictures(Inputs& inputs) {
  Report ignored;  // load() reads the settings again and reports what is wrong with them
  for (const std::string& name : read_settings(inputs.content, ignored).pictures) {
    const std::string folder = name + "/";
    if (find_file(inputs.content, folder + "pictures.csv") == nullptr) continue;  // load() says so
    PictureSet set{name, {}};
    for (SourceFile& file : inputs.content)
      if (file.path.starts_with(folder)) set.files.push_back({file.path.substr(folder.size()), std::move(file.bytes), file.trouble});
    std::erase_if(inputs.content, [&](const SourceFile& file) { return file.path.starts_with(folder); });
    inputs.own_pictures.push_back(std::move(set));
  }
}

namespace {

// All that stands beside a site's content. site: its folder; empty if the content was never on a disk.
Inputs read_the_rest(std::vector<SourceFile> content, const fs::path& site, unsigned threads) {
  const fs::path home = home_folder();
  Inputs inputs;
  inputs.content = std::move(content);
  Report ignored;  // load() reads the settings again and reports what is wrong with them
  const std::string theme = read_settings(inputs.content, ignored).theme;
  std::error_code no_error;
  const bool own_theme = !site.empty() && fs::is_directory(site / "theme", no_error);
  if (const fs::path folder = theme_folder(site, theme); !folder.empty()) {
    inputs.theme = read_tree(folder, threads);
    inputs.theme_folder = folder.string() + "/";
  }
  for (const auto& entry : fs::directory_iterator(home / "themes", no_error))
    if (entry.is_directory(no_error)) inputs.themes.push_back(entry.path().filename().string());
  std::sort(inputs.themes.begin(), inputs.themes.end());
  if (!own_theme && !std::binary_search(inputs.themes.begin(), inputs.themes.end(), theme))
    inputs.missing_theme = theme;
  inputs.pictures = read_tree(home / "easy-read" / "pictures", threads);
  // The rules and word lists, without the pictures again.
  inputs.easy_read = {read_file(home / "easy-read" / "rules.yml")};
  inputs.easy_read.front().path = "rules.yml";
  for (const std::string folder : {"words", "plain-english"})
    for (SourceFile& file : read_tree(home / "easy-read" / folder)) inputs.easy_read.push_back({folder + "/" + file.path, std::move(file.bytes), file.trouble});
  inputs.law = read_tree(home / "generator" / "law");
  // A theme inside the site's folder is not content, nor is a site that was built into it before.
  std::string folder;  // at the top: files are in order, so each is looked at once
  bool built = false;
  std::erase_if(inputs.content, [&](const SourceFile& file) {
    const std::string_view first = std::string_view(file.path).substr(0, file.path.find('/'));
    if (first.size() == file.path.size()) return false;
    if (first != folder) {
      folder = first;
      built = !site.empty() && fs::exists(site / folder / ".local-offer", no_error);
    }
    return built || folder == "theme";
  });
  take_own_pictures(inputs);
  return inputs;
}

}  // namespace

Inputs read_inputs(const fs::path& site, unsigned threads) { return read_inputs(site, list_tree(site, threads), threads); }

Inputs read_inputs(const fs::path& site, std::vector<ListedFile> listed, unsigned threads) {
  std::erase_if(listed, [](const ListedFile& one) { return one.folder && one.trouble.empty(); });
  return read_the_rest(read_listed(site, std::move(listed), threads), site, threads);
}

Inputs read_inputs_for(std::vector<SourceFile> content, const fs::path& site) { return read_the_rest(std::move(content), site, 1); }

}  // namespace offer
