// Weight: a page that takes long to arrive is named, with how long.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::weight_test {

TEST_CASE("a built page of more than 150 kB is named, and one a little smaller is not") {
  const auto words = [](size_t lines) {
    std::string site = "-- long.md --\n";
    for (size_t i = 0; i < lines; ++i) site += fmt::format("We can help you with many things here, number {}.\n\n", i);
    return site;
  };
  CHECK(kit::build(words(4000)).has("heavy-pages"));
  CHECK_FALSE(kit::build(words(1000)).has("heavy-pages"));
}

}  // namespace offer::weight_test
