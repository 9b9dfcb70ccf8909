// A plan, its table of actions, and the pages that are made out of it.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::plan_test {

namespace {

constexpr std::string_view header = "id,action,we_will,areas,who,accountable,measure,measures,when,due,after_3_months,after_6_months,after_12_months,status,proof\n";

std::string plan(std::string_view rows, std::string_view body = "## Areas\n\n### 1.1 Waits\n\nWords.\n\n### 2. Places\n\nWords.\n") {
  return fmt::format("\n-- plans/p.md --\n---\ntitle: Our plan\nid: p\n---\n{}\n-- plans/p.actions.csv --\n{}{}", body, header, rows);
}

std::string problems(std::string_view rows) { return kit::build(plan(rows)).problems(); }

constexpr std::string_view good = "act-01,Hire people.,,1.1,,officer,,,,2026-07-31,,,,started,\nact-02,Build.,,2,,officer,,,,,,,,not-said,\n";

}  // namespace

TEST_CASE("each action has an id, words, somebody who answers for it, and a state that there is") {
  CHECK(problems(good) == "");
  CHECK(problems("act-01,A.,,,,officer,,,,,,,,done,It is there.\nact-01,,,,,,,,,2026-02-30,,,,startet,\nAct 2,C.,,,,officer,,,,,,,,done,\n,D.,,9.9,,nobody,,measure-x,,,,,,late,\n") ==
        "plans/p.actions.csv:3:1 wrong-values: action 'act-01', column 'id': the same id is on a row above\n"
        "plans/p.actions.csv:3:8 wrong-values: action 'act-01', column 'action': it says nothing\n"
        "plans/p.actions.csv:3:12 wrong-values: action 'act-01', column 'accountable': nobody answers for it\n"
        "plans/p.actions.csv:3:16 wrong-values: action 'act-01', column 'due': '2026-02-30' is not a day that exists\n"
        "plans/p.actions.csv:3:30 wrong-values: action 'act-01', column 'status': it cannot be 'startet'\n"
        "plans/p.actions.csv:4:1 wrong-values: action 'Act 2', column 'id': 'Act 2' is not a name of small letters, digits and hyphens\n"
        "plans/p.actions.csv:4:33 wrong-values: action 'Act 2', column 'proof': the action is done, and nothing shows it\n"
        "plans/p.actions.csv:5:1 wrong-values: action '', column 'id': '' is not a name of small letters, digits and hyphens\n"
        "plans/p.actions.csv:5:6 wrong-values: action '', column 'areas': the plan has no area 9.9\n"
        "plans/p.actions.csv:5:11 unknown-references: action '' names a role 'nobody', and there is none of that name\n"
        "plans/p.actions.csv:5:19 unknown-references: action '' names a measure 'measure-x', and there is none of that name\n");
}

TEST_CASE("areas have numbers of their own") {
  CHECK(kit::build("\n-- plans/p.md --\n## Areas\n\n### 1.1 Waits\n\n### Places\n\n### 1.1. Again\n").problems() ==
        "plans/p.md:16:1 wrong-numbering: this area has no number\n"
        "plans/p.md:18:1 wrong-numbering: the number 1.1 comes twice\n");
}

TEST_CASE("an action whose day is over is late, whatever its row says; one that is done is not") {
  const auto tag = [](std::string_view status, std::string_view due) {
    const std::string page = kit::build(plan(fmt::format("a,Do it.,,,,officer,,,,{},,,,{},Seen.\n", due, status))).page("/plans/p/actions/");
    const size_t at = page.find('>', page.find("class=\"tag")) + 1;
    return page.substr(at, page.find('<', at) - at);
  };
  CHECK(tag("done", "2020-01-01") == "Done");
  CHECK(tag("stopped", "2020-01-01") == "Stopped");
  CHECK(tag("started", "2026-11-20") == "Started, and late");
  CHECK(tag("started", "2026-11-21") == "Started");
  CHECK(tag("not-started", "2026-11-20") == "Late");
  CHECK(tag("not-started", "") == "Not started yet");
  CHECK(tag("not-said", "2026-11-20") == "Its date has passed: not known if done");
  CHECK(tag("not-said", "") == "Not known");
}

TEST_CASE("a plan leads to its actions in full, by role, by month, as a table and as a file, also when it has no heading") {
  for (const std::string_view body : {"## Areas\n\n### 1.1 Waits\n\n### 2. Places\n", "## Other\n\nWords.\n", "Words.\n", ""}) {
    CAPTURE(body);
    const std::string page = kit::build(plan("a,Do it.,,,,officer,,,,,,,,started,\n", body)).page("/plans/p/");
    for (const std::string_view address : {"actions/", "by-role/", "by-state/", "by-month/", "table/", "actions.csv"})
      CHECK(page.find(fmt::format("href=\"/plans/p/{}\"", address)) != std::string::npos);
    CHECK(page.find("Ways to look at the actions") == page.rfind("Ways to look at the actions"));
  }
}

TEST_CASE("the ways to look at a plan are pages of their own, below it, and none without a table of actions") {
  const kit::Built built = kit::build(plan(good) + "-- plans/index.md --\n---\ntitle: Plans\n---\n-- index.md --\n---\ntitle: Home\n---\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/plans/p/actions/").starts_with("<h1>Our plan: every action</h1>"));
  CHECK(built.page("/plans/p/by-month/").find("July 2026") < built.page("/plans/p/by-month/").find("No day given"));
  CHECK(built.files.at("sitemap.xml").find("/plans/p/by-role/") != std::string::npos);
  CHECK_FALSE(kit::build("\n-- plans/p.md --\nWords.\n").files.contains("plans/p/actions/index.html"));
  const std::string list = built.page("/plans/");
  CHECK(list.find("by-role") == std::string::npos);
}

TEST_CASE("a view stands below its page in the way that leads to it") {
  Inputs inputs = kit::inputs_of(plan(good) + "-- plans/index.md --\n---\ntitle: Plans\n---\n-- index.md --\n---\ntitle: Home\n---\n");
  inputs.theme = kit::real_inputs().theme;
  const std::string html = kit::build(std::move(inputs)).files.at("plans/p/actions/index.html");
  const size_t home = html.find(">Home</a>"), plans = html.find(">Plans</a>", home), own = html.find(">Our plan</a>", plans);
  CHECK(home != std::string::npos);
  CHECK(plans != std::string::npos);
  CHECK(own != std::string::npos);
}

TEST_CASE("a page of the editor's own at a view's address wins; old addresses and files there are found") {
  const kit::Built own = kit::build(plan(good) + "-- plans/p/actions.md --\n---\ntitle: Mine\n---\nWords.\n");
  CHECK(own.problems() == "");
  CHECK(own.page("/plans/p/actions/").starts_with("<h1>Mine</h1>"));
  CHECK(kit::build(plan(good) + "-- a.md --\n---\nwas: [/plans/p/actions/]\n---\nWords.\n").problems() ==
        "a.md:2:6 repeated-addresses: the old address /plans/p/actions/ is that of 'Our plan: every action' now\n");
  CHECK(kit::build(plan(good) + "-- plans/p/actions/index.html --\nx\n").problems() ==
        "plans/p/actions/index.html repeated-addresses: this file would take the place of 'Our plan: every action'\n");
}

TEST_CASE("roles and actions of the same words share no anchor, and views read back with hostile words") {
  const kit::Built built = kit::build("-- roles.yml --\nofficer:\n  title: SEND manager\nb:\n  title: Send Manager\n" +
                                      plan("a,\"<b> & \"\"x\"\"\",\"<i>; &\",1.1,<who>,officer; b,<m>,,<w>,,<3>,<6>,<12>,done,<proof>\n"));
  CHECK(built.report.has_errors() == false);
  const std::string page = built.page("/plans/p/by-role/");
  CHECK(page.find("id=\"list-send-manager\"") == page.rfind("id=\"list-send-manager\""));
  CHECK(built.page("/plans/p/actions/").find("<b>") == std::string::npos);
}

TEST_CASE("one thread and four write the same bytes, views and all") {
  std::string site;
  for (int i = 0; i < 20; ++i) site += replace_all(replace_all(plan(good), "plans/p.", fmt::format("plans/p{}.", i)), "id: p\n", fmt::format("id: p{}\n", i));
  const kit::Built one = kit::build(site);
  CHECK_FALSE(one.report.has_errors());
  CHECK(kit::build(site, {.threads = 4}).files == one.files);
}

}  // namespace offer::plan_test
