#include <doctest/doctest.h>

#include "kit.h"

namespace offer::strategy_test {

namespace {

constexpr std::string_view two_plans = R"(
-- strategies/new.md --
---
title: Our new plan
id: new-plan
summary: What we promise from 2026.
from: 2026
to: 2030
supersedes: old-plan
overseen_by: [board-one]
adopted: 2026-02-08
adopted_by: Cabinet
---
## Vision

> Every child is happy.

## Priorities

### 1. Ask families

- We ask.

### 2. Keep our word

We keep it.

## Versions

| Version | Date | Who | What changed |
| --- | --- | --- | --- |
| 0.9 | 1 May 2025 | Lead | First draft |
| 0.10 | 2 May 2025 | Lead | Mended |
| 1.0 | 8 February 2026 | Cabinet | Agreed |
-- strategies/old.md --
---
title: Our old plan
id: old-plan
summary: What we promised.
status: superseded
adopted: 2021-03-01
---
## Vision

Good lives.

## Priorities

### 1. Listen

We listen.
-- boards/one.md --
---
id: board-one
title: Health and Wellbeing Board
---
## What it does

It checks.
-- strategies/index.md --
---
title: Plans
---
What we promise.
)";

// A strategy with what must be there, and then `more`.
kit::Built strategy_with(std::string_view more) {
  return kit::build(
      "\n-- strategies/a.md --\n## Vision\n\nGood lives.\n\n## Priorities\n\n### 1. Listen\n\n" +
      std::string(more));
}

}  // namespace

TEST_CASE(
    "a strategy shows its years, who agreed it, who checks it and what it replaced, then its "
    "words") {
  const kit::Built built = kit::build(two_plans);
  CHECK(built.problems() == "");
  CHECK(built.page("/strategies/new/") == R"(<h1>Our new plan</h1>
<dl class="facts">
<div class="fact"><dt>Years</dt><dd>2026 to 2030</dd></div>
<div class="fact"><dt>Agreed</dt><dd>8 February 2026, by Cabinet</dd></div>
<div class="fact"><dt>Who checks it</dt><dd><a href="/boards/one/">Health and Wellbeing Board</a></dd></div>
<div class="fact"><dt>It replaced</dt><dd><a href="/strategies/old/">Our old plan</a></dd></div>
</dl>
<h2 id="vision">Vision</h2>
<blockquote>
<p>Every child is happy.</p>
</blockquote>
<h2 id="priorities">Priorities</h2>
<h3 id="1-ask-families">1. Ask families</h3>
<ul>
<li>We ask.</li>
</ul>
<h3 id="2-keep-our-word">2. Keep our word</h3>
<p>We keep it.</p>
<h2 id="versions">Versions</h2>
<div class="table" role="region" aria-label="Table: Versions" tabindex="0"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Date</th><th scope="col">Who</th><th scope="col">What changed</th></tr></thead>
<tbody>
<tr><td class="number" data-label="Version">0.9</td><td data-label="Date">1 May 2025</td><td data-label="Who">Lead</td><td data-label="What changed">First draft</td></tr>
<tr><td class="number" data-label="Version">0.10</td><td data-label="Date">2 May 2025</td><td data-label="Who">Lead</td><td data-label="What changed">Mended</td></tr>
<tr><td class="number" data-label="Version">1.0</td><td data-label="Date">8 February 2026</td><td data-label="Who">Cabinet</td><td data-label="What changed">Agreed</td></tr>
</tbody></table></div>
<h2 id="list-before-and-after">Before and after</h2>
<ol>
<li><strong>2023 to 2026</strong>: <a href="/strategies/old/">Our old plan</a></li>
<li><strong>2026 to 2030</strong>: Our new plan (this page)</li>
</ol>

)");
}

TEST_CASE("a strategy that was replaced leads to the one that replaced it") {
  CHECK(kit::build(two_plans).page("/strategies/old/") == R"(<h1>Our old plan</h1>
<dl class="facts">
<div class="fact"><dt>Years</dt><dd>2023 to 2026</dd></div>
<div class="fact"><dt>Agreed</dt><dd>1 March 2021</dd></div>
<div class="fact"><dt>Replaced by</dt><dd><a href="/strategies/new/">Our new plan</a></dd></div>
</dl>
<h2 id="vision">Vision</h2>
<p>Good lives.</p>
<h2 id="priorities">Priorities</h2>
<h3 id="1-listen">1. Listen</h3>
<p>We listen.</p>
<h2 id="list-before-and-after">Before and after</h2>
<ol>
<li><strong>2023 to 2026</strong>: Our old plan (this page)</li>
<li><strong>2026 to 2030</strong>: <a href="/strategies/new/">Our new plan</a></li>
</ol>

)");
}

TEST_CASE("the list of strategies shows each once, the newest first, and says which are in use") {
  CHECK(kit::build(two_plans).page("/strategies/") == R"(<h1>Plans</h1>
<p>What we promise.</p>
<ul class="cards">
<li class="card"><p class="card-title"><a href="/strategies/new/">Our new plan</a></p><p class="card-words">What we promise from 2026.</p><p class="card-tags"><span class="tag tag-current">In use now</span></p></li>
<li class="card"><p class="card-title"><a href="/strategies/old/">Our old plan</a></p><p class="card-words">What we promised.</p><p class="card-tags"><span class="tag tag-superseded">Older: replaced</span></p></li>
</ul>
<h2 id="list-one-after-another">One after another</h2>
<h3 id="list-line-new-plan">Our new plan</h3>
<ol>
<li><strong>2023 to 2026</strong>: <a href="/strategies/old/">Our old plan</a></li>
<li><strong>2026 to 2030</strong>: <a href="/strategies/new/">Our new plan</a></li>
</ol>

)");
}

TEST_CASE("a strategy that replaces one that is not there is an error") {
  CHECK(kit::build(R"(
-- strategies/a.md --
---
supersedes: nobody
---
## Vision

Good lives.

## Priorities

### 1. Listen
)")
            .problems() ==
        "strategies/a.md:2:13 unknown-references: 'supersedes' names a page 'nobody', and there is "
        "none of that name\n");
}

TEST_CASE("priorities are numbered 1, 2, 3") {
  CHECK(strategy_with("### 3. Ask\n\n### Tell\n").printed() ==
        R"(strategies/a.md:20:1: error[wrong-numbering]: this heading should have the number 2
     20 | ### 3. Ask
        | ^
    help: ### 2. Ask

strategies/a.md:22:1: error[wrong-numbering]: this heading should have the number 3
     22 | ### Tell
        | ^
    help: ### 3. Tell

)");
}

TEST_CASE("a strategy without priorities says how to add one") {
  CHECK(kit::build("\n-- strategies/a.md --\n## Vision\n\nWords.\n\n## Priorities\n\nWords.\n")
            .printed() ==
        R"(strategies/a.md:16:1: error[missing-headings]: there are no priorities under this heading
     16 | ## Priorities
        | ^
    help: Add one: ### 1. What you will do first

)");
}

TEST_CASE(
    "the agreed headings of a strategy may be in small letters, and none of them must be there: of "
    "some strategies the papers tell little") {
  CHECK(kit::build("\n-- strategies/a.md --\n## vision\n\nWords.\n\n## priorities\n\n### 1. Ask\n")
            .problems() == "");
  CHECK(kit::build("\n-- strategies/a.md --\nWords.\n").problems() == "");
}

TEST_CASE("each heading that is nearly an agreed one is told what it should be") {
  CHECK(
      kit::build(
          "\n-- strategies/a.md --\n## Visions\n\nWords.\n\n## Our priorities\n\n### 1. Ask\n")
          .printed() ==
      R"(strategies/a.md:12:1: warning[near-miss-headings]: 'Visions' is nearly a heading that every strategy has
     12 | ## Visions
        | ^
    help: Did you mean: ## Vision

strategies/a.md:16:1: warning[near-miss-headings]: 'Our priorities' is nearly a heading that every strategy has
     16 | ## Our priorities
        | ^
    help: Did you mean: ## Priorities

)");
}

TEST_CASE("a heading that is nearly one that a strategy may have is told what it should be") {
  CHECK(
      strategy_with("## Principle\n\nWords.\n").printed() ==
      R"(strategies/a.md:20:1: warning[near-miss-headings]: 'Principle' is nearly a heading that every strategy has
     20 | ## Principle
        | ^
    help: Did you mean: ## Principles

)");
}

TEST_CASE("a strategy that ends before it begins is found, and one of a single year is not") {
  const auto years = [](std::string_view both) {
    return kit::build(fmt::format("\n-- strategies/a.md --\n---\n{}---\n## Vision\n\nWords.\n\n"
                                  "## Priorities\n\n### 1. Ask\n",
                                  both))
        .printed();
  };
  CHECK(years("from: 2026\nto: 2026\n") == "");
  CHECK(
      years("from: 2026\nto: 2023\n") ==
      R"(strategies/a.md:3:5: error[wrong-values]: the strategy ends in 2023, before it begins in 2026
      3 | to: 2023
        |     ^^^^
    help: Swap the two years.

)");
  CHECK(years("from: soon\nto: 2026\n") ==
        R"(strategies/a.md:2:7: error[wrong-values]: 'soon' is not a year
      2 | from: soon
        |       ^^^^
    help: For example: from: 2023

)");
}

}  // namespace offer::strategy_test
