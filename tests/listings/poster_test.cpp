#include <doctest/doctest.h>

#include "kit.h"

namespace offer::poster_test {

TEST_CASE("a page with a short address has a poster with a QR code, and the short address leads to the page") {
  const auto built = kit::build("-- help.md --\n---\ntitle: Getting help\nshort_address: /help-now/\n---\nWe help you.\n");
  CHECK(built.problems() == "");
  const std::string poster = built.page("/help/poster/");
  CHECK(poster.find("QR code that leads to https://") != std::string::npos);
  CHECK(poster.find("/help-now/") != std::string::npos);
  CHECK(built.page("/help/").find("href=\"/help/poster/\"") != std::string::npos);
  CHECK(built.files.contains("help-now/index.html"));
}

TEST_CASE("a page without a short address has no poster") {
  const auto built = kit::build("-- help.md --\n---\ntitle: Getting help\n---\nWe help you.\n");
  CHECK_FALSE(built.files.contains("help/poster/index.html"));
}

TEST_CASE("a short address that a page has already is refused") {
  const auto built = kit::build("-- help.md --\n---\ntitle: Getting help\nshort_address: /ask/\n---\nWe help.\n\n-- ask.md --\n---\ntitle: Ask\nid: ask\n---\nAsk us.\n");
  CHECK(built.has("repeated-addresses"));
}

}  // namespace offer::poster_test
