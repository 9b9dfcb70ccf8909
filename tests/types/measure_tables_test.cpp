// The tables of a measure: added up again, and small numbers of people hidden.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::measure_tables_test {

namespace {

kit::Built series(std::string_view rows, std::string_view settings = "unit: percent") {
  return kit::build(fmt::format("\n-- measures/a.md --\n---\n{}\n---\n## What we count\n\nPlans.\n-- measures/a.series.csv --\n"
                                "period,date,value,part,whole,other,note\n{}",
                                settings, rows));
}

kit::Built split(std::string_view table, std::string_view settings = "counts: people\nunit: count") {
  return kit::build(fmt::format("\n-- measures/a.md --\n---\n{}\n---\n## What we count\n\nPlans.\n-- measures/a.breakdown.csv --\n{}", settings, table));
}

// The file that readers take with them, with '|' for line ends.
std::string taken(std::string_view table, std::string_view settings = "counts: people\nunit: count") {
  const kit::Built built = split(table, settings);
  CHECK(built.problems() == "");
  return replace_all(built.files.at("measures/a/breakdown.csv"), "\r\n", "|");
}

}  // namespace

TEST_CASE("a percentage that is not its part of the whole is found, whatever the paper says") {
  CHECK(series("July 2023,2023-07,81,57,67,,\n").printed() ==
        R"(measures/a.series.csv:2:19: error[wrong-sums]: row 'July 2023', column 'value': 57 of 67 is 85.1%, not 81%
      2 | July 2023,2023-07,81,57,67,,
        |                   ^^
    help: Put the right number in. If a paper says otherwise, say so in 'note'.

)");
  CHECK(series("July 2023,2023-07,85,57,67,,\n").problems() == "");
  CHECK(series("July 2023,2023-07,85.1,57,67,,\n").problems() == "");
  CHECK(series("July 2023,2023-07,85.0,57,67,,\n").has("wrong-sums"));
  CHECK(series("July 2023,2023-07,12.5,1,8,,\nJuly 2024,2024-07,13,1,8,,\nJuly 2025,2025-07,12,1,8,,\n").problems() == "");  // half rounds either way
  CHECK(series("July 2023,2023-07,81,57,67,,\n", "unit: count").problems() == "");
}

TEST_CASE("a percentage that is left out is worked out of part and whole") {
  const kit::Built built = series("July 2023,2023-07,,57,67,,\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/measures/a/").find("The newest figure is 85.1%, for July 2023.") != std::string::npos);
}

TEST_CASE("parts that cannot be are found: of nothing, more than the whole, less than nothing, one without the other") {
  CHECK(series("a,2023,,5,0,,\n").problems() == "measures/a.series.csv:2:11 wrong-sums: row 'a', column 'whole' is 0, and nothing can be part of that\n");
  CHECK(series("a,2023,,67,57,,\n").problems() == "measures/a.series.csv:2:9 wrong-sums: row 'a', column 'part': 67 is more than the whole, 57\n");
  CHECK(series("a,2023,1,-5,57,,\n").problems() == "measures/a.series.csv:2:10 wrong-values: row 'a', column 'part' is less than nothing\n");
  CHECK(series("a,2023,27,,57,,\n").problems() == "measures/a.series.csv:2:11 wrong-values: row 'a', column 'part' is empty, and 'whole' is not\n");
  CHECK(series("a,2023,27,18,,,\n").problems() == "measures/a.series.csv:2:14 wrong-values: row 'a', column 'whole' is empty, and 'part' is not\n");
}

TEST_CASE("cells that are no plain number are told how to be one, with row and column") {
  CHECK(series("a,2023,27%,,,,\nb,2023,\"1,200\",,,,\nc,2023,about a third,,,,\n").printed() ==
        R"(measures/a.series.csv:2:8: error[wrong-values]: row 'a', column 'value': '27%' is not a plain number
      2 | a,2023,27%,,,,
        |        ^^^
    help: Write 27 alone: no %, £, commas or words. Words go in the column 'note'.

measures/a.series.csv:3:8: error[wrong-values]: row 'b', column 'value': '1,200' is not a plain number
      3 | b,2023,"1,200",,,,
        |        ^^^^^^^
    help: Write 1200 alone: no %, £, commas or words. Words go in the column 'note'.

measures/a.series.csv:4:8: error[wrong-values]: row 'c', column 'value': 'about a third' is not a plain number
      4 | c,2023,about a third,,,,
        |        ^^^^^^^^^^^^^
    help: Write digits alone, or leave the cell empty.

)");
}

TEST_CASE("dates that do not exist, and rows that say nothing, are found") {
  CHECK(series("a,2023-02-29,27,,,,\nb,July,28,,,,\n,2023,29,,,,\nd,2024,,,,,\n").problems() ==
        "measures/a.series.csv:2:3 wrong-values: row 'a', column 'date': '2023-02-29' is not a year, a month or a day that exists\n"
        "measures/a.series.csv:3:3 wrong-values: row 'b', column 'date': 'July' is not a year, a month or a day that exists\n"
        "measures/a.series.csv:4:1 wrong-values: the column 'period' is empty\n"
        "measures/a.series.csv:5:8 wrong-values: row 'd', column 'value' is empty\n");
}

TEST_CASE("a total that is off is found, and one that is right, left out or of rounded numbers is not") {
  CHECK(split("what,Pupils\nBoys,57\nGirls,67\nTotal,125\n").printed() ==
        R"(measures/a.breakdown.csv:4:7: error[wrong-sums]: row 'Total', column 'Pupils' is 125, and the rows add to 124
      4 | Total,125
        |       ^^^
    help: Put the right total in, or leave the cell empty if adding makes no sense. If a paper says otherwise, say so in the text.

)");
  CHECK(split("what,Pupils\nBoys,57\nGirls,67\nTotal,124\n").problems() == "");
  CHECK(split("what,Pupils\nBoys,57\nGirls,67\nTotal,\n").problems() == "");
  CHECK(split("what,Cost in £ millions\nA,0.06\nB,0.05\nTotal,0.1\n").problems() == "");
  CHECK(split("what,Cost in £ millions\nA,0.06\nB,0.05\nTotal,0.2\n").has("wrong-sums"));
}

TEST_CASE("shares add to 100 as far as rounding goes; counts beside them add up exactly") {
  CHECK(split("what,% of plans\nA,33\nB,33\nC,33\nTotal,100\n", "unit: percent").problems() == "");
  CHECK(split("what,% of plans\nA,30\nB,30\nC,30\nTotal,100\n", "unit: percent").has("wrong-sums"));
  CHECK(split("what,Share\nA,33\nB,33\nC,33\nTotal,100\n", "unit: percent").problems() == "");
  CHECK(split("what,Pupils\nA,33\nB,33\nC,33\nTotal,98\n", "unit: percent").has("wrong-sums"));
}

TEST_CASE("rows after the total, rows without a name and words among numbers are each said once") {
  CHECK(split("what,Pupils,Staff\nBoys,57,1\nTotal,57,1\nGirls,,\n,6,7\nCats,six,8\n").problems() ==
        "measures/a.breakdown.csv:4:1 wrong-values: there is a row after the row 'Total'\n"
        "measures/a.breakdown.csv:5:1 wrong-values: the column 'what' is empty\n"
        "measures/a.breakdown.csv:5:1 wrong-values: there is a row after the row 'Total'\n"
        "measures/a.breakdown.csv:6:1 wrong-values: there is a row after the row 'Total'\n"
        "measures/a.breakdown.csv:6:6 wrong-values: row 'Cats', column 'Pupils': 'six' is not a plain number\n");
}

TEST_CASE("fewer than 5 people are hidden on the page and in the file that readers take with them; nobody at all is not") {
  const kit::Built built = split("what,Pupils\nA,0\nB,4\nC,5\nD,3\n");
  CHECK(built.files.at("measures/a/breakdown.csv") == "what,Pupils\r\nA,0\r\nB,fewer than 5\r\nC,5\r\nD,fewer than 5\r\n");
  const std::string page = built.page("/measures/a/");
  CHECK(page.find(">4<") == std::string::npos);
  CHECK(page.find(">3<") == std::string::npos);
  CHECK(page.find("fewer than 5") != std::string::npos);
  CHECK(taken("what,Things\nA,1\nB,2\n", "counts: things\nunit: count") == "what,Things|A,1|B,2|");
}

TEST_CASE("where a total would give the hidden number away, as much more is hidden as it takes") {
  CHECK(taken("what,Pupils\nA,3\nB,12\nC,20\nTotal,35\n") == "what,Pupils|A,fewer than 5|B,hidden|C,20|Total,35|");
  CHECK(taken("what,Pupils\nA,3\nB,2\nC,20\nTotal,25\n") == "what,Pupils|A,fewer than 5|B,fewer than 5|C,20|Total,25|");
  // 25 less 23 leaves 2, so each is 1.
  CHECK(taken("what,Pupils\nA,1\nB,1\nC,23\nD,30\nTotal,55\n") == "what,Pupils|A,fewer than 5|B,fewer than 5|C,hidden|D,30|Total,55|");
  CHECK(taken("what,Pupils\nA,4\nB,4\nC,23\nD,30\nTotal,61\n") == "what,Pupils|A,fewer than 5|B,fewer than 5|C,hidden|D,30|Total,61|");
  // 6 can only be 1 and 5.
  CHECK(taken("what,Pupils\nA,1\nB,5\nC,20\nTotal,26\n") == "what,Pupils|A,fewer than 5|B,hidden|C,hidden|Total,26|");
  CHECK(taken("what,Pupils\nA,3\nB,0\nTotal,3\n") == "what,Pupils|A,fewer than 5|B,0|Total,fewer than 5|");
  CHECK(taken("what,Pupils\nA,1\nB,1\nTotal,2\n") == "what,Pupils|A,fewer than 5|B,fewer than 5|Total,fewer than 5|");
  CHECK(taken("what,Pupils\nA,7\nB,8\nTotal,15\n") == "what,Pupils|A,7|B,8|Total,15|");
}

TEST_CASE("a share or a sum in the same row does not give a hidden number away") {
  CHECK(taken("what,Pupils,% of pupils\nA,3,3\nB,97,97\nC,100,50\n") == "what,Pupils,% of pupils|A,fewer than 5,hidden|B,97,97|C,100,50|");
  CHECK(taken("what,Boys,Girls,All\nA,3,20,23\nB,30,40,70\nC,50,60,110\n") == "what,Boys,Girls,All|A,fewer than 5,20,hidden|B,30,40,70|C,50,60,110|");
  // Nor does the sum's own total.
  CHECK(taken("what,Boys,Girls,All\nA,3,20,23\nB,30,40,70\nC,50,60,110\nTotal,83,120,203\n") ==
        "what,Boys,Girls,All|A,fewer than 5,20,hidden|B,hidden,40,hidden|C,50,60,110|Total,83,120,203|");
}

}  // namespace offer::measure_tables_test
