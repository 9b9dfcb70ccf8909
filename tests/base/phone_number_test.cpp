#include "base/phone_number.h"

#include <doctest/doctest.h>

namespace offer::phone_number_test {

namespace {

std::string found_in(std::string_view text) {
  std::string all;
  find_phone_numbers(text, [&](size_t at, size_t length) { all += (all.empty() ? "" : "|") + std::string(text.substr(at, length)); });
  return all;
}

}  // namespace

TEST_CASE("a number is the same however it is written") {
  for (const std::string_view written : {"01632 960 101", "01632-960101", "(01632) 960 101", "+44 1632 960 101", "+44 (0)1632 960 101", "tel:01632960101", "18001 01632 960 101"})
    CHECK(national_digits(written) == "01632960101");
  CHECK(national_digits("+33 1 23 45 67 89") == "+33123456789");
  CHECK(national_digits("999") == "999");
}

TEST_CASE("numbers that phones can have are fine") {
  for (const std::string_view digits : {"01632960101", "0163296010", "02079460018", "03001234567", "07700900123", "08001111", "0800123456", "08001234567", "09098790123", "999", "111", "112",
                                        "116123", "18000", "+33123456789", "0033123456789"})
    CHECK_MESSAGE(phone_number_trouble(digits).empty(), digits, ": ", phone_number_trouble(digits));
}

TEST_CASE("numbers that no phone can have are told with the reason") {
  CHECK(phone_number_trouble("0770090012") == "it has 10 digits, and numbers that begin with 07 have 11");
  CHECK(phone_number_trouble("016329601011") == "it has 12 digits, and numbers that begin with 01 have 10 or 11");
  CHECK(phone_number_trouble("04001234567") == "no number here begins with 040");
  CHECK(phone_number_trouble("02179460018") == "no number here begins with 021");
  CHECK(phone_number_trouble("960101") == "it does not begin with 0: the area's number is missing");
  CHECK(phone_number_trouble("") == "it has no digits");
}

TEST_CASE("numbers kept for stories and numbers that cost extra are known") {
  for (const std::string_view digits : {"01632960000", "01632960999", "02079460123", "07700900456", "08081570000", "01214960999"}) CHECK(is_kept_for_stories(digits));
  for (const std::string_view digits : {"01632961000", "01639961000", "999", "0163296010"}) CHECK_FALSE(is_kept_for_stories(digits));
  for (const std::string_view digits : {"08451234567", "08701234567", "09061234567", "118500"}) CHECK(costs_extra(digits));
  for (const std::string_view digits : {"08001234567", "03001234567", "01632960101", "118"}) CHECK_FALSE(costs_extra(digits));
}

TEST_CASE("numbers are shown in groups as people read them out") {
  CHECK(in_groups("01632960101") == "01632 960 101");
  CHECK(in_groups("02079460018") == "020 7946 0018");
  CHECK(in_groups("01214960999") == "0121 496 0999");
  CHECK(in_groups("03001234567") == "0300 123 4567");
  CHECK(in_groups("07700900123") == "07700 900 123");
  CHECK(in_groups("0800123456") == "0800 123 456");
  CHECK(in_groups("08001111") == "0800 1111");
  CHECK(in_groups("999") == "999");
}

TEST_CASE("phone numbers are found in text, also over a line end, and other numbers are not") {
  CHECK(found_in("Ring 01632 960 101 or 0300 123 4567.") == "01632 960 101|0300 123 4567");
  CHECK(found_in("Ring +44 (0)1632 960 101, 0800 1111.") == "+44 (0)1632 960 101|0800 1111");
  CHECK(found_in("Ring 01632\n  960 101.") == "01632\n  960 101");
  CHECK(found_in("0 to 25, 2023-24, 3,000, 0.5, 01 02 2024, 10 000 000 000") == "");
  CHECK(found_in("order 001234567, x0163296010, a@01632960101, 01632960101@x, /01632960101/, page.01632960101") == "");
  CHECK(found_in("0000000000000000000000000000 01632 960 1010000000000") == "");
  CHECK(found_in("") == "");
  CHECK(found_in("0") == "");
  CHECK(found_in("+44") == "");
}

}  // namespace offer::phone_number_test
