// explain: in a terminal, as a list, and as a site that passes its own checks.
#include <doctest/doctest.h>

#include <set>

#include "base/date.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "commands/explain.h"
#include "commands/script.h"
#include "kit.h"

namespace offer::explain_test {

TEST_CASE("explain shows the page of a finding as text, and near names for one that there is not") {
  CHECK_SCRIPT(R"(
$ local-offer explain broken-links
broken-links
============

How bad: error. Serves: links that lead somewhere.

This link leads nowhere, or a picture is not there.

Why
---

A reader who follows the link gets an error page in place of help. Many then
give up and think there is no help. The rule: links that lead somewhere.

Who it helps
------------

Parents who need an answer late at night, when there is nobody to ring.

Wrong
-----

short-breaks.md:

    To ask for a short break, [ring the Local Offer team](contacts.md).

Right
-----

short-breaks.md:

    To ask for a short break, [ring the Local Offer team](contact.md).

contact.md:

    Ring us on [01632 960 100](tel:01632960100).
$ local-offer explain raw-html broken-links | grep -B1 ===
raw-html
========
--
broken-links
============
$ local-offer explain broken-link
local-offer: there is no finding called 'broken-link'
    help: Did you mean 'broken-links'?
(exit 2)
$ local-offer explain nonsense
local-offer: there is no finding called 'nonsense'
    help: All of them: local-offer explain --list
(exit 2)
$ local-offer explain
local-offer: say which finding: local-offer explain CODE
    help: All of them: local-offer explain --list
(exit 2)
$ local-offer explain --list | grep -A1 '^Headings' | tr -s ' ' ; local-offer explain --list | grep -w broken-links | tr -s ' '
Headings
 empty-headings error WCAG 2.4.6 Headings and Labels
 broken-links error links that lead somewhere
)");
}

TEST_CASE("the list has every finding once, each in a family") {
  std::set<std::string_view> seen;
  for (const CodeFamily& family : families_of_codes()) {
    CHECK(!family.title.empty());
    for (const Code* code : family.codes) CHECK_MESSAGE(seen.insert(code->name).second, code->name, " is there twice");
  }
  CHECK(seen.size() == all_codes().size());
}

TEST_CASE("no line of an explanation is wider than the terminal, but for examples") {
  for (const Code* code : all_codes()) {
    CAPTURE(code->name);
    const std::string explained = explained_in_text(*code, 60, false);
    for (const std::string_view line : split(explained, '\n'))
      if (!line.starts_with("    ") && line.find(' ') != std::string_view::npos) CHECK_MESSAGE(characters_before(line, line.size()) <= 60, line);
  }
}

TEST_CASE("the site of all checks passes them, and has a page for each") {
  kit::Options options;
  Inputs inputs = kit::real_inputs();
  inputs.content = explained_as_site(parse_date("2026-11-21").value());
  inputs.own_pictures.clear();
  const kit::Built built = kit::build(std::move(inputs), options);
  CHECK(built.problems() == "");
  for (const Code* code : all_codes()) CHECK_MESSAGE(built.files.contains(fmt::format("{}/index.html", code->name)), code->name);
  CHECK(built.page("/broken-links/").find("<pre") != std::string::npos);
  CHECK(built.page("/all-checks/").find("broken-links") != std::string::npos);
}

TEST_CASE("explain --all publishes as build does") {
  CHECK_SCRIPT(R"(
$ local-offer explain --all --out checks --today 2026-11-21 | sed 's/[0-9][0-9]* pages/N pages/'
N pages in 'checks'.
$ ls checks/broken-links
index.html
$ mkdir mine; touch mine/letter; local-offer explain --all --out mine --today 2026-11-21
local-offer: 'mine' has files in it that local-offer did not make
    help: A build replaces its folder whole. Choose another with --out, or empty this one first.
(exit 3)
)");
}

TEST_CASE("explain --all asks where to, so that it never takes the place of a council's site") {
  CHECK_SCRIPT(R"(
$ local-offer explain --all
local-offer: say where the site of all findings goes
    help: local-offer explain --all --out checks
(exit 2)
)");
}

}  // namespace offer::explain_test
