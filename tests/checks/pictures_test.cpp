#include <doctest/doctest.h>

#include "kit.h"

namespace offer::checks_pictures_test {

namespace {

kit::Built page(std::string_view words) {
  return kit::build(
      fmt::format("\n-- map.svg --\n<svg viewBox=\"0 0 9 9\"/>\n-- a.md --\n---\ntitle: A\n---\n{}", words));
}

}  // namespace

TEST_CASE("a picture with a description is fine, and so is an Easy Read picture without one") {
  CHECK(page("![A map of *our* schools](map.svg)\n").problems() == "");
  CHECK(
      kit::build("\n-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nWords.\n").problems() ==
      "");
}

TEST_CASE("a picture without a description is found where it stands, in lists and tables too") {
  const kit::Built built = page(
      "See ![](map.svg) and\n![ ](map.svg).\n\n- ![](map.svg)\n\n| ![](map.svg) a |\n| --- |\n| b "
      "|\n");
  CHECK(built.problems_of({"pictures-without-description"}) ==
        "a.md:10:5 pictures-without-description: the picture '/map.svg' has no description\n"
        "a.md:11:1 pictures-without-description: the picture '/map.svg' has no description\n"
        "a.md:13:3 pictures-without-description: the picture '/map.svg' has no description\n"
        "a.md:15:3 pictures-without-description: the picture '/map.svg' has no description\n");
}

TEST_CASE("the mended line has the picture's address as the editor wrote it") {
  CHECK(
      kit::build(
          "\n-- photos/map.svg --\n<svg viewBox=\"0 0 9 9\"/>\n-- photos/a.md --\n---\ntitle: A\n---\n![](map.svg)\n")
          .printed() ==
      R"(photos/a.md:10:1: error[pictures-without-description]: the picture 'map.svg' has no description
     10 | ![](map.svg)
        | ^
    help: Say what it shows: ![Parents and staff at a table](map.svg)

)");
}

}  // namespace offer::checks_pictures_test
