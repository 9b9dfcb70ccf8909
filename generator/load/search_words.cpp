#include "load/search_words.h"

#include "base/text.h"
#include "diagnose/codes.h"
#include "load/settings.h"
#include "load/table_file.h"

namespace offer {

namespace {

constexpr std::string_view search_words_path = "search-words.csv";
const TableInfo search_words_info{.name = "search-words", .says = "What families say when they search, and what that is called here.", .columns = {"say", "means", "page"}, .may_have = {}};

}  // namespace

std::vector<SearchWords> read_search_words(const std::vector<SourceFile>& content, Report& report) {
  std::vector<SearchWords> rows;
  const SourceFile* file = find_file(content, search_words_path);
  if (file == nullptr) return rows;
  const auto table = read_table(*file, search_words_info, report);
  if (!table) return rows;
  for (const DataRow& row : table->rows) {
    const DataCell& means = table->cell(row, "means");
    const DataCell& pages = table->cell(row, "page");
    SearchWords words{items_of(table->text(row, "say")), items_of(means.text), items_of(pages.text), pages.place, means.place};
    if (words.say.empty())
      report.add(codes::broken_data_files, search_words_path, row.place, "this row does not say which words families use", "Write them under 'say': won't go to school; school refuser");
    else if (words.means.empty() && words.pages.empty())
      report.add(codes::broken_data_files, search_words_path, row.place, fmt::format("nothing says what '{}' means here", words.say.front()),
                 "Write under 'means' what this site calls it, or under 'page' the id of a page that answers it.");
    else
      rows.push_back(std::move(words));
  }
  return rows;
}

}  // namespace offer
