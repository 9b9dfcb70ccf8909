#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("a build makes the site's folder, and a second build replaces it") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/ask.md --
---
title: Ask
id: ask
status: draft
---
Words.
$ local-offer build --today 2026-11-21
1 page in … s, with no problems.
The site is in 'public'.
$ find public -type f | sed 's/\.[0-9a-f]*\./.HASH./' | LC_ALL=C sort
public/.local-offer
public/assets/council.HASH.css
public/assets/dates.HASH.css
public/assets/dates.HASH.js
public/assets/easy-read.HASH.css
public/assets/easy-read.HASH.js
public/assets/filters.HASH.css
public/assets/filters.HASH.js
public/assets/icon.HASH.svg
public/assets/print.HASH.css
public/assets/search-index.HASH.js
public/assets/search-words.HASH.js
public/assets/search.HASH.css
public/assets/search.HASH.js
public/calendar.ics
public/changes.json
public/changes.xml
public/coverage.json
public/feed.json
public/feed.xml
public/index.html
public/news/feed.json
public/news/feed.xml
public/open-data/services.json
public/pages.json
public/robots.txt
public/sitemap.xml
public/updates/feed.json
public/updates/feed.xml
$ cp -r public first && local-offer build --today 2026-11-21 content --threads 1 --anew && diff -r first public
1 page in … s, with no problems.
The site is in 'public'.
$ local-offer build --drafts --today 2026-11-21 && ls public/ask
2 pages in … s, with no problems.
The site is in 'public'.
index.html
$ local-offer build --today 2026-11-21 --out deep/er && ls deep/er public/ask
1 page in … s, with no problems.
The site is in 'deep/er'.
deep/er:
assets
calendar.ics
changes.json
changes.xml
coverage.json
feed.json
feed.xml
index.html
news
open-data
pages.json
robots.txt
sitemap.xml
updates

public/ask:
index.html
)");
}

TEST_CASE("a second build finds that nothing has changed, says what it found before, and does not believe a site that was touched") {
  CHECK_SCRIPT(HOME_PAGE R"($ echo "You can ask us by phone or in a letter or when you see one of us at the school gate, and then we will tell you on the same day." >> content/index.md
$ local-offer build --today 2026-11-21 --why >first 2>found; cat first; grep -c 'index.md' found
The site is made anew because there is no note of an earlier build.
1 page in … s, with 1 warning.
The site is in 'public'.
1
$ cp -r public first-site && local-offer build --today 2026-11-21 --threads 1 --why 2>again; cmp found again && diff -r first-site public
1 page in … s, with 1 warning.
Nothing has changed since the site in 'public' was made.
$ rm public/index.html && local-offer build --today 2026-11-21 --why 2>/dev/null; diff -r first-site public
The site is made anew because 'public/index.html' is not as it was left.
1 page in … s, with 1 warning.
The site is in 'public'.
$ sed -i s/phone/telephone/ content/index.md && local-offer build --today 2026-11-21 --why 2>/dev/null; grep -c telephone public/index.html
1 page was made again because 'content/index.md' has changed.
1 page in … s, with 1 warning.
The site is in 'public'.
1
$ sed -i 's/title: Home/title: The home page/' content/index.md && local-offer build --today 2026-11-21 --why 2>/dev/null; grep -c 'The home page' public/index.html
The site is made anew because the settings of 'content/index.md' have changed.
1 page in … s, with 1 warning.
The site is in 'public'.
2
$ local-offer build --today 2026-11-22 --why 2>/dev/null
The site is made anew because the program, its options or the day are not those of the earlier build.
1 page in … s, with 1 warning.
The site is in 'public'.
$ local-offer build --today 2026-11-22 --why --anew 2>/dev/null
The site is made anew because --anew asks for it.
1 page in … s, with 1 warning.
The site is in 'public'.
)");
}

TEST_CASE("with errors, all are told in file order and the last good site stays byte for byte") {
  CHECK_SCRIPT(HOME_PAGE R"($ local-offer build --today 2026-11-21 && cp -r public good
1 page in … s, with no problems.
The site is in 'public'.
-- content/index.md --
---
title: Home
id: home
---
[Ask](nowhere.md)

# Title
-- content/ask.md --
---
title: Ask
id: ask
review_by: 2026-11-20
---
[Home](indx.md)
$ local-offer build --today 2026-11-21
content/ask.md:4:12: warning[overdue-reviews]: this page should have been checked by 20 November 2026
      4 | review_by: 2026-11-20
        |            ^^^^^^^^^^
    help: Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.

content/ask.md:10:1: error[broken-links]: this link leads nowhere: there is no 'indx.md'
     10 | [Home](indx.md)
        | ^
    help: Did you mean 'index.md'?

content/index.md:10:1: error[broken-links]: this link leads nowhere: there is no 'nowhere.md'
     10 | [Ask](nowhere.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

content/index.md:12:1: error[titles-in-the-text]: 'Title' would be a second title: the page's title is 'Home'
     12 | # Title
        | ^
    help: ## Title

Not published: 3 errors and 1 warning. What was in 'public' before is still there.
(exit 1)
$ diff -r good public
)");
}

TEST_CASE("a finding of the theme is told with the theme's own path") {
  CHECK_SCRIPT(R"(
-- content/theme/theme.yml --
name: Mine
stylesheet: mine.css
icon: icon.svg
-- content/theme/mine.css --
body { color: black; }
-- content/theme/icon.svg --
<svg xmlns="http://www.w3.org/2000/svg" />
-- content/theme/templates/page.html --
<html lang="{{language}}"><head><title>{{titel}}</title></head><body>{{{body}}}</body></html>
$ local-offer build 2>&1 | head -1
content/theme/templates/page.html:1:40: error[broken-templates]: there is nothing called 'titel' here
)");
}

TEST_CASE("a folder with files in it that are not ours is left as it is") {
  CHECK_SCRIPT(R"(
-- mine/letter.txt --
mine
$ local-offer build --out mine
local-offer: 'mine' has files in it that local-offer did not make
    help: A build replaces its folder whole. Choose another with --out, or empty this one first.
(exit 3)
$ ls -A mine
letter.txt
$ local-offer build --out .
local-offer: '.' is the folder that you are in, or one above it
    help: A build replaces its folder whole. Choose a folder below, as in --out public.
(exit 3)
$ local-offer build --out content 2>&1 | head -1
local-offer: 'content' has files in it that local-offer did not make
)");
}

TEST_CASE("an output that is a file, or below one, or has no name is refused") {
  CHECK_SCRIPT(R"(
-- file --
mine
$ local-offer build --out file
local-offer: 'file' is a file, not a folder
    help: Choose another folder with --out.
(exit 3)
$ local-offer build --out file/site
local-offer: '(here)/file' is a file, not a folder
    help: Choose another name, or move that file away.
(exit 3)
$ local-offer build --out ''
local-offer: the folder for the site has no name
    help: Choose another folder with --out.
(exit 3)
$ cat file
mine
$ ls -A
content
file
)");
}

TEST_CASE("an output to which nothing can be written ends the build as the machine's no") {
  CHECK_SCRIPT(R"(
$ local-offer build --out /dev/full/x
local-offer: '/dev/full' is a file, not a folder
    help: Choose another name, or move that file away.
(exit 3)
$ local-offer build --out /proc/x 2> /dev/null
(exit 3)
$ local-offer build --out /proc/x 2>&1 | grep -c '^local-offer: .*/proc/'
1
$ ls -A
content
)");
}

TEST_CASE("a site that is not there, is a file or is empty is said, and a wrong home too") {
  CHECK_SCRIPT(R"(
-- file --
x
$ local-offer build nowhere
local-offer: there is no folder 'nowhere'
    help: Check the name, and that you are in the right folder.
(exit 3)
$ local-offer build file
local-offer: 'file' is a file, not a folder
(exit 3)
$ mkdir empty; local-offer build empty 2>&1 | head -2
empty/site.yml: error[missing-settings]: this folder has no site.yml, so the site has no name
    help: Make a file site.yml with at least: name: Our Local Offer
$ LOCAL_OFFER_HOME=/nowhere local-offer build 2> /dev/null
(exit 3)
$ ls public 2> /dev/null
(exit 2)
)");
}

TEST_CASE("a site that is built into a folder of its own does not publish its last output again") {
  CHECK_SCRIPT(HOME_PAGE R"($ cd content; local-offer build . --today 2026-11-21 && local-offer build . --today 2026-11-21 --anew; ls public
1 page in … s, with no problems.
The site is in 'public'.
1 page in … s, with no problems.
The site is in 'public'.
assets
calendar.ics
changes.json
changes.xml
coverage.json
feed.json
feed.xml
index.html
news
open-data
pages.json
robots.txt
sitemap.xml
updates
)");
}

TEST_CASE("two files that would become the same file of the site are a finding about the content") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/robots.txt --
mine
$ local-offer build --today 2026-11-21 > /dev/null 2>&1
(exit 1)
)");
}

TEST_CASE("a build can leave out checks and the search index, and say what each stage cost") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/search.md --
---
title: Search
id: search
---
Type your words.
$ local-offer build --today 2026-11-21 --timings | sed 's/ .*//' | LC_ALL=C sort -u | tr '\n' ' '
 2 The all as bodies check earlier files findings index load made note pages publish read related stage theme understand words 
$ ls public/search-index | sed 's/^[0-9a-f]*$/HASH/'
HASH
manifest.json
$ local-offer build --today 2026-11-21 --no-search && ls -d public/search*
2 pages in … s, with no problems.
The site is in 'public'.
public/search
public/search.xml
$ echo 'Please note that we utilise this.' >> content/search.md && local-offer build --today 2026-11-21 --no-checks | head -1
2 pages in … s, with no problems.
$ local-offer build --today 2026-11-21 2>/dev/null | head -1
2 pages in … s, with 2 warnings.
)");
}
