#include "theme/theme.h"

#include "base/hash.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "load/settings.h"
#include "load/yaml.h"
#include "theme/shrink_css.h"
#include "theme/shrink_script.h"

namespace offer {

namespace {

constexpr std::string_view prefix = "theme/";

// "council.css" with these bytes becomes the file assets/council.1f2e3d4c5b.css. Returns its
// address.
std::string add_asset(Theme& theme, std::string_view name, std::string bytes) {
  const size_t dot = name.rfind('.');
  std::string path = fmt::format("assets/{}.{}{}", name.substr(0, dot), short_content_hash(bytes),
                                 name.substr(dot));
  std::string address = "/" + path;
  theme.assets.push_back({std::move(path), std::move(bytes)});
  return address;
}

std::string named_file(const YamlNode& map, std::string_view name, std::string_view fallback) {
  const YamlNode* node = map.find(name);
  return node == nullptr || node->text.find('.') == std::string::npos ? std::string(fallback)
                                                                      : node->text;
}

}  // namespace

Theme read_theme(const std::vector<SourceFile>& files, const Schema& schema, Report& report) {
  Theme theme;
  const SourceFile* about = find_file(files, "theme.yml");
  if (about == nullptr) {
    report.add(codes::missing_theme_files, "theme/theme.yml", {}, "the theme has no theme.yml",
               "Copy themes/council and change the copy.");
    return theme;
  }
  const auto map = parse_yaml(about->bytes, "theme/theme.yml", 1, report);
  if (!map) return theme;
  const auto add = [&](std::string_view name) -> std::string {
    const SourceFile* file = find_file(files, name);
    if (file != nullptr && file->trouble.empty())
      return add_asset(theme, name, name.ends_with(".css") ? shrink_css(file->bytes) : name.ends_with(".js") ? shrink_script(file->bytes) : std::string(file->bytes));
    report.add(codes::missing_theme_files, std::string(prefix) + std::string(name), {},
               file == nullptr ? fmt::format("the theme has no file '{}'", name) : file->trouble, "Its name is set in theme.yml.");
    return {};
  };
  theme.stylesheet = add(named_file(*map, "stylesheet", "council.css"));
  theme.icon = add(named_file(*map, "icon", "icon.svg"));
  if (const YamlNode* styles = map->find("styles"))
    for (const YamlNode& name : styles->items) theme.styles[name.text] = add(name.text);
  if (const YamlNode* scripts = map->find("scripts"))
    for (const YamlNode& name : scripts->items) theme.scripts[name.text] = add(name.text);
  theme.page = Template::compile(files, "page", schema, prefix, report);
  return theme;
}

}  // namespace offer
