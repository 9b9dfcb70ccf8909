// CSV files beside a page: what editors' spreadsheets make of them, and what is said when they cannot be used.
#include "load/table_file.h"

#include <doctest/doctest.h>

#include "load/extra_file.h"

namespace offer::table_file_test {

namespace {

constexpr std::string_view measure = "\n-- measures/a.md --\n## What we count\n\nPlans.\n";

// A measure with this file beside it; the kit would add a line end, so the bytes go in whole.
kit::Built beside(std::string_view name, std::string bytes) {
  return kit::build(kit::with_file(kit::inputs_of(measure), fmt::format("measures/a.{}.csv", name), std::move(bytes)));
}

constexpr std::string_view header = "period,date,value,part,whole,other,note\n";

std::string series_problems(std::string_view rows) { return beside("series", fmt::format("{}{}", header, rows)).problems(); }

}  // namespace

TEST_CASE("the name of a table file gives its page and its table") {
  CHECK(table_file_name("measures/x.series.csv")->page == "measures/x.md");
  CHECK(table_file_name("measures/x.series.csv")->table == "series");
  CHECK(table_file_name("a.b.c.csv")->page == "a.b.md");
  CHECK_FALSE(table_file_name("measures/x.csv"));
  CHECK_FALSE(table_file_name("measures.old/x.csv"));
  CHECK_FALSE(table_file_name("measures/x.series.CSV"));
  CHECK_FALSE(table_file_name(".csv"));
}

TEST_CASE("a file as Excel saves it is read: byte order mark, CRLF, empty columns and rows at the end, columns in another order") {
  const kit::Built built = beside("series",
                                  "\xEF\xBB\xBF" "date,period,value,part,whole,other,note,,\r\n"
                                  "2023-07,\"July 2023\",27,,,,\"One month, only\",,\r\n"
                                  ",,,,,,,,\r\n\r\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/measures/a/").find("The newest figure is 27%, for July 2023.") != std::string::npos);
  CHECK(built.page("/measures/a/").find("<td data-label=\"Note\">One month, only</td>") != std::string::npos);
}

TEST_CASE("a column that is missing, there twice, unknown or without a name is said with its place") {
  CHECK(beside("series", "period,date,value,part,whole,other\n").problems() == "measures/a.series.csv:1 broken-data-files: the column 'note' is missing\n");
  CHECK(beside("series", "period,date,value,part,whole,other,note,date\n").problems() ==
        "measures/a.series.csv:1:41 broken-data-files: the column 'date' comes twice\n");
  CHECK(beside("series", "period,date,valeu,part,whole,other,note\n").printed() ==
        R"(measures/a.series.csv:1:13: error[broken-data-files]: there is no column 'valeu' in this table
      1 | period,date,valeu,part,whole,other,note
        |             ^^^^^
    help: Did you mean 'value'?

)");
  CHECK(beside("series", "period,date,,value,part,whole,other,note\n").problems() ==
        "measures/a.series.csv:1:13 broken-data-files: this column has no name in the first row\n");
  CHECK(beside("series", "period;date;value;part;whole;other;note\nJuly;2023;1;;;;\n").problems() ==
        "measures/a.series.csv:1:1 broken-data-files: there is no column 'period;date;value;part;whole;other;note' in this table\n");
}

TEST_CASE("in a split, what a row is about stands in the first column, since the others are numbers of people") {
  CHECK(beside("breakdown", "Pupils,what\n3,Boys\n").problems() ==
        "measures/a.breakdown.csv:1:1 broken-data-files: the first column should be 'what', and is 'Pupils'\n");
  CHECK(beside("breakdown", "Pupils\n3\n").problems() == "measures/a.breakdown.csv:1:1 broken-data-files: the first column should be 'what', and is 'Pupils'\n");
}

TEST_CASE("a file without a table, one that is not closed, one too long and one too wide are told apart") {
  CHECK(beside("series", "").problems() == "measures/a.series.csv broken-data-files: this file holds no table\n");
  CHECK(beside("series", "\xEF\xBB\xBF\r\n,,,\r\n").problems() == "measures/a.series.csv broken-data-files: this file holds no table\n");
  CHECK(series_problems("\"July 2023,2023-07,27,,,,\nAugust 2023,2023-08,28,,,,\n") ==
        "measures/a.series.csv:2:1 broken-data-files: a quotation mark begins here and never ends\n");
  std::string rows;
  for (int i = 0; i < 4999; ++i) rows += "July 2023,2023-07,27,,,,\n";
  CHECK(series_problems(rows).find("broken-data-files") == std::string::npos);
  CHECK(series_problems(rows + "x,2023,1,,,,\nx,2023,1,,,,\n") ==
        "measures/a.series.csv:5001 broken-data-files: this table has 5002 rows, and 5000 is the most\n");
  std::string wide = "what";
  for (int i = 0; i < 40; ++i) wide += fmt::format(",c{}", i);
  CHECK(beside("breakdown", wide + "\n").problems().ends_with("broken-data-files: this table has 41 columns, and 40 is the most\n"));
}

TEST_CASE("cells beyond the last named column are said with row and place, and missing cells are empty") {
  CHECK(series_problems("July 2023,2023-07,27,,,,a note, with a comma\n") ==
        "measures/a.series.csv:2:32 broken-data-files: row 2 has more cells than the first row has names: 'with a comma'\n");
  CHECK(series_problems("July 2023,2023-07,27\n") == "");
}

TEST_CASE("formulas and a spreadsheet's errors are said with row and column") {
  CHECK(series_problems("July 2023,2023-07,=D2/E2,57,67,#REF!,\n") ==
        "measures/a.series.csv:2:19 formula-cells: row 2, column 'value' holds a formula and not its result: =D2/E2\n"
        "measures/a.series.csv:2:32 formula-cells: row 2, column 'other' holds a spreadsheet's error: #REF!\n");
  for (const std::string_view error : {"#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"})
    CHECK(beside("series", fmt::format("{}July 2023,2023-07,{},,,,\n", header, error)).has("formula-cells"));
  CHECK(series_problems("July 2023,2023-07,27,,,,= the same as before\n").find("formula-cells") != std::string::npos);
  CHECK(series_problems("July 2023,2023-07,27,,,,#1 in the county\n") == "");
}

TEST_CASE("a file in Windows letters, or with NULs, is told how to be saved") {
  CHECK(beside("series", std::string(header) + "July,2023,27,,,,\xA3" "5\n").problems() ==
        "measures/a.series.csv:2:17 files-not-in-utf8: this file was saved in a form other than UTF-8, so from here on its letters cannot be told\n");
  CHECK(beside("series", std::string("p\0e\0", 4)).has("files-with-nul-bytes"));
}

TEST_CASE("a table that the page's type does not have, and one beside no page, are said") {
  CHECK(beside("serie", "a,b\n").printed() ==
        R"(measures/a.serie.csv: warning[unknown-files]: a measure has no table 'serie'
    help: The table's name stands before .csv. Beside this page it can be series, breakdown and dates.

)");
  CHECK(kit::build(kit::with_file(kit::inputs_of(measure), "measures/b.series.csv", "a\n")).problems() ==
        "measures/b.series.csv unknown-files: no page uses this data file\n");
  CHECK(kit::build("\n-- news/a.md --\nWords.\n-- news/a.actions.csv --\nid\n").has("unknown-files"));
}

TEST_CASE("every type of page can have a table of dates, an Easy Read page none") {
  CHECK(kit::build("\n-- a.md --\nWords.\n-- a.dates.csv --\ndate,kind,what,take_part_by,state,note\n2026-12-01,meeting,We meet,,,\n").problems() == "");
  CHECK_FALSE(kit::build("\n-- a.md --\nWords.\n-- a.easy.md --\n## A\n\n![](picture:talk)\nWords.\n"
                         "-- a.easy.dates.csv --\ndate,kind,what,take_part_by,state,note\n2026-12-01,meeting,We meet,,,\n")
                  .page("/a/easy-read/")
                  .find("We meet") != std::string::npos);
}

}  // namespace offer::table_file_test
