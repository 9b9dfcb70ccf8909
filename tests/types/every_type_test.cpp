// Every type of page, with nothing in it, with empty tables and with far too much: a message or a page, never a crash.
#include <doctest/doctest.h>

#include <set>

#include "diagnose/codes.h"
#include "kit.h"
#include "types/types.h"

namespace offer::every_type_test {

namespace {

std::string folder_of(const ContentType& type) { return type.folder.empty() ? "" : std::string(type.folder) + "/"; }

// What a page reads back as: only mistakes of ours.
std::string our_mistakes(const kit::Built& built) {
  std::string found;
  for (const Diagnostic& one : built.report.all())
    if (one.code == &codes::pages_that_do_not_parse) found += one.path + ": " + one.message + "\n";
  return found;
}

// A page of each type with these settings and this body, each with its tables holding these bytes, and the folders' list pages.
kit::Built all_with(std::string_view settings, std::string_view body, std::string_view table) {
  std::string site = "\n";
  for (const ContentType* type : all_types()) {
    const std::string stem = folder_of(*type) + "x" + std::string(type->name);
    site += fmt::format("-- {}.md --\n---\n# as it is\n{}\n---\n{}\n", stem, settings, body);
    std::vector<const TableInfo*> tables = type->tables;
    for (const TableInfo* info : tables) {
      const std::vector<std::string> columns(info->columns.begin(), info->columns.end());
      site += fmt::format("-- {}.{}.csv --\n{}{}\n{}\n", stem, info->name, join(columns, ","), info->open ? ",A,B" : "", table);
    }
    site += fmt::format("-- {}.dates.csv --\ndate,kind,what,take_part_by,state,note\n{}\n", stem, table);
    if (!type->folder.empty()) site += fmt::format("-- {}index.md --\n---\n---\nWords.\n", folder_of(*type));
  }
  return kit::build(site);
}

}  // namespace

TEST_CASE("a page of any type with empty settings says which are missing, and nothing falls over") {
  const kit::Built built = all_with("", "", "");
  CHECK(our_mistakes(built) == "");
  for (const ContentType* type : all_types()) {
    CAPTURE(type->name);
    for (const FieldInfo* field : fields_of(*type)) {
      if (field->need != Need::required) continue;
      CHECK(built.problems().find(fmt::format("{}x{}.md:1 missing-fields: '{}' is missing", folder_of(*type), type->name, field->name)) != std::string::npos);
    }
  }
}

TEST_CASE("settings that all have no value, or a list, or a map, for every type") {
  std::string none, lists, maps;
  std::set<std::string_view> names;
  for (const ContentType* type : all_types())
    for (const FieldInfo* field : fields_of(*type)) names.insert(field->name);
  for (const std::string_view name : names) {
    none += fmt::format("{}:\n", name);
    lists += fmt::format("{}: [a, [b]]\n", name);
    maps += fmt::format("{}: {{a: b}}\n", name);
  }
  for (const std::string& settings : {none, lists, maps}) CHECK(our_mistakes(all_with(settings, "Words.", ",,,")) == "");
}

TEST_CASE("values that are far too large, and tables of nonsense, for every type") {
  std::set<std::string_view> names;
  for (const ContentType* type : all_types())
    for (const FieldInfo* field : fields_of(*type)) names.insert(field->name);
  for (const std::string& value : {std::string(1000, 'a'), std::string("99999999999999999999"), std::string("9999-99-99"), std::string("2199-12-31"), std::string("1900"),
                                   std::string("99999 to 99999"), std::string("-1"), std::string("\"</title><b>\"")}) {
    std::string settings;
    for (const std::string_view name : names) settings += fmt::format("{}: {}\n", name, value);
    std::string rows;
    for (int i = 0; i < 30; ++i) rows += fmt::format("{0},{0},{0},{0},{0},{0},{0}\n", value.substr(0, 100));
    CHECK(our_mistakes(all_with(settings, "## What it does\n\n### 1. A\n\n| Before | Now | What happened |\n| --- | --- | --- |\n", rows)) == "");
  }
}

TEST_CASE("agreed headings with nothing under them, and again and again, for every type") {
  std::string body;
  for (const std::string_view heading : {"In short", "Vision", "Priorities", "What changed", "Versions", "Areas", "Steps", "What we count", "Targets", "What it does", "Names over time", "You said",
                                         "We did", "What we asked", "What it says", "Before you rely on it"})
    body += fmt::format("## {}\n\n", heading);
  CHECK(our_mistakes(all_with("", body, "")) == "");
  CHECK(our_mistakes(all_with("", body + body, "a,2023,1,2,3,4,5")) == "");
}

TEST_CASE("ages run upwards and are two numbers") {
  const auto ages = [](std::string_view value) {
    return kit::build(fmt::format("\n-- pathways/a.md --\n---\nages: {}\n---\n## Steps\n\n### 1. Ask\n", value)).problems();
  };
  CHECK(ages("0 to 25") == "");
  CHECK(ages("5 to 5") == "");
  CHECK(ages("25 to 0") == "pathways/a.md:2:7 wrong-values: the ages end at 0, before they begin at 25\n");
  for (const std::string_view value : {"0-25", "0 until 25", "from 0 to 25", "0 to", "0 to 121", "-1 to 5", "five to six", "0 to 25 years"})
    CHECK(ages(value) == fmt::format("pathways/a.md:2:7 wrong-values: '{}' is not a range of ages\n", value));
}

TEST_CASE("a story told with consent says from when to when, and one whose consent ended is not published") {
  const auto story = [](std::string_view settings) { return kit::build(fmt::format("\n-- stories/a.md --\n---\n{}\n---\nWords.\n", settings)).problems(); };
  CHECK(story("consent: given\nconsent_on: 2026-05-03\nconsent_until: 2028-05-03") == "");
  CHECK(story("consent: given") == "stories/a.md:2:10 missing-fields: consent has no beginning or no end\n");
  CHECK(story("consent: given\nconsent_on: 2026-05-03\nconsent_until: 2025-05-03").find("wrong-values: consent ends before it was given") != std::string::npos);
  CHECK(story("consent: given\nconsent_on: 2022-05-03\nconsent_until: 2026-11-20") ==
        "stories/a.md:4:16 consent-that-ended: the person agreed to this only until 20 November 2026\n");
  CHECK(story("consent: given\nconsent_on: 2022-05-03\nconsent_until: 2026-11-21") == "");
}

TEST_CASE("quotations in feedback need consent wherever they stand; notices are ours") {
  const auto update = [](std::string_view settings, std::string_view words) { return kit::build(fmt::format("\n-- updates/a.md --\n---\n{}\n---\n## You said\n\n{}\n", settings, words)).problems(); };
  CHECK(update("", "> We waited.").find("quotes-without-consent") != std::string::npos);
  CHECK(update("", "- They said:\n  > We waited.").find("quotes-without-consent") != std::string::npos);
  CHECK(update("consent: The parent, 3 May 2026", "> We waited.") == "");
  CHECK(update("", "> [!NOTE]\n> We waited.") == "");
}

TEST_CASE("a wait is only true on a day, and a day without a wait says nothing") {
  const auto service = [](std::string_view settings) {
    return kit::build(fmt::format("\n-- services/a.md --\n---\n{}\n---\n## What it does\n\nA.\n\n## Who can get it\n\nA.\n\n## If you do not qualify\n\nA.\n\n## How to get it\n\nA.\n", settings)).problems();
  };
  CHECK(service("wait: 30 weeks\nwait_on: 2026-07-31") == "");
  CHECK(service("wait: 30 weeks") == "services/a.md:2:7 missing-fields: 'wait_on' is missing: a wait is only true on a day\n");
  CHECK(service("wait_on: 2026-07-31") == "services/a.md:2:10 missing-fields: 'wait' is missing, and 'wait_on' says when it was measured\n");
}

TEST_CASE("consultations are open, closed, or still to come, on their page and in the list") {
  const kit::Built built = kit::build(R"(
-- consultations/closed.md --
---
title: Alpha
opens: 2023-02
closes: 2023-03
---
## What we asked

A.
-- consultations/coming.md --
---
title: Beta
opens: 2026-12-01
closes: 2026-12-31
---
## What we asked

A.
-- consultations/index.md --
-- consultations/open.md --
---
title: Gamma
opens: 2026-11
closes: 2026-11
---
## What we asked

A.
-- consultations/yearly.md --
---
title: Delta
opens: 2020
repeats: Every year
---
## What we asked

A.
)");
  CHECK(built.problems() == "");
  CHECK(built.page("/consultations/coming/").find(">Not open yet<") != std::string::npos);
  CHECK(built.page("/consultations/open/").find(">Open now<") != std::string::npos);
  CHECK(built.page("/consultations/yearly/").find(">Every year<") != std::string::npos);
  const std::string list = built.page("/consultations/");
  CHECK(list.find("Open now") < list.find("Gamma"));
  CHECK(list.find("Delta") < list.find("Not open yet"));
  CHECK(list.find("Not open yet") < list.find("Beta"));
  CHECK(list.find("Beta") < list.find("Closed"));
  CHECK(list.find("Closed") < list.find("Alpha"));
}

}  // namespace offer::every_type_test
