#include <doctest/doctest.h>

#include "kit.h"

namespace offer::update_test {

namespace {

constexpr std::string_view all_answers = R"(
-- updates/a-done.md --
---
title: Shorter letters
summary: Letters are shorter.
who: Parent carers
said: 2023-02
channel: Yearly survey
answer: done
answered: 2023-09
---
## You said

Letters are long.

## We did

We made them short.
-- updates/b-progress.md --
---
title: A new form
summary: The form is being made.
who: Young people
said: 2024
channel: Youth group
answer: in-progress
answered: 2024-03-05
---
## You said

Forms are hard.

## We did

We began.

## What happens next

A test in May.
-- updates/c-planned.md --
---
title: A lift
summary: A lift is planned.
said: 2024-06-01
answer: planned
answered: 2024-07
---
## You said

There are stairs.

## We did

We asked for money.
-- updates/d-cannot.md --
---
title: A bus for everybody
summary: We cannot pay for it.
said: 2022-01
answer: cannot
answered: 2022-05
because: The law does not allow it.
---
## You said

We need a bus.

## We did

We looked at it.
-- updates/e-waiting.md --
---
title: Longer hours
summary: We have not answered.
said: 2021-01
---
## You said

Open longer.
-- updates/f-waiting.md --
---
title: More news
summary: We have not answered this.
said: 2023-01
---
## You said

Write more.
-- updates/index.md --
---
title: What you told us
---
We listen.
)";

std::string facts_of(const kit::Built& built, std::string_view address) {
  const std::string page = built.page(address);
  const size_t start = page.find("<dl class=\"facts\">\n") + 19;
  return page.substr(start, page.find("</dl>") - start);
}

kit::Built update(std::string_view settings, std::string_view words) {
  return kit::build(fmt::format("\n-- updates/a.md --\n---\n{}---\n{}", settings, words));
}

}  // namespace

TEST_CASE("an update that is done says what was said, by whom, when, and when it was answered") {
  const kit::Built built = kit::build(all_answers);
  CHECK(built.problems() == "");
  CHECK(built.page("/updates/a-done/") == R"(<h1>Shorter letters</h1>
<dl class="facts">
<div class="fact"><dt>Answer</dt><dd><span class="tag tag-done">Done</span></dd></div>
<div class="fact"><dt>Who said it</dt><dd>Parent carers</dd></div>
<div class="fact"><dt>When</dt><dd>February 2023</dd></div>
<div class="fact"><dt>How we heard</dt><dd>Yearly survey</dd></div>
<div class="fact"><dt>Answered</dt><dd>September 2023</dd></div>
</dl>
<h2 id="you-said">You said</h2>
<p>Letters are long.</p>
<h2 id="we-did">We did</h2>
<p>We made them short.</p>

)");
}

TEST_CASE("each kind of answer has its words, and dates are as exact as they are known") {
  const kit::Built built = kit::build(all_answers);
  CHECK(
      facts_of(built, "/updates/b-progress/") ==
      R"(<div class="fact"><dt>Answer</dt><dd><span class="tag tag-in-progress">In progress</span></dd></div>
<div class="fact"><dt>Who said it</dt><dd>Young people</dd></div>
<div class="fact"><dt>When</dt><dd>2024</dd></div>
<div class="fact"><dt>How we heard</dt><dd>Youth group</dd></div>
<div class="fact"><dt>Answered</dt><dd>5 March 2024</dd></div>
)");
  CHECK(
      facts_of(built, "/updates/c-planned/") ==
      R"(<div class="fact"><dt>Answer</dt><dd><span class="tag tag-planned">Planned</span></dd></div>
<div class="fact"><dt>Who said it</dt><dd>Parent carers</dd></div>
<div class="fact"><dt>When</dt><dd>1 June 2024</dd></div>
<div class="fact"><dt>How we heard</dt><dd>Survey</dd></div>
<div class="fact"><dt>Answered</dt><dd>July 2024</dd></div>
)");
  CHECK(
      facts_of(built, "/updates/d-cannot/") ==
      R"(<div class="fact"><dt>Answer</dt><dd><span class="tag tag-cannot">We cannot do this</span></dd></div>
<div class="fact"><dt>Who said it</dt><dd>Parent carers</dd></div>
<div class="fact"><dt>When</dt><dd>January 2022</dd></div>
<div class="fact"><dt>How we heard</dt><dd>Survey</dd></div>
<div class="fact"><dt>Answered</dt><dd>May 2022</dd></div>
<div class="fact"><dt>Why not</dt><dd>The law does not allow it.</dd></div>
)");
  CHECK(
      facts_of(built, "/updates/e-waiting/") ==
      R"(<div class="fact"><dt>Answer</dt><dd><span class="tag tag-waiting">Not answered yet</span></dd></div>
<div class="fact"><dt>Who said it</dt><dd>Parent carers</dd></div>
<div class="fact"><dt>When</dt><dd>January 2021</dd></div>
<div class="fact"><dt>How we heard</dt><dd>Survey</dd></div>
)");
}

TEST_CASE("the list shows what is still owed first, and in each group what was said last") {
  CHECK(kit::build(all_answers).page("/updates/") == R"(<h1>What you told us</h1>
<p>We listen.</p>
<h2 id="list-not-answered-yet">Not answered yet</h2>
<ul class="cards updates">
<li class="card"><p class="card-title"><a href="/updates/f-waiting/">More news</a></p><p class="card-words">We have not answered this.</p><p class="card-words">Parent carers, January 2023</p><p class="card-tags"><span class="tag tag-waiting">Not answered yet</span></p></li>
<li class="card"><p class="card-title"><a href="/updates/e-waiting/">Longer hours</a></p><p class="card-words">We have not answered.</p><p class="card-words">Parent carers, January 2021</p><p class="card-tags"><span class="tag tag-waiting">Not answered yet</span></p></li>
</ul>
<h2 id="list-being-worked-on">Being worked on</h2>
<ul class="cards updates">
<li class="card"><p class="card-title"><a href="/updates/b-progress/">A new form</a></p><p class="card-words">The form is being made.</p><p class="card-words">Young people, 2024</p><p class="card-tags"><span class="tag tag-in-progress">In progress</span></p></li>
</ul>
<h2 id="list-planned">Planned</h2>
<ul class="cards updates">
<li class="card"><p class="card-title"><a href="/updates/c-planned/">A lift</a></p><p class="card-words">A lift is planned.</p><p class="card-words">Parent carers, 1 June 2024</p><p class="card-tags"><span class="tag tag-planned">Planned</span></p></li>
</ul>
<h2 id="list-done">Done</h2>
<ul class="cards updates">
<li class="card"><p class="card-title"><a href="/updates/a-done/">Shorter letters</a></p><p class="card-words">Letters are shorter.</p><p class="card-words">Parent carers, February 2023</p><p class="card-tags"><span class="tag tag-done">Done</span></p></li>
</ul>
<h2 id="list-what-we-cannot-do">What we cannot do</h2>
<ul class="cards updates">
<li class="card"><p class="card-title"><a href="/updates/d-cannot/">A bus for everybody</a></p><p class="card-words">We cannot pay for it.</p><p class="card-words">Parent carers, January 2022</p><p class="card-tags"><span class="tag tag-cannot">We cannot do this</span></p></li>
</ul>

)");
}

TEST_CASE("an answer without its day is found at the answer") {
  for (const std::string_view answer : {"done", "in-progress", "planned"}) {
    CAPTURE(answer);
    CHECK(update(fmt::format("answer: {}\n", answer), "## You said\n\nA.\n\n## We did\n\nB.\n")
              .problems() ==
          fmt::format(
              "updates/a.md:2:9 missing-fields: 'answered' is missing, and the answer is '{}'\n",
              answer));
  }
}

TEST_CASE("what cannot be done needs a reason") {
  CHECK(update("answer: cannot\nanswered: 2024\n", "## You said\n\nA.\n\n## We did\n\nB.\n")
            .printed() ==
        R"(updates/a.md:2:9: error[missing-fields]: 'because' is missing, and the answer is 'cannot'
      2 | answer: cannot
        |         ^^^^^^
    help: Families are owed a reason. Add a line: because: The law does not allow it.

)");
}

TEST_CASE("what was done is missed only when there is an answer") {
  CHECK(update("answer: waiting\n", "## You said\n\nA.\n").problems() == "");
  CHECK(update("answer: done\nanswered: 2024\n", "## You said\n\nA.\n").printed() ==
        R"(updates/a.md:1: error[missing-headings]: this update has no heading 'We did'
      1 | ---
    help: Add a line: ## We did

)");
}

TEST_CASE("a heading of an update that is nearly an agreed one is told what it should be") {
  CHECK(
      update("answer: waiting\n", "## You says\n\nA.\n").printed() ==
      R"(updates/a.md:15:1: error[missing-headings]: this update has no heading 'You said', but it has 'You says'
     15 | ## You says
        | ^
    help: Did you mean: ## You said

)");
  CHECK(
      update("answer: waiting\n", "## You said\n\nA.\n\n## What happen next\n\nB.\n").printed() ==
      R"(updates/a.md:19:1: warning[near-miss-headings]: 'What happen next' is nearly a heading that every update has
     19 | ## What happen next
        | ^
    help: Did you mean: ## What happens next

)");
}

TEST_CASE("an answer that nobody knows is one message, and nothing follows from it") {
  CHECK(update("answer: soon\nsaid: yesterday\nabout: [quality, gaps]\n", "## You said\n\nA.\n")
            .problems() ==
        "updates/a.md:2:9 unknown-choices: 'answer' cannot be 'soon'\n"
        "updates/a.md:3:7 wrong-values: 'yesterday' is not a year, a month or a day that exists\n"
        "updates/a.md:4:18 unknown-choices: 'about' cannot be 'gaps'\n");
}

TEST_CASE("a setting that an update has not is told all that it can have") {
  CHECK(update("colour: red\n", "## You said\n\nA.\n")
            .printed()
            .find("    help: An update can have: id, title, ") != std::string::npos);
}

}  // namespace offer::update_test
