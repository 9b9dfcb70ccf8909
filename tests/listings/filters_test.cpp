// Long lists that can be narrowed: links to a page for each value, and marks for the theme's script.
#include "listings/filters.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"

namespace offer::filters_test {

namespace {

std::string service(std::string_view name, std::string_view settings) {
  return fmt::format("-- services/{0}.md --\n---\ntitle: Help {0}\n{1}\n---\n## What it does\n\nA.\n\n## Who can get it\n\nB.\n\n## If you do not qualify\n\nC.\n\n## How to get it\n\nD.\n", name, settings);
}

constexpr std::string_view lists = R"(
-- topics.yml --
health:
  title: Health
school:
  title: School & "college"
-- needs.yml --
autism:
  title: Autism
-- services/index.md --
---
title: All services
short_title: Services
---
Words.

## After

More.
)";

// `count` services: the first of them about health, the others about school; the first two are for the very young.
std::string site_of(size_t count) {
  std::string site(lists);
  for (size_t i = 0; i < count; ++i)
    site += service(std::string(1, static_cast<char>('a' + i)), fmt::format("topics: [{}]\nages: {}", i == 0 ? "health" : "school", i < 2 ? "0 to 5" : "11 to 25"));
  return site;
}

size_t count_in(std::string_view text, std::string_view words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a long list has a link for each value that some of its pages have, with how many") {
  const kit::Built built = kit::build(site_of(8));
  CHECK(built.problems() == "");
  const std::string page = built.page("/services/");
  CHECK(page.find("<nav class=\"filters\" aria-label=\"Show only some\" data-items=\"8\"><details>") != std::string::npos);
  CHECK(page.find("<a href=\"/services/topic/health/\" data-value=\"health\">Health (1)</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/services/topic/school/\" data-value=\"school\">School &amp; &quot;college&quot; (7)</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/services/age/0-to-5/\" data-value=\"0-to-5\">Birth to 5 (2)</a>") != std::string::npos);
  CHECK(page.find("data-filter=\"need\"") == std::string::npos);  // nobody has one
  CHECK(page.find("data-filter=\"cost\"") == std::string::npos);  // all are the same
  CHECK(page.find("<li class=\"card\" data-values=\"topic:health age:0-to-5 cost:free\">") != std::string::npos);
  CHECK(page.find("class=\"filters\"") < page.find("class=\"cards\""));
  CHECK(page.find("class=\"cards\"") < page.find("After"));
}

TEST_CASE("each value has a page: its heading says which, its first words how many, and a link leads back to all") {
  const kit::Built built = kit::build(site_of(8));
  const std::string page = built.page("/services/topic/school/");
  CHECK(page.starts_with("<h1>Services: School &amp; &quot;college&quot;</h1>"));
  CHECK(page.find("<a href=\"/services/\">Show all 8</a>") != std::string::npos);
  CHECK(count_in(page, "class=\"card\"") == 7);
  CHECK(page.find("Help a<") == std::string::npos);
  CHECK(page.find("aria-current=\"page\">School") != std::string::npos);
  CHECK(page.find("data-items") == std::string::npos);  // not the whole list: the script leaves it alone
  CHECK(built.files.at("sitemap.xml").find("/services/topic/school/") != std::string::npos);
}

TEST_CASE("a value of more than a hundred pages lists their titles under their folders, so that the page opens on an old phone") {
  std::string site(lists);
  const auto index = [](std::string_view folder, std::string_view title) { return fmt::format("-- services/{}/index.md --\n---\ntitle: {}\nsummary: What is in {}.\n---\nWords.\n", folder, title, title); };
  site += index("clubs", "Clubs") + index("advice", "Advice") + index("none", "Nothing here");
  for (int i = 0; i < 101; ++i) site += service(fmt::format("{}x{:03}", i < 60 ? "clubs/" : i < 100 ? "advice/" : "", i), "topics: [school]\nages: 0 to 25");
  site += service("clubs/health", "topics: [health]\nages: 0 to 25");
  const kit::Built built = kit::build(site);
  const std::string page = built.page("/services/topic/school/");
  CHECK(count_in(page, "class=\"card\"") == 0);
  CHECK(page.find("Ages:") == std::string::npos);
  for (const std::string_view words : {"<h2 id=\"in-clubs\">Clubs</h2>", "<h2 id=\"in-advice\">Advice</h2>", "<li><a href=\"/services/clubs/x000/\">Help clubs/x000</a></li>",
                                       "<li><a href=\"/services/advice/x099/\">Help advice/x099</a></li>", "<li><a href=\"/services/x100/\">Help x100</a></li>"})
    CHECK_MESSAGE(page.find(words) != std::string::npos, words << "\n" << page.substr(0, 3000));
  CHECK(count_in(page, "<li><a href=\"/services/clubs/") == 60);
  CHECK(count_in(page, "<li><a href=\"/services/advice/") == 40);
  CHECK(page.find("/services/x100/") < page.find("in-advice"));  // what is in no folder comes first
  CHECK(page.find("in-advice") < page.find("in-clubs"));
  CHECK(page.find("Nothing here") == std::string::npos);
  CHECK(count_in(built.page("/services/topic/health/"), "class=\"card\"") == 1);
}

TEST_CASE("a list that can be read through has no filters, and neither has a list of something else") {
  const kit::Built built = kit::build(site_of(7));
  CHECK(built.page("/services/").find("filters") == std::string::npos);
  CHECK_FALSE(built.files.contains("services/topic/school/index.html"));
  CHECK(kit::build(std::string(lists)).page("/services/").find("filters") == std::string::npos);
}

TEST_CASE("words that editors make up get a page when two pages have them, in whatever letters") {
  std::string site = "\n-- updates/index.md --\n---\ntitle: Updates\n---\n";
  for (int i = 0; i < 8; ++i)
    site += fmt::format("-- updates/{}.md --\n---\nwho: {}\nanswer: {}\n---\n## You said\n\nA.\n\n## We did\n\nB.\n", i, i < 2 ? "Parent carers" : i == 2 ? "parent carers" : fmt::format("Group {}", i),
                        i < 4 ? "waiting" : "planned\nanswered: 2023-09");
  const kit::Built built = kit::build(site);
  CHECK(built.problems() == "");
  const std::string page = built.page("/updates/");
  CHECK(page.find("data-filter=\"who\"") == std::string::npos);  // one group alone is no choice
  CHECK(page.find("/updates/answer/waiting/\" data-value=\"waiting\">Not answered yet (4)") < page.find("/updates/answer/planned/"));
  CHECK(count_in(built.page("/updates/answer/planned/"), "class=\"card\"") == 4);
  CHECK(built.page("/updates/answer/planned/").find("Not answered yet</h2>") == std::string::npos);
}

TEST_CASE("a page that has a value twice counts once") {
  const kit::Built built = kit::build(replace_all(site_of(8), "topics: [health]", "topics: [health, health]"));
  CHECK(built.page("/services/").find("Health (1)") != std::string::npos);
}

TEST_CASE("a page of the editor's own at the address of a value wins; an old address or a file there is found") {
  const kit::Built own = kit::build(site_of(8) + "-- services/topic/health.md --\n---\ntitle: Mine\n---\n## What it does\n\nA.\n\n## Who can get it\n\nB.\n\n## If you do not qualify\n\nC.\n\n## How to get it\n\nD.\n");
  CHECK(own.page("/services/topic/health/").starts_with("<h1>Mine</h1>"));
  CHECK(kit::build(site_of(8) + "-- services/topic/health/index.html --\nx\n").has("repeated-addresses"));
  CHECK(kit::build(site_of(8) + "-- x.md --\n---\nwas: [/services/topic/health/]\n---\nWords.\n").has("repeated-addresses"));
}

TEST_CASE("the actions of a plan can be narrowed by state, by who answers for them and by area") {
  std::string rows;
  for (int i = 0; i < 9; ++i) rows += fmt::format("a{},Do {}.,,{},,{},,,,,,,,{},\n", i, i, i < 3 ? "1.1" : "1.2", i < 4 ? "officer" : "other", i < 5 ? "started" : "not-started");
  const kit::Built built = kit::build(
      "\n-- roles.yml --\nofficer:\n  title: SEND officer\nother:\n  title: Other\n-- plans/p.md --\n---\ntitle: Our plan\n---\n## Areas\n\n### 1.1 Waits\n\nA.\n\n### 1.2 Places\n\nB.\n"
      "-- plans/p.actions.csv --\nid,action,we_will,areas,who,accountable,measure,measures,when,due,after_3_months,after_6_months,after_12_months,status,proof\n" + rows);
  CHECK(built.problems() == "");
  const std::string page = built.page("/plans/p/actions/");
  CHECK(page.find("<div class=\"narrowed\" data-values=\"state:started role:officer area:1-1\">") != std::string::npos);
  CHECK(page.find("<a href=\"/plans/p/by-state/#list-started\" data-value=\"started\">Started (5)</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/plans/p/by-role/#list-send-officer\" data-value=\"officer\">SEND officer (4)</a>") != std::string::npos);
  CHECK(page.find("<a href=\"/plans/p/#11-waits\"") != std::string::npos);
  CHECK(built.page("/plans/p/by-state/").find("<h2 id=\"list-started\">Started</h2>\n<p>5 actions.</p>") != std::string::npos);
}

TEST_CASE("one thread and four write the same filters") {
  CHECK(kit::build(site_of(20), {.threads = 4}).files == kit::build(site_of(20)).files);
}

}  // namespace offer::filters_test
