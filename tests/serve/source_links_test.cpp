#include "serve/source_links.h"

#include <doctest/doctest.h>

namespace offer::source_links_test {

TEST_CASE("a finding opens in the editor at its line and column, also from a Linux inside Windows") {
  const ShownFolders folders{.site = "/home/a b/content/", .theme = "/themes/council/", .rules = "/rules/"};
  const SourceLinks here(folders, "");
  CHECK(here.name("pathways/camhs.md") == "/home/a b/content/pathways/camhs.md");
  CHECK(here.address("pathways/camhs.md", {12, 5, 3}) == "vscode://file/home/a%20b/content/pathways/camhs.md:12:5");
  CHECK(here.address("a#b.md", {}) == "vscode://file/home/a%20b/content/a%23b.md:1:1");
  CHECK(here.address("theme/templates/page.html", {3, 0, 0}) == "vscode://file/themes/council/templates/page.html:3:1");
  const SourceLinks inside(folders, "Ubuntu-24.04");
  CHECK(inside.address("pathways/camhs.md", {12, 5, 3}) == "vscode://vscode-remote/wsl+Ubuntu-24.04/home/a%20b/content/pathways/camhs.md:12:5");
}

}  // namespace offer::source_links_test
