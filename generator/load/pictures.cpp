#include "load/pictures.h"

#include <map>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "load/csv.h"
#include "load/safe_drawing.h"
#include "load/settings.h"

namespace offer {

namespace {

// The columns by their names in the first row; without such a row, in the usual order.
class Columns {
 public:
  explicit Columns(const CsvRow& first) {
    for (size_t i = 0; i < first.cells.size(); ++i) places_.emplace(lower(trim(first.cells[i])), i);
  }
  std::string cell(const CsvRow& row, std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() || found->second >= row.cells.size() ? "" : std::string(trim(row.cells[found->second]));
  }
  bool has(std::string_view name) const { return places_.contains(name); }

 private:
  std::map<std::string, size_t, std::less<>> places_;
};

class SetReader {
 public:
  SetReader(const std::string& set, const std::vector<SourceFile>& files, Report& report) : set_(set), files_(files), report_(report) {
    if (!set.empty()) folder_ = set + "/";
  }

  std::vector<Picture> read() {
    const SourceFile* list = find_file(files_, "pictures.csv");
    if (list == nullptr) return {};
    const auto rows = parse_csv(list->bytes).rows;
    if (rows.empty()) return {};
    const Columns columns(rows.front());
    if (!columns.has("concept")) {
      report_.add(codes::missing_fields, path(), {1, 0, 0}, "the first line of this list does not name its columns",
                  "Begin with: concept,words,style,description,credit");
      return {};
    }
    for (size_t i = 1; i < rows.size(); ++i) add(rows[i], columns);
    return std::move(pictures_);
  }

 private:
  std::string path() const { return folder_ + "pictures.csv"; }

  void add(const CsvRow& row, const Columns& columns) {
    Picture picture;
    picture.concept_name = columns.cell(row, "concept");
    if (picture.concept_name.empty()) return;
    const Place place{row.line, 1, 0};
    if (const auto [first, fresh] = concepts_.emplace(picture.concept_name, row.line); !fresh) {
      report_.add(codes::repeated_pictures, path(), place, fmt::format("'{}' is on line {} too", picture.concept_name, first->second),
                  "One picture has one line. Take one of the two out, or give it another name.");
      return;
    }
    const std::string named = columns.cell(row, "file");
    const std::string file = named.empty() ? picture.concept_name + ".svg" : named;
    const SourceFile* drawing = find_file(files_, file);
    if (drawing == nullptr || !drawing->trouble.empty()) {
      report_.add(codes::unknown_pictures, path(), place, fmt::format("there is no drawing '{}' for this line", file),
                  "Add the drawing, or take the line out.");
      return;
    }
    if (const auto trouble = trouble_with_drawing(drawing->bytes)) {
      report_.add(codes::unsafe_drawings, path(), place, fmt::format("the drawing '{}' {}", file, trouble->what), trouble->help);
      return;
    }
    const std::string words = columns.cell(row, "words");
    for (const std::string_view word : split(words, '|')) add_word(trim(word), picture, row.line);
    picture.style = columns.cell(row, "style");
    picture.description = columns.cell(row, "description");
    picture.credit = columns.cell(row, "credit");
    picture.set = set_;
    picture.bytes = drawing->bytes;
    picture.address = fmt::format("/assets/pictures/{}.{}.svg", slug(picture.concept_name), short_content_hash(drawing->bytes));
    pictures_.push_back(std::move(picture));
  }

  void add_word(std::string_view word, Picture& to, uint32_t line) {
    if (word.empty()) return;
    const auto [other, fresh] = words_.emplace(lower(word), to.concept_name);
    if (!fresh && other->second != to.concept_name)
      report_.add(codes::words_with_two_pictures, path(), {line, 1, 0},
                  fmt::format("the word '{}' stands for '{}' and for '{}'", word, other->second, to.concept_name),
                  "The same word should always have the same picture. Take it out of one of the two lines.");
    to.words.emplace_back(word);
  }

  const std::string& set_;
  const std::vector<SourceFile>& files_;
  Report& report_;
  std::string folder_;
  std::vector<Picture> pictures_;
  std::map<std::string, uint32_t> concepts_;  // and their lines
  std::map<std::string, std::string> words_;  // and the concept that has them
};

}  // namespace

std::vector<Picture> read_pictures(const std::vector<PictureSet>& own, const std::vector<SourceFile>& ours, Report& report) {
  std::vector<Picture> pictures;
  std::set<std::string> taken;
  const auto add = [&](const std::string& name, const std::vector<SourceFile>& files) {
    for (Picture& picture : SetReader(name, files, report).read())
      if (taken.insert(picture.concept_name).second) pictures.push_back(std::move(picture));
  };
  for (const PictureSet& set : own) add(set.name, set.files);
  add("", ours);
  return pictures;
}

void report_unnamed_sets(const std::vector<SourceFile>& content, Report& report) {
  constexpr std::string_view list = "/pictures.csv";
  for (const SourceFile& file : content)
    if (file.path.ends_with(list)) {
      const std::string folder = file.path.substr(0, file.path.size() - list.size());
      report.add(codes::unknown_files, file.path, {}, "no page uses these pictures, because site.yml does not say which set of pictures comes first",
                 fmt::format("Name the folder in site.yml, the most important set first: pictures: [{}]", folder));
    }
}

}  // namespace offer
