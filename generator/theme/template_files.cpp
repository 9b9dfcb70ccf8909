#include "theme/template_files.h"

namespace offer {

namespace {
constexpr std::string_view before = "templates/";
constexpr std::string_view after = ".html";
}  // namespace

std::string template_path(std::string_view name) {
  return std::string(before).append(name).append(after);
}

const SourceFile* find_template(const std::vector<SourceFile>& files, std::string_view name) {
  const std::string path = template_path(name);
  for (const SourceFile& file : files)
    if (file.path == path) return &file;
  return nullptr;
}

std::vector<std::string_view> template_names(const std::vector<SourceFile>& files) {
  std::vector<std::string_view> names;
  for (const SourceFile& file : files) {
    std::string_view path = file.path;
    if (path.size() <= before.size() + after.size()) continue;
    if (!path.starts_with(before) || !path.ends_with(after)) continue;
    path.remove_prefix(before.size());
    path.remove_suffix(after.size());
    names.push_back(path);
  }
  return names;
}

}  // namespace offer
