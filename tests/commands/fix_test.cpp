// fix: what it offers, what it writes, and what it never touches.
#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("fix shows a difference that other programs can use, and writes only with --write") {
  CHECK_SCRIPT(PAGE_A R"(Come on 1st October 2024.
Ring 01632960101.
$ local-offer fix --today 2026-11-21
--- content/a.md
+++ content/a.md
@@ -7,5 +7,5 @@
 reviewed: 2026-09-01
 review_by: 2027-09-01
 ---
-Come on 1st October 2024.
-Ring 01632960101.
+Come on 1 October 2024.
+Ring 01632 960 101.
content/a.md: 1 dates, 1 phones
2 mends in 1 file offered; nothing was written. To make them: the same with --write
$ cp content/a.md before; local-offer fix 2>/dev/null > mends.patch; patch -sp0 < mends.patch && cp content/a.md patched && cp before content/a.md
$ local-offer fix --write
content/a.md: 1 dates, 1 phones
2 mends in 1 file made.
$ cmp content/a.md patched && local-offer fix && ls -A content
Nothing to mend.
a.md
needs.yml
roles.yml
site.yml
topics.yml
)");
}

TEST_CASE("fix looks at one page or makes one kind of mend when asked to") {
  CHECK_SCRIPT(PAGE_A R"(1st October 2024 and 01632960101
-- content/b.md --
---
title: B
id: bee
---
1st October 2024
$ local-offer fix --only phones 2>&1 >/dev/null | head -1
content/a.md: 1 phones
$ local-offer fix bee content/a.md 2>&1 >/dev/null | grep -c :.1.dates
2
$ local-offer fix bee --write
content/b.md: 1 dates
1 mend in 1 file made.
$ local-offer fix bea
local-offer: there is no page 'bea'
    help: Did you mean 'bee'?
(exit 2)
$ local-offer fix --only phone
local-offer: there is no mend 'phone'
    help: Did you mean 'phones'?
(exit 2)
)");
}

TEST_CASE("fix keeps permissions, follows links, and leaves what it may not write as it was") {
  CHECK_SCRIPT(PAGE_A R"(1st October 2024
$ mv content/a.md real.md; ln -s ../real.md content/a.md; chmod 640 real.md; local-offer fix --write
content/a.md: 1 dates
1 mend in 1 file made.
$ test -L content/a.md && tail -1 real.md && stat -c %a real.md
1 October 2024
640
)");
}

TEST_CASE("fix says which Easy Read pages must be compared again, and only where words changed") {
  CHECK_SCRIPT(PAGE_A R"(1st October 2024
-- content/a.easy.md --
---
title: A
---
![](picture:about)
About help.
-- content/b.md --
---
title: B
id: bee
---
Words. 
-- content/b.easy.md --
---
title: B
---
![](picture:about)
About help.
$ local-offer easy-read accept a --today 2026-11-21 > /dev/null; local-offer easy-read accept bee --today 2026-11-21 > /dev/null
$ local-offer fix --write --today 2026-11-21
content/a.md: 1 dates
content/b.md: 1 trailing-spaces
content/a.easy.md
    help: Its full page has other words now. Compare the two, then: local-offer easy-read accept a.easy.md --site content
2 mends in 2 files made.
)");
}

TEST_CASE("on a terminal the words that change are marked") {
  CHECK_SCRIPT(PAGE_A R"(Come on 1st October 2024.
$ script -qec 'local-offer fix' /dev/null | cat -v | grep '\[3[12]m' | sed 's/.M$//'
^[[31m-Come on ^[[7m1st^[[27m October 2024.^[[0m
^[[32m+Come on ^[[7m1^[[27m October 2024.^[[0m
)");
}
