// check: a part of the site, other formats, and findings that are known.
#include <doctest/doctest.h>

#include "commands/script.h"

// Two pages: a has an Easy Read page and a table; each has a link that leads nowhere.
#define TWO_PAGES                                                                                                                  \
  PAGE_A                                                                                                                           \
  "[x](nowhere.md)\n"                                                                                                              \
  "-- content/a.easy.md --\n---\ntitle: A\nallow: [\"easy-read-without-you: a test\", \"easy-read-never-compared: a test\"]\n---\n" \
  "![](picture:about)\nAbout [a](gone.md).\n\n![](picture:together)\nAsk someone to read this with you. Ring [01632 960 100](tel:01632960100).\n"       \
  "-- content/b.md --\n---\ntitle: B\nid: bee\nreview_by: 2026-10-01\nreviewed: 2026-01-01\n---\n[y](nowhere.md)\n"

TEST_CASE("check --only tells of some codes, and still says what else keeps the site from readers") {
  CHECK_SCRIPT(TWO_PAGES R"($ local-offer check --only overdue-reviews --today 2026-11-21
content/b.md:4:12: warning[overdue-reviews]: this page should have been checked by 1 October 2026
      4 | review_by: 2026-10-01
        |            ^^^^^^^^^^
    help: Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.

3 pages looked at for overdue-reviews: 1 warning; 3 errors elsewhere in the site.
$ local-offer check --only overdue-reviews,broken-links --only raw-html --today 2026-11-21 2>/dev/null
3 pages looked at for overdue-reviews, broken-links and raw-html: 3 errors and 1 warning.
(exit 1)
$ local-offer check --only overdue-review
local-offer: there is no finding called 'overdue-review'
    help: Did you mean 'overdue-reviews'?
(exit 2)
)");
}

TEST_CASE("check --page looks at a page by its id, file or address, with its Easy Read page and tables") {
  CHECK_SCRIPT(TWO_PAGES R"($ local-offer check --page a --today 2026-11-21 2>&1 | grep -v '^ '
content/a.easy.md:6:7: error[broken-links]: this link leads nowhere: there is no 'gone.md'

content/a.md:10:1: error[broken-links]: this link leads nowhere: there is no 'nowhere.md'

2 of 3 pages looked at: 2 errors; 1 error elsewhere in the site.
$ for name in bee b.md content/b.md ./content/b.md /b/ https://test.example.org/b/#top; do local-offer check --page $name --today 2026-11-21 2>/dev/null; done | sort | uniq -c | sed 's/^ *//'
6 1 of 3 pages looked at: 1 error and 1 warning; 2 errors elsewhere in the site.
$ local-offer check --page a.easy.md --page bee --today 2026-11-21 2>/dev/null
3 of 3 pages looked at: 3 errors and 1 warning.
(exit 1)
$ local-offer check --page bea --today 2026-11-21
local-offer: there is no page 'bea'
    help: Did you mean 'bee'? Drafts are looked at with --drafts.
(exit 2)
$ local-offer check --page /c/ --today 2026-11-21
local-offer: there is no page '/c/'
    help: Did you mean '/a/'? Drafts are looked at with --drafts.
(exit 2)
)");
}

TEST_CASE("check --changed-since looks at pages that git says are new or different, with what belongs to them") {
  CHECK_SCRIPT(TWO_PAGES R"($ git init -q . && git add . && git -c user.name=x -c user.email=x@example.org commit -qm first && git tag first
$ local-offer check --changed-since first --today 2026-11-21
0 of 3 pages looked at: no problems; 3 errors elsewhere in the site.
$ echo More. >> content/a.easy.md; local-offer check --changed-since first --today 2026-11-21 2>/dev/null
2 of 3 pages looked at: 2 errors and 1 warning; 1 error elsewhere in the site.
(exit 1)
$ git -c user.name=x -c user.email=x@example.org commit -qam second; local-offer check --changed-since HEAD --today 2026-11-21 2>/dev/null
0 of 3 pages looked at: no problems; 3 errors elsewhere in the site.
$ cp content/b.md "content/new page.md"; sed -i 's/bee/new/; s/^title: .*/title: New/' "content/new page.md"; local-offer check --changed-since HEAD --today 2026-11-21 2>&1 | grep -v '^ ' | head -1
content/new page.md:4:12: warning[overdue-reviews]: this page should have been checked by 1 October 2026
$ local-offer check --changed-since nonsense
local-offer: git knows no revision 'nonsense' here
    help: Name a branch, a tag or a commit: --changed-since main. A copy without its history has to fetch it first.
(exit 2)
$ local-offer check --changed-since=--output=x; ls x
local-offer: git knows no revision '--output=x' here
    help: Name a branch, a tag or a commit: --changed-since main. A copy without its history has to fetch it first.
ls: cannot access 'x': No such file or directory
(exit 2)
)");
}

TEST_CASE("what others did on the branch since we left it is not ours to check") {
  CHECK_SCRIPT(TWO_PAGES R"($ git init -q -b main . && git add . && git config user.name x && git config user.email x@example.org && git commit -qm first && git checkout -qb ours
$ git checkout -q main; echo More. >> content/b.md; git commit -qam theirs; git checkout -q ours; echo More. >> content/a.md
$ local-offer check --changed-since main --today 2026-11-21 2>/dev/null
2 of 3 pages looked at: 2 errors; 1 error elsewhere in the site.
(exit 1)
)");
}

TEST_CASE("without git, or outside it, check --changed-since says so") {
  CHECK_SCRIPT(PAGE_A R"(Words.
$ GIT_CEILING_DIRECTORIES=/ local-offer check --changed-since main
local-offer: 'content' is not kept in git, so nobody knows what changed
    help: Without git, name pages one by one: --page ID
(exit 2)
$ program=$(command -v local-offer); PATH=/nowhere $program check --changed-since main
local-offer: git is not on this machine, so nobody knows what changed
    help: Install git, or name pages one by one: --page ID
(exit 2)
)");
}

TEST_CASE("more warnings than --max-warnings are a failure") {
  CHECK_SCRIPT(PAGE_A R"(Words.
-- content/b.md --
---
title: B
id: bee
review_by: 2026-10-01
reviewed: 2026-01-01
---
Words.
$ local-offer check --today 2026-11-21 --max-warnings 1 2>/dev/null
2 pages looked at: 1 warning.
$ local-offer check --today 2026-11-21 --max-warnings 0 2>/dev/null
2 pages looked at: 1 warning; --max-warnings allows 0.
(exit 1)
)");
}

TEST_CASE("formats for programs stand alone on standard output, and nothing is left out") {
  CHECK_SCRIPT(PAGE_A R"([x](nowhere.md), 100% [y](no, where.md)
$ local-offer check --format github --today 2026-11-21 2>/dev/null
::error file=content/a.md,line=10,col=1,title=broken-links::this link leads nowhere: there is no 'nowhere.md'%0AHelp: Name a page's file or id. 'local-offer list' shows all of them.
(exit 1)
$ local-offer check --format json --today 2026-11-21 2>/dev/null | tr -d '\n'
{"findings":[{"path":"content/a.md","line":10,"column":1,"code":"broken-links","act":[],"severity":"error","message":"this link leads nowhere: there is no 'nowhere.md'","help":"Name a page's file or id. 'local-offer list' shows all of them."}]}
$ local-offer check --format json --today 2026-11-21 > findings.json
1 page looked at: 1 error.
(exit 1)
$ local-offer check "$PWD/content" --format sarif --today 2026-11-21 2>/dev/null | grep -c '"artifactLocation": {"uri": "content/a.md", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 10, "startColumn": 1}'
1
$ local-offer check --format sraif
local-offer: there is no format 'sraif'
    help: Did you mean 'sarif'?
(exit 2)
$ local-offer check --format xml
local-offer: there is no format 'xml'
    help: The formats are: text, json, sarif, github.
(exit 2)
)");
}

TEST_CASE("a baseline lets an old site be mended step by step: known findings are counted, new ones fail") {
  CHECK_SCRIPT(TWO_PAGES R"($ local-offer check --write-baseline known.csv --today 2026-11-21
4 findings are known now: 'known.csv'. From now on: local-offer check content --baseline known.csv
$ grep -v '^#' known.csv | sed 's/[0-9a-f]\{10\}/HASH/'
code,file,line,times
broken-links,a.easy.md,HASH,1
broken-links,a.md,HASH,1
broken-links,b.md,HASH,1
overdue-reviews,b.md,HASH,1
$ local-offer check --baseline known.csv --today 2026-11-21
3 pages looked at: no problems, besides 4 known before.
$ sed -i '9a Words above it.\n' content/a.md; echo '[z](nothing.md)' >> content/b.md; local-offer check --baseline known.csv --today 2026-11-21
content/b.md:11:1: error[broken-links]: this link leads nowhere: there is no 'nothing.md'
     11 | [z](nothing.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

3 pages looked at: 1 error, new, besides 4 known before.
(exit 1)
$ sed -i '11d' content/b.md; sed -i 's/nowhere/b/' content/a.md; local-offer check --baseline known.csv --today 2026-11-21
known.csv: no longer there: broken-links in a.md
    help: Write the list again without them: local-offer check content --baseline known.csv --write-baseline known.csv

3 pages looked at: no problems, besides 3 known before.
$ echo '[z](nothing.md)' >> content/b.md; local-offer check --baseline known.csv --write-baseline known.csv --today 2026-11-21
3 findings are known now: 'known.csv'. From now on: local-offer check content --baseline known.csv
$ local-offer check --baseline known.csv --today 2026-11-21 2>/dev/null
3 pages looked at: 1 error, new, besides 3 known before.
(exit 1)
)");
}

TEST_CASE("a baseline that cannot be used says at which line, and one of a part of the site is not written") {
  CHECK_SCRIPT(PAGE_A R"(Words.
-- known.csv --
code,file,line,times
broken-links,a.md,5b89771f5b,2
<<<<<<< ours
broken-links,b.md,5b89771f5b
broken-links,b.md,5b89771f5b,many
-- other.csv --
name,date
-- empty.csv --
$ local-offer check --baseline known.csv
local-offer: known.csv:3: git left this line when two people's changes met
    help: Keep the rows of both, and take the lines of marks out.
local-offer: known.csv:4: this row does not have four cells
    help: A row is: code,file,line,times
local-offer: known.csv:5: 'many' is not how often a finding is there
    help: Write a number from 1.
(exit 2)
$ local-offer check --baseline other.csv
local-offer: other.csv:1: this is not a list of known findings
    help: Its first row is: code,file,line,times
(exit 2)
$ local-offer check --baseline empty.csv
local-offer: empty.csv: this file holds no list of known findings
    help: Make one: local-offer check --write-baseline FILE
(exit 2)
$ local-offer check --baseline none.csv
local-offer: there is no file 'none.csv'
    help: Write down what is known now: local-offer check --write-baseline none.csv
(exit 2)
$ local-offer check --write-baseline new.csv --page a
local-offer: --write-baseline writes down the findings of the whole site
    help: Leave out --only, --page and --changed-since.
(exit 2)
$ ls new.csv 2>/dev/null
(exit 2)
)");
}
