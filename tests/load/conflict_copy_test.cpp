#include "load/conflict_copy.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kit.h"

namespace offer::conflict_copy_test {

namespace {

// original_of a file beside "news/a.md", a page with the id `a`, with a text of its own.
std::string original(const std::string& path, const std::string& bytes = "---\nid: a\n---\n") {
  std::vector<SourceFile> content{{"news/a.md", "---\ntitle: A\nid: a\n---\n", {}}, {path, bytes, {}}};
  std::sort(content.begin(), content.end(), [](const SourceFile& one, const SourceFile& other) { return one.path < other.path; });
  return original_of({path, bytes, {}}, content);
}

}  // namespace

TEST_CASE("the names that sync programs give to second versions are known") {
  for (const char* path : {"news/a (Jane Doe's conflicted copy 2026-11-22).md", "news/a (conflicted copy 2026-11-22 101500).md", "news/a (Case Conflict 1).md",
                           "news/a.sync-conflict-20261122-101500-ABCDEFG.md", "news/a (SFConflict jane@example.org 2026-11-22-10-15-00).md",
                           "news/a-LAPTOP-7.md", "news/a-WCC10234.md", "news/a (1).md", "news/a - Copy.md"})
    CHECK_MESSAGE(original(path) == "news/a.md", path);
  CHECK(original("plan.actions (Jane's conflicted copy 2026-11-22).csv", "a,b\n") == "plan.actions.csv");
  CHECK(original("site (conflicted copy).yml", "name: x\n") == "site.yml");
}

TEST_CASE("a page whose name is only like a second version's is a page") {
  for (const char* path : {"news/a-LAPTOP-7.md", "news/a (1).md", "news/a - Copy.md"}) CHECK(original(path, "---\nid: other\n---\n").empty());
  for (const char* path : {"news/b.md", "news/a-2026.md", "news/a-b.md", "news/A.md", "b/a-LAPTOP-7.md", "news/b (1).md", "news/.md", "news/a", "(1).md",
                           "news/conflicted copy.md", "news/a-.md"})
    CHECK_MESSAGE(original(path).empty(), path);
}

TEST_CASE("a second version is no page and no file of the site, and is reported") {
  const kit::Built built = kit::build(
      "-- a.md --\n---\nid: a\ntitle: A\n---\nNew words.\n"
      "-- a (Jane's conflicted copy 2026-11-22).md --\n---\nid: a\ntitle: A\n---\nOld words.\n"
      "-- leaflet (conflicted copy).pdf --\nx\n");
  CHECK(built.errors().empty());
  CHECK(built.problems_of({"conflict-copies"}) ==
        "a (Jane's conflicted copy 2026-11-22).md conflict-copies: this is another version of a.md, kept by the program that syncs your folders\n"
        "leaflet (conflicted copy).pdf conflict-copies: this is another version of leaflet.pdf, kept by the program that syncs your folders\n");
  for (const auto& [path, bytes] : built.files) {
    CHECK(path.find("conflict") == std::string::npos);
    CHECK(bytes.find("Old words") == std::string::npos);
  }
}

}  // namespace offer::conflict_copy_test
