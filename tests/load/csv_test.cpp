// CSV as spreadsheets write it.
#include "load/csv.h"

#include <doctest/doctest.h>

#include <chrono>

#include "base/text.h"

namespace offer::csv_test {

namespace {

std::string place(const Place& at) { return fmt::format("{}:{}+{}", at.line, at.column, at.length); }

}  // namespace

TEST_CASE("cells of a spreadsheet keep their commas, quotation marks and line ends, and rows know their line") {
  const Csv csv = parse_csv("\xEF\xBB\xBF" "a,\"b, \"\"c\"\"\",d\r\n\r\n\"two\nlines\",x\nlast,\n");
  REQUIRE(csv.rows.size() == 3);
  CHECK(csv.rows[0].cells == std::vector<std::string>{"a", "b, \"c\"", "d"});
  CHECK(csv.rows[1].line == 3);
  CHECK(csv.rows[1].cells == std::vector<std::string>{"two\nlines", "x"});
  CHECK(csv.rows[2].line == 5);
  CHECK(csv.rows[2].cells == std::vector<std::string>{"last", ""});
  CHECK(csv.unclosed.line == 0);
  CHECK(parse_csv("").rows.empty());
}

TEST_CASE("rows in which nothing stands are passed over, however many commas they have") {
  const Csv csv = parse_csv("a,b\n,\n , \n\"\",\"\"\r\n,,,,,\nc,d");
  REQUIRE(csv.rows.size() == 2);
  CHECK(csv.rows[1].line == 6);
}

TEST_CASE("each cell knows where it begins, in characters, its quotation marks being part of it") {
  const Csv csv = parse_csv("é,\"b\",c\n\"x\ny\",z");
  REQUIRE(csv.rows.size() == 2);
  CHECK(place(csv.rows[0].places[0]) == "1:1+1");
  CHECK(place(csv.rows[0].places[1]) == "1:3+3");
  CHECK(place(csv.rows[0].places[2]) == "1:7+1");
  CHECK(place(csv.rows[1].places[0]) == "2:1+1");
  CHECK(place(csv.rows[1].places[1]) == "3:4+1");
}

TEST_CASE("a quotation mark that is never closed is said where it begins") {
  const Csv csv = parse_csv("a,b\nc,\"never closed, \nx");
  CHECK(place(csv.unclosed) == "2:3+1");
  REQUIRE(csv.rows.size() == 2);
  CHECK(csv.rows[1].cells.size() == 2);
  CHECK(parse_csv("\"").unclosed.line == 1);
}

TEST_CASE("a quotation mark inside a cell is a sign like any other") {
  const Csv csv = parse_csv("a 6\" pipe,b\n");
  CHECK(csv.unclosed.line == 0);
  CHECK(csv.rows.at(0).cells == std::vector<std::string>{"a 6\" pipe", "b"});
}

TEST_CASE("a line of very many cells takes no longer than as many short lines") {
  const auto begin = std::chrono::steady_clock::now();
  const Csv csv = parse_csv(std::string(400'000, ',') + "x");
  CHECK(csv.rows.at(0).cells.size() == 400'001);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

}  // namespace offer::csv_test
