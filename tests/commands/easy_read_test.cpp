// easy-read and report: accept, suggest, and lists of what there is.
#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("easy-read accept changes its own two lines and no other byte, and check tells what changed after it") {
  CHECK_SCRIPT(R"(
-- content/a.md --
---
title: Help
id: help-page
---
Ring us.

## Late

Write to us.
-- content/a.easy.md --
---
title:   "Help"   # our words
allow: ["easy-read-without-you: a test"]
---
![](picture:about)
About help.

![](picture:together)
Ask someone to read this with you. Ring [01632 960 100](tel:01632960100).
$ cp content/a.easy.md before
$ local-offer easy-read accept help-page --today 2026-05-03
'a.easy.md' says what a.md says: written down for 5 lines of it, on 3 May 2026.
From now on 'local-offer check' tells you when one of them changes.
$ diff before content/a.easy.md | sed 's/: [0-9a-f]\{10\}$/: …/'
3a4,5
> accepted: …
> accepted_on: 2026-05-03
$ sed 's/[0-9a-f]\{4\}/…/g' content/a.easy.lock
# Nobody needs to read or change this file. It lets 'local-offer check' say which lines of
# a.md have changed since its Easy Read page was last compared with it.
… … … … …
$ local-offer check --today 2026-05-04
2 pages looked at: no problems.
$ local-offer easy-read accept content/a.easy.md --today 2026-05-04
'a.easy.md' was accepted before, and a.md has not changed since. Nothing was written.
$ sed -i 's/Write to us/Write to the office/' content/a.md
$ local-offer check --today 2026-05-05 2>&1 | grep -v accepted:
content/a.easy.md:4:11: warning[easy-read-drift]: the full page a.md has changed since 3 May 2026: line 14 is new or different
        |           ^^^^^^^^^^
    help: Bring the rows that tell of it up to date. Then say so: local-offer easy-read accept a.easy.md

2 pages looked at: 1 warning.
$ local-offer report easy-read --today 2026-05-05
Pages with an Easy Read version: 1
Drifted: the full page has changed: 1
  a.easy.md: 1 line changed since 3 May 2026
Never compared with the full page: 0
Missing: pages for families without an Easy Read version: 0
Not yet checked by people with a learning disability: 1
  a.easy.md
$ local-offer easy-read accept a.md --today 2026-05-06
'a.easy.md' says what a.md says: written down again for 5 lines of it, on 6 May 2026.
From now on 'local-offer check' tells you when one of them changes.
$ diff before content/a.easy.md | sed 's/: [0-9a-f]\{10\}$/: …/'
3a4,5
> accepted: …
> accepted_on: 2026-05-06
)");
}

TEST_CASE("easy-read accept keeps the line ends of Windows and a byte order mark") {
  CHECK_SCRIPT(R"(
-- content/a.md --
Ring us.
-- content/a.easy.md --
---
title: Help
---
![](picture:about)
About help.
$ printf '\357\273\277' > new; sed 's/$/\r/' content/a.easy.md >> new; mv new content/a.easy.md
$ local-offer easy-read accept a.md --today 2026-05-03 | head -1
'a.easy.md' says what a.md says: written down for 3 lines of it, on 3 May 2026.
$ cat -v content/a.easy.md | sed 's/: [0-9a-f]\{10\}/: …/' | sed 's/\^M/~/'
M-oM-;M-?---~
title: Help~
accepted: …~
accepted_on: 2026-05-03~
---~
![](picture:about)~
About help.~
)");
}

TEST_CASE("easy-read says what it can do, and which page was meant") {
  CHECK_SCRIPT(R"(
-- content/ask.md --
---
title: Ask
id: how-to-ask
---
Ring us.
-- content/ask.easy.md --
---
title: Ask
---
![](picture:about)
About help.
-- content/alone.md --
Words.
$ local-offer easy-read acept how-to-ask
local-offer: easy-read cannot 'acept'
    help: Did you mean 'accept'?
(exit 2)
$ local-offer easy-read accept how-to-aks
local-offer: there is no page 'how-to-aks'
    help: Did you mean 'how-to-ask'?
(exit 2)
$ local-offer easy-read accept alone.md
local-offer: 'alone.md' has no Easy Read page
    help: Write one: alone.easy.md
(exit 2)
$ local-offer easy-read accept how-to-ask --today 2026-02-31
local-offer: '2026-02-31' is not a day that exists
    help: Write it as year-month-day: --today 2026-11-21
(exit 2)
$ local-offer report esy-read
local-offer: there is no report 'esy-read'
    help: Did you mean 'easy-read'?
(exit 2)
$ local-offer report nonsense
local-offer: there is no report 'nonsense'
    help: These are all:
      coverage   how the site answers each point of Schedule 2
      easy-read  Easy Read versions: up to date, missing, not yet checked
      feedback   what was said and how far the answers are
      measures   the newest figure of each measure, and which have none or an old one
      reading    how hard each page looks by its counts, the hardest first
      reviews    pages whose check is late or comes soon, by owner
(exit 2)
)");
}

TEST_CASE("easy-read suggest shows length, hard words and pictures that fit, and writes nothing") {
  CHECK_SCRIPT(R"(
-- content/a.md --
Words.
-- content/a.easy.md --
---
title: Ask
---
## Who helps?

![](picture:about)
The meeting will commence at the amelioration.
You can bring someone you trust to this meeting and also your mum and your dad and your cat.
$ local-offer easy-read suggest a.md
a.easy.md: Ask

     4 | ## Who helps?

     7 | The meeting will commence at the amelioration.
      7 words
      hard: commence -> start
      hard: amelioration (not in the list of words that people know)
      pictures: meeting; now: about
     8 | You can bring someone you trust to this meeting and also your mum and your dad and your cat.
      19 words: too long

2 sentences in 1 row, with 13.0 words on average. Nothing was written.
$ ls content
a.easy.md
a.md
needs.yml
roles.yml
site.yml
topics.yml
)");
}

TEST_CASE("report easy-read lists what families still miss") {
  CHECK_SCRIPT(HOME_PAGE R"(-- content/pathways/ask.md --
---
title: How to ask
id: ask
---
## Steps

### 1. Ask
-- content/pathways/draft.md --
---
title: A draft
id: draft
status: draft
---
## Steps

### 1. Ask
-- content/strategies/old.md --
---
title: An old plan
id: old
status: superseded
---
Words.
-- content/about.md --
Words.
$ local-offer report easy-read --today 2026-11-21 2> /dev/null
Pages with an Easy Read version: 0
Drifted: the full page has changed: 0
Never compared with the full page: 0
Missing: pages for families without an Easy Read version: 2
  index.md: Home
  pathways/ask.md: How to ask
Not yet checked by people with a learning disability: 0
)");
}
