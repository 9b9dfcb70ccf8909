#include <doctest/doctest.h>

#include "kit.h"

namespace offer::easy_read_parts_test {

namespace {

constexpr std::string_view full = "-- help.md --\n---\ntitle: Getting help\n---\nWe help you.\n";

std::string part(std::string_view name) {
  return fmt::format("-- {} --\n---\ntitle: Getting help\n---\n![](picture:talk)\nYou can talk to us.\n", name);
}

}  // namespace

TEST_CASE("Easy Read in parts: each has an address of its own, and the full page leads to the first") {
  const auto built = kit::build(std::string(full) + part("help.easy.md") + part("help.easy-2.md") + part("help.easy-3.md"));
  CHECK(built.problems() == "");
  CHECK(built.files.contains("help/easy-read/index.html"));
  CHECK(built.files.contains("help/easy-read/2/index.html"));
  CHECK(built.files.contains("help/easy-read/3/index.html"));
}

TEST_CASE("a part without the one before it is found") {
  const auto built = kit::build(std::string(full) + part("help.easy.md") + part("help.easy-3.md"));
  CHECK(built.problems().find("help.easy-3.md easy-read-without-full-page: this is part 3, and there is no part 2") != std::string::npos);
}

TEST_CASE("a second part alone is found") {
  const auto built = kit::build(std::string(full) + part("help.easy-2.md"));
  CHECK(built.problems().find("this is part 2, and there is no part 1") != std::string::npos);
}

TEST_CASE("a page whose name only looks like a part is a page") {
  const auto built = kit::build("-- help.easy-going.md --\n---\ntitle: Easy going\n---\nHello.\n");
  CHECK(built.problems() == "");
  CHECK(built.files.contains("help.easy-going/index.html"));
}

TEST_CASE("a part of a page that is gone is found") {
  const auto built = kit::build(part("help.easy-2.md"));
  CHECK(built.problems().find("there is no full page help.md for this Easy Read page") != std::string::npos);
}

}  // namespace offer::easy_read_parts_test
