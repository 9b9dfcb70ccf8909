#include "serve/page_edits.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace offer::page_edits_test {

namespace {

using Edits = std::vector<PageEdit>;

std::string tags_of(std::string_view html) {
  std::string found;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, behind(html, *tag))) found += fmt::format("{}{}{} ", tag->closing ? "/" : "", tag->name, tag->closes_itself ? "/" : "");
  return found;
}

}  // namespace

TEST_CASE("tags are found, and nothing in comments, scripts, styles or quotes is taken for one") {
  CHECK(tags_of("<p class=\"a > b\">x</p><br /><!-- <b> -->") == "p /p br/ ");
  CHECK(tags_of("<script src=\"x\">if (a < b) { '<p>' }</script><i>") == "script /script i ");
  CHECK(tags_of("<style>a > b {}</style><script type=\"t\" />x<b>") == "style /style script/ b ");
  CHECK(tags_of("a < b, 3 <4, <") == "");
  CHECK(tags_of("<p") == "p ");
  CHECK(tags_of("<!-- never closed <p>") == "");
}

TEST_CASE("an element ends behind its own end tag") {
  const std::string_view html = "<div><div>a</div><svg><g/></svg></div><p>b</p>";
  CHECK(html.substr(end_of_element(html, *next_tag(html, 0))) == "<p>b</p>");
  const std::string_view script = "<script>'</div>'</script>x";
  CHECK(script.substr(end_of_element(script, *next_tag(script, 0))) == "x");
  CHECK(end_of_element("<div>", *next_tag("<div>", 0)) == 5);
}

TEST_CASE("attributes are read as they stand") {
  const std::string_view html = "<a class='x' href=\"/a?b=1&amp;c=2\" hidden data-x=\"\">";
  const PageTag tag = *next_tag(html, 0);
  CHECK(attribute_of(html, tag, "href")->value == "/a?b=1&amp;c=2");
  CHECK(html.substr(attribute_of(html, tag, "href")->start, 4) == "href");
  CHECK(attribute_of(html, tag, "class")->value == "x");
  CHECK(attribute_of(html, tag, "hidden")->value.empty());
  CHECK(attribute_of(html, tag, "data-x")->value.empty());
  CHECK_FALSE(attribute_of(html, tag, "b"));
}

TEST_CASE("edits are made all at once, and what was taken out is not edited again") {
  CHECK(with_edits("abcdef", Edits{{3, 1, "X"}, {0, 0, "<"}, {6, 0, ">"}}) == "<abcXef>");
  CHECK(with_edits("abcdef", Edits{{1, 4, "-"}, {2, 0, "lost"}, {5, 0, "+"}}) == "a-+f");
  CHECK(with_edits("ab", Edits{{1, 0, "1"}, {1, 0, "2"}}) == "a12b");
  CHECK(with_edits("ab", Edits{{9, 0, "beyond"}}) == "ab");
}

}  // namespace offer::page_edits_test
