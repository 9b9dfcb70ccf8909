// Markdown: what becomes of it, and what pages cannot have.
#include "load/markdown.h"

#include <doctest/doctest.h>

#include "load/extra_file.h"

namespace offer::markdown_test {

namespace {
std::string html(std::string_view body) {
  return kit::build_body(body).page("/a/");
}
std::string title = "<h1>A page about a</h1>\n";
}  // namespace

TEST_CASE("the usual marks become the usual elements") {
  CHECK(html("Some *fine* **bold** `code`.  \nNext.\n") ==
        title +
            "<p>Some <em>fine</em> <strong>bold</strong> <code>code</code>.<br />Next.</p>\n\n");
  CHECK(html("## Ask\n\n3. one\n4. two\n") ==
        title + "<h2 id=\"ask\">Ask</h2>\n<ol start=\"3\">\n<li>one</li>\n<li>two</li>\n</ol>\n\n");
}

TEST_CASE("HTML in a page is an error at its place and never reaches a reader") {
  const kit::Built built = kit::build_body(
      "Press <button onclick=\"x()\">here</button>.\n\n<div>\nbox\n</div>\n\nLine<br>\n");
  CHECK(built.problems() ==
        "a.md:10:7 raw-html: '<button onclick=\"x()\">' is HTML, which pages cannot have\n"
        "a.md:12:1 raw-html: '<div>' is HTML, which pages cannot have\n"
        "a.md:16:5 raw-html: '<br>' is HTML, which pages cannot have\n");
  CHECK(built.page("/a/").find("onclick") == std::string::npos);
  CHECK(built.page("/a/").find("<div>") == std::string::npos);
}

TEST_CASE("script, style, frames and CDATA are HTML like any other") {
  for (const std::string_view text :
       {"<script>alert(1)</script>\n", "<style>p { color: red }</style>\n",
        "<iframe src=\"https://x.example\"></iframe>\n", "<![CDATA[ x ]]>\n", "<?php x ?>\n",
        "<!DOCTYPE html>\n", "a <svg onload=alert(1)> b\n"}) {
    CAPTURE(text);
    const kit::Built built = kit::build_body(text);
    CHECK(built.has("raw-html"));
    CHECK(built.page("/a/").find("alert") == std::string::npos);
  }
}

TEST_CASE("a comment is an editor's note and is left out without a word") {
  const kit::Built built =
      kit::build_body("Words <!-- check this --> here.\n\n<!-- to do:\n\nring back -->\n\nMore.\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/a/") == title + "<p>Words  here.</p>\n<p>More.</p>\n\n");
}

TEST_CASE("words on the line on which a comment ends are not lost without a word") {
  CHECK(kit::build_body("<!-- note --> Ring 999.\n").has("raw-html"));
  CHECK(kit::build_body("<!-- note --> <script>x</script>\n").has("raw-html"));
}

TEST_CASE("a comment that is never closed does not swallow the rest of the page without a word") {
  CHECK(kit::build_body("<!-- note\n\nRing us on Monday.\n\n## Who to ask\n").report.has_errors());
}

TEST_CASE("a less-than sign that begins no HTML is only a sign") {
  const kit::Built built = kit::build_body("Ages < 5 and \\<b> and &lt;i>.\n");
  CHECK(built.problems() == "");
  CHECK(built.page("/a/") == title + "<p>Ages &lt; 5 and &lt;b&gt; and &lt;i&gt;.</p>\n\n");
}

TEST_CASE("notices are quotations that begin as on GitHub") {
  CHECK(html("> [!NOTE]\n> Ring *us*.\n") ==
        title +
            "<div class=\"notice notice-note\"><p class=\"notice-title\">Note</p>\n<p>Ring "
            "<em>us</em>.</p>\n</div>\n\n");
  CHECK(html("> [!WARNING]\n>\n> Ring us.\n") ==
        title +
            "<div class=\"notice notice-warning\"><p class=\"notice-title\">Warning</p>\n<p>Ring "
            "us.</p>\n</div>\n\n");
  CHECK(html("> [!NOTE] is a word\n").find("blockquote") != std::string::npos);
  CHECK(html("> [!NOTE]\n").find("notice-note") != std::string::npos);
}

TEST_CASE("code keeps its signs, and the word after the fence goes nowhere") {
  CHECK(html("```\"><script>alert(1)</script>\n<b>&\n```\n") ==
        title + "<pre><code>&lt;b&gt;&amp;\n</code></pre>\n\n");
}

TEST_CASE("each heading has an address of its own") {
  CHECK(html("## Ask\n\na\n\n## Ask!\n\nb\n") ==
        title + "<h2 id=\"ask\">Ask</h2>\n<p>a</p>\n<h2 id=\"ask-1\">Ask!</h2>\n<p>b</p>\n\n");
  CHECK(html("## ?\n") == title + "<h2 id=\"section\">?</h2>\n\n");
}

TEST_CASE("headings that end in numbers do not share an address with repeated ones") {
  const std::string page = html("## Year 1\n\na\n\n## Year\n\nb\n\n## Year\n\nc\n");
  CHECK(page.find("id=\"year-1\"", page.find("id=\"year-1\"") + 1) == std::string::npos);
}

TEST_CASE("escaped letters and entities cannot break out of anything") {
  CHECK(html("&quot;&gt;&lt;script&gt; &#60;b&#62; &amp;amp;\n") ==
        title + "<p>&quot;&gt;&lt;script&gt; &lt;b&gt; &amp;amp;</p>\n\n");
  CHECK(html("&#0; &#1; &#xD800;\n") == title + "<p>\uFFFD \uFFFD \uFFFD</p>\n\n");
}

TEST_CASE("signs that XML forbids do not make a page that cannot be read back") {
  CHECK(kit::build_body("a \uFFFF b \uFFFE c &#xFFFF; d\n").problems() == "");
  CHECK(kit::build("-- a.md --\n---\ntitle: \"a \\uFFFF b\"\n---\n").problems() == "");
}

TEST_CASE("a table with too many columns is told how many are the most") {
  const auto table = [](size_t columns) {
    std::string header, rule;
    for (size_t i = 0; i < columns; ++i) header += "| a ", rule += "|---";
    return header + "|\n" + rule + "|\n";
  };
  CHECK_FALSE(kit::build_body(table(40)).has("tables-too-wide"));
  CHECK(kit::build_body("Words.\n\n" + table(8000)).problems() ==
        "a.md:13:1 tables-too-wide: this table has some 8000 columns; 40 are the most\n");
}

TEST_CASE("a page of five million letters is told to be cut into several") {
  std::string body;
  while (body.size() < 5'000'000) body += "All work and no play makes a page too long to read.\n\n";
  CHECK(kit::build_body(body).problems() ==
        "a.md:10 pages-too-large: this page has 5001 kB of text; 1000 kB are the most\n");
}

TEST_CASE("a list of five hundred bold names is not taken for an attack") {
  std::string body = "## Names\n\n";
  for (int i = 0; i < 500; ++i)
    body += "- **Name " + std::to_string(i) + "**: how to ask\n";
  CHECK(kit::build_body(body).problems() == "");
}

}  // namespace offer::markdown_test
