// Every kind of Block as HTML.
#include "formats/html_body.h"

#include <doctest/doctest.h>

#include "kit.h"

namespace offer::html_body_test {

namespace {

// The HTML of a page's Markdown, without its title.
std::string body(std::string_view markdown) {
  const kit::Built built = kit::build(
      fmt::format("\n-- b.md --\n## Here\n-- photos/hug.png --\nbytes\n-- a.md --\n{}", markdown));
  const std::string page = built.page("/a/");
  return page.substr(page.find("</h1>\n") + 6, page.size() - page.find("</h1>\n") - 7);
}

}  // namespace

TEST_CASE("paragraphs hold soft and strong words, code, links and line breaks") {
  CHECK(body("Words *soft*, **strong**, `code <b>`, ***both*** and a [way on](b.md#here).\nThe "
             "same paragraph.\\\nA new line.\n") ==
        "<p>Words <em>soft</em>, <strong>strong</strong>, <code>code &lt;b&gt;</code>, "
        "<em><strong>both</strong></em> and a "
        "<a href=\"/b/#here\">way on</a>.\nThe same paragraph.<br />A new line.</p>\n");
}

TEST_CASE("headings keep their level and get an anchor of their words") {
  CHECK(body("## How to *ask*: & who?\n\n### Deeper\n\n#### Deeper\n") ==
        "<h2 id=\"how-to-ask-who\">How to <em>ask</em>: &amp; who?</h2>\n"
        "<h3 id=\"deeper\">Deeper</h3>\n"
        "<h4 id=\"deeper-1\">Deeper</h4>\n");
}

TEST_CASE(
    "no two headings have the same anchor, also when one's words look like another's number") {
  CHECK(body("## Ask\n\n## Ask\n\n## Ask 1\n") ==
        "<h2 id=\"ask\">Ask</h2>\n"
        "<h2 id=\"ask-1\">Ask</h2>\n"
        "<h2 id=\"ask-1-1\">Ask 1</h2>\n");
}

TEST_CASE("tight lists hold words, loose lists paragraphs, and lists can stand in lists") {
  CHECK(body("- one\n- two\n  - deeper\n\n    1. deepest\n\nThen.\n\n* one\n\n* two\n") == R"(<ul>
<li>one</li>
<li>two<ul>
<li><p>deeper</p>
<ol>
<li>deepest</li>
</ol>
</li>
</ul>
</li>
</ul>
<p>Then.</p>
<ul>
<li><p>one</p>
</li>
<li><p>two</p>
</li>
</ul>
)");
}

TEST_CASE("a numbered list begins where the editor's does") {
  CHECK(body("3. three\n4. four\n\nThen.\n\n1) one\n") == R"(<ol start="3">
<li>three</li>
<li>four</li>
</ol>
<p>Then.</p>
<ol>
<li>one</li>
</ol>
)");
}

TEST_CASE("quotations, rules and code are as they were written") {
  CHECK(body("> Said by *somebody*.\n>\n> - Twice.\n\n---\n\n```\n<b>code</b> & \"more\"\n\n  "
             "indented\n```\n") == R"(<blockquote>
<p>Said by <em>somebody</em>.</p>
<ul>
<li>Twice.</li>
</ul>
</blockquote>
<hr />
<pre><code>&lt;b&gt;code&lt;/b&gt; &amp; &quot;more&quot;

  indented
</code></pre>
)");
}

TEST_CASE("a picture has its address and its description") {
  CHECK(body("![A & B \"hug\" *twice*](photos/hug.png)\n") ==
        "<p><img src=\"/photos/hug.png\" alt=\"A &amp; B &quot;hug&quot; twice\" /></p>\n");
}

TEST_CASE("notices say in words what they are") {
  CHECK(body("> [!NOTE]\n> Note well.\n\n> [!TIP]\n> A tip.\n\n> [!IMPORTANT]\n> Mind this.\n>\n> "
             "- one\n\n"
             "> [!WARNING]\n> Danger.\n\n> [!CAUTION]\n> **Careful.**\n") ==
        R"(<div class="notice notice-note"><p class="notice-title">Note</p>
<p>Note well.</p>
</div>
<div class="notice notice-note"><p class="notice-title">Note</p>
<p>A tip.</p>
</div>
<div class="notice notice-important"><p class="notice-title">Important</p>
<p>Mind this.</p>
<ul>
<li>one</li>
</ul>
</div>
<div class="notice notice-warning"><p class="notice-title">Warning</p>
<p>Danger.</p>
</div>
<div class="notice notice-warning"><p class="notice-title">Warning</p>
<p><strong>Careful.</strong></p>
</div>
)");
}

TEST_CASE("a notice's mark with words behind it, and a mark nobody knows, are a quotation") {
  CHECK(body("> [!NOTE] And words.\n\n> [!HINT]\n> Words.\n") == R"(<blockquote>
<p>[!NOTE] And words.</p>
</blockquote>
<blockquote>
<p>[!HINT]
Words.</p>
</blockquote>
)");
}

TEST_CASE("each cell of a table says its column, for narrow screens") {
  CHECK(body("| Which *week* | How \"many\" |\n| --- | :---: |\n| first | 3,728 |\n| £1,200.50 | "
             "20 weeks |\n"
             "| 27% | 2021 – 2023 |\n| only one |\n| a \\| b | `5` |\n| – | |\n") ==
        R"(<div class="table" role="region" aria-label="Table" tabindex="0"><table>
<thead><tr><th scope="col">Which <em>week</em></th><th scope="col">How &quot;many&quot;</th></tr></thead>
<tbody>
<tr><td data-label="Which week">first</td><td data-label="How &quot;many&quot;">3,728</td></tr>
<tr><td data-label="Which week">£1,200.50</td><td data-label="How &quot;many&quot;">20 weeks</td></tr>
<tr><td data-label="Which week">27%</td><td data-label="How &quot;many&quot;">2021 – 2023</td></tr>
<tr><td data-label="Which week">only one</td><td data-label="How &quot;many&quot;"></td></tr>
<tr><td data-label="Which week">a | b</td><td data-label="How &quot;many&quot;"><code>5</code></td></tr>
<tr><td data-label="Which week">–</td><td data-label="How &quot;many&quot;"></td></tr>
</tbody></table></div>
)");
}

TEST_CASE("a column of numbers stands to the right, and one with words in it does not") {
  const std::string table = body("| What | Pupils | Cost |\n| --- | --- | --- |\n| a | 3,728 | £1 |\n| b | | not said |\n| c | 27% | £2 |\n");
  CHECK(table.find("<td class=\"number\" data-label=\"Pupils\">3,728</td>") != std::string::npos);
  CHECK(table.find("<td class=\"number\" data-label=\"Pupils\">27%</td>") != std::string::npos);
  CHECK(table.find("<td data-label=\"Cost\">£1</td>") != std::string::npos);
}

TEST_CASE("a table is named after the heading above it, and the second one has a number") {
  CHECK(body("## Waits & more\n\n| Weeks |\n| --- |\n| 5 |\n\n| Days |\n| --- |\n\n### Below\n\n| "
             "Days |\n| --- |\n| x |\n") ==
        R"(<h2 id="waits-more">Waits &amp; more</h2>
<div class="table" role="region" aria-label="Table: Waits &amp; more" tabindex="0"><table>
<thead><tr><th scope="col">Weeks</th></tr></thead>
<tbody>
<tr><td class="number" data-label="Weeks">5</td></tr>
</tbody></table></div>
<div class="table" role="region" aria-label="Table: Waits &amp; more, 2" tabindex="0"><table>
<thead><tr><th scope="col">Days</th></tr></thead>
</table></div>
<h3 id="below">Below</h3>
<div class="table" role="region" aria-label="Table: Below" tabindex="0"><table>
<thead><tr><th scope="col">Days</th></tr></thead>
<tbody>
<tr><td data-label="Days">x</td></tr>
</tbody></table></div>
)");
}

TEST_CASE("comments are left out, and raw HTML is never in the output") {
  const kit::Built built =
      kit::build("\n-- a.md --\n<!-- for us -->\n\nA <b>word</b>.\n\n<script>alert(1)</script>\n");
  CHECK(built.page("/a/") == "<h1>A page about a</h1>\n<p>A word.</p>\n\n");
  CHECK(built.has("raw-html"));
}

TEST_CASE(
    "an Easy Read row is a picture that says nothing beside its sentences, with meanings under "
    "hard words once") {
  const kit::Built built = kit::build(R"(
-- a.md --
Full.
-- a.easy.md --
## Ask us

![](picture:talk)
You can ask.
You can **ring** us.
You can use the **ring** again.

![](picture:plan)
We *write*.

Then we wait.
-- glossary/ring.md --
---
title: ring
id: term-ring
easy: "A ring is a <call>."
---
Words.
)");
  CHECK(built.problems() == "");
  const auto address = [&](std::string_view name) {
    for (const auto& [path, bytes] : built.files)
      if (path.starts_with(fmt::format("assets/pictures/{}.", name))) return "/" + path;
    return std::string("(none)");
  };
  CHECK(built.page("/a/easy-read/") == fmt::format(R"(<h1>A page about aeasy</h1>
<h2 id="ask-us">Ask us</h2>
<div class="easy-row"><img class="easy-picture" src="{}" alt="" width="160" height="160" /><div class="easy-words"><p>You can ask.</p>
<p>You can <strong class="hard-word">ring</strong> us.</p>
<p class="easy-meaning">A ring is a &lt;call&gt;.</p>
<p>You can use the <strong class="hard-word">ring</strong> again.</p>
</div></div>
<div class="easy-row"><img class="easy-picture" src="{}" alt="" width="160" height="160" /><div class="easy-words"><p>We <em>write</em>.</p>
<p>Then we wait.</p>
</div></div>

)",
                                                   address("talk"), address("plan")));
}

}  // namespace offer::html_body_test
