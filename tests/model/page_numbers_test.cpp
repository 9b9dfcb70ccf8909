// Pages are found by their addresses, ids and paths.
#include "model/page_numbers.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace offer::page_numbers_test {

TEST_CASE("a page is found by its name, and the first of two with the same") {
  std::vector<std::string> texts;
  for (size_t i = 0; i < 5000; ++i) texts.push_back(fmt::format("/services/{}-{}/", std::string(i % 23, 'x'), i));
  PageNumbers addresses;
  for (size_t i = 0; i < texts.size(); ++i) CHECK_FALSE(addresses.add(texts[i], i).has_value());
  CHECK(addresses.add(texts[7], 5000) == 7);
  const PageNumbers copy = addresses;
  for (size_t i = 0; i < texts.size(); ++i) {
    CHECK(addresses.number_of(texts[i]) == i);
    CHECK(copy.contains(texts[i]));
  }
  CHECK_FALSE(addresses.number_of("/services/").has_value());
  CHECK_FALSE(addresses.number_of("").has_value());
  CHECK_FALSE(PageNumbers().number_of("/").has_value());
}

}  // namespace offer::page_numbers_test
