#include <doctest/doctest.h>

#include "kit.h"

namespace offer::checks_links_test {

namespace {

kit::Built page(std::string_view words) {
  return kit::build(fmt::format(
      "\n-- map.svg --\n<svg viewBox=\"0 0 9 9\"/>\n-- b.md --\nWords.\n-- a.md --\n---\ntitle: A\n---\n{}", words));
}

}  // namespace

TEST_CASE("links that say where they lead are fine, in words or in a picture's description") {
  CHECK(page("[How to ask](b.md), [here is a map](b.md), [![A map](map.svg)](b.md), "
             "[a@x.example](mailto:a@x.example)\n")
            .problems() == "");
}

TEST_CASE("a link without words is found") {
  CHECK(page("Ask [](b.md) us.\n").printed() ==
        R"(a.md:10:5: error[links-without-words]: this link has no words
     10 | Ask [](b.md) us.
        |     ^
    help: Write where it leads between the square brackets.

)");
}

TEST_CASE("a link that says only here or more is found, also in bold, in capitals and in lists") {
  CHECK(page("[click here](b.md)\n\n- [**Here**](b.md)\n\n| [ Read More ](b.md) |\n| --- |\n| "
             "[this page](b.md) |\n")
            .problems_of({"links-without-words"}) ==
        "a.md:10:1 links-without-words: 'click here' does not say where the link leads\n"
        "a.md:12:3 links-without-words: 'Here' does not say where the link leads\n"
        "a.md:14:3 links-without-words: 'Read More' does not say where the link leads\n"
        "a.md:16:3 links-without-words: 'this page' does not say where the link leads\n");
}

TEST_CASE("a stop or a mark after here does not make it say more") {
  CHECK(page("[here.](b.md) [more…](b.md) [Click here!](b.md)\n").problems() ==
        "a.md:10:1 links-without-words: 'here.' does not say where the link leads\n"
        "a.md:10:15 links-without-words: 'more…' does not say where the link leads\n"
        "a.md:10:29 links-without-words: 'Click here!' does not say where the link leads\n");
}

TEST_CASE("a bare web address as a link's words is found") {
  CHECK(page("[https://x.example/](https://x.example/) <http://x.example> "
             "[www.x.example](https://x.example/)\n")
            .problems_of({"links-without-words"}) ==
        "a.md:10:1 links-without-words: this link shows a bare web address\n"
        "a.md:10:42 links-without-words: this link shows a bare web address\n"
        "a.md:10:61 links-without-words: this link shows a bare web address\n");
}

}  // namespace offer::checks_links_test
