#include "theme/template_files.h"

namespace offer {

namespace {
constexpr std::string_view templates_folder = "templates/";
constexpr std::string_view template_ending = ".html";
}  // namespace

std::string template_path(std::string_view name) {
  return std::string(templates_folder).append(name).append(template_ending);
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
    if (path.size() <= templates_folder.size() + template_ending.size()) continue;
    if (!path.starts_with(templates_folder) || !path.ends_with(template_ending)) continue;
    path.remove_prefix(templates_folder.size());
    path.remove_suffix(template_ending.size());
    names.push_back(path);
  }
  return names;
}

}  // namespace offer
