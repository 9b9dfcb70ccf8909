#include "load/easy_read_rules.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/readable.h"
#include "load/rules_file.h"
#include "load/settings.h"
#include "load/yaml.h"

namespace offer {

namespace {

constexpr std::string_view easy_read_rules_path = "easy-read/rules.yml";

void read_left_out(const YamlNode& node, EasyReadRules& rules, Report& report) {
  std::vector<std::string_view> names;
  for (const Code* code : shared_codes())
    if (code->name.starts_with("easy-read-")) names.push_back(code->name);
  for (const YamlNode& item : node.items) {
    const std::string name(trim(item.text));
    if (name != "all" && std::find(names.begin(), names.end(), name) == names.end())
      report.add(codes::unknown_choices, easy_read_rules_path, item.place, fmt::format("there is no Easy Read rule called '{}'", name),
                 did_you_mean(name, names));
    else rules.leave_out.push_back(name);
  }
}

void read_easy_rules(const std::vector<SourceFile>& folder, EasyReadRules& rules, Report& report) {
  const SourceFile* file = find_file(folder, "rules.yml");
  if (file == nullptr || !file->trouble.empty()) {
    report.add(codes::missing_settings, easy_read_rules_path, {}, "the rules of Easy Read are missing, so the usual numbers count",
               "Put the file rules.yml back into the folder easy-read.");
    return;
  }
  const auto map = parse_yaml(file->bytes, easy_read_rules_path, 1, report);
  if (!map) return;
  std::vector<RuleNumber> numbers;
  for (const EasyReadNumber& one : easy_read_numbers()) numbers.push_back({one.name, &(rules.*one.number)});
  if (const YamlNode* left_out = map->find("leave_out")) read_left_out(*left_out, rules, report);
  read_rule_numbers(*map, easy_read_rules_path, numbers, report);
}

// The words of a line, as sentences are cut into words: "cut-off" is two.
std::vector<std::string> words_of_phrase(std::string_view text) {
  const std::string plain = replace_all(lower(text), "-", " ");
  const auto words = words_of(plain);
  return {words.begin(), words.end()};
}

// "commence: start", under a line "[jargon]" that says of what kind the words are.
void read_phrases(const SourceFile& file, HardPhrase::Kind kind, WordLists& words, Report& report) {
  static const std::map<std::string_view, HardPhrase::Kind> kinds{{"long words", HardPhrase::Kind::long_word},
                                                                  {"jargon", HardPhrase::Kind::jargon},
                                                                  {"latin", HardPhrase::Kind::latin},
                                                                  {"distant", HardPhrase::Kind::distant}};
  each_line(file.bytes, [&](std::string_view line, uint32_t number) {
    if (line.starts_with('[') && line.ends_with(']')) {
      const auto found = kinds.find(line.substr(1, line.size() - 2));
      if (found != kinds.end()) kind = found->second;
      else
        report.add(codes::unknown_choices, "easy-read/" + file.path, {number, 1, 0},
                   fmt::format("there is no kind of hard word called {}", line), "The kinds are [long words], [jargon], [latin] and [distant].");
      return;
    }
    const size_t colon = line.find(':');
    HardPhrase phrase{kind, words_of_phrase(line.substr(0, colon)), {}};
    if (colon != std::string_view::npos) phrase.easier = trim(line.substr(colon + 1));
    words.add_phrase(std::move(phrase));
  });
}

}  // namespace

std::shared_ptr<const EasyReadRules> read_easy_read_rules(const std::vector<SourceFile>& folder, Report& report) {
  auto rules = std::make_shared<EasyReadRules>();
  read_easy_rules(folder, *rules, report);
  const auto list = [&](std::string_view name) -> const SourceFile* {
    const SourceFile* file = find_file(folder, name);
    if (file != nullptr && !file->trouble.empty()) file = nullptr;
    if (file == nullptr && rules->leave_out != std::vector<std::string>{"all"})
      report.add(codes::missing_settings, fmt::format("easy-read/{}", name), {}, "this list of words is missing",
                 "Put it back: easy-read/words/README.md says how it is made.");
    return file;
  };
  for (const std::string_view name : {"words/known.txt", "words/easy.txt"})
    if (const SourceFile* file = list(name))
      each_line(file->bytes, [&](std::string_view word, uint32_t) { rules->words.add_known(lower(word)); });
  if (const SourceFile* file = list("words/hard.txt")) read_phrases(*file, HardPhrase::Kind::long_word, rules->words, report);
  if (const SourceFile* file = list("words/idioms.txt")) read_phrases(*file, HardPhrase::Kind::idiom, rules->words, report);
  return rules;
}

}  // namespace offer
