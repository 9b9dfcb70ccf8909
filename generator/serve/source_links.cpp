#include "serve/source_links.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"

namespace offer {

namespace {

std::string whole_folder(const std::string& folder) {
  std::error_code ignored;
  std::filesystem::path path = std::filesystem::absolute(folder.empty() ? "." : folder, ignored).lexically_normal();
  std::string text = path.string();
  if (!text.ends_with('/')) text += '/';
  return text;
}

}  // namespace

std::string_view SourceLinks::linux_inside_windows() {
  const char* name = std::getenv("WSL_DISTRO_NAME");
  return name == nullptr ? std::string_view() : name;
}

SourceLinks::SourceLinks(ShownFolders folders, std::string_view linux_in_windows)
    : shown_(std::move(folders)), beginning_(linux_in_windows.empty() ? "vscode://file" : fmt::format("vscode://vscode-remote/wsl+{}", percent_encoded(linux_in_windows))) {
  whole_ = {.site = whole_folder(shown_.site), .theme = whole_folder(shown_.theme), .rules = whole_folder(shown_.rules)};
}

std::string SourceLinks::name(std::string_view path) const { return shown_path(path, shown_); }

std::string SourceLinks::whole(std::string_view path) const { return shown_path(path, whole_); }

std::string SourceLinks::address(std::string_view path, const Place& place) const {
  std::string file = replace_all(percent_encoded(whole(path)), "#", "%23");
  return fmt::format("{}{}:{}:{}", beginning_, file, std::max(place.line, 1U), std::max(place.column, 1U));
}

}  // namespace offer
