// Glossary words in running text: a button at the first use, the meaning after the block in which
// it stands.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::meanings_test {

namespace {

constexpr std::string_view glossary = R"(
-- glossary/ring.md --
---
title: ring
id: term-ring
summary: A band with "gold" & more.
---
A ring, and a bus.
-- glossary/bus.md --
---
title: bus
id: term-bus
abbreviation: BU
summary: A big car.
---
Words.
-- glossary/folder.md --
---
title: folder
id: term-folder
also: [box]
summary: A thing for papers.
---
Words.
)";

std::string body(std::string_view path, std::string_view markdown, std::string_view address) {
  const kit::Built built = kit::build(fmt::format("{}-- {} --\n{}", glossary, path, markdown));
  const std::string page = kit::with_words_named(built.page(address));
  return page.substr(page.find("</h1>\n") + 6, page.size() - page.find("</h1>\n") - 7);
}

std::string body(std::string_view markdown) {
  return body("a.md", markdown, "/a/");
}

std::string mark(std::string_view term, std::string_view words) {
  return fmt::format(
      "<button type=\"button\" class=\"term\" popovertarget=\"word-{}\">{}</button>", term,
      words);
}

std::string meaning(std::string_view term, std::string_view name, std::string_view words) {
  return fmt::format(
      "<div class=\"meaning\" popover=\"auto\" id=\"word-{0}\"><p><strong>{1}</strong> {2}</p>"
      "<p><a href=\"/glossary/{0}/\">More about {0}</a></p>"
      "<button type=\"button\" popovertarget=\"word-{0}\" "
      "popovertargetaction=\"hide\">Close</button></div>\n",
      term, name, words);
}

const std::string ring = meaning("ring", "ring", "A band with &quot;gold&quot; &amp; more.");
const std::string bus = meaning("bus", "bus (BU)", "A big car.");
const std::string folder = meaning("folder", "folder", "A thing for papers.");

}  // namespace

TEST_CASE(
    "the first use of a word on a page is a button, and its meaning stands after the paragraph, "
    "once") {
  CHECK(body("The bus, \"the bus\" and a ring.\n\nAfter the *ring*.\n") ==
        "<p>The " + mark("bus", "bus") + ", &quot;the bus&quot; and a " + mark("ring", "ring") +
            ".</p>\n" + bus + ring + "<p>After the <em>ring</em>.</p>\n");
}

TEST_CASE("headings, links, lists of links, bold words, code and quotations have no buttons") {
  const std::string html = body(
      "## A ring\n\nA [bus](a.md) and a **ring**, `ring`.\n\n- [Box](a.md): a bus\n\n> A "
      "folder.\n\n```\nring\n```\n");
  CHECK(html.find("<button") == std::string::npos);
  CHECK(html.find("class=\"meaning\"") == std::string::npos);
}

TEST_CASE(
    "plurals, other names and soft words are marked as they are written, longer words are not") {
  CHECK(body("Ringed, *rings*, the ring's end, a box.\n") ==
        "<p>Ringed, <em>" + mark("ring", "rings") + "</em>, the ring&#39;s end, a " +
            mark("folder", "box") + ".</p>\n" + ring + folder);
}

TEST_CASE(
    "in a list the meaning stands at the end of the item's own words, before a list below them") {
  CHECK(body("- A ring\n  - A bus\n- A ring\n") ==
        "<ul>\n<li>A " + mark("ring", "ring") + ring + "<ul>\n<li>A " + mark("bus", "bus") + bus +
            "</li>\n</ul>\n</li>\n<li>A ring</li>\n</ul>\n");
}

TEST_CASE("in a loose list and in a notice the meaning stands after the paragraph") {
  CHECK(body("1. A folder\n\n   and more\n") == "<ol>\n<li><p>A " + mark("folder", "folder") +
                                                    "</p>\n" + folder +
                                                    "<p>and more</p>\n</li>\n</ol>\n");
  CHECK(body("> [!NOTE]\n> A folder.\n") ==
        "<div class=\"notice notice-note\"><p class=\"notice-title\">Note</p>\n<p>A " +
            mark("folder", "folder") + ".</p>\n" + folder + "</div>\n");
}

TEST_CASE(
    "meanings of words in a table stand after the table, and column names in cells are words "
    "only") {
  CHECK(body("| Ring | Words |\n| --- | --- |\n| a ring | a bus |\n") ==
        "<div class=\"table\" role=\"region\" aria-label=\"Table\" "
        "tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">" +
            mark("ring", "Ring") +
            "</th><th scope=\"col\">Words</th></tr></thead>\n<tbody>\n<tr><td "
            "data-label=\"Ring\">a ring</td><td data-label=\"Words\">a " +
            mark("bus", "bus") + "</td></tr>\n</tbody></table></div>\n" + ring + bus);
}

TEST_CASE("meanings of words in a step's facts stand inside the fact") {
  const std::string html = body(
      "pathways/a.md",
      "## Steps\n\n### 1. Ask\n\nA bus.\n\n**When:** the ring comes.\n\n**The law:** a folder.\n",
      "/pathways/a/");
  CHECK(html.substr(html.find("<li class=\"step\">")) ==
        "<li class=\"step\"><h3 id=\"1-ask\">Ask</h3>\n<p>A " + mark("bus", "bus") + ".</p>\n" +
            bus + "<dl class=\"facts step-facts\">\n" +
            "<div class=\"fact fact-when\"><dt>When</dt><dd>the " + mark("ring", "ring") +
            " comes." + ring + "</dd></div>\n" +
            "<div class=\"fact fact-law\"><dt>The law</dt><dd>a " + mark("folder", "folder") + "." +
            folder + "</dd></div>\n</dl>\n</li>\n</ol>\n");
}

TEST_CASE("a meaning has the same short name on every page, whatever stands there, and each another") {
  const kit::Built built = kit::build(fmt::format("{}-- a.md --\nA ring.\n\n- A bus.\n- A folder.\n-- b.md --\nA folder.\n", glossary));
  const auto name_of = [&](std::string_view address, std::string_view word) {
    const std::string page = built.page(address);
    const size_t end = page.find(fmt::format("\">{}</button>", word));
    const size_t start = page.rfind('"', end - 1) + 1;
    return page.substr(start, end - start);
  };
  const std::string folder_name = name_of("/a/", "folder");
  CHECK(folder_name.size() == std::string_view("word-0c1f2").size());
  CHECK(folder_name.starts_with("word-"));
  CHECK(name_of("/b/", "folder") == folder_name);
  CHECK(name_of("/a/", "bus") != folder_name);
  CHECK(name_of("/a/", "bus") != name_of("/a/", "ring"));
}

TEST_CASE("words whose short names would be alike get longer ones") {
  // The hashes of these two ids begin with the same five digits.
  const std::string two = "-- glossary/one.md --\n---\ntitle: one\nid: term-351\n---\n-- glossary/two.md --\n---\ntitle: two\nid: term-662\n---\n-- a.md --\nNumber one and two.\n";
  const std::string page = kit::build(two).page("/a/");
  CHECK(page.find("popovertarget=\"word-9d000\">one") != std::string::npos);
  CHECK(page.find("popovertarget=\"word-9d0008\">two") != std::string::npos);
}

TEST_CASE("a term's own page explains other words, and not itself") {
  const std::string page = kit::with_words_named(kit::build(glossary).page("/glossary/ring/"));
  CHECK(page.find("<p>A ring, and a " + mark("bus", "bus") + ".</p>\n" + bus) != std::string::npos);
  CHECK(page.find("word-ring") == std::string::npos);
}

TEST_CASE("no meaning ever stands inside a paragraph") {
  for (const auto& [path, html] : kit::build(kit::real_inputs()).files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    for (size_t at = html.find("<div class=\"meaning\""); at != std::string::npos;
         at = html.find("<div class=\"meaning\"", at + 1)) {
      const size_t open = std::max(html.rfind("<p>", at) + 1, html.rfind("<p ", at) + 1);
      const size_t close = html.rfind("</p>", at) + 1;
      CHECK(close > open);
    }
  }
}

}  // namespace offer::meanings_test
