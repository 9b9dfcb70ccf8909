// Numbers and cells of tables.
#include "model/data_table.h"

#include <doctest/doctest.h>

namespace offer::data_table_test {

TEST_CASE("a plain number is digits with at most one point") {
  CHECK(parse_number("27") == 27);
  CHECK(parse_number("-3.5") == -3.5);
  CHECK(parse_number("0.06") == 0.06);
  for (const std::string_view text : {"", "27%", "£5", "1,200", "about 9", "1e5", "0x10", "inf", "nan", "+3", " 3", "3 ", "1.2.3", "-", ".", "99999999999999"})
    CHECK_FALSE_MESSAGE(parse_number(text), text);
}

TEST_CASE("a number in words has commas and no more places than it needs") {
  CHECK(number_in_words(0) == "0");
  CHECK(number_in_words(1234.5) == "1,234.5");
  CHECK(number_in_words(1000000) == "1,000,000");
  CHECK(number_in_words(-999) == "-999");
  CHECK(number_in_words(-1000) == "-1,000");
  CHECK(number_in_words(0.06) == "0.06");
  CHECK(number_in_words(-0.001) == "0");
  CHECK(number_in_words(999.999) == "1,000");
  CHECK(number_in_words(100) == "100");
}

TEST_CASE("a cell of several items is taken apart at semi-colons") {
  CHECK(items_of("a; b;c") == std::vector<std::string>{"a", "b", "c"});
  CHECK(items_of(" ; ;") == std::vector<std::string>{});
}

TEST_CASE("a table that readers take with them opens in a spreadsheet as words, never as a formula") {
  CHECK(as_csv({"what", "n"}, {{"a, b", "1"}, {"say \"x\"", "-3"}, {"=1+1", "@x"}, {"+44", "-x"}, {"two\nlines", ""}}) ==
        "what,n\r\n\"a, b\",1\r\n\"say \"\"x\"\"\",-3\r\n'=1+1,'@x\r\n'+44,'-x\r\n\"two\nlines\",\r\n");
}

}  // namespace offer::data_table_test
