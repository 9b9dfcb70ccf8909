// The files of a site besides its pages: sitemap, robots, feed, redirects, 404, assets.
#include <doctest/doctest.h>
#include <libxml/parser.h>

#include "base/text.h"
#include "formats/formats.h"
#include "kit.h"

namespace offer::site_files_test {

namespace {

constexpr std::string_view site = R"(
-- leaflets/a.pdf --
a leaflet
-- site.yml --
name: Our "Offer" & more
council: The Council
address: https://x.example/send
-- index.md --
---
title: Home
id: home
was: [/start.html, /old/home]
---
Words.
-- index.easy.md --
![](picture:talk)
Words.
-- updates/a.md --
---
title: First & <foremost>
summary: He said "yes".
reviewed: 2026-02-01
answer: done
said: 2023-02
answered: 2023-09
---
## You said

A.

## We did

B.
-- updates/b.md --
---
title: Second
summary: S.
reviewed: 2026-03-01
said: 2024
---
## You said

A.
-- updates/c.md --
---
title: Third
summary: S.
reviewed: 2026-01-01
answer: done
said: 2020-01-01
answered: 2024-01-02
---
## You said

A.

## We did

B.
-- updates/index.md --
Words.
-- not-found.md --
---
title: No such page
id: not-found
---
Words.
)";

std::string paths(const kit::Built& built) {
  std::string all;
  for (const auto& [path, bytes] : built.files) {
    std::string shown = path;
    // "assets/test.1f2e3d4c5b.css": the hash is the file's own business.
    if (path.starts_with("assets/"))
      shown = path.substr(0, path.find('.')) + ".HASH" + path.substr(path.rfind('.'));
    all += shown + "\n";
  }
  return all;
}

// The words of every element of this name in a feed, in order; or why the feed does not parse.
std::string elements(const std::string& xml, std::string_view name) {
  xmlDocPtr document =
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed.xml", nullptr, XML_PARSE_NONET);
  if (document == nullptr) return "(not well-formed)";
  std::string found;
  const xmlNode* feed = xmlDocGetRootElement(document);
  for (const xmlNode* entry = feed->children; entry != nullptr; entry = entry->next)
    for (const xmlNode* child = entry->children; child != nullptr; child = child->next) {
      if (reinterpret_cast<const char*>(entry->name) != std::string_view("entry")) continue;
      if (reinterpret_cast<const char*>(child->name) != name) continue;
      xmlChar* words = xmlNodeGetContent(child);
      found.append(reinterpret_cast<const char*>(words)).append("\n");
      xmlFree(words);
    }
  xmlFreeDoc(document);
  return found;
}

}  // namespace

TEST_CASE(
    "a site is its pages, its files, and what search engines, feed readers and servers ask for") {
  const kit::Built built = kit::build(site);
  CHECK_FALSE(built.report.has_errors());
  CHECK(paths(built) == R"(404.html
_redirects
assets/icon.HASH.svg
assets/pictures/talk.HASH.svg
assets/test.HASH.css
calendar.ics
changes.json
changes.xml
coverage.json
easy-read/index.html
feed.json
feed.xml
index.html
leaflets/a.pdf
news/feed.json
news/feed.xml
old/home/index.html
open-data/services.json
pages.json
robots.txt
sitemap.xml
start.html
updates/a/index.html
updates/b/index.html
updates/c/index.html
updates/feed.json
updates/feed.xml
updates/index.html
)");
  CHECK(built.files.at("leaflets/a.pdf") == "a leaflet\n");
}

TEST_CASE(
    "the sitemap has every page with the day of its last check, and not the page for what is not "
    "there") {
  CHECK(kit::build(site).files.at("sitemap.xml") == R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://x.example/send/easy-read/</loc><lastmod>2026-09-01</lastmod></url>
<url><loc>https://x.example/send/</loc><lastmod>2026-09-01</lastmod></url>
<url><loc>https://x.example/send/updates/a/</loc><lastmod>2026-02-01</lastmod></url>
<url><loc>https://x.example/send/updates/b/</loc><lastmod>2026-03-01</lastmod></url>
<url><loc>https://x.example/send/updates/c/</loc><lastmod>2026-01-01</lastmod></url>
<url><loc>https://x.example/send/updates/</loc><lastmod>2026-09-01</lastmod></url>
</urlset>
)");
}

TEST_CASE(
    "robots.txt lets everybody read, and names the sitemap only of a site that may be listed") {
  CHECK(kit::build(site).files.at("robots.txt") ==
        "User-agent: *\nDisallow:\nSitemap: https://x.example/send/sitemap.xml\n");
  CHECK(kit::build("\n-- site.yml --\nname: X\nindex: no\n-- index.md --\nWords.\n")
            .files.at("robots.txt") ==
        "# Every page says noindex: please do not list this site.\nUser-agent: *\nDisallow:\n");
}

TEST_CASE("the feed has the updates, the newest answer first, and says who writes it") {
  const std::string feed = kit::build(site).files.at("feed.xml");
  CHECK(feed.starts_with(R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>Our &quot;Offer&quot; &amp; more: news and answers</title>
<subtitle>News, and what was done about what people said.</subtitle>
<id>https://x.example/send/feed.xml</id>
<link rel="self" type="application/atom+xml" href="https://x.example/send/feed.xml" />
<link href="https://x.example/send/" />
<updated>2026-03-01T00:00:00Z</updated>
<author>
<name>The Council</name>
</author>
<entry>
<title>Third</title>
<id>https://x.example/send/updates/c/</id>
<link href="https://x.example/send/updates/c/" />
<published>2024-01-02T00:00:00Z</published>
<updated>2026-01-01T00:00:00Z</updated>
<category term="update" label="You said, we did" />
<summary>S.</summary>
</entry>
)"));
  CHECK(elements(feed, "title") == "Third\nSecond\nFirst & <foremost>\n");
  CHECK(elements(feed, "published") ==
        "2024-01-02T00:00:00Z\n2024-01-01T00:00:00Z\n2023-09-01T00:00:00Z\n");
  CHECK(elements(feed, "summary") == "S.\nS.\nHe said \"yes\".\n");
}

TEST_CASE("an old address has a page that sends readers on, and a rule for servers that can") {
  const kit::Built built = kit::build(site);
  CHECK(built.files.at("_redirects") ==
        "/send/old/home/ /send/ 301\n/send/start.html /send/ 301\n");
  CHECK(built.files.at("start.html") == built.files.at("old/home/index.html"));
  CHECK(built.files.at("start.html") == R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>This page has moved – Our &quot;Offer&quot; &amp; more</title>
<meta http-equiv="refresh" content="0; url=/send/" />
<meta name="robots" content="noindex" />
<link rel="canonical" href="https://x.example/send/" />
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="/send/">Go to the page</a></p>
</main>
</body>
</html>
)");
}

TEST_CASE("a site without old addresses has no rules for them") {
  CHECK_FALSE(kit::build("\n-- index.md --\nWords.\n").files.contains("_redirects"));
}

TEST_CASE("the page for what is not there is at 404.html and nowhere else") {
  const kit::Built built =
      kit::build("\n-- sub/nothing.md --\n---\ntitle: No such page\nid: not-found\n---\nWords.\n");
  CHECK(built.files.at("404.html").find("<h1>No such page</h1>") != std::string::npos);
  CHECK_FALSE(built.files.contains("sub/nothing/index.html"));
}

TEST_CASE(
    "only pictures that a page uses are published, under a name that changes with their bytes") {
  const kit::Built none = kit::build("\n-- a.md --\nWords.\n");
  for (const auto& [path, bytes] : none.files) CHECK_FALSE(path.starts_with("assets/pictures/"));
  Inputs inputs = kit::inputs_of(site);
  const std::string before = paths(kit::build(inputs));
  std::string talk;
  for (const auto& [path, bytes] : kit::build(inputs).files)
    if (path.starts_with("assets/pictures/talk.")) talk = path;
  for (SourceFile& file : inputs.pictures)
    if (file.path == "talk.svg") file.bytes = std::string(file.bytes) + "\n";
  const kit::Built changed = kit::build(inputs);
  CHECK(paths(changed) == before);
  CHECK_FALSE(changed.files.contains(talk));
}

}  // namespace offer::site_files_test
