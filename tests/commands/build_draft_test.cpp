#include <doctest/doctest.h>

#include "commands/script.h"

// What nobody can guess is shown as SECRET.
#define HIDDEN " | sed -E 's/[0-9a-z]{26}/SECRET/g'"

TEST_CASE("a draft says so on every page, at an address that nobody can guess, with its end") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/site.yml --
name: Our Local Offer
address: https://www.example.org/send/
-- content/roles.yml --
officer:
  title: Officer
-- content/news/one.md --
---
title: One
id: one
on: 2026-11-20
kind: news
---
Words, and [home](../index.md).
$ local-offer build --preview --today 2026-11-21)" HIDDEN R"(
2 pages in … s, with no problems.
The draft is in 'preview', until 5 December 2026. Put all that is in there at https://www.example.org/send/
Its address is then https://www.example.org/send/SECRET/
Whoever has that address can read it. Send it only to people who should.
$ grep -rL "This is a draft to look at. It is not published. It ends on 5 December 2026." preview --include='*.html')" HIDDEN R"( | sort
preview/index.html
$ grep -rL '<meta name="robots" content="noindex" />' preview --include='*.html'
$ cat preview/*/robots.txt
# Every page says noindex: please do not list this site.
User-agent: *
Disallow:
$ grep -o 'href="[^"]*">home<' preview/*/news/one/index.html)" HIDDEN R"(
href="/send/SECRET/">home<
$ ls -A preview)" HIDDEN R"( | LC_ALL=C sort
.htaccess
.local-offer
SECRET
_headers
index.html
$ grep -rli "panel" preview
(exit 1)
)");
}

TEST_CASE("a draft keeps its address until its last day is over, and another one then has another") {
  CHECK_SCRIPT(HOME_PAGE R"($ local-offer build --preview --today 2026-11-21 --until 2026-11-25 >/dev/null; ls preview | grep -xE '[0-9a-z]{26}' >first; wc -l <first
1
$ local-offer build --preview --today 2026-11-25 --address http://previews.example.org/send)" HIDDEN R"(
1 page in … s, with no problems.
The draft is in 'preview', until 9 December 2026. Put all that is in there at http://previews.example.org/send/
Its address (the same as before) is then http://previews.example.org/send/SECRET/
Whoever has that address can read it. Send it only to people who should.
$ ls preview | grep -xE '[0-9a-z]{26}' | cmp - first
$ local-offer build --preview --today 2026-12-10 >/dev/null; ls preview | grep -xE '[0-9a-z]{26}' | cmp -s - first
(exit 1)
)");
}

TEST_CASE("a draft never takes the place of the site, and the site's own options stay its own") {
  CHECK_SCRIPT(HOME_PAGE R"($ local-offer build --today 2026-11-21
1 page in … s, with no problems.
The site is in 'public'.
$ local-offer build --preview --out public --today 2026-11-21
local-offer: 'public' holds the finished site, and a draft there would take its place
    help: Choose another folder: --out preview
(exit 3)
$ local-offer build --until 2026-12-01
local-offer: only a draft has a last day
    help: Try: local-offer build --preview --until 2026-12-01
(exit 2)
$ local-offer build --address https://example.org/
local-offer: only a draft is told its address; a site's own is in site.yml
    help: Try: local-offer build --preview --address https://example.org/
(exit 2)
$ local-offer build --preview --until 2026-11-20 --today 2026-11-21
local-offer: 20 November 2026 is over
    help: A draft is there until a day to come.
(exit 2)
$ local-offer build --preview --until soon
local-offer: 'soon' is not a day that exists
    help: Write it as year-month-day: --until 2026-12-05
(exit 2)
$ local-offer build --preview --address example.org
local-offer: 'example.org' is not a web address
    help: For example: --address https://previews.example.org/send/
(exit 2)
)");
}

TEST_CASE("a draft with errors leaves the draft before it") {
  CHECK_SCRIPT(HOME_PAGE R"($ local-offer build --preview --today 2026-11-21 >/dev/null
-- content/index.md --
---
title: Home
id: home
---
[Ask](nowhere.md)
$ local-offer build --preview --today 2026-11-21 2>&1 | tail -n 1
Not published: 1 error. What was in 'preview' before is still there.
$ grep -c "nowhere" preview/*/index.html
0
(exit 1)
)");
}

TEST_CASE("a site that is a demonstration says both in a draft") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/site.yml --
name: Our Local Offer
address: https://www.example.org/
demonstration: This is a demonstration.
-- content/roles.yml --
officer:
  title: Officer
$ local-offer build --preview --today 2026-11-21 >/dev/null; grep -o 'It ends on [^<]*' preview/*/index.html
It ends on 5 December 2026. This is a demonstration.
)");
}
