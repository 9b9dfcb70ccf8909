// Numbers, dates, signs and letters of Easy Read.
#include <doctest/doctest.h>

#include "checks/easy_read_row.h"

namespace offer::easy_read_numbers_test {

using kit::said;

TEST_CASE("easy read: numbers are digits, but 'one of' and 'no one' are words") {
  CHECK(said("You get seven days.", "easy-read-number-words") == "8:9 'seven' is easier to read as a number\n");
  CHECK(said("It takes one week.", "easy-read-number-words") == "8:10 'one' is easier to read as a number\n");
  CHECK(said("One of us helps. No one is left out. You get 7 days.", "easy-read-number-words") == "");
}

TEST_CASE("easy read: no percentages, however they are written") {
  CHECK(said("It is 30% now.", "easy-read-percentages") == "8:9 many people do not know what a percentage is\n");
  CHECK(said("It is 30 per cent now.", "easy-read-percentages") == "8:10 many people do not know what a percentage is\n");
  CHECK(said("It is 3 in every 10 people.", "easy-read-percentages") == "");
}

TEST_CASE("easy read: big numbers are found, but not years, money, phone numbers and addresses") {
  CHECK(said("We help 4,312 children.", "easy-read-big-numbers") == "8:9 '4,312' is more than people can picture\n");
  CHECK(said("We help 100 children.", "easy-read-big-numbers") == "");
  CHECK(said("In 2024 it was £2,500. Ring 01632 960 100 or 999. Text 60777. Come to 250 High Street.", "easy-read-big-numbers") == "");
}

TEST_CASE("easy read: dates are in full, with the day of the week") {
  CHECK(said("Come on 01/10/24.", "easy-read-short-dates") == "8:9 '01/10/24' is not how people say a date\n");
  CHECK(said("Come on 2024-10-01.", "easy-read-short-dates") == "8:9 '2024-10-01' is not how people say a date\n");
  CHECK(said("Come on 1 October 2024.", "easy-read-short-dates") == "8:9 '1 October 2024' does not name the day of the week\n");
  CHECK(said("Come on 1st October.", "easy-read-short-dates") == "8:9 '1st October' has letters after its number\n");
  CHECK(said("Come on Tuesday 1 October.", "easy-read-short-dates") == "8:9 'Tuesday 1 October' does not name the year\n");
  CHECK(said("Come on October 1, 2024.", "easy-read-short-dates") == "8:9 'October 1' is not how people here say a date\n");
  CHECK(said("Come on Tuesday 1 October 2024. We began in May 2023. You may 2 times.", "easy-read-short-dates") == "");
}

TEST_CASE("easy read: the day of the week is the right one for the date") {
  CHECK(said("Come on Monday 1 October 2024.", "easy-read-wrong-day-names") == "8:9 1 October 2024 is a Tuesday, not a Monday\n");
  CHECK(said("Come on Tuesday 1 October 2024.", "easy-read-wrong-day-names") == "");
  CHECK(said("Come on Thursday 29 February 2024.", "easy-read-wrong-day-names") == "");
  CHECK(said("Come on Monday 30 February 2024.", "easy-read-wrong-day-names") == "8:9 there is no 30 February in 2024\n");
}

TEST_CASE("easy read: times are those of a clock on the wall") {
  const kit::Built built = kit::easy_row("We open at 14:30.");
  CHECK(said(built, "easy-read-24-hour-times") == "8:12 '14:30' is a time of the 24-hour clock, which many people cannot read\n");
  CHECK(built.printed().find("Write 2:30pm.") != std::string::npos);
  CHECK(said("We open at 09:00.", "easy-read-24-hour-times") != "");
  CHECK(said("We open at 2:30pm. Come at 10am. It costs £14.30.", "easy-read-24-hour-times") == "");
}

TEST_CASE("easy read: no Roman numbers, but the word I is none") {
  CHECK(said("Read part IV.", "easy-read-roman-numerals") == "8:11 'IV' is a Roman number\n");
  CHECK(said("I can read. So can I.", "easy-read-roman-numerals") == "");
}

TEST_CASE("easy read: no signs that must be learned") {
  CHECK(said("You & me.", "easy-read-hard-signs") == "8:5 many people do not know '&'\n");
  CHECK(said("Come in/out (now).", "easy-read-hard-signs") == "8:8 many people do not know '/'\n8:13 many people do not know '('\n");
  CHECK(said("Bring food etc. to us.", "easy-read-hard-signs") == "8:12 many people do not know 'etc'\n");
  CHECK(said("Bring food, e.g. fruit.", "easy-read-hard-signs") == "8:13 many people do not know 'e.g'\n");
  CHECK(said("See https://example.org/a/b or ask.", "easy-read-hard-signs") == "");
  CHECK(said("You can [read this](https://example.org/a/b).", "easy-read-hard-signs") == "");
}

TEST_CASE("easy read: no italics and no capitals, and initials are not told twice") {
  CHECK(said("You *must* ask.", "easy-read-italics") == "8:5 'must' is in italics, which are hard to read\n");
  const kit::Built loud = kit::easy_row("YOU MUST ask.");
  CHECK(said(loud, "easy-read-block-capitals") == "8:1 'YOU MUST' is in capitals, which are hard to read\n");
  CHECK_FALSE(loud.has("unexplained-abbreviations"));
  const kit::Built initials = kit::easy_row("Ask the XYZ.");
  CHECK_FALSE(initials.has("easy-read-block-capitals"));
  CHECK(initials.has("unexplained-abbreviations"));
  CHECK(said("Ask the NHS. I can. It is OK.", "easy-read-block-capitals") == "");
  const kit::Built numeral = kit::easy_row("Read part IV.");
  CHECK(numeral.has("easy-read-roman-numerals"));
  CHECK_FALSE(numeral.has("unexplained-abbreviations"));
}

}  // namespace offer::easy_read_numbers_test
