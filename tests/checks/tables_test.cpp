#include <doctest/doctest.h>

#include "kit.h"

namespace offer::tables_test {

namespace {

kit::Built page(std::string_view words) {
  return kit::build(fmt::format("\n-- a.md --\n---\ntitle: A\n---\n{}", words));
}

}  // namespace

TEST_CASE("a table whose columns all have a heading is fine, and its cells may be empty") {
  CHECK(page("| Week | **Who** |\n| --- | --- |\n| 1 |  |\n| | you |\n").problems_of({"tables-without-header"}) == "");
}

TEST_CASE("each column without a heading is found, in a list too") {
  CHECK(page("|  | Who | |\n| --- | --- | --- |\n| 1 | you | we |\n").printed() ==
        R"(a.md:10:1: error[tables-without-header]: column 1 of this table has no heading
     10 | |  | Who | |
        | ^
    help: Write in the table's first row what the column holds.

a.md:10:1: error[tables-without-header]: column 3 of this table has no heading
     10 | |  | Who | |
        | ^
    help: Write in the table's first row what the column holds.

a.md:10:1: warning[tables-without-name]: nothing names this table: it stands under no heading
     10 | |  | Who | |
        | ^
    help: Put a heading above it that says what it shows. A screen reader calls the table by it.

)");
  CHECK(page("- List:\n\n  | Who | |\n  | --- | --- |\n  | you | 1 |\n").problems_of({"tables-without-header"}) ==
        "a.md:12:3 tables-without-header: column 2 of this table has no heading\n");
}

}  // namespace offer::tables_test
