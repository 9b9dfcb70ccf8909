// Frame: contents, breadcrumbs, status, help, on pages with little else.
#include <doctest/doctest.h>

#include "formats/printing_theme.h"

namespace offer::frame_parts_test {

using kit::lines;
using kit::with;

TEST_CASE("an Easy Read page that nobody has checked says so") {
  const kit::Built built = with("-- a.md --\nWords.\n-- a.easy.md --\n![](picture:talk)\nWords.\n");
  CHECK(lines(built, "/a/easy-read/", "checked:") ==
        "checked: People with a learning disability have not checked this page yet.\n");
}

TEST_CASE("a page has a list of contents from three sections on") {
  const auto contents = [](std::string_view words) {
    return lines(with(fmt::format("-- a.md --\n{}", words)), "/a/", "contents:");
  };
  CHECK(contents("## One\n\n### A\n\n### B\n\n## Two\n") == "");
  CHECK(contents("## One\n\n## Two & *a half*\n\n### A\n\n## Three\n") ==
        "contents: One #one\ncontents: Two &amp; a half #two-a-half\ncontents: Three #three\n");
}

TEST_CASE("the word list has its letters in place of contents") {
  const kit::Built built = with(
      "-- glossary/a.md --\n---\ntitle: apple\n---\nA.\n-- glossary/b.md --\n---\ntitle: "
      "bus\n---\nB.\n"
      "-- glossary/c.md --\n---\ntitle: car\n---\nC.\n-- glossary/index.md --\nWords.\n");
  CHECK(lines(built, "/glossary/", "contents:") == "");
  CHECK(lines(built, "/glossary/a/", "kind:") == "kind: term, Word list\n");
}

TEST_CASE("breadcrumbs go down from home through the folders that have a list page") {
  const kit::Built built = with(
      "-- index.md --\nHome.\n-- a/index.md --\n---\ntitle: A\n---\nA.\n-- a/b/c.md --\nC.\n-- "
      "a/index.easy.md --\n![](picture:talk)\nA.\n");
  CHECK(lines(built, "/a/b/c/", "crumb:") == "crumb: Home /\ncrumb: A /a/\n");
  CHECK(lines(built, "/a/", "crumb:") == "crumb: Home /\n");
  CHECK(lines(built, "/a/easy-read/", "crumb:") == "crumb: Home /\n");
}

TEST_CASE("each status says what readers must know, and a published page says nothing") {
  const auto status = [](std::string_view word) {
    return lines(kit::build(fmt::format("{}-- a.md --\n---\nstatus: {}\n---\nWords.\n",
                                        kit::printing_theme, word),
                            {.drafts = true}),
                 "/a/", "status:");
  };
  CHECK(status("published") == "status: \n");
  CHECK(status("superseded") ==
        "status: This is an older page. Something newer has taken its place.\n");
  CHECK(status("withdrawn") == "status: This page has been withdrawn. Do not rely on it.\n");
  CHECK(status("draft") == "status: This is a draft. Readers cannot see it yet.\n");
}

TEST_CASE("a phone number's address is the number that one dials") {
  const auto phone = [](std::string_view number) {
    return lines(with(fmt::format("-- site.yml --\nname: X\nhelp: line\n-- roles.yml "
                                  "--\nofficer:\n  title: O\nline:\n  title: L\n  phone: \"{}\"\n"
                                  "-- a.md --\nWords.\n",
                                  number)),
                 "/a/", "phone:");
  };
  CHECK(phone("01632 960-100") == "phone: 01632 960-100 tel:01632960100\n");
  CHECK(phone("+44 1632 960100") == "phone: +44 1632 960100 tel:+441632960100\n");
  CHECK(phone("+44 (0)1632 960100") == "phone: +44 (0)1632 960100 tel:+441632960100\n");
}

TEST_CASE("search engines are kept away only if the site says so") {
  CHECK(with("-- a.md --\nWords.\n").files.at("a/index.html").find("noindex") == std::string::npos);
}

}  // namespace offer::frame_parts_test
