// check and list: what a site is like, without writing anything.
#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("check says how many pages it looked at and writes nothing") {
  CHECK_SCRIPT(HOME_PAGE R"($ local-offer check --today 2026-11-21
1 page looked at: no problems.
$ local-offer check --today 2027-09-02
content/index.md:8:12: warning[overdue-reviews]: this page should have been checked by 1 September 2027
      8 | review_by: 2027-09-01
        |            ^^^^^^^^^^
    help: Check that everything on it is true, then set 'reviewed' to today and 'review_by' to a later day.

1 page looked at: 1 warning.
$ ls -A . content
.:
content

content:
index.md
needs.yml
roles.yml
site.yml
topics.yml
)");
}

TEST_CASE("check shows five findings of a kind and says how to see the others") {
  CHECK_SCRIPT(PAGE_A R"([1](n1.md)
[2](n2.md)
[3](n3.md)
[4](n4.md)
[5](n5.md)
[6](n6.md)
[7](n7.md)
$ local-offer check --today 2026-11-21 | tail -4
content/a.md:10:1: error[broken-links]: this link leads nowhere: there is no 'n1.md'
     10 | [1](n1.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

content/a.md:11:1: error[broken-links]: this link leads nowhere: there is no 'n2.md'
     11 | [2](n2.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

content/a.md:12:1: error[broken-links]: this link leads nowhere: there is no 'n3.md'
     12 | [3](n3.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

content/a.md:13:1: error[broken-links]: this link leads nowhere: there is no 'n4.md'
     13 | [4](n4.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

content/a.md:14:1: error[broken-links]: this link leads nowhere: there is no 'n5.md'
     14 | [5](n5.md)
        | ^
    help: Name a page's file or id. 'local-offer list' shows all of them.

… and 2 more of [broken-links]. See them all with --all; learn more with: local-offer explain broken-links
1 page looked at: 7 errors.
$ local-offer check --today 2026-11-21 --all 2>&1 | grep -c 'error\['
7
$ local-offer check --today 2026-11-21 > /dev/null 2>&1
(exit 1)
)");
}

TEST_CASE("findings have colours on a terminal only, and never when NO_COLOR is set") {
  CHECK_SCRIPT(PAGE_A R"([x](nowhere.md)
$ local-offer check --today 2026-11-21 2>&1 | cat -v | head -1
content/a.md:10:1: error[broken-links]: this link leads nowhere: there is no 'nowhere.md'
$ script -qec 'local-offer check --today 2026-11-21' /dev/null | cat -v | head -1 | sed 's/.M$//'
content/a.md:10:1: ^[[1;31merror[broken-links]^[[0m: this link leads nowhere: there is no 'nowhere.md'
$ NO_COLOR=1 script -qec 'local-offer check --today 2026-11-21' /dev/null | cat -v | head -1 | sed 's/.M$//'
content/a.md:10:1: error[broken-links]: this link leads nowhere: there is no 'nowhere.md'
$ NO_COLOR= script -qec 'local-offer check --today 2026-11-21' /dev/null | cat -v | head -1 | sed 's/.M$//'
content/a.md:10:1: ^[[1;31merror[broken-links]^[[0m: this link leads nowhere: there is no 'nowhere.md'
)");
}

TEST_CASE("list shows every page with its review date, drafts and Easy Read versions too") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/index.easy.md --
---
title: Home
---
![](picture:talk)
Words.
-- content/old.md --
---
title: An old page
id: old
reviewed: 2025-01-01
review_by: 2026-01-01
---
Words.
-- content/pathways/draft.md --
---
title: A draft
id: draft
status: draft
---
## Steps

### 1. Ask
$ local-offer list --today 2026-11-21
check by    kind      status          id                                     title
2027-09-01  easy read published       index.easy.md                          Home
2027-09-01  page      published       home                                   Home
2026-01-01! page      published       old                                    An old page
2027-09-01  pathway   draft           draft                                  A draft
4 pages. '!' marks those past their review date.
$ local-offer list --overdue --today 2026-11-21
check by    kind      status          id                                     title
2026-01-01! page      published       old                                    An old page
1 page past their review date.
$ local-offer list --overdue --today 2026-01-01
check by    kind      status          id                                     title
0 pages past their review date.
-- content/old.md --
---
title: An old page
id: old
---
[x](nowhere.md)
$ local-offer list --today 2026-11-21 2>&1 > /dev/null
The site has 1 error: see local-offer check.
)");
}

TEST_CASE("list --addresses prints the addresses that addresses.txt does not keep, of pages that readers see") {
  CHECK_SCRIPT(R"(
-- content/index.md --
---
title: Home
id: home
---
Words.
-- content/old.md --
---
title: An old page
---
Words.
-- content/new.md --
---
title: A new page
---
Words.
-- content/draft.md --
---
title: A draft
status: draft
---
Words.
-- content/addresses.txt --
/
/old/
$ local-offer list --addresses --today 2026-11-21
/new/
$ local-offer list --addresses --today 2026-11-21 >> content/addresses.txt
$ local-offer list --addresses --today 2026-11-21
$ rm content/old.md
$ local-offer check --today 2026-11-21
content/addresses.txt:2:1: warning[addresses-that-are-gone]: readers were given /old/, and nothing stands there any more
      2 | /old/
        | ^^^^^
    help: Put into the settings of the page that took its place: was: [/old/]. If nothing did, say why here: /old/ # the service ended

2 pages looked at: 1 warning.
)");
}
