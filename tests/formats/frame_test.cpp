// Frame: every name that a theme may use, filled right.
#include "formats/frame.h"

#include <doctest/doctest.h>

#include "formats/printing_theme.h"

namespace offer::frame_test {

using kit::lines;
using kit::with;

namespace {

constexpr std::string_view site = R"(-- site.yml --
name: Our Offer
council: Our Council
address: https://x.example/send/
language: cy
demonstration: Only for show.
index: no
menu: [ask, contact]
footer: [contact]
help: helper
-- roles.yml --
officer:
  title: Local Offer officer
helper:
  title: Advice line
  phone: 01632 960 100
  email: help@x.example
  hours: 9 to 5
  can_help_with: Anything about plans.
-- index.md --
---
title: Welcome
id: home
---
## One

## Two

## Three
-- ask/index.md --
---
title: Ask
id: ask
---
Words.
-- ask/plan.md --
---
title: Ask for a plan
id: plan
summary: How to ask.
status: in-consultation
reviewed: 2026-01-31
review_by: 2026-11-20
---
## One *more*

A ring. [Contact](../contact.md)

## Two

### Not this

## Three

![A photo](photo.png)
-- ask/photo.png --
bytes
-- ask/plan.easy.md --
---
title: Ask for a plan
checked_by: Speak Up group, 4 people
checked_on: 2026-05-03
---
![](picture:talk)
You **ring** us.
-- contact.md --
---
title: Contact
id: contact
help: officer
---
Words.
-- other-formats.md --
---
title: Other formats
id: other-formats
---
Words.
-- glossary/ring.md --
---
title: ring
id: term-ring
summary: A call.
easy: A ring is a call.
---
Words.
)";

// The address of the one asset whose path begins so.
std::string asset(const kit::Built& built, std::string_view beginning) {
  for (const auto& [path, bytes] : built.files)
    if (path.starts_with(beginning)) return path;
  return "(none)";
}

}  // namespace

TEST_CASE("a page's frame has its titles, places, dates, people and other ways") {
  const kit::Built built = with(site);
  CHECK(
      built.problems_of({"overdue-reviews"}) ==
      "ask/plan.md:7:12 overdue-reviews: this page should have been checked by 20 November 2026\n");
  const std::string& html = built.files.at("ask/plan/index.html");
  CHECK(html.substr(0, html.find("<body>")) == fmt::format(R"(<html lang="cy">
<head>
<title>Ask for a plan – Our Offer</title>
<meta name="description" content="How to ask." />
<meta name="robots" content="noindex" />
<link rel="canonical" href="https://x.example/send/ask/plan/" />
<link rel="icon" href="/send/{}" />
<link rel="alternate" href="/send/feed.xml" />
<link rel="stylesheet" href="/send/{}" />
</head>
)",
                                                           asset(built, "assets/icon."),
                                                           asset(built, "assets/test.")));
  const std::string page = built.page("/ask/plan/");
  CHECK(page.substr(0, page.find("<h2")) == R"(title: Ask for a plan
summary: How to ask.
root: /send/
site: Our Offer, Our Council, Only for show.

kind: page, 
menu: Ask /send/ask/ yes
menu: Contact /send/contact/ 
crumb: Home /send/
crumb: Ask /send/ask/
way: Full page /send/ask/plan/ cy yes
way: Easy Read /send/ask/plan/easy-read/ cy 
formats: /send/other-formats/
contents: One more #one-more
contents: Two #two
contents: Three #three
status: This is not settled yet. It may still change.
reviewed: 31 January 2026, by 20 November 2026 yes
owner: Local Offer officer
help: Advice line, Anything about plans., 9 to 5
phone: 01632 960 100 tel:01632960100
email: help@x.example mailto:help@x.example
contact: /send/contact/
footer: Contact /send/contact/
checked: 
)");
}

TEST_CASE("an Easy Read page's frame leads back, says who checked it, and lists its hard words") {
  const kit::Built built = with(site);
  const std::string& html = built.files.at("ask/plan/easy-read/index.html");
  CHECK(html.find("<title>Ask for a plan: Easy Read – Our Offer</title>") != std::string::npos);
  CHECK(html.find("content=\"Easy Read: Ask for a plan\"") != std::string::npos);
  CHECK(
      html.find("<link rel=\"canonical\" href=\"https://x.example/send/ask/plan/easy-read/\" />") !=
      std::string::npos);
  CHECK(built.page("/ask/plan/easy-read/") == fmt::format(R"(title: Ask for a plan
summary: 
root: /send/
site: Our Offer, Our Council, Only for show.
easy read
kind: page, 
menu: Ask /send/ask/ yes
menu: Contact /send/contact/ 
crumb: Home /send/
crumb: Ask /send/ask/
way: Full page /send/ask/plan/ cy 
way: Easy Read /send/ask/plan/easy-read/ cy yes
formats: /send/other-formats/
status: This is not settled yet. It may still change.
reviewed: 31 January 2026, by 20 November 2026 yes
owner: Local Offer officer
help: Advice line, Anything about plans., 9 to 5
phone: 01632 960 100 tel:01632960100
email: help@x.example mailto:help@x.example
contact: /send/contact/
footer: Contact /send/contact/
checked: Checked by Speak Up group, 4 people on 3 May 2026.
word: ring, A ring is a call.
<div class="easy-row"><img class="easy-picture" src="/send/{}" alt="" width="160" height="160" /><div class="easy-words"><p>You <strong class="hard-word">ring</strong> us.</p>
<p class="easy-meaning">A ring is a call.</p>
</div></div>

)",
                                                          asset(built, "assets/pictures/talk.")));
}

TEST_CASE("the base path stands before every address of this site, and before no other") {
  const kit::Built built = with(site);
  for (const auto& [path, html] : built.files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    for (const std::string_view attribute : {" href=\"", " src=\""})
      for (size_t at = html.find(attribute); at != std::string::npos;
           at = html.find(attribute, at + 1)) {
        const std::string_view value = std::string_view(html).substr(at + attribute.size(), 40);
        CHECK_MESSAGE((value.starts_with("/send/") ||
                       value.starts_with("https://x.example/send/") || value.starts_with('#')),
                      value);
      }
  }
  CHECK(built.page("/ask/plan/").find("<img src=\"/send/ask/photo.png\" alt=\"A photo\" />") !=
        std::string::npos);
}

TEST_CASE("home is home: no breadcrumbs, no contents") {
  const kit::Built built = with(site);
  CHECK(built.page("/").find("home") != std::string::npos);
  CHECK(lines(built, "/", "crumb:") == "");
  CHECK(lines(built, "/", "contents:") == "");
}

TEST_CASE("a page's own helper comes before the site's, and without any the help is empty") {
  CHECK(lines(with(site), "/contact/", "help:") == "help: Local Offer officer, , \n");
  CHECK(lines(with(site), "/contact/", "phone:") == "phone:  \n");
  CHECK(lines(with("-- a.md --\nWords.\n"), "/a/", "help:") == "help: , , \n");
}

}  // namespace offer::frame_test
