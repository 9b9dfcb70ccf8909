#include <doctest/doctest.h>

#include "kit.h"

namespace offer::placeholders_test {

namespace {

std::string problems_of(std::string_view text) { return kit::build(fmt::format("-- a.md --\n---\ntitle: A page\n---\n{}\n", text)).problems(); }

}  // namespace

TEST_CASE("words that were meant to be replaced are found where they stand") {
  CHECK(problems_of("New graphic to be added").find("placeholders: 'to be added' was meant to be replaced") != std::string::npos);
  CHECK(problems_of("Phone: TBC").find("placeholders: 'TBC'") != std::string::npos);
  CHECK(problems_of("Lorem ipsum dolor.").find("placeholders: 'Lorem ipsum'") != std::string::npos);
  CHECK(problems_of("The date is to be confirmed.").find("placeholders: 'to be confirmed'") != std::string::npos);
}

TEST_CASE("the same words in an honest sentence are left alone") {
  CHECK(problems_of("Ask for your words to be added.") == "");
  CHECK(problems_of("It has to be added to the plan.") == "");
  CHECK(problems_of("What to do next") == "");
}

TEST_CASE("a placeholder in the settings is found too") {
  const auto built = kit::build("-- a.md --\n---\ntitle: A page\nsummary: To be confirmed\n---\nWords.\n");
  CHECK(built.has("placeholders"));
}

}  // namespace offer::placeholders_test
