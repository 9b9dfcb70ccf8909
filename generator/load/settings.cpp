#include "load/settings.h"

#include <algorithm>
#include <functional>

#include "base/language.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/readable.h"
#include "load/yaml.h"

namespace offer {

const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path) {
  for (const SourceFile& file : files)
    if (file.path == path) return &file;
  return nullptr;
}

bool is_settings_file(std::string_view path) {
  return path == "site.yml" || path == "roles.yml" || path == "topics.yml" || path == "needs.yml" || path == "search-words.csv" || path == "plain-english.csv" ||
         path == "known-words.txt" || path == kept_addresses_path;
}

namespace {

// One setting of a data file: its name and what to do with its value.
struct Setting {
  std::string_view name;
  std::function<void(const YamlNode&)> take;
};

void take_all(const YamlNode& map, const std::vector<Setting>& settings, std::string_view path, Report& report) {
  std::vector<std::string_view> names;
  for (const Setting& setting : settings) names.push_back(setting.name);
  for (const YamlNode::Entry& entry : map.entries) {
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const Setting& s) { return s.name == entry.key; });
    if (found != settings.end()) {
      found->take(entry.value);
      continue;
    }
    Place place = entry.key_place;
    place.length = characters_before(entry.key, entry.key.size());
    report.add(codes::unknown_fields, path, place, fmt::format("there is no setting called '{}'", entry.key),
               did_you_mean(entry.key, names));
  }
}

class Taker {
 public:
  Taker(std::string_view path, Report& report) : path_(path), report_(report) {}

  auto text(std::string& to) {
    return [&to, this](const YamlNode& node) {
      if (node.kind == YamlNode::Kind::scalar) to = std::string(trim(node.text));
      else report_.add(codes::wrong_values, path_, node.place, "this should be plain words, not a list");
    };
  }
  auto texts(std::vector<std::string>& to) {
    return [&to, this](const YamlNode& node) {
      if (node.kind == YamlNode::Kind::map) report_.add(codes::wrong_values, path_, node.place, "this should be a list: [one, two]");
      if (node.kind == YamlNode::Kind::scalar && !node.text.empty()) to = {node.text};
      for (const YamlNode& item : node.items) {
        if (item.kind == YamlNode::Kind::scalar) to.push_back(item.text);
        else report_.add(codes::wrong_values, path_, item.place, "each item of this list should be plain words");
      }
    };
  }
  auto flag(bool& to) {
    return [&to, this](const YamlNode& node) {
      if (node.text == "yes" || node.text == "true") to = true;
      else if (node.text == "no" || node.text == "false") to = false;
      else report_.add(codes::wrong_values, path_, node.place, fmt::format("'{}' is neither yes nor no", node.text),
                       "Write yes or no.");
    };
  }

 private:
  std::string_view path_;
  Report& report_;
};

// The path part of an address: "https://example.org/send/" gives "/send/".
std::string path_of(std::string_view address) {
  const size_t host = address.find("://");
  if (host == std::string_view::npos) return "/";
  const size_t slash = address.find('/', host + 3);
  return slash == std::string_view::npos ? "/" : std::string(address.substr(slash));
}

}  // namespace

bool is_web_address(std::string_view address) {
  const size_t host = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : std::string_view::npos;
  if (host == std::string_view::npos || address.size() <= host || address[host] == '/') return false;
  return std::all_of(address.begin(), address.end(), [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view("-._~:/%").find(c) != std::string_view::npos;
  });
}

void make_edition(const Edition& edition, Settings& settings) {
  if (!edition.address.empty()) settings.address = edition.address;
  if (settings.address.empty()) settings.address = "http://localhost/";  // settings that could not be read
  if (settings.address.back() != '/') settings.address += '/';
  settings.address += edition.folder;
  settings.base_path = path_of(settings.address);
  settings.draft = edition.draft;
  if (!edition.draft.empty()) settings.index = false;
}

Settings read_settings(const std::vector<SourceFile>& content, Report& report) {
  constexpr std::string_view path = "site.yml";
  Settings settings;
  const SourceFile* file = find_file(content, path);
  if (file == nullptr) {
    report.add(codes::missing_settings, path, {}, "this folder has no site.yml, so the site has no name",
               "Make a file site.yml with at least: name: Our Local Offer");
    return settings;
  }
  const auto map = can_be_read(*file, report) ? parse_yaml(file->bytes, path, 1, report) : std::nullopt;
  if (!map) return settings;
  Taker take(path, report);
  take_all(*map,
           {{"name", take.text(settings.name)},
            {"council", take.text(settings.council)},
            {"address", take.text(settings.address)},
            {"language", take.text(settings.language)},
            {"theme", take.text(settings.theme)},
            {"demonstration", take.text(settings.demonstration)},
            {"index", take.flag(settings.index)},
            {"menu", take.texts(settings.menu)},
            {"footer", take.texts(settings.footer)},
            {"help", take.text(settings.help)},
            {"words_people_know", take.texts(settings.words_people_know)},
            {"pictures", take.texts(settings.pictures)}},
           path, report);
  for (const YamlNode::Entry& entry : map->entries) {
    std::vector<Place>& places = settings.places[entry.key];
    for (const YamlNode& item : entry.value.items) places.push_back(item.place);
    if (places.empty()) places.push_back(entry.value.place);
  }
  if (settings.name.empty())
    report.add(codes::missing_settings, path, {1, 0, 0}, "'name' is missing: what the site is called",
               "Add a line: name: Our Local Offer");
  if (!settings.address.empty() && !is_web_address(settings.address))
    report.add(codes::wrong_values, path, map->find("address")->place, fmt::format("'{}' is not a web address", settings.address),
               "For example: address: https://www.example.org/local-offer/");
  if (!is_language_code(settings.language)) {
    const std::string_view code = language_code_of(settings.language);
    report.add(codes::wrong_values, path, map->find("language")->place, fmt::format("'{}' is not the code of a language", settings.language),
               fmt::format("For example: language: {}", code.empty() ? "en-GB" : code));
    settings.language = "en-GB";
  }
  if (settings.address.empty()) settings.address = "http://localhost/";
  if (settings.address.back() != '/') settings.address += '/';
  settings.base_path = path_of(settings.address);
  return settings;
}

std::map<std::string, Role, std::less<>> read_roles(const std::vector<SourceFile>& content, Report& report) {
  constexpr std::string_view path = "roles.yml";
  std::map<std::string, Role, std::less<>> roles;
  const SourceFile* file = find_file(content, path);
  if (file == nullptr) return roles;
  const auto map = can_be_read(*file, report) ? parse_yaml(file->bytes, path, 1, report) : std::nullopt;
  if (!map) return roles;
  Taker take(path, report);
  for (const YamlNode::Entry& entry : map->entries) {
    Role role;
    role.id = entry.key;
    role.place = entry.key_place;
    if (const YamlNode* phone = entry.value.find("phone")) role.phone_place = phone->place;
    if (const YamlNode* email = entry.value.find("email")) role.email_place = email->place;
    if (entry.value.kind == YamlNode::Kind::scalar) role.title = entry.value.text;  // officer: Local Offer officer
    take_all(entry.value,
             {{"title", take.text(role.title)},
              {"phone", take.text(role.phone)},
              {"email", take.text(role.email)},
              {"hours", take.text(role.hours)},
              {"can_help_with", take.text(role.can_help_with)}},
             path, report);
    if (role.title.empty())
      report.add(codes::missing_fields, path, entry.key_place, fmt::format("the role '{}' has no title", entry.key),
                 "Add a line below it: title: SEND manager");
    roles.emplace(entry.key, std::move(role));
  }
  return roles;
}

std::map<std::string, std::string, std::less<>> read_titles(const std::vector<SourceFile>& content, std::string_view path, std::string_view what, Report& report) {
  std::map<std::string, std::string, std::less<>> topics;
  const SourceFile* file = find_file(content, path);
  if (file == nullptr) return topics;
  const auto map = can_be_read(*file, report) ? parse_yaml(file->bytes, path, 1, report) : std::nullopt;
  if (!map) return topics;
  Taker take(path, report);
  for (const YamlNode::Entry& entry : map->entries) {
    std::string title = entry.value.text;
    if (entry.value.kind == YamlNode::Kind::map) take_all(entry.value, {{"title", take.text(title)}}, path, report);
    if (title.empty())
      report.add(codes::missing_fields, path, entry.key_place, fmt::format("the {} '{}' has no title", what, entry.key), fmt::format("{}: Its title", entry.key));
    topics.emplace(entry.key, std::move(title));
  }
  return topics;
}

std::map<std::string, std::string, std::less<>> read_law(const std::vector<SourceFile>& law, Report& report) {
  std::map<std::string, std::string, std::less<>> points;
  for (const SourceFile& file : law) {
    const auto map = parse_yaml(file.bytes, file.path, 1, report);
    const YamlNode* found = map ? map->find("points") : nullptr;
    if (found == nullptr) continue;
    for (const YamlNode::Entry& entry : found->entries) points.emplace(entry.key, entry.value.text);
  }
  return points;
}

}  // namespace offer
