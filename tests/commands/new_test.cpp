#include <doctest/doctest.h>

#include "base/text.h"
#include "commands/script.h"
#include "types/types.h"

namespace offer::new_test {

TEST_CASE(
    "new makes a draft with its settings explained, dates from today, and never writes over a "
    "file") {
  CHECK_SCRIPT(R"(
$ local-offer new pathway How to ask --today 2026-11-21
Made 'content/pathways/how-to-ask.md'. It is a draft: readers see it when its status is 'published'.
$ grep -v '^#' content/pathways/how-to-ask.md | head -14
---
id: how-to-ask
title: "How to ask"
summary: What short breaks there are and how to ask for one.
audience: [parents]
status: draft
owner: local-offer-officer
reviewed: 2026-11-21
review_by: 2027-11-21
for: Children and young people from birth to 25
starts_when: You ask the council
ages: 0 to 25
---

$ sed -n '/^# The day by/,/^review_by/p' content/pathways/how-to-ask.md
# The day by which it must be checked again.
review_by: 2027-11-21
$ cp -r content before
$ local-offer new pathway "How to ask?" --today 2026-11-22
local-offer: 'content/pathways/how-to-ask.md' is there already, and was left as it is
    help: Choose another title.
(exit 2)
$ diff -r before content
)");
}

TEST_CASE("a page made on 29 February must be checked by 1 March of the next year") {
  CHECK_SCRIPT(R"(
$ local-offer new page Leap --today 2028-02-29 > /dev/null && grep '^review' content/leap.md
reviewed: 2028-02-29
review_by: 2029-03-01
)");
}

TEST_CASE(
    "a new page of every type builds without findings once its owner is a role that there is") {
  for (const ContentType* type : all_types()) {
    CAPTURE(type->name);
    const std::string script = fmt::format(
        "$ local-offer new {} \"Bus: a \\\"big\\\" car\" --today 2026-11-21 > /dev/null\n"
        "$ sed -i 's/^owner: .*/owner: officer/; s/^contact: .*/contact: officer/' $(find content -name '*.md')\n"
        "$ local-offer check --drafts --today 2026-11-21\n",
        type->name);
    CHECK(script::play(script) == script + "1 page looked at: no problems.\n");
  }
}

TEST_CASE("a title may have any letters and marks: the page's id and settings are still right") {
  for (const std::string_view title :
       {"Café club", "Tŷ Gobaith", "C:\\new", "100% \"ours\"", "# One", "‘Golden’ folder"}) {
    CAPTURE(title);
    const std::string script = fmt::format(
        "$ local-offer new page '{}' --today 2026-11-21 > /dev/null\n"
        "$ sed -i 's/^owner: .*/owner: officer/' content/*.md\n"
        "$ local-offer check --drafts --today 2026-11-21\n",
        title);
    CHECK(script::play(script) == script + "1 page looked at: no problems.\n");
    const std::string listed = fmt::format(
        "$ local-offer new page '{}' --today 2026-11-21 > /dev/null\n"
        "$ local-offer list --today 2026-11-21 2> /dev/null | grep -cF '{}'\n",
        title, title);
    CHECK(script::play(listed) == listed + "1\n");
  }
}

TEST_CASE("new says what is missing: a type, a title, letters in it, a site") {
  CHECK_SCRIPT(R"(
$ local-offer new
local-offer: TYPE is missing
    help: See: local-offer new --help
(exit 2)
$ local-offer new page
local-offer: TITLE is missing
    help: See: local-offer new --help
(exit 2)
$ local-offer new page "!!"
local-offer: the title has no letters in it
    help: local-offer new page "Short breaks"
(exit 2)
$ local-offer new page Ask --site nowhere
local-offer: there is no folder 'nowhere'
    help: Name the site's folder: --site DIR
(exit 3)
$ ls -A . content
.:
content

content:
needs.yml
roles.yml
site.yml
topics.yml
)");
}

}  // namespace offer::new_test
