#include <doctest/doctest.h>

#include "kit.h"

namespace offer::pathway_test {

namespace {

constexpr std::string_view ask = R"(
-- pathways/ask.md --
---
title: Ask for a plan
summary: How to ask.
for: Children and young people
starts_when: You write to us
ages: 0 to 25
---
## In short

- Anybody can ask.

## Steps

Do these in turn.

### 1. Write to us

Say what your child needs.

**When:** any day

You can ring us as well.

**What you do:** Write or [ring](tel:01632960100).

**what they do**: They write back.

**If it is late:**
Ring again.

**If the answer is no:** You can **appeal**.

**The law:** Section 36

### 2. **Meet** us

We talk.

## After that

You have a plan.
-- pathways/wait.md --
---
title: Wait
summary: How long it takes.
---
## Steps

### 1. Wait
-- pathways/index.md --
---
title: Ways through
---
Begin here.

## More help

Ring us.
)";

}  // namespace

TEST_CASE(
    "a pathway shows who it is for, then its steps, with each labelled line as a fact of its "
    "step") {
  const kit::Built built = kit::build(ask);
  CHECK(built.problems() == "");
  CHECK(built.page("/pathways/ask/") == R"(<h1>Ask for a plan</h1>
<dl class="facts">
<div class="fact"><dt>Who it is for</dt><dd>Children and young people</dd></div>
<div class="fact"><dt>Ages</dt><dd>0 to 25</dd></div>
<div class="fact"><dt>It starts when</dt><dd>You write to us</dd></div>
</dl>
<h2 id="in-short">In short</h2>
<ul>
<li>Anybody can ask.</li>
</ul>
<h2 id="steps">Steps</h2>
<p><a href="/pathways/ask/checklist/">These steps as a list to print</a> · <a href="/pathways/ask/map/">The way at a glance</a></p>
<p>Do these in turn.</p>
<ol class="steps">
<li class="step"><h3 id="1-write-to-us">Write to us</h3>
<p>Say what your child needs.</p>
<p>You can ring us as well.</p>
<dl class="facts step-facts">
<div class="fact fact-when"><dt>When</dt><dd>any day</dd></div>
<div class="fact fact-you-do"><dt>What you do</dt><dd>Write or <a href="tel:01632960100">ring</a>.</dd></div>
<div class="fact fact-they-do"><dt>What they do</dt><dd>They write back.</dd></div>
<div class="fact fact-if-late"><dt>If it is late</dt><dd>Ring again.</dd></div>
<div class="fact fact-if-no"><dt>If the answer is no</dt><dd>You can <strong>appeal</strong>.</dd></div>
<div class="fact fact-law"><dt>The law</dt><dd>Section 36</dd></div>
</dl>
</li>
<li class="step"><h3 id="2-meet-us"><strong>Meet</strong> us</h3>
<p>We talk.</p>
</li>
</ol>
<h2 id="after-that">After that</h2>
<p>You have a plan.</p>

)");
}

TEST_CASE("the list of pathways stands after the introduction and before the first heading") {
  CHECK(kit::build(ask).page("/pathways/") == R"(<h1>Ways through</h1>
<p>Begin here.</p>
<ul class="cards">
<li class="card"><p class="card-title"><a href="/pathways/ask/">Ask for a plan</a></p><p class="card-words">How to ask.</p></li>
<li class="card"><p class="card-title"><a href="/pathways/wait/">Wait</a></p><p class="card-words">How long it takes.</p></li>
</ul>
<h2 id="more-help">More help</h2>
<p>Ring us.</p>

)");
}

TEST_CASE("a label that is followed by a list takes the list as its words") {
  CHECK(kit::build(R"(
-- pathways/a.md --
## Steps

### 1. Ask

**What you do:**

- Write to us.
- Ring us.

**When:** any day
)")
            .page("/pathways/a/")
            .find("<dd></dd>") == std::string::npos);
}

TEST_CASE("a label that is nearly an agreed one is reported and stays as it was written") {
  const kit::Built built = kit::build(R"(
-- pathways/a.md --
## Steps

### 1. Ask

**Whenn:** any day

**What they did:** Nothing.

**A thing to know:** This is no label.
)");
  CHECK(built.printed() ==
        R"(pathways/a.md:17:1: warning[near-miss-labels]: 'Whenn' is not a label that a step has
     17 | **Whenn:** any day
        | ^
    help: Did you mean: **When:**

pathways/a.md:19:1: warning[near-miss-labels]: 'What they did' is not a label that a step has
     19 | **What they did:** Nothing.
        | ^
    help: Did you mean: **What they do:**

)");
  CHECK(built.page("/pathways/a/").find("<p><strong>Whenn:</strong> any day</p>") !=
        std::string::npos);
}

TEST_CASE("steps are numbered 1, 2, 3") {
  CHECK(kit::build(R"(
-- pathways/a.md --
## Steps

### 1. Ask

### 3. Wait

### Meet
)")
            .printed() ==
        R"(pathways/a.md:17:1: error[wrong-numbering]: this heading should have the number 2
     17 | ### 3. Wait
        | ^
    help: ### 2. Wait

pathways/a.md:19:1: error[wrong-numbering]: this heading should have the number 3
     19 | ### Meet
        | ^
    help: ### 3. Meet

)");
}

TEST_CASE("a pathway without steps says what to add") {
  CHECK(kit::build("\n-- pathways/a.md --\nWords.\n").printed() ==
        R"(pathways/a.md:1: error[missing-headings]: this pathway has no heading 'Steps'
      1 | ---
    help: Add a line: ## Steps

)");
  CHECK(kit::build("\n-- pathways/a.md --\n## Steps\n\nWords.\n").printed() ==
        R"(pathways/a.md:13:1: error[missing-headings]: there are no steps under this heading
     13 | ## Steps
        | ^
    help: Add one: ### 1. What happens first

)");
  CHECK(
      kit::build("\n-- pathways/a.md --\n## Step\n\n### 1. Ask\n").printed() ==
      R"(pathways/a.md:13:1: error[missing-headings]: this pathway has no heading 'Steps', but it has 'Step'
     13 | ## Step
        | ^
    help: Did you mean: ## Steps

)");
}

}  // namespace offer::pathway_test
