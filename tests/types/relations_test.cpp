// Relations between pages: circles, two successors, the wrong type, what changed, boards that ended.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::relations_test {

namespace {

// A page of a folder with these settings; a strategy has these priorities.
std::string page(std::string_view folder, std::string_view id, std::string_view settings, std::string_view body = {}) {
  return fmt::format("-- {}/{}.md --\n---\nid: {}\ntitle: The {}\n{}\n---\n{}\n", folder, id, id, id, settings,
                     folder == "boards" && body.empty() ? "## What it does\n\nIt checks." : body);
}

std::string problems(const std::string& site) { return kit::build("\n" + site).problems(); }

constexpr std::string_view two = "## Priorities\n\n### 1. Ask\n\nWe ask.\n\n### 2. Tell\n\nWe tell.\n";

// A newer strategy with priorities "1. Ask" and "2. Listen", and this table.
std::string changed(std::string_view rows) {
  return kit::build("\n" + page("strategies", "older", "status: superseded", two) +
                  page("strategies", "newer", "supersedes: older",
                       fmt::format("## Priorities\n\n### 1. Ask\n\nWe ask.\n\n### 2. Listen\n\nWe listen.\n\n## What changed\n\n| Before | Now | What happened |\n| --- | --- | --- |\n{}", rows))).errors();
}

}  // namespace

TEST_CASE("circles of boards and of strategies are found once, with the place, and do not hang") {
  CHECK(problems(page("boards", "a", "reports_to: [a]")) == "boards/a.md:4:14 relations-that-clash: 'reports_to' names the page itself\n");
  CHECK(problems(page("boards", "a", "reports_to: [b]") + page("boards", "b", "reports_to: [c]") + page("boards", "c", "reports_to: [b, a]") + "-- boards/index.md --\n") ==
        "boards/c.md:4:14 relations-that-clash: 'reports_to' leads in a circle: 'The b' leads back to this page\n"
        "boards/c.md:4:17 relations-that-clash: 'reports_to' leads in a circle: 'The a' leads back to this page\n");
  CHECK(problems(page("strategies", "a", "supersedes: b") + page("strategies", "b", "supersedes: a") + "-- strategies/index.md --\n") ==
        "strategies/b.md:4:13 relations-that-clash: 'supersedes' leads in a circle: 'The a' leads back to this page\n");
  CHECK(problems(page("glossary", "a", "replaced_by: b") + page("glossary", "b", "replaced_by: a")).find("relations-that-clash") != std::string::npos);
}

TEST_CASE("two strategies in use that replaced the same one are found; one that is superseded itself is not") {
  const std::string older = page("strategies", "older", "status: superseded");
  CHECK(problems(older + page("strategies", "x", "supersedes: older") + page("strategies", "y", "supersedes: older")) ==
        "strategies/y.md:4:13 relations-that-clash: 'The x' and this page both take the place of 'The older'\n");
  CHECK(problems(older + page("strategies", "x", "supersedes: older") + page("strategies", "y", "supersedes: older\nstatus: superseded")) == "");
  CHECK(problems(page("plans", "older", "status: superseded") + page("plans", "x", "supersedes: older") + page("plans", "y", "supersedes: older")).find("both take the place") !=
        std::string::npos);
}

TEST_CASE("a relation to nothing or to the wrong kind of page is found") {
  CHECK(problems(page("boards", "a", "reports_to: [nobody]")) == "boards/a.md:4:14 unknown-references: 'reports_to' names a page 'nobody', and there is none of that name\n");
  CHECK(problems(page("news", "a", "") + page("boards", "b", "reports_to: [a]")) == "boards/b.md:4:14 unknown-references: 'reports_to' names 'The a', which is a news and not a body\n");
  CHECK(problems(page("boards", "a", "") + page("plans", "b", "under: a")) == "plans/b.md:4:8 unknown-references: 'under' names 'The a', which is a body and not a strategy\n");
  CHECK(problems(page("plans", "a", "") + page("strategies", "b", "supersedes: a")) ==
        "strategies/b.md:4:13 unknown-references: 'supersedes' names 'The a', which is a plan and not a strategy\n");
  CHECK(problems(page("strategies", "a", "") + page("plans", "b", "supersedes: a")) == "plans/b.md:4:13 unknown-references: 'supersedes' names 'The a', which is a strategy and not a plan\n");
  CHECK(problems(page("boards", "a", "") + page("glossary", "b", "replaced_by: a")) == "glossary/b.md:4:14 unknown-references: 'replaced_by' names 'The a', which is a body and not a term\n");
  CHECK(problems(page("boards", "a", "ended: 2024\nbegan: 2025")) == "boards/a.md:4:8 wrong-values: it ended before it began\n");
}

TEST_CASE("the table of what changed names every priority of both strategies") {
  CHECK(changed("| 1. Ask | 1. Ask | Kept |\n| 2. Tell | 2. Listen | Reworded: we listen now |\n") == "");
  CHECK(changed("| 1. ask | 1. Ask | Kept |\n| 2. Tell | – | Dropped |\n| | 2. Listen | New |\n") == "");
  CHECK(changed("| 1. Ask | 1. Ask | Kept |\n") ==
        "strategies/newer.md:23:1 gaps-in-what-changed: the table does not say what became of '2. Listen' of 'The newer'\n"
        "strategies/newer.md:23:1 gaps-in-what-changed: the table does not say what became of '2. Tell' of 'The older'\n");
  CHECK(changed("").find("'1. Ask' of 'The older'") != std::string::npos);
  CHECK(changed("| 1. Ask | 1. Ask | Kept |\n| 3. Tell | 2. Listen | Kept |\n").find("'3. Tell' is no priority of 'The older'") != std::string::npos);
  CHECK(changed("| 1. Ask | 1. Ask | Kept |\n| 2. Tel | 2. Listen | Kept |\n") ==
        "strategies/newer.md:28:1 gaps-in-what-changed: priority 2 of 'The older' has another title than 'Tel'\n");
}

TEST_CASE("each row of what changed begins with what happened, and its cells fit that") {
  CHECK(changed("| 1. Ask | 1. Ask | Keep |\n| 2. Tell | 2. Listen | |\n") ==
        "strategies/newer.md:27:1 gaps-in-what-changed: 'Keep' does not say what happened\n"
        "strategies/newer.md:28:1 gaps-in-what-changed: '' does not say what happened\n");
  CHECK(changed("| 1. Ask | 1. Ask | Dropped |\n| 2. Tell | 2. Listen | New |\n") ==
        "strategies/newer.md:27:1 gaps-in-what-changed: 'Dropped' and a priority in 'Now' do not go together\n"
        "strategies/newer.md:28:1 gaps-in-what-changed: 'New' and a priority in 'Before' do not go together\n");
  CHECK(changed("| 1. Ask | 1. Ask | Kept |\n| 2. Tell | – | Kept |\n| – | 2. Listen | Split |\n") ==
        "strategies/newer.md:28:1 gaps-in-what-changed: 'Kept' needs a priority in both 'Before' and 'Now'\n"
        "strategies/newer.md:29:1 gaps-in-what-changed: 'Split' needs a priority in both 'Before' and 'Now'\n");
}

TEST_CASE("a table of what changed that has other columns, or that compares with nothing, is found") {
  CHECK(problems(page("strategies", "a", "", "## What changed\n\n| Then | Now | Why |\n| --- | --- | --- |\n| a | b | Kept |\n")) ==
        "strategies/a.md:15:1 broken-tables: the columns of this table should be Before, Now and What happened\n");
  CHECK(problems(page("strategies", "a", "", "## What changed\n\n| Before | Now | What happened |\n| --- | --- | --- |\n| 1. A | – | Dropped |\n")) ==
        "strategies/a.md:17:1 gaps-in-what-changed: this table compares with an older page, and 'supersedes' names none\n");
  CHECK(problems(page("strategies", "a", "", "## What changed\n\nNothing much.\n")) == "");
}

TEST_CASE("gaps between strategies are shown, and none is claimed where years are not known") {
  const auto lines = [](std::string_view older, std::string_view newer) {
    const std::string shown = kit::build("\n" + fmt::format("-- strategies/older.md --\n---\n# as it is\nid: older\ntitle: The older\nsummary: S.\naudience: [everyone]\nowner: officer\n"
                                                            "reviewed: 2026-09-01\nreview_by: 2027-09-01\n{}---\n-- strategies/newer.md --\n---\n# as it is\nid: newer\ntitle: The newer\nsummary: S.\n"
                                                            "audience: [everyone]\nowner: officer\nreviewed: 2026-09-01\nreview_by: 2027-09-01\nsupersedes: older\n{}---\n",
                                                            older, newer))
                                  .page("/strategies/newer/");
    std::string found;
    for (size_t at = shown.find("<li><strong>"); at != std::string::npos; at = shown.find("<li><strong>", at + 1))
      found += shown.substr(at + 12, shown.find("</strong>", at) - at - 12) + (shown.substr(at, 60).find("a gap") != std::string::npos ? " gap|" : "|");
    return found;
  };
  CHECK(lines("from: 2017\nto: 2021\n", "from: 2023\nto: 2026\n") == "2017 to 2021|2022 gap|2023 to 2026|");
  CHECK(lines("from: 2017\nto: 2019\n", "from: 2023\nto: 2024\n") == "2017 to 2019|2020 to 2022 gap|2023 to 2024|2025 to 2026 gap|");
  CHECK(lines("from: 2017\nto: 2022\n", "from: 2023\n") == "2017 to 2022|From 2023|");
  CHECK(lines("from: 2017\nto: 2022\n", "") == "2017 to 2022|Years not known|");
  CHECK(lines("to: 2022\n", "from: 2026\nto: 2030\n") == "Until 2022|2023 to 2025 gap|2026 to 2030|");
}

TEST_CASE("the list of boards shows who reports to whom, each once in full, and no empty part") {
  const auto list = [](const std::string& boards) {
    std::string page = kit::build("\n" + boards + "-- boards/index.md --\n---\ntitle: Boards\n---\n").page("/boards/");
    const size_t drawing = page.find("<h2 id=\"list-drawing\">");  // it says the same: tests/draw
    if (drawing != std::string::npos) page.erase(drawing, std::min(page.find("<h2", drawing + 1), page.size()) - drawing);
    return page;
  };
  CHECK(list(page("boards", "a", "ended: 2024-10") + page("boards", "b", "reports_to: [a]") + page("boards", "c", "reports_to: [a, b]") + page("boards", "d", "")) == R"(<h1>Boards</h1>
<h2 id="list-who-reports-to-whom">Who reports to whom</h2>
<ul>
<li><a href="/boards/a/">The a</a> (ended October 2024)<ul>
<li><a href="/boards/b/">The b</a><ul>
<li><a href="/boards/c/">The c</a></li>
</ul>
</li>
<li><a href="/boards/c/">The c</a> (also named above)</li>
</ul>
</li>
</ul>
<h2 id="list-others">Others</h2>
<ul>
<li><a href="/boards/d/">The d</a></li>
</ul>

)");
  CHECK(list(page("boards", "a", "")).find("Who reports") == std::string::npos);
  CHECK(list(page("boards", "a", "") + page("boards", "b", "reports_to: [a]")).find("Others") == std::string::npos);
}

TEST_CASE("a board or a word that ended is found on pages that were checked since, and not where they tell of the past") {
  const std::string boards = page("boards", "old", "ended: 2024-10-01\nreplaced_by: new\nalso: [Old Forum]") + page("boards", "new", "");
  const auto found = [&](std::string_view file, std::string_view settings, std::string_view words) {
    return problems(boards + fmt::format("-- {} --\n---\n{}\n---\n{}\n", file, settings, words));
  };
  CHECK(found("a.md", "", "Ask the old about it.") == "a.md:11:5 expired-words: 'The old' ended on 1 October 2024, and this page was checked after that\n");
  CHECK(found("a.md", "", "Ask the Old Forum. Ask the old.") == "a.md:11:5 expired-words: 'The old' ended on 1 October 2024, and this page was checked after that\n");
  CHECK(found("a.md", "", "Ask the old, and now the new.") == "");
  CHECK(found("a.md", "", "Ask the old ([what came after](boards/new.md)).") == "");
  CHECK(found("a.md", "reviewed: 2024-09-01", "Ask the old.") == "");
  CHECK(found("a.md", "status: superseded", "Ask the old.") == "");
  CHECK(found("papers/a.md", "", "## What it says\n\nAsk the old.\n\n## Before you rely on it\n\nOld.") == "");
  CHECK(found("a.md", "", "Ask the older people.") == "");
}

TEST_CASE("chains of any length are gone through, and shown as far as anybody can follow") {
  std::string boards = "-- boards/index.md --\n", strategies = "-- strategies/index.md --\n";
  for (int i = 0; i < 3000; ++i) {
    boards += page("boards", fmt::format("b{}", i), i == 0 ? "" : fmt::format("reports_to: [b{}]", i - 1));
    strategies += page("strategies", fmt::format("s{}", i), i == 0 ? "" : fmt::format("supersedes: s{}\nstatus: superseded", i - 1));
  }
  const kit::Built built = kit::build("\n" + boards + strategies);
  CHECK(built.errors() == "");
  CHECK(built.page("/boards/").find("The b2999") != std::string::npos);
  CHECK(built.page("/strategies/s1500/").find("The s1500 (this page)") != std::string::npos);
}

}  // namespace offer::relations_test
