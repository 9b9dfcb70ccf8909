#include <doctest/doctest.h>

#include "kit.h"

namespace offer::term_test {

namespace {

constexpr std::string_view words = R"(
-- glossary/ehc.md --
---
title: EHC plan
id: term-ehc
summary: A paper that says what help a child must get.
abbreviation: EHCP
say: E H C plan
easy: A plan that says what help you get.
not_the_same_as: [term-statement, term-one]
from: 2014-09-01
---
It can start at birth.
-- glossary/statement.md --
---
title: statement
id: term-statement
summary: The old kind of plan.
easy: An old plan.
until: 2018-03-31
replaced_by: term-ehc
---
There are none now.
-- glossary/one.md --
---
title: 1:1 support
id: term-one
summary: One helper for one child.
---
A helper sits with you.
-- glossary/ten.md --
---
title: 10 day rule
id: term-ten
summary: A rule.
---
Words.
-- glossary/area.md --
---
title: early years
id: term-early
summary: The years before school.
---
Words.
-- glossary/index.md --
---
title: Words
---
Words we use.
)";

}  // namespace

TEST_CASE(
    "a term shows its words, then its short form, how to say it, its dates and its Easy Read "
    "meaning") {
  const kit::Built built = kit::build(words);
  CHECK(built.problems() == "");
  CHECK(built.page("/glossary/ehc/") == R"(<h1>EHC plan</h1>
<p>It can start at birth.</p>
<dl class="facts">
<div class="fact"><dt>Short form</dt><dd>EHCP</dd></div>
<div class="fact"><dt>Say it like this</dt><dd>E H C plan</dd></div>
<div class="fact"><dt>It began</dt><dd>1 September 2014</dd></div>
<div class="fact"><dt>In Easy Read</dt><dd>A plan that says what help you get.</dd></div>
<div class="fact"><dt>Not the same as</dt><dd><ul>
<li><a href="/glossary/statement/">statement</a></li>
<li><a href="/glossary/one/">1:1 support</a></li>
</ul>
</dd></div>
</dl>

)");
}

TEST_CASE("a term for something that ended says what took its place") {
  CHECK(kit::build(words).page("/glossary/statement/") == R"(<h1>statement</h1>
<p>There are none now.</p>
<dl class="facts">
<div class="fact"><dt>It ended</dt><dd>31 March 2018</dd></div>
<div class="fact"><dt>What took its place</dt><dd><a href="/glossary/ehc/">EHC plan</a></dd></div>
<div class="fact"><dt>In Easy Read</dt><dd>An old plan.</dd></div>
</dl>

)");
}

TEST_CASE(
    "the word list goes from A to Z whatever the capitals, with digits as one group before them") {
  CHECK(kit::build(words).page("/glossary/") == R"(<h1>Words</h1>
<p>Words we use.</p>
<nav class="letters" aria-label="Letters"><ul><li><a href="#list-0-to-9">0 to 9</a></li><li><a href="#list-e">E</a></li><li><a href="#list-s">S</a></li></ul></nav>
<h2 id="list-0-to-9">0 to 9</h2>
<dl class="words">
<div class="word"><dt><a href="/glossary/ten/">10 day rule</a></dt><dd>A rule.</dd></div>
<div class="word"><dt><a href="/glossary/one/">1:1 support</a></dt><dd>One helper for one child.</dd></div>
</dl>
<h2 id="list-e">E</h2>
<dl class="words">
<div class="word"><dt><a href="/glossary/area/">early years</a></dt><dd>The years before school.</dd></div>
<div class="word"><dt><a href="/glossary/ehc/">EHC plan (EHCP)</a></dt><dd>A paper that says what help a child must get.</dd></div>
</dl>
<h2 id="list-s">S</h2>
<dl class="words">
<div class="word"><dt><a href="/glossary/statement/">statement</a></dt><dd>The old kind of plan.</dd></div>
</dl>

)");
}

TEST_CASE(
    "every word of the list is there once, also one that begins with neither a letter nor a "
    "digit") {
  const std::string page = kit::build(R"(
-- glossary/a.md --
---
title: 1:1 support
id: term-one
summary: One helper.
---
Words.
-- glossary/b.md --
---
title: Apple
id: term-apple
summary: A fruit.
---
Words.
-- glossary/c.md --
---
title: ‘Golden’ folder
id: term-golden
summary: A folder.
---
Words.
-- glossary/index.md --
Words.
)")
                               .page("/glossary/");
  for (const std::string_view address : {"/glossary/a/", "/glossary/b/", "/glossary/c/"}) {
    CAPTURE(address);
    const size_t first = page.find(address);
    REQUIRE(first != std::string::npos);
    CHECK(page.find(address, first + 1) == std::string::npos);
  }
}

TEST_CASE("a term without a title is reported, and the rest of the word list is still looked at") {
  const kit::Built built = kit::build(
      "\n-- glossary/a.md --\n---\ntitle:\n---\nWords.\n-- glossary/index.md --\nWords.\n");
  CHECK(built.problems_of({"wrong-values"}) == "glossary/a.md:2:7 wrong-values: 'title' has no value\n");
}

}  // namespace offer::term_test
