// Each id stands once on a page: two that are the same send a reader, or a screen reader, to the
// wrong place.
#include <doctest/doctest.h>

#include <set>

#include "load/extra_file.h"

namespace offer::heading_ids_test {

namespace {

// The ids that stand twice in a page.
std::string repeated_ids(std::string_view page) {
  std::set<std::string_view> seen;
  std::string repeated;
  for (size_t at = page.find(" id=\""); at != std::string_view::npos;
       at = page.find(" id=\"", at + 1)) {
    const std::string_view id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
    if (!seen.insert(id).second) repeated += std::string(id) + " ";
  }
  return repeated;
}

}  // namespace

TEST_CASE("no id stands twice on any page of the demonstration") {
  for (const auto& [path, bytes] : kit::build(kit::real_inputs()).files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    CHECK(repeated_ids(bytes) == "");
  }
}

TEST_CASE("a heading cannot take the id of a part of the frame or of a word's meaning") {
  const Inputs& real = kit::real_inputs();
  const std::string body =
      "## Main\n\na SENDIASS\n\n## Site menu\n\nb\n\n## Page words\n\nc\n\n## Page help\n\nd\n\n## "
      "Page ways\n\ne\n\n"
      "## Word term sendiass\n\nf\n";
  const kit::Built built = kit::build(kit::with_file(real, "zzz.md", kit::page_bytes(body)));
  REQUIRE(built.files.contains("zzz/index.html"));
  CHECK(repeated_ids(built.files.at("zzz/index.html")) == "");
}

}  // namespace offer::heading_ids_test
