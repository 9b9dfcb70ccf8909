#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("report coverage says of each point of the law which pages answer it") {
  CHECK_SCRIPT(R"(
-- content/ask.md --
---
title: Ask
id: ask
covers: [S2.19]
---
Ring us.
$ local-offer report coverage --today 2026-11-21 | grep -A1 '^S2.19 '
S2.19   No Easy Read             How to ask for an EHC needs assessment, and personal budgets
        ask.md
$ local-offer report coverage --today 2026-11-21 | tail -n 1
56 points of Schedule 2. No Easy Read: 1; Missing: 55.
)");
}

TEST_CASE("report reviews lists pages whose check is late, by owner, and those that come soon") {
  CHECK_SCRIPT(R"(
-- content/late.md --
---
title: Late
id: late
reviewed: 2025-01-01
review_by: 2026-01-01
---
Words.
-- content/soon.md --
---
title: Soon
id: soon
reviewed: 2026-01-01
review_by: 2026-12-24
---
Words.
$ local-offer report reviews --today 2026-11-21
Late
  Local Offer officer
    2026-01-01  late.md
In the next three months
  Local Offer officer
    2026-12-24  soon.md
2 pages with a review date; late: 1.
)");
}

TEST_CASE("report feedback puts what has no answer first, with its days; report measures names those without a figure") {
  CHECK_SCRIPT(R"(
-- content/updates/a.md --
---
title: Phones
id: update-phones
who: Parents
said: 2026-11-01
channel: Survey
about: [quality]
answer: waiting
---
## You said

Nobody rings back.
-- content/measures/b.md --
---
title: Plans on time
id: measure-plans
question: How many?
unit: percent
good: up
source: A paper
---
## What we count

Plans.
$ local-offer report feedback --today 2026-11-21
Not answered yet   said 2026-11-01 updates/a.md  20 days
1 thing that was said. Not answered yet: 1.
$ local-offer report measures --today 2026-11-21
measures/b.md                                                No figure yet
1 measure. Without a figure: 1. Older than a year and a half: 0.
)");
}

TEST_CASE("report reading lists the pages that are long enough, the hardest first, for people and for spreadsheets") {
  const std::string easy = "We help you. Ask us. Ring us. You can come in. We are open. We like to help. It is free. ";
  const std::string hard = "The responsibility of the organisation encompasses considerable administrative coordination between professional practitioners. ";
  std::string many_easy, many_hard;
  for (int i = 0; i < 8; ++i) many_easy += easy;
  for (int i = 0; i < 10; ++i) many_hard += hard;
  const std::string played = offer::script::play("-- content/a.md --\n" + many_easy + "\n-- content/b.md --\n" + many_hard + "\n-- content/c.md --\nAsk.\n$ local-offer report reading --csv\n");
  const size_t header = played.find("page,grade,ari,lix,words,sentences,words_in_a_sentence\n");
  REQUIRE(header != std::string::npos);
  CHECK(played.find("\nb.md,", header) < played.find("\na.md,", header));
  CHECK(played.find("\nc.md,", header) == std::string::npos);
}
