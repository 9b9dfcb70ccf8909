// Feeds as JSON, the services in the shape of Open Referral UK, and the list of every page.
#include <doctest/doctest.h>

#include "base/text.h"
#include "base/uuid.h"
#include "formats/formats.h"
#include "kit.h"
#include "pipeline.h"

namespace offer::open_data_test {

namespace {

constexpr std::string_view service = R"(
-- services/a.md --
---
id: service-a
title: Help & "more"
short_title: Help
summary: What it is.
topics: [health]
needs: [autism]
for: Children who find it hard to talk
ages: 2 to 11
area: All of it
provider: The trust
cost: Free
wait: About 30 weeks
wait_on: 2026-07-31
reviewed: 2026-08-01
---
## What it does

First *this*.

- then that
- and more.

## Who can get it

Anyone!

## If you do not qualify

C.

## How to get it

Ring us
)";

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::string services(std::string_view site) { return kit::build(site).files.at("open-data/services.json"); }

// How often each bracket opens and closes outside strings; a file that is cut off does not balance.
bool is_balanced(std::string_view json) {
  int depth = 0;
  bool inside = false;
  for (size_t i = 0; i < json.size(); ++i) {
    if (inside && json[i] == '\\') ++i;
    else if (json[i] == '"') inside = !inside;
    else if (!inside && (json[i] == '{' || json[i] == '[')) ++depth;
    else if (!inside && (json[i] == '}' || json[i] == ']') && --depth < 0) return false;
  }
  return depth == 0 && !inside;
}

}  // namespace

TEST_CASE("a service has all that Open Referral UK asks for, in our words, without marks") {
  const std::string json = services(service);
  CHECK(is_balanced(json));
  for (const std::string_view part : {
           R"("name":"Help \u0026 \"more\"","alternate_name":"Help","description":"What it is. First this. then that. and more.","url":"https://test.example.org/services/a/","status":"active")",
           R"("name":"The trust","description":"The trust"})",
           R"("eligibility_description":"Children who find it hard to talk. Anyone!","minimum_age":2,"maximum_age":11,"application_process":"Ring us.")",
           R"x("wait_time":"About 30 weeks (31 July 2026)")x",
           R"("fees_description":"Free","cost_options":[{"id":)",
           R"("option":"Free","amount":0,"currency":"GBP","amount_description":"Free"}])",
           R"("name":"Local Offer officer","title":"Local Offer officer","phones":[{"id":)",
           R"("number":"01632 960 100","type":"voice"}])",
           R"("schedules":[])",
           R"("name":"All of it","description":"All of it"}])",
           R"("name":"English","code":"en"}])",
           R"("code":"health","name":"Health","description":"Health","taxonomy":"topic"})",
           R"("code":"autism","name":"Autism","description":"Autism","taxonomy":"need"})",
           R"("assured_date":"2026-08-01","last_modified":"2026-08-01T00:00:00Z")",
       })
    CHECK_MESSAGE(has(json, part), part);
  CHECK(has(json, R"("total_items":1,"total_pages":1,"page_number":1,"size":1,"first_page":true,"last_page":true,"empty":false)"));
}

TEST_CASE("a service keeps its id when its page moves or has another title") {
  const std::string id = fmt::format("{{\"id\":\"{}\",\"name\":", uuid5("https://test.example.org/service/service-a"));
  CHECK(has(services(service), id));
  CHECK(has(services(replace_all(std::string(service), "services/a.md", "services/moved.md")), id));
  CHECK(has(services(replace_all(std::string(service), "title: Help & \"more\"", "title: Other")), id));
  CHECK_FALSE(has(services(replace_all(std::string(service), "id: service-a", "id: service-b")), id));
}

TEST_CASE("a cost in words is no amount, an age without an end has none, and a service that is no more says so") {
  const std::string json = services(replace_all(replace_all(replace_all(std::string(service), "cost: Free", "cost: Free up to Year 11\nstatus: withdrawn"), "2 to 11", "16 to 120"), "wait: About 30 weeks\nwait_on: 2026-07-31\n", ""));
  CHECK_FALSE(has(json, "\"amount\":"));
  CHECK_FALSE(has(json, "maximum_age"));
  CHECK_FALSE(has(json, "wait_time"));
  CHECK(has(json, R"("minimum_age":16)"));
  CHECK(has(json, R"("status":"defunct")"));
}

TEST_CASE("services that are put together piece by piece are the same as when they are written at once") {
  std::string site;
  const auto add_pages = [&](std::string_view name, int count) {
    for (int i = 0; i < count; ++i) site += fmt::format("\n-- {}-{:03}.md --\n---\ntitle: {} {}\nsummary: One.\n---\n\nTwo.\n", name, i, name, i);
  };
  add_pages("before", 150);
  for (int i = 0; i < 130; ++i) site += replace_all(replace_all(std::string(service), "services/a.md", fmt::format("services/a-{:03}.md", i)), "id: service-a", fmt::format("id: service-{}", i));
  add_pages("updates-that-are-none", 120);
  const kit::Built built = kit::build(site);
  Report ignored;
  const Prepared prepared = prepare(built.inputs, {.today = parse_date("2026-11-21").value(), .checks = false}, ignored);
  const std::vector<OutputFile> at_once = open_data_format.of_site(SiteView(prepared.site, 2), prepared.theme);
  REQUIRE(at_once.size() == 1);
  const std::string& json = built.files.at(at_once.front().path);
  CHECK(json == at_once.front().bytes);
  CHECK(has(json, "\"total_items\":130"));
  CHECK(split(json, '\n').size() == 130 + 5);  // a line each, and those around them
  CHECK(is_balanced(json));
}

TEST_CASE("a site without services has a list of none, and an empty site still has all its files") {
  const kit::Built built = kit::build("\n-- site.yml --\nname: X\naddress: https://x.example/\n");
  CHECK(has(built.files.at("open-data/services.json"), R"("total_items":0,"total_pages":1,"page_number":1,"size":0,"first_page":true,"last_page":true,"empty":true)"));
  CHECK(built.files.at("pages.json") == "[\n]\n");
  for (const std::string_view path : {"feed.json", "feed.xml", "news/feed.json", "news/feed.xml", "updates/feed.json", "updates/feed.xml", "changes.json", "changes.xml"}) {
    CAPTURE(path);
    CHECK(built.files.contains(std::string(path)));
    if (path.ends_with(".json")) CHECK(has(built.files.at(std::string(path)), "\"items\":[]"));
  }
}

TEST_CASE("the list of pages has each page once, with its dates, owner and Easy Read address, and no made page") {
  const kit::Built built = kit::build(
      "\n-- a.md --\n---\nid: page-a\ntitle: One\nsummary: S.\ntopics: [health]\nshort_address: /a1/\n---\nWords.\n-- a.easy.md --\n![](picture:talk)\nWords.\n-- not-found.md --\n---\nid: not-found\n---\nWords.\n");
  CHECK(built.files.at("pages.json") ==
        "[\n"
        R"({"id":"page-a","title":"One","address":"https://test.example.org/a/","type":"page","summary":"S.","status":"published","owner":"Local Offer officer","reviewed":"2026-09-01","review_by":"2027-09-01",)"
        R"("easy_read":"https://test.example.org/a/easy-read/","topics":["health"],"needs":[],"audience":["everyone"]})"
        "\n]\n");
}

TEST_CASE("the JSON feed says the same as the Atom feed, with dates that programs read") {
  const kit::Built built = kit::build("\n-- site.yml --\nname: Our Offer\ncouncil: Our Council\naddress: https://x.example/send\n-- news/a.md --\n---\ntitle: Older\nsummary: S \"1\".\non: 2026-01-02\n---\nWords.\n"
                                      "-- news/b.md --\n---\ntitle: Newer\nsummary: S.\non: 2026-03-02\ntopics: [health]\n---\nWords.\n");
  const std::string& json = built.files.at("news/feed.json");
  CHECK(json.starts_with("{\n\"version\":\"https://jsonfeed.org/version/1.1\",\n\"title\":\"Our Offer: news\",\n"));
  CHECK(has(json, R"("home_page_url":"https://x.example/send/")"));
  CHECK(has(json, R"("feed_url":"https://x.example/send/news/feed.json")"));
  CHECK(has(json, R"({"id":"https://x.example/send/news/b/","url":"https://x.example/send/news/b/","title":"Newer","content_text":"S.","date_published":"2026-03-02T00:00:00Z","date_modified":"2026-09-01T00:00:00Z","tags":["News","Health"]})"));
  CHECK(json.find("Newer") < json.find("Older"));
  CHECK(has(json, R"(S \"1\".)"));
  CHECK(is_balanced(json));
  CHECK(built.files.at("feed.json").find("Newer") != std::string::npos);
  CHECK(built.files.at("updates/feed.json").find("Newer") == std::string::npos);
}

TEST_CASE("changes are pages new or checked again, the newest first, at most fifty, each once and without made pages") {
  std::string site = "\n-- a.md --\n---\ntitle: Checked long ago\nreviewed: 2020-01-01\nshort_address: /a1/\n---\nWords.\n-- b.md --\n---\ntitle: New\nreviewed: 2020-01-01\npublished: 2026-11-01\n---\nWords.\n";
  std::string few = kit::build(site).files.at("changes.xml");
  CHECK(few.find("New<") < few.find("Checked long ago"));
  CHECK_FALSE(has(few, "poster"));
  for (int i = 0; i < 60; ++i) site += fmt::format("-- p{}.md --\nWords.\n", i);
  const std::string many = kit::build(site).files.at("changes.xml");
  size_t entries = 0;
  for (size_t at = many.find("<entry>"); at != std::string::npos; at = many.find("<entry>", at + 1)) ++entries;
  CHECK(entries == 50);
  CHECK_FALSE(has(many, "Checked long ago"));
}

TEST_CASE("an editor can link to the files that the program makes, and a file of the editor's own may not take their place") {
  const kit::Built built = kit::build("\n-- site.yml --\nname: X\naddress: https://x.example/send\n-- a.md --\n[Feed](/feed.json) [News](/news/feed.xml) [All](/changes.xml) [Services](/open-data/services.json) [Pages](/pages.json) [Days](/calendar.ics)\n");
  CHECK(built.problems() == "");
  CHECK(has(built.page("/a/"), "<a href=\"/send/open-data/services.json\">Services</a>"));
  CHECK(kit::build("\n-- a.md --\n[Feed](/glossary/feed.xml) here\n").has("broken-links"));
  for (const std::string_view path : {"feed.json", "changes.xml", "pages.json", "news/feed.json", "open-data/services.json"}) {
    CAPTURE(path);
    CHECK(kit::build(fmt::format("\n-- a.md --\nWords.\n-- {} --\nx\n", path)).has("repeated-addresses"));
  }
}

TEST_CASE("hostile words stay words in every file of data") {
  const kit::Built built = kit::build(replace_all(std::string(service), "title: Help & \"more\"", "title: \"</script>\\u0001\\uFFFE 😀 \\\" \\\\\""));
  for (const auto& [path, bytes] : built.files) {
    if (!path.ends_with(".json")) continue;
    CAPTURE(path);
    CHECK(is_balanced(bytes));
    for (const char c : bytes) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
}

TEST_CASE("one thread and four write the same data") {
  CHECK(kit::build(service, {.threads = 4}).files == kit::build(service).files);
}

}  // namespace offer::open_data_test
