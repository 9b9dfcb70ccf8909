// The table of versions at the end of a strategy.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::strategy_versions_test {

namespace {

// A strategy with what must be there, and then `more`.
kit::Built strategy_with(std::string_view more) {
  return kit::build(
      "\n-- strategies/a.md --\n## Vision\n\nGood lives.\n\n## Priorities\n\n### 1. Listen\n\n" +
      std::string(more));
}

kit::Built versions(std::string_view rows) {
  return strategy_with(
      "## Versions\n\n| Version | Date | Who | What changed |\n| --- | --- | --- | --- |\n" +
      std::string(rows));
}

}  // namespace

TEST_CASE("versions are numbers with dots: 0.10 comes after 0.9, and 1 before 1.0") {
  CHECK(versions(
            "| 0.9 | a | b | c |\n| 0.10 | a | b | c |\n| 1 | a | b | c |\n| 1.0 | a | b | c |\n")
            .problems() == "");
}

TEST_CASE("a version that is out of order, or there twice, is found at its row") {
  const kit::Built built = versions(
      "| 0.10 | a | b | c |\n| 0.9 | a | b | c |\n| 0.9 | a | b | c |\n| 1.0 | a | b | c |\n");
  CHECK(
      built.printed() ==
      R"(strategies/a.md:25:1: error[broken-version-tables]: version 0.9 should come before the row above it
     25 | | 0.9 | a | b | c |
        | ^
    help: The oldest version comes first, and 0.10 comes after 0.9.

strategies/a.md:26:1: error[broken-version-tables]: version 0.9 comes twice
     26 | | 0.9 | a | b | c |
        | ^
    help: The oldest version comes first, and 0.10 comes after 0.9.

)");
}

TEST_CASE(
    "what is not a version number is found, and the rows after it are compared with the last good "
    "one") {
  const kit::Built built = versions(
      "| 0.9 | a | b | c |\n| v1 | a | b | c |\n| 1. | a | b | c |\n| | a | b | c |\n| 0.8 | a | b "
      "| c |\n");
  CHECK(built.errors() ==
        "strategies/a.md:25:1 broken-version-tables: 'v1' is not a version number\n"
        "strategies/a.md:26:1 broken-version-tables: '1.' is not a version number\n"
        "strategies/a.md:27:1 broken-version-tables: '' is not a version number\n"
        "strategies/a.md:28:1 broken-version-tables: version 0.8 should come before the row above "
        "it\n");
}

TEST_CASE("a table of versions with other columns, and words in place of a table, are found") {
  CHECK(
      strategy_with(
          "## Versions\n\n| Version | When | Who |\n| --- | --- | --- |\n| 0.1 | a | b |\n")
          .printed() ==
      R"(strategies/a.md:22:1: error[broken-tables]: the columns of this table should be Version, Date, Who and What changed
     22 | | Version | When | Who |
        | ^
    help: | Version | Date | Who | What changed |

)");
  CHECK(strategy_with("## Versions\n\nThe first one.\n").printed() ==
        R"(strategies/a.md:20:1: error[broken-tables]: there is no table under 'Versions'
     20 | ## Versions
        | ^
    help: Add a table with the columns Version, Date, Who and What changed.

)");
}

}  // namespace offer::strategy_versions_test
