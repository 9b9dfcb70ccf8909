// Every file of the site has a path and an address of its own, which browsers and servers
// understand.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::output_paths_test {

TEST_CASE(
    "old addresses that no server could match, or that would break the list of rules, are errors") {
  for (const std::string_view old : {"/old /evil/ 301", "//evil.example/", "/a/./b/", "/page?id=3",
                                     "/a#b/", "/a\\nb/", "/\\\"><script>/"}) {
    CAPTURE(old);
    const kit::Built built =
        kit::build(fmt::format("\n-- index.md --\n---\nwas: [\"{}\"]\n---\nWords.\n", old));
    CHECK(built.has("wrong-values"));
  }
}

TEST_CASE(
    "an old address that would take the place of a file that we write is an error, and the file "
    "stays") {
  for (const std::string_view old :
       {"/index.html", "/pages/a/index.html", "/404.html", "/sitemap.xml", "/leaflet.pdf"}) {
    CAPTURE(old);
    const kit::Built built = kit::build(fmt::format(
        "\n-- index.md --\n---\ntitle: Home\nwas: [{}]\n---\nWords.\n-- pages/a.md --\nWords.\n"
        "-- not-found.md --\n---\nid: not-found\n---\nWords.\n-- leaflet.pdf --\nbytes\n",
        old));
    CHECK(built.has("repeated-addresses"));
    CHECK(built.page("/").starts_with("<h1>Home</h1>"));
  }
}

TEST_CASE("a content file that would take the place of a file that we write is an error") {
  for (const std::string_view path : {"robots.txt", "sitemap.xml", "feed.xml", "a/index.html"}) {
    CAPTURE(path);
    const kit::Built built =
        kit::build(fmt::format("\n-- a.md --\nWords.\n-- {} --\n<a />\n", path));
    CHECK(built.report.has_errors());
  }
}

TEST_CASE("addresses are written as browsers need them, whatever the file is called") {
  const kit::Built built =
      kit::build("\n-- index.md --\n[One](<a b.md>) [Two](a%20b.md)\n-- a b.md --\nWords.\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/").find("<a href=\"/a%20b/\">One</a> <a href=\"/a%20b/\">Two</a>") !=
        std::string::npos);
  CHECK(built.files.at("sitemap.xml").find("<loc>https://test.example.org/a%20b/</loc>") !=
        std::string::npos);
  for (const std::string_view name : {"c#d.md", "what?.md", "50% off.md"}) {
    CAPTURE(name);
    const kit::Built odd =
        kit::build(fmt::format("\n-- index.md --\nWords.\n-- {} --\nWords.\n", name));
    const bool refused = odd.report.has_errors();
    const std::string& map = odd.files.at("sitemap.xml");
    const bool encoded = map.find("/c%23d/") != std::string::npos ||
                         map.find("/what%3F/") != std::string::npos ||
                         map.find("/50%25%20off/") != std::string::npos;
    CHECK((refused || encoded));
  }
}

}  // namespace offer::output_paths_test
