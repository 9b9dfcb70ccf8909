// Whole pages of small sites in the theme that we ship.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "kit.h"

namespace offer::whole_page_test {

namespace {

kit::Built in_council_theme(std::string_view site) {
  Inputs inputs = kit::inputs_of(site);
  inputs.theme = kit::real_inputs().theme;
  return kit::build(std::move(inputs));
}

// The values of an attribute, in order.
std::vector<std::string> values_of(const std::string& html, std::string_view attribute) {
  const std::string begin = " " + std::string(attribute) + "=\"";
  std::vector<std::string> values;
  for (size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const size_t start = at + begin.size();
    values.push_back(html.substr(start, html.find('"', start) - start));
  }
  return values;
}

// "path: id" for each id that is on its page twice.
std::string repeated_ids(const kit::Built& built) {
  std::string found;
  for (const auto& [path, html] : built.files) {
    if (!path.ends_with(".html")) continue;
    std::set<std::string> seen;
    for (const std::string& id : values_of(html, "id"))
      if (!seen.insert(id).second) found += path + ": " + id + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("a heading never takes the name of a place that the theme has") {
  const kit::Built real = kit::build(kit::real_inputs());
  std::set<std::string> names;
  for (const std::string& id : values_of(real.files.at("index.html"), "id")) names.insert(id);
  std::string page = "\n-- a.md --\n";
  for (std::string name : names) {
    for (char& c : name)
      if (c == '-') c = ' ';
    page += "## " + name + "\n\nWords.\n\n";
  }
  CHECK(repeated_ids(in_council_theme(page)) == "");
}

TEST_CASE(
    "a heading never takes the name of a glossary word's meaning, of a letter or of a group of "
    "updates") {
  CHECK(repeated_ids(in_council_theme(R"(
-- a.md --
## Word term ring

A ring.
-- glossary/ring.md --
---
title: ring
id: term-ring
---
Words.
-- glossary/index.md --
Words.

## R

More words.
-- updates/a.md --
## You said

A.
-- updates/index.md --
Words.

## Not answered yet

More words.
)")) == "");
}

TEST_CASE(
    "no page of the demonstration has a name twice, and every link within a page leads to a name "
    "that is there") {
  const kit::Built built = kit::build(kit::real_inputs());
  CHECK(repeated_ids(built) == "");
  for (const auto& [path, html] : built.files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    const std::vector<std::string> all = values_of(html, "id");
    const std::set<std::string> ids(all.begin(), all.end());
    for (const std::string& href : values_of(html, "href"))
      if (href.starts_with('#')) CHECK_MESSAGE(ids.contains(href.substr(1)), href);
    for (const std::string_view by_name :
         {"aria-labelledby", "popovertarget", "aria-describedby", "for"})
      for (const std::string& id : values_of(html, by_name))
        CHECK_MESSAGE(ids.contains(id), by_name, " ", id);
  }
}

TEST_CASE("a site of one page has no link without an address") {
  for (const auto& [path, html] : in_council_theme("\n-- index.md --\nWords.\n").files) {
    CAPTURE(path);
    for (const std::string& href : values_of(html, "href")) CHECK(href != "");
    for (const std::string& src : values_of(html, "src")) CHECK(src != "");
  }
}

TEST_CASE("every page says in search results what it gives, its Easy Read version too") {
  const kit::Built built = in_council_theme(
      "\n-- a.md --\nWords.\n-- a.easy.md --\n---\ntitle: A "
      "page\n---\n![](picture:talk)\nWords.\n");
  CHECK(built.files.at("a/index.html")
            .find("<meta name=\"description\" content=\"What a gives you.\" />") !=
        std::string::npos);
  CHECK(built.files.at("a/easy-read/index.html")
            .find("<meta name=\"description\" content=\"Easy Read: A page\" />") !=
        std::string::npos);
}

TEST_CASE(
    "every page that is built reads back strictly, in any of the small sites above and in the "
    "demonstration") {
  const kit::Built built = kit::build(kit::real_inputs());
  CHECK_FALSE(built.has("pages-that-do-not-parse"));
}

}  // namespace offer::whole_page_test
