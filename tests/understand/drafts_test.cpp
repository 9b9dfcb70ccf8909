// Drafts and pages of a later day stay out unless they are asked for.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::drafts_test {

namespace {
constexpr std::string_view site = R"(
-- draft.md --
---
status: draft
---
-- draft.easy.md --
![](picture:talk)
Talk.
-- later.md --
---
published: 2026-12-01
was: [/old/]
---
-- today.md --
---
published: 2026-11-21
---
)";

// True if no file of the site speaks of the page.
bool silent_about(const kit::Built& built, std::string_view word) {
  for (const auto& [path, bytes] : built.files)
    if (path.find(word) != std::string::npos || bytes.find(word) != std::string::npos) return false;
  return true;
}
}  // namespace

TEST_CASE(
    "drafts and pages of a later day are nowhere in the site, nor are their Easy Read versions and "
    "old addresses") {
  const kit::Built built = kit::build(site);
  CHECK(built.problems() == "");
  CHECK(silent_about(built, "draft"));
  CHECK(silent_about(built, "later"));
  CHECK(silent_about(built, "/old/"));
  CHECK(built.files.contains("today/index.html"));
}

TEST_CASE("they are there when they are asked for") {
  const kit::Built built = kit::build(site, {.drafts = true});
  CHECK(built.problems() == "");
  CHECK(built.files.contains("draft/index.html"));
  CHECK(built.files.contains("draft/easy-read/index.html"));
  CHECK(built.files.contains("later/index.html"));
  CHECK(built.files.contains("old/index.html"));
}

TEST_CASE("a page of a later day is there from that day on") {
  CHECK_FALSE(kit::build(site, {.today = "2026-11-30"}).files.contains("later/index.html"));
  CHECK(kit::build(site, {.today = "2026-12-01"}).files.contains("later/index.html"));
}

TEST_CASE("a page whose settings refer to a draft is told so") {
  CHECK(kit::build("-- glossary/a.md --\n---\nid: term-a\nreplaced_by: term-b\n---\n"
                   "-- glossary/b.md --\n---\ntitle: Second\nid: term-b\nstatus: draft\n---\n")
            .problems() ==
        "glossary/a.md:3:14 links-to-unpublished-pages: 'replaced_by' leads to 'Second', which "
        "readers cannot see yet\n");
}

TEST_CASE("mistakes in a draft are not hidden: the file is still read") {
  CHECK(kit::build("-- a.md --\n---\nstatus: draft\ncolour: red\n---\n").problems() ==
        "a.md:3:1 unknown-fields: there is no setting called 'colour'\n");
}

}  // namespace offer::drafts_test
