#include <doctest/doctest.h>

#include "kit.h"

namespace offer::table_shape_test {

namespace {

std::string problems(std::string_view words) { return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n## Part\n\n{}", words)).problems(); }

}  // namespace

TEST_CASE("a table of rows and columns under a heading is fine") { CHECK(problems("| Club | Cost |\n| --- | --- |\n| Cooking | £5 |\n| Swimming | |\n") == ""); }

TEST_CASE("a table of one column is a list") {
  CHECK(problems("| Club |\n| --- |\n| Cooking |\n| |\n") == "a.md:12:1 tables-of-one-column: a table with one column is a list\n");
}

TEST_CASE("a table with nothing under its headings is found") {
  CHECK(problems("| Club | Cost |\n| --- | --- |\n") == "a.md:12:1 tables-of-one-row: this table has headings and nothing under them\n");
}

TEST_CASE("a table before the first heading has no name") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\n---\nWords.\n\n| Club | Cost |\n| --- | --- |\n| Cooking | £5 |\n\n## Part\n\n| Club | Cost |\n| --- | --- |\n| Cooking | £5 |\n").problems() ==
        "a.md:12:1 tables-without-name: nothing names this table: it stands under no heading\n");
}

TEST_CASE("a first cell that is empty looks merged with the one above it") {
  CHECK(problems("| Club | Day |\n| --- | --- |\n| Cooking | Saturday |\n| | Sunday |\n| | Monday |\n") ==
        "a.md:15:1 rows-that-look-merged: the first cell of this row is empty, as if it went on from the row above\n");
  CHECK(problems("| Club | Day |\n| --- | --- |\n| | Saturday |\n| Cooking | Sunday |\n| ![](picture:talk) | Monday |\n").find("rows-that-look-merged") == std::string::npos);
}

TEST_CASE("more than six columns are found") {
  CHECK(problems("| A | B | C | D | E | F |\n| - | - | - | - | - | - |\n| a | b | c | d | e | f |\n") == "");
  CHECK(problems("| A | B | C | D | E | F | G |\n| - | - | - | - | - | - | - |\n| a | b | c | d | e | f | g |\n") ==
        "a.md:12:1 tables-with-many-columns: this table has 7 columns; 6 are the most that people can compare\n");
}

}  // namespace offer::table_shape_test
