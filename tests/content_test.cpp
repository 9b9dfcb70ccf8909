// The demonstration in content/: every fact of the papers that it was made from has a page, and the pages keep what we ask of others.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/text.h"
#include "kit.h"

namespace offer::content_test {

namespace {

// How many rows of each kind the papers have.
const std::map<std::string_view, size_t> rows_of_the_papers{{"STR", 31}, {"PTH", 37}, {"GLO", 41}, {"SAY", 40}, {"DID", 21},
                                                            {"ACT", 23}, {"KPI", 45}, {"GOV", 28}, {"FMT", 25}, {"INC", 36}};

// The rows of content/README.md: "| STR-01 | [a.md](a.md), [b.md](b.md) |" gives STR-01 and both paths.
std::map<std::string, std::vector<std::string>> read_mapping(std::string_view text) {
  std::map<std::string, std::vector<std::string>> rows;
  for (const std::string_view line : split(text, '\n')) {
    const auto cells = split(line, '|');
    if (cells.size() < 3) continue;
    const std::string_view name = trim(cells[1]);
    if (name.size() < 6 || name[3] != '-') continue;
    auto& paths = rows[std::string(name)];
    std::string_view rest = cells[2];
    for (size_t at = rest.find("]("); at != std::string_view::npos; at = rest.find("](")) {
      rest.remove_prefix(at + 2);
      paths.emplace_back(rest.substr(0, rest.find(')')));
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("every row of the papers stands on a page of the demonstration that readers can see") {
  const SourceFile file = read_file(kit::source_folder() + "/content/README.md");
  REQUIRE(file.trouble.empty());
  const auto rows = read_mapping(file.bytes);
  Report report;
  const Prepared prepared = prepare(kit::real_inputs(), {parse_date("2026-11-21").value(), false, 2}, report);
  std::set<std::string, std::less<>> pages;
  for (const Page& page : prepared.site.pages) {
    pages.insert(page.path);
    for (const DataTable& table : page.tables) pages.insert(table.path);
  }
  for (const auto& [kind, count] : rows_of_the_papers) {
    for (size_t i = 1; i <= count; ++i) {
      const std::string name = fmt::format("{}-{:02}", kind, i);
      CAPTURE(name);
      REQUIRE(rows.contains(name));
      CHECK_FALSE(rows.at(name).empty());
      for (const std::string& path : rows.at(name)) CHECK_MESSAGE(pages.contains(path), path, " is no page");
    }
  }
}

TEST_CASE("the demonstration has no errors") {
  const kit::Built built = kit::build(kit::real_inputs());
  CHECK_FALSE_MESSAGE(built.report.has_errors(), built.problems());
}

}  // namespace offer::content_test
