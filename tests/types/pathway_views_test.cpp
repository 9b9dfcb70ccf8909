// A pathway as a list to print and as a drawing, and steps that lead on.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::pathway_views_test {

namespace {

constexpr std::string_view two_steps = R"(
-- pathways/a.md --
---
title: Ask for a plan
starts_when: You ask <us>
---
## Steps

### 1. Ask **us** & others

**When:** any time

**What you do:** Write or [ring](tel:01632960100).

### 2. We decide

**What they do:** We write to you.

**If the answer is no:** You can appeal.

**The law:** regulation 5

## Papers

### Not a step
)";

}  // namespace

TEST_CASE("the list to print has each step once, with its time and who does what, and room for a date") {
  const kit::Built built = kit::build(two_steps);
  CHECK(built.problems() == "");
  CHECK(built.page("/pathways/a/checklist/") == R"(<h1>Ask for a plan: a list to print</h1>
<p><a href="/pathways/a/">Back to every step in full</a></p>
<p>Print this list and keep it with your papers. Tick what is done, and write the date beside it.</p>
<ol class="ticks">
<li class="tick"><p class="tick-title">Ask us &amp; others</p><p>When: any time</p>
<p>You: Write or ring.</p>
<p class="tick-done">Date done:</p></li>
<li class="tick"><p class="tick-title">We decide</p><p>They: We write to you.</p>
<p class="tick-done">Date done:</p></li>
</ol>

)");
}

TEST_CASE("the way at a glance says in a list what the drawing shows, and words stay words in both") {
  const std::string page = kit::build(two_steps).page("/pathways/a/map/");
  CHECK(page.find("<li><p>Ask us &amp; others: any time</p>") != std::string::npos);
  CHECK(page.find("<p>If the answer is no: You can appeal.</p>") != std::string::npos);
  CHECK(page.find(">Start: You ask &lt;us&gt;</text>") != std::string::npos);
  CHECK(page.find(">1. Ask us &amp; others</text>") != std::string::npos);
  CHECK(page.find("Not a step") == std::string::npos);
}

TEST_CASE("one step needs neither, and a draft's are not published") {
  const kit::Built one = kit::build("\n-- pathways/a.md --\n## Steps\n\n### 1. Ask\n\nWords.\n");
  CHECK_FALSE(one.files.contains("pathways/a/map/index.html"));
  CHECK(one.page("/pathways/a/").find("map/") == std::string::npos);
  const std::string draft = replace_all(std::string(two_steps), "title: Ask", "status: draft\ntitle: Ask");
  CHECK_FALSE(kit::build(draft).files.contains("pathways/a/map/index.html"));
  CHECK(kit::build(draft, {.drafts = true}).files.contains("pathways/a/map/index.html"));
}

TEST_CASE("a step that names a law says what to do when it goes wrong") {
  const auto step = [](std::string_view lines) { return kit::build(fmt::format("\n-- pathways/a.md --\n## Steps\n\n### 1. Ask\n\n{}\n", lines)).problems(); };
  CHECK(step("**The law:** regulation 5") ==
        "pathways/a.md:15:1 dead-ends: the step 'Ask' names a law, and does not say what to do if it is late or the answer is no\n");
  CHECK(step("**The law:** regulation 5\n\n**If it is late:** Ring us.") == "");
  CHECK(step("**When:** any time") == "");
}

TEST_CASE("words after a picture or bold, on the next line, know their place") {
  CHECK(kit::build("\n-- a.md --\n**Bold**\nand ABC.\n").problems() == "a.md:11:5 unexplained-abbreviations: nothing explains 'ABC'\n");
  CHECK(kit::build("\n-- a.md --\nWords.\n-- a.easy.md --\n## A\n\n![](picture:talk)\nWe say ABC.\n").problems() == "a.easy.md:7:8 unexplained-abbreviations: nothing explains 'ABC'\n");
}

}  // namespace offer::pathway_views_test
