#include "load/plain_english.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/csv.h"
#include "load/readable.h"
#include "load/rules_file.h"
#include "load/settings.h"

namespace offer {

namespace {

constexpr std::string_view plain_rules_path = "easy-read/plain-english/rules.yml";

// What a row can find; "none" takes an earlier row out.
const std::vector<std::string_view> plain_findings{"long-words",     "buzzwords",      "hidden-verbs",   "latin-words", "empty-phrases", "position-words",
                                             "undated-claims", "hurtful-words", "distant-words", "shall",       "spelling",      "none"};

void read_plain_rules(const std::vector<SourceFile>& folder, PlainEnglish& plain, Report& report) {
  const SourceFile* file = find_file(folder, "plain-english/rules.yml");
  if (file == nullptr || !file->trouble.empty()) {
    report.add(codes::missing_settings, plain_rules_path, {}, "the rules of plain English are missing, so the usual numbers count",
               "Put the file rules.yml back into the folder easy-read/plain-english.");
    return;
  }
  const auto map = parse_yaml(file->bytes, plain_rules_path, 1, report);
  if (!map) return;
  if (const YamlNode* left_out = map->find("leave_out"))
    for (const YamlNode& item : left_out->items) plain.leave_out.push_back({std::string(trim(item.text)), item.place});
  std::vector<RuleNumber> numbers;
  for (const PlainNumber& one : plain_numbers()) numbers.push_back({one.name, &(plain.*one.number)});
  read_rule_numbers(*map, plain_rules_path, numbers, report);
}

// The rows of a list: finding,words,instead,fix,unless.
class RowReader {
 public:
  RowReader(std::string_view path, PlainWords& words, Report& report) : path_(path), words_(words), report_(report) {}

  void read(std::string_view bytes) {
    const std::vector<CsvRow> rows = parse_csv(bytes).rows;
    if (rows.empty()) return;
    for (size_t i = 0; i < rows.front().cells.size(); ++i) columns_.emplace(lower(trim(rows.front().cells[i])), i);
    if (!columns_.contains("finding") || !columns_.contains("words")) {
      report_.add(codes::missing_fields, path_, {1, 0, 0}, "the first line of this list does not name its columns",
                  "Begin with: finding,words,instead,fix,unless");
      return;
    }
    for (size_t i = 1; i < rows.size(); ++i) take(rows[i]);
  }

 private:
  std::string cell(const CsvRow& row, std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row.cells.size() ? std::string() : std::string(trim(row.cells[found->second]));
  }
  Place place(const CsvRow& row, std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row.places.size() ? Place{row.line, 1, 0} : row.places[found->second];
  }

  void take(const CsvRow& cells) {
    PlainRow row;
    row.finding = cell(cells, "finding");
    row.words = cell(cells, "words");
    if (std::find(plain_findings.begin(), plain_findings.end(), row.finding) == plain_findings.end()) {
      const std::string near = did_you_mean(row.finding, plain_findings);
      report_.add(codes::unknown_choices, path_, place(cells, "finding"), fmt::format("no list of words is called '{}'", row.finding),
                  near.empty() ? fmt::format("It can be {}.", joined_words({plain_findings.begin(), plain_findings.end()})) : near);
      return;
    }
    const std::string instead = cell(cells, "instead");
    if (instead.ends_with('.')) row.advice = instead;
    else
      for (const std::string_view one : split(instead, '|'))
        if (!trim(one).empty()) row.instead.emplace_back(trim(one));
    const std::string fix = cell(cells, "fix");
    row.machine = fix == "yes";
    if (!fix.empty() && fix != "yes" && fix != "no")
      report_.add(codes::wrong_values, path_, place(cells, "fix"), fmt::format("'{}' is neither yes nor no", fix),
                  "Write yes if a machine may put the new words in without asking.");
    else if (row.machine && row.instead.size() != 1)
      report_.add(codes::wrong_values, path_, place(cells, "fix"), "a machine needs one thing to write, not a choice or advice",
                  "Write no, or leave one thing in the column 'instead'.");
    if (!words_.add(std::move(row), cell(cells, "unless")))
      report_.add(codes::missing_fields, path_, place(cells, "words"), "this row has no words to look for", "Write them in the column 'words', or take the row out.");
  }

  std::string_view path_;
  PlainWords& words_;
  Report& report_;
  std::map<std::string, size_t, std::less<>> columns_;
};

void read_right_words(std::string_view bytes, PlainEnglish& plain) {
  each_line(bytes, [&](std::string_view line, uint32_t) {
    for (const std::string_view word : words_of(line)) plain.right.emplace(replace_all(lower(word), "’", "'"));
  });
}

}  // namespace

std::shared_ptr<const PlainEnglish> read_plain_english(const std::vector<SourceFile>& folder, const std::vector<SourceFile>& content, Report& report) {
  auto plain = std::make_shared<PlainEnglish>();
  read_plain_rules(folder, *plain, report);
  const bool asked = !plain->is_left_out("all");
  const auto ours = [&](std::string_view name) -> const SourceFile* {
    const SourceFile* file = find_file(folder, name);
    if (file != nullptr && !file->trouble.empty()) file = nullptr;
    if (file == nullptr && asked)
      report.add(codes::missing_settings, fmt::format("easy-read/{}", name), {}, "this list of words is missing", "easy-read/plain-english/README.md says what is in it.");
    return file;
  };
  if (const SourceFile* file = ours("plain-english/words.csv")) RowReader("easy-read/plain-english/words.csv", plain->words, report).read(file->bytes);
  if (const SourceFile* file = ours("plain-english/known-words.txt")) read_right_words(file->bytes, *plain);
  if (const SourceFile* own = find_file(content, "plain-english.csv"); own != nullptr && can_be_read(*own, report))
    RowReader("plain-english.csv", plain->words, report).read(own->bytes);
  if (const SourceFile* own = find_file(content, "known-words.txt"); own != nullptr && can_be_read(*own, report)) read_right_words(own->bytes, *plain);
  plain->words.close();
  return plain;
}

}  // namespace offer
