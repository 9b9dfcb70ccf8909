// Easy Read pages and changes of their full pages.
#include <doctest/doctest.h>

#include "checks/easy_read_row.h"
#include "model/following.h"

namespace offer::easy_read_drift_test {

using kit::said;

namespace {

constexpr std::string_view full = R"(You can ask at any time.

## How to ask

- Ring the office.
- Write to us.

| When | What |
| --- | --- |
| May | You hear |
| June | We meet |

## If it is late

Ask *again* at [the office](https://example.org/).
)";

constexpr std::string_view rows = R"(---
![](picture:about)
About you.

## How to ask

![](picture:phone)
Ring us.

![](picture:letter)
Write to us.

## Who can help

![](picture:together)
Ask someone to read this with you. Ring [01632 960 100](tel:01632960100).
)";

constexpr std::string_view printing_theme = R"(
-- theme/templates/page.html --
<html lang="{{language}}"><head><title>{{page_title}}</title></head><body><main>
drift: {{drift_words}}
{{{body}}}</main></body></html>
)";

std::string easy(std::string_view settings) { return fmt::format("-- a.easy.md --\n---\ntitle: Help\n{}{}", settings, rows); }

// The site after its full page became `now`, when the page was accepted with `before`.
kit::Built changed(std::string_view now, std::string_view before = full, std::string_view settings = "", bool with_lock = true,
                   std::string_view theme = "") {
  Report report;
  const Inputs inputs = kit::inputs_of(fmt::format("-- a.md --\n{}{}", before, easy(settings)), {.easy_read = true});
  const Prepared prepared = prepare(inputs, {.today = parse_date("2026-11-21").value()}, report);
  const Page* page = nullptr;
  const Page* old = nullptr;
  for (const Page& one : prepared.site.pages) (one.easy_read ? page : old) = &one;
  const auto lines = lines_to_follow(*page, *old);
  std::string site =
      fmt::format("-- a.md --\n{}{}", now, easy(fmt::format("{}accepted: {}\naccepted_on: 2026-05-03\n", settings, hash_of(lines))));
  if (with_lock) site += "-- a.easy.lock --\n" + lock_file_of(lines, "a.md");
  return kit::build(site + std::string(theme), {.easy_read = true});
}

std::string drift(std::string_view now) { return said(changed(now), "easy-read-drift"); }

std::string with(std::string_view from, std::string_view to) { return replace_all(std::string(full), from, to); }

}  // namespace

TEST_CASE("easy read: a full page that did not change is no drift, and its lock file is not published") {
  const kit::Built built = changed(full);
  CHECK(built.problems() == "");
  for (const auto& [path, bytes] : built.files) CHECK(path.find("lock") == std::string::npos);
}

TEST_CASE("easy read: drift names the lines of the full page that changed, and the rows under the same heading") {
  const kit::Built built = changed(with("Write to us.", "Write to the council."));
  CHECK(said(built, "easy-read-drift") == "3:11 the full page a.md has changed since 3 May 2026: line 15 is new or different\n");
  CHECK(built.printed().find(
            "help: Bring the rows on lines 11 to 15, under 'How to ask' up to date. Then say so: local-offer easy-read accept a.easy.md\n") !=
        std::string::npos);
}

TEST_CASE("easy read: drift tells new lines, lines that are gone, rows of tables and fields apart") {
  CHECK(drift(with("- Write to us.\n", "- Write to us.\n- Come in.\n- Or wait.\n")).ends_with(": lines 16 and 17 are new or different\n"));
  CHECK(drift(with("- Write to us.\n", "")).ends_with(": something is gone after line 14\n"));
  CHECK(drift(with("| June | We meet |", "| July | We meet |")).ends_with(": line 20 is new or different\n"));
  CHECK(drift(with("## If it is late", "## If we are late")).ends_with(": line 22 is new or different\n"));
  CHECK(drift("---\nsummary: Another.\n---\n" + std::string(full)).ends_with(": line 2 is new or different\n"));
  CHECK(drift(with("- Ring the office.\n- Write to us.", "- Write to us.\n- Ring the office.")).find("is new or different") !=
        std::string::npos);
}

TEST_CASE("easy read: formatting, link targets, capitals, signs and dates of review are no drift") {
  CHECK(drift(with("*again*", "**again**")) == "");
  CHECK(drift(with("https://example.org/", "https://example.org/new/")) == "");
  CHECK(drift(with("Ring the office.", "ring the OFFICE!")) == "");
  CHECK(drift(with("- Ring the office.\n- Write", "* Ring the\n  office.\n* Write")) == "");
  CHECK(drift("---\nreviewed: 2026-10-01\n---\n" + std::string(full)) == "");
}

TEST_CASE("easy read: a page that follows some headings does not care about the others") {
  constexpr std::string_view follows = "follows: [if-it-is-late]\n";
  CHECK(said(changed(with("Write to us.", "Write to the council."), full, follows), "easy-read-drift") == "");
  CHECK(said(changed(with("the office](", "the council]("), full, follows), "easy-read-drift").ends_with(": line 24 is new or different\n"));
}

TEST_CASE("easy read: a heading to follow that there is not is told with the near one") {
  const kit::Built built = kit::build(fmt::format("-- a.md --\n{}{}", full, easy("follows: [how-to-aks]\n")), {.easy_read = true});
  CHECK(said(built, "broken-anchors") == "3:11 a.md has no heading 'how-to-aks'\n");
  CHECK(built.printed().find("Did you mean 'how-to-ask'?") != std::string::npos);
}

TEST_CASE("easy read: without the lock file, or with another's, drift is known but not where") {
  const std::string now = with("Write to us.", "Write to the council.");
  CHECK(said(changed(now, full, "", false), "easy-read-drift") == "3:11 the full page a.md has changed since 3 May 2026\n");
  CHECK(said(changed(now, full, "", false), "unknown-files") == "");
  CHECK(kit::build("-- a.md --\nWords.\n-- b.easy.lock --\n0000\n").problems() ==
        "b.easy.lock unknown-files: there is no Easy Read page b.easy.md that this file belongs to\n");
}

TEST_CASE("easy read: a page that nobody compared is looked at by a person, not a warning") {
  const kit::Built built = kit::build(fmt::format("-- a.md --\n{}{}", full, easy("")), {.easy_read = true});
  CHECK(said(built, "easy-read-never-compared") == "1:0 nobody has said that this page says what a.md says\n");
  CHECK(built.report.count(Severity::look) == 1);
  CHECK(built.report.count(Severity::warning) == 0);
}

TEST_CASE("easy read: readers are told that the full page changed, with its day if that is known") {
  const std::string now = with("Write to us.", "Write to the council.");
  const auto note = [&](std::string_view text) { return changed(text, full, "", true, printing_theme).files.at("a/easy-read/index.html"); };
  CHECK(note(now).find("drift: The full page changed on 1 September 2026. We are bringing this Easy Read page up to date.") !=
        std::string::npos);
  CHECK(
      note("---\nreviewed: 2026-01-01\n---\n" + now).find("drift: The full page has changed. We are bringing this Easy Read page up to date.") !=
      std::string::npos);
  CHECK(note(full).find("drift: \n") != std::string::npos);
}

}  // namespace offer::easy_read_drift_test
