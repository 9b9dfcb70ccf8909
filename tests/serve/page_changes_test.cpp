#include "serve/page_changes.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace offer::page_changes_test {

namespace {

// "-Old. +New. =Same."
std::string told(std::string_view before, std::string_view now) {
  std::string text;
  for (const ChangedSentence& one : page_changes(before, now).sentences)
    text += fmt::format("{}{}{}", text.empty() ? "" : " ", one.kind == ChangedSentence::Kind::same ? "=" : one.kind == ChangedSentence::Kind::added ? "+" : "-", one.words);
  return text;
}

}  // namespace

TEST_CASE("changes are told sentence by sentence") {
  CHECK(told("<p>Ring us. We answer soon. Ask.</p>", "<p>Ring us. We answer in a week. Ask.</p>") == "=Ring us. -We answer soon. +We answer in a week. =Ask.");
  CHECK(told("<p>One. Two.</p>", "<p>Two.</p>") == "-One. =Two.");
  CHECK(told("", "<h2>New</h2><p>All of it.</p>") == "+New +All of it.");
  CHECK(told("<p>Gone.</p>", "") == "-Gone.");
}

TEST_CASE("a row of a table and the description of a picture count as one sentence, a menu does not count") {
  CHECK(told("<table><tr><td>Monday</td><td>Ring. Ask.</td></tr></table>", "<table><tr><td>Tuesday</td><td>Ring. Ask.</td></tr></table>") ==
        "-Monday | Ring. Ask. +Tuesday | Ring. Ask.");
  CHECK(told("<p><img src=\"a\" alt=\"A door\"/></p>", "<p><img src=\"a\" alt=\"A window\"/></p>") == "-[Picture: A door] +[Picture: A window]");
  CHECK(told("<nav><a href=\"/a\">A</a></nav><p>Same.</p>", "<nav><a href=\"/b\">B</a></nav><p hidden=\"hidden\">x</p><p>Same.</p>") == "=Same.");
}

TEST_CASE("how a page is marked up is no change of its words") {
  CHECK(told("<p>Ring <strong>us</strong>.</p>", "<ul><li>Ring\n us.</li></ul>") == "=Ring us.");
  CHECK(page_changes("<p>A.</p>", "<p class=\"x\">A.</p>").none());
}

TEST_CASE("a link that leads elsewhere is told, if its words are those of one link only") {
  const PageChanges changes = page_changes("<p>Read <a href=\"/a/\">more</a>. <a href=\"/x/\">here</a> <a href=\"/y/\">here</a></p>",
                                           "<p>Read <a href=\"/b/\">more</a>. <a href=\"/z/\">here</a> <a href=\"/y/\">here</a></p>");
  REQUIRE(changes.links.size() == 1);
  CHECK(changes.links[0].words == "more");
  CHECK(changes.links[0].before == "/a/");
  CHECK(changes.links[0].now == "/b/");
  CHECK_FALSE(changes.none());
}

TEST_CASE("changes are marked in words as well as in colour, and sentences that stay are counted") {
  const std::string html = changes_html(page_changes("<p>A one. B two. C three. D <b>. E five.</p>", "<p>A one. B two. C three. D &amp;. E five.</p>"));
  CHECK(html.find("(2 sentences stay as before)") != std::string::npos);
  CHECK(html.find("<p class=\"lo-same\">C three.</p>") != std::string::npos);
  CHECK(html.find("<strong>New:</strong> <ins>D &amp;.</ins>") != std::string::npos);
  CHECK(html.find("<strong>Taken out:</strong> <del>") != std::string::npos);
}

TEST_CASE("two long and wholly different pages are compared in no time") {
  std::string before, now;
  for (int i = 0; i < 6000; ++i) {
    before += fmt::format("<p>This is the old sentence {}.</p>", i);
    now += fmt::format("<p>That is a new one, number {}.</p>", i);
  }
  const PageChanges changes = page_changes(before, now);
  CHECK(changes.added == 6000);
  CHECK(changes.removed == 6000);
}

}  // namespace offer::page_changes_test
