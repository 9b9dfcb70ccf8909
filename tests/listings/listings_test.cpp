// Lists that the program makes: on an empty site, on one with rough edges, and nothing in them twice. tests/expected/ has each on a full site.
#include "listings/listings.h"

#include <doctest/doctest.h>

#include "kit.h"

namespace offer::listings_test {

namespace {

// A page that shows this list, in a site of these files.
std::string shown(std::string_view settings, std::string_view files = {}) {
  const kit::Built built = kit::build(fmt::format("\n-- list.md --\n---\ntitle: List\n{}\n---\n{}", settings, files));
  CHECK_MESSAGE(!built.report.has_errors(), built.problems());
  const std::string page = built.page("/list/");
  return page.substr(page.find("</h1>\n") + 6);
}

bool before(std::string_view text, std::string_view one, std::string_view other) {
  return text.find(one) != std::string_view::npos && text.find(other) != std::string_view::npos && text.find(one) < text.find(other);
}

std::string update(std::string_view name, std::string_view settings) { return fmt::format("-- updates/{0}.md --\n---\ntitle: Title {0}\n{1}\n---\n## You said\n\nWords.\n\n## We did\n\nWords.\n", name, settings); }

}  // namespace

TEST_CASE("each list says something on a site that has nothing else, and repeats no id and no empty list") {
  for (const Listing* listing : all_listings()) {
    CAPTURE(listing->name);
    const std::string page = shown(fmt::format("shows: {}{}", listing->name, listing->name == "hub" ? "\nof_topics: [health]" : ""));
    CHECK(page.find("<ul>\n</ul>") == std::string::npos);
    CHECK(page.find("<ul></ul>") == std::string::npos);
    CHECK(page.find("<tbody></tbody>") == std::string::npos);
    CHECK(page.find("<dl class=\"facts\">\n</dl>") == std::string::npos);
    CHECK(page.find("</p>") != std::string::npos);
  }
}

TEST_CASE("a list stands after the page's introduction and before its first heading; an unknown one is told its near name") {
  const std::string page = shown("shows: waiting", "").append("");
  CHECK(page.find("Everything that was said has had an answer.") != std::string::npos);
  const kit::Built built = kit::build("\n-- list.md --\n---\nshows: waiting\n---\nFirst.\n\n## After\n\nLast.\n");
  CHECK(before(built.page("/list/"), "First.", "Everything"));
  CHECK(before(built.page("/list/"), "Everything", "After"));
  CHECK(kit::build("\n-- list.md --\n---\nshows: wating\n---\nFirst.\n").problems() == "list.md:2:8 unknown-choices: 'shows' cannot be 'wating'\n");
}

TEST_CASE("a hub gathers what fits all that it asks for, without list pages, itself and other versions") {
  constexpr std::string_view files = R"(-- services/young.md --
---
title: Young
ages: 0 to 5
topics: [health]
needs: [autism]
audience: [parents]
---
## What it does

A.

## Who can get it

A.

## If you do not qualify

A.

## How to get it

A.
-- services/old.md --
---
title: Old
ages: 16 to 25
topics: [health]
audience: [professionals]
---
## What it does

A.

## Who can get it

A.

## If you do not qualify

A.

## How to get it

A.
-- other.md --
---
title: Other
topics: [health]
---
Words.
-- services/index.md --
)";
  const auto has = [&](std::string_view settings) {
    const std::string page = shown(fmt::format("shows: hub\n{}", settings), files);
    std::string found;
    for (const std::string_view title : {"Young", "Old", "Other", "List"})
      if (page.find(fmt::format(">{}</a>", title)) != std::string::npos) found += std::string(title) + " ";
    return found;
  };
  CHECK(has("of_topics: [health]\ntopics: [health]") == "Young Old Other ");
  CHECK(has("of_topics: [health]\nof_ages: 0 to 5") == "Young ");
  CHECK(has("of_ages: 5 to 16") == "Young Old ");
  CHECK(has("of_needs: [autism]") == "Young ");
  CHECK(has("of_audience: professionals") == "Old ");
  CHECK(has("of_audience: everyone") == "Other ");
  CHECK(has("of_needs: [autism]\nof_audience: professionals") == "");
  CHECK(kit::build("\n-- a.md --\n---\nshows: hub\n---\nWords.\n").problems() == "a.md:2:8 missing-fields: nothing says which pages this hub gathers\n");
  CHECK(kit::build("\n-- a.md --\n---\nshows: hub\nof_topics: [helth]\n---\nWords.\n").has("unknown-references"));
}

TEST_CASE("groups that are written in two ways are one, and comments on no topic are listed too") {
  const std::string updates = update("a", "who: Parent carers\ntopics: [health]") + update("b", "who: parent carers") + update("c", "who: Schools");
  const std::string groups = shown("shows: by-group", updates);
  CHECK(groups.find("id=\"list-parent-carers\"") == groups.rfind("id=\"list-parent-carers\""));
  CHECK(before(groups, "Title b", "Schools"));
  const std::string topics = shown("shows: by-topic", updates);
  CHECK(before(topics, "Health", "Title a"));
  CHECK(before(topics, "Other things", "Title b"));
  CHECK(topics.find("Title a") == topics.rfind("Title a"));
}

TEST_CASE("what waits longest comes first, with its days; what was said today has none") {
  const std::string page = shown("shows: waiting", update("a", "answer: waiting\nsaid: 2026-11-21") + update("b", "answer: waiting\nsaid: 2024-11-21") + update("c", "answer: done\nanswered: 2024\nsaid: 2020"));
  CHECK(before(page, "Title b", "Title a"));
  CHECK(page.find("That is 730 days ago (about 2 years).") != std::string::npos);
  CHECK(page.find("0 days ago.</p><p class=\"card-words\">") == std::string::npos);
  CHECK(page.find("Title c") == std::string::npos);
  CHECK(page.find("2 things that were said have had no answer") != std::string::npos);
}

TEST_CASE("checks that are late and that come soon are told apart by the day") {
  const auto page = [](std::string_view by) { return fmt::format("-- p.md --\n---\ntitle: Page p\nreview_by: {}\nallow: [\"overdue-reviews: a test\"]\n---\nWords.\n", by); };
  const auto place = [&](std::string_view by) {
    const std::string list = shown("shows: reviews", page(by));
    const size_t at = list.find("Page p");
    return at == std::string::npos ? "none" : at < list.find("list-soon") ? "late" : "soon";
  };
  CHECK(place("2026-11-20") == std::string("late"));
  CHECK(place("2026-11-21") == std::string("soon"));
  CHECK(place("2027-02-21") == std::string("soon"));
  CHECK(place("2027-02-22") == std::string("none"));
}

TEST_CASE("two roles of the same name are both there, with what each looks after") {
  const std::string page = shown("shows: roles", "-- roles.yml --\nofficer:\n  title: Manager\nother:\n  title: Manager\n  email: o@example.org\n-- p.md --\n---\ntitle: Page p\nowner: other\n---\nWords.\n");
  CHECK(before(page, "list-officer", "list-other"));
  CHECK(before(page, "list-other", "Page p"));
}

TEST_CASE("the newsletter leaves out old news and shows at most two of a kind") {
  std::string news;
  for (int i = 1; i <= 7; ++i) news += fmt::format("-- news/n{0}.md --\n---\ntitle: News {0}\non: 2026-10-0{0}\n---\nWords.\n", i);
  news += "-- news/old.md --\n---\ntitle: Gone\non: 2026-11-01\nexpires: 2026-11-21\n---\nWords.\n";
  const std::string page = shown("shows: newsletter", news);
  CHECK(before(page, "News 7", "News 6"));
  CHECK(page.find("News 5") == std::string::npos);
  CHECK(page.find("Gone") == std::string::npos);
}

TEST_CASE("days in the calendar come in order, the coming ones first, and each sentence ends once") {
  const std::string page = shown("shows: calendar", "-- p.md --\n---\ntitle: Page p\n---\nWords.\n-- p.dates.csv --\ndate,kind,what,take_part_by,state,note\n2027-01,meeting,In January,,planned,\n"
                                                    "2026-11-21,meeting,Today.,2026-11-20,,\n2026,milestone,This year,,,\n2020-05-01,meeting,Long ago,,not-known,\n2021,deadline,Then,,,\n");
  CHECK(before(page, "This year", "Today."));
  CHECK(before(page, "Today.", "In January"));
  CHECK(before(page, "In January", "Over: 2021"));
  CHECK(before(page, "Over: 2021", "Over: 2020"));
  CHECK(page.find("Today..") == std::string::npos);
  CHECK(page.find("To speak") == std::string::npos);
  CHECK(page.find("Long ago. We do not know if it took place.") != std::string::npos);
  CHECK(page.find("Then. We do not know if it was done.") != std::string::npos);
}

TEST_CASE("dates beside a page that cannot be are found with row and column") {
  CHECK(kit::build("\n-- p.md --\nWords.\n-- p.dates.csv --\ndate,kind,what,take_part_by,state,note\n2026-02-30,meting,,2026-13-01,doing,\n2026-12-01,meeting,We meet,2026-12-02,,\n").problems() ==
        "p.dates.csv:2:1 wrong-values: row 2, column 'date': '2026-02-30' is not a year, a month or a day that exists\n"
        "p.dates.csv:2:12 wrong-values: row 2, column 'kind': it cannot be 'meting'\n"
        "p.dates.csv:2:19 wrong-values: row 2, column 'what': it says nothing\n"
        "p.dates.csv:2:20 wrong-values: row 2, column 'take_part_by': '2026-13-01' is not a day that exists\n"
        "p.dates.csv:2:31 wrong-values: row 2, column 'state': it cannot be 'doing'\n"
        "p.dates.csv:3:28 wrong-values: row 3, column 'take_part_by': people would have to speak up after the day itself\n");
}

TEST_CASE("coverage has five states, and the best page of a point counts") {
  const auto state = [](std::string_view files) {
    const kit::Built built = kit::build(fmt::format("\n-- b.md --\nWords.\n{}", files));
    const std::string& json = built.files.at("coverage.json");
    const size_t at = json.find("\"state\": \"", json.find("S2.19")) + 10;
    return json.substr(at, json.find('"', at) - at);
  };
  const std::string page = "-- a.md --\n---\ncovers: [S2.19]\n---\nWords.\n", easy = "-- a.easy.md --\n## A\n\n![](picture:talk)\nWords.\n";
  const std::string late = "-- late.md --\n---\ncovers: [S2.19]\nreview_by: 2026-11-20\n---\nWords.\n";
  const std::string leads = "-- leads.md --\n---\ncovers: [S2.19]\n---\nSee [the law](https://www.legislation.gov.uk/).\n";
  CHECK(state("") == "missing");
  CHECK(state(page + easy) == "covered");
  CHECK(state(page) == "no-easy-read");
  CHECK(state(late) == "overdue");
  CHECK(state(leads) == "link-only");
  CHECK(state(late + leads) == "overdue");
  CHECK(state(page + easy + late + leads) == "covered");
  CHECK(state("-- a.md --\n---\ncovers: [S2.19]\nstatus: withdrawn\n---\nWords.\n") == "missing");
  CHECK(state("-- a.md --\n---\ncovers: [S2.19]\nstatus: draft\n---\nWords.\n") == "missing");
  CHECK(state("-- law/schedule-2.yml --\npoints:\n  S2.19: \"A \\\"quoted\\\" \\\\ point\"\n") == "missing");
}

TEST_CASE("lists are in the order of paths, and a hub leaves out pages that are made of others") {
  constexpr std::string_view body = "---\n## Steps\n\n### 1. Ask\n\nWords.\n\n### 2. Wait\n\nWords.\n";
  const std::string page = shown("shows: hub\nof_topics: [health]", fmt::format("-- pathways/b.md --\n---\ntitle: One\ntopics: [health]\n{0}-- pathways/a.md --\n---\ntitle: Two\ntopics: [health]\n{0}", body));
  CHECK(before(page, "Two", "One"));
  CHECK(page.find("a list to print") == std::string::npos);
}

TEST_CASE("the site map has every page once, in the order of the menu, without made pages and other versions") {
  const kit::Built built = kit::build(R"(
-- site.yml --
name: X
address: https://x.example/
menu: [services, pathways-index]
-- index.md --
Words.
-- list.md --
---
title: List
shows: sitemap
---
Words.
-- contact.md --
---
title: Contact
---
Words.
-- contact.easy.md --
![](picture:talk)
Words.
-- glossary/b.md --
---
title: Banana
---
-- glossary/a.md --
---
title: apple
short_address: /apple/
---
-- services/index.md --
---
id: services
title: All services
---
Words.
-- other/deep/page.md --
---
title: Deep
---
Words.
-- not-found.md --
---
id: not-found
title: Not found
---
Words.
-- pathways/index.md --
---
id: pathways-index
title: Step by step
---
Words.
)");
  CHECK_FALSE(built.report.has_errors());
  const std::string page = built.page("/list/");
  CHECK(before(page, "All services</h2>", "Step by step</h2>"));
  CHECK(before(page, "Step by step</h2>", "glossary</h2>"));
  CHECK(before(page, "glossary</h2>", "other</h2>"));
  CHECK(before(page, "other</h2>", "About this site</h2>"));
  CHECK(before(page, ">apple</a>", ">Banana</a>"));
  for (const std::string_view absent : {"poster", "easy-read", "Not found", "href=\"/list/\""}) CHECK(page.find(absent) == std::string::npos);
  CHECK(page.find("href=\"/contact/\"") == page.rfind("href=\"/contact/\""));
  CHECK(page.find("href=\"/other/deep/page/\"") != std::string::npos);
}

}  // namespace offer::listings_test
