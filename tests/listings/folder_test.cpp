// Folders in the folder of a type: the list pages lead down, and each lists its own pages.
#include "listings/folder.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"

namespace offer::folder_test {

namespace {

std::string list_page(std::string_view folder, std::string_view title) { return fmt::format("-- {}/index.md --\n---\ntitle: {}\n---\nWords.\n", folder, title); }
std::string news(std::string_view path, std::string_view title) { return fmt::format("-- {}.md --\n---\ntitle: {}\n---\nWords.\n", path, title); }
std::string service(std::string_view path, std::string_view settings) {
  return fmt::format("-- {}.md --\n---\n{}\n---\n## What it does\n\nA.\n\n## Who can get it\n\nB.\n\n## If you do not qualify\n\nC.\n\n## How to get it\n\nD.\n", path, settings);
}
bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

}  // namespace

TEST_CASE("a list page leads to the list pages of the folders below, and lists only what stands in none of them") {
  const kit::Built built = kit::build("\n" + list_page("news", "News") + list_page("news/health", "Health news") + news("news/first", "First") + news("news/health/second", "Second") +
                                      news("news/health/third", "Third") + news("news/school/fourth", "Fourth"));
  CHECK(built.problems() == "");
  const std::string top = built.page("/news/");
  CHECK(has(top, "<a href=\"/news/health/\">Health news</a>"));
  CHECK(has(top, "2 pages here."));
  CHECK(has(top, ">First</a>"));
  CHECK(has(top, ">Fourth</a>"));  // the folder "school" has no list page
  CHECK_FALSE(has(top, ">Second</a>"));
  const std::string below = built.page("/news/health/");
  CHECK(has(below, ">Second</a>"));
  CHECK(has(below, ">Third</a>"));
  CHECK_FALSE(has(below, ">First</a>"));
}

TEST_CASE("a list page below a list page below leads down one step at a time, and the pages are counted all the way") {
  const kit::Built built = kit::build("\n" + list_page("news", "News") + list_page("news/a", "A news") + list_page("news/a/b", "B news") + news("news/a/b/deep", "Deep") + news("news/a/high", "High"));
  CHECK(has(built.page("/news/"), ">A news</a>"));
  CHECK(has(built.page("/news/"), "2 pages here."));
  CHECK_FALSE(has(built.page("/news/"), "B news"));
  CHECK(has(built.page("/news/a/"), ">B news</a>"));
  CHECK(has(built.page("/news/a/"), "1 page here."));
  CHECK(has(built.page("/news/a/"), ">High</a>"));
  CHECK(has(built.page("/news/a/b/"), ">Deep</a>"));
}

TEST_CASE("a folder without a list page is looked through for folders that have one, however names sort") {
  const kit::Built built = kit::build("\n" + list_page("news", "News") + news("news/school", "About schools") + news("news/school/first", "First") + list_page("news/school/deep", "Deep news") +
                                      news("news/school/deep/second", "Second") + list_page("news/school-run", "School run news") + news("news/school-run/third", "Third") + news("news/a/b/c/fourth", "Fourth"));
  CHECK(built.problems() == "");
  const std::string top = built.page("/news/");
  for (const std::string_view words : {">About schools</a>", ">First</a>", ">Deep news</a>", ">School run news</a>", ">Fourth</a>"}) CHECK_MESSAGE(has(top, words), words);
  for (const std::string_view words : {">Second</a>", ">Third</a>"}) CHECK_MESSAGE(!has(top, words), words);
}

TEST_CASE("what a long list can be narrowed by stands at the top and leads to pages of the whole list, not of a folder") {
  std::string site = "\n-- topics.yml --\nhealth:\n  title: Health\nschool:\n  title: School\n" + list_page("services", "Services") + list_page("services/one", "One") + list_page("services/two", "Two");
  for (char name = 'a'; name < 'i'; ++name)
    site += service(fmt::format("services/{}/{}", name < 'e' ? "one" : "two", name), fmt::format("title: Help {}\ntopics: [{}]", name, name % 2 == 0 ? "health" : "school"));
  const kit::Built built = kit::build(site);
  CHECK(built.problems() == "");
  CHECK(has(built.page("/services/"), "<a href=\"/services/topic/health/\" data-value=\"health\">Health (4)</a>"));
  CHECK_FALSE(has(built.page("/services/"), "data-items"));  // its items stand elsewhere
  CHECK(has(built.page("/services/topic/health/"), ">Help b</a>"));
  CHECK(has(built.page("/services/topic/health/"), ">Help h</a>"));
  CHECK_FALSE(has(built.page("/services/one/"), "class=\"filters\""));
  CHECK(has(built.page("/services/one/"), ">Help a</a>"));
}

TEST_CASE("pages in folders with list pages are no orphans") {
  const kit::Built built = kit::build("\n-- site.yml --\nname: Test\nmenu: [page-news]\n-- index.md --\n---\ntitle: Home\n---\n[News](/news/)\n-- news/index.md --\n---\nid: page-news\ntitle: News\n---\nWords.\n" +
                                      list_page("news/health", "Health news") + news("news/health/second", "Second"));
  CHECK(built.problems_of({"orphans"}) == "");
}

}  // namespace offer::folder_test
