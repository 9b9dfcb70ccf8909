#include "load/pictures.h"

#include "base/hash.h"
#include "base/text.h"
#include "load/csv.h"
#include "load/settings.h"

namespace offer {

std::vector<Picture> read_pictures(const std::vector<SourceFile>& set, Report& report) {
  constexpr std::string_view path = "pictures.csv";
  std::vector<Picture> pictures;
  const SourceFile* list = find_file(set, path);
  if (list == nullptr) return pictures;
  for (const CsvRow& row : parse_csv(list->bytes).rows) {
    if (row.line == 1 || row.cells.empty() || row.cells[0].empty()) continue;
    const std::string& name = row.cells[0];
    const SourceFile* drawing = find_file(set, name + ".svg");
    if (drawing == nullptr || !drawing->trouble.empty()) {
      report.add(codes::unknown_pictures, path, {row.line, 1, 0}, fmt::format("there is no drawing '{}.svg' for this line", name),
                 "Add the drawing, or take the line out.");
      continue;
    }
    Picture picture;
    picture.concept_name = name;
    if (row.cells.size() > 1)
      for (const std::string_view word : split(row.cells[1], '|')) picture.words.emplace_back(trim(word));
    if (row.cells.size() > 3) picture.description = row.cells[3];
    picture.bytes = drawing->bytes;
    picture.address = fmt::format("/assets/pictures/{}.{}.svg", name, short_content_hash(drawing->bytes));
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace offer
