#include "html/as_heard.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace offer::as_heard_test {

namespace {

// What is heard of a body, without the line of the title.
std::string heard(std::string_view body) {
  const std::string source = fmt::format("<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body>{}</body></html>", body);
  const html::Page page(source);
  const std::string text = html::heard_text(html::as_heard(page));
  CHECK(text.starts_with("Page: T\n"));
  return text.substr(8);
}

}  // namespace

TEST_CASE("a screen reader tells headings with their level and words as they stand") {
  CHECK(heard("<h1>Short  breaks</h1><p>Time off\n for you.</p><h3>Who <em>can</em> ask</h3>") ==
        "Heading level 1: Short breaks\nTime off for you.\nHeading level 3: Who can ask\n");
  CHECK(heard("<div role=\"heading\" aria-level=\"4\">A</div>") == "Heading level 4: A\n");
}

TEST_CASE("a screen reader tells landmarks, with their names") {
  CHECK(heard("<header><nav aria-label=\"Main\"><a href=\"/\">Home</a></nav></header><main><section aria-labelledby=\"h\"><h2 id=\"h\">Help</h2></section></main><footer>End</footer>") ==
        "Banner landmark\n  Navigation landmark: Main\n    [link: Home]\nMain part landmark\n  Region landmark: Help\n    Heading level 2: Help\nFooter landmark\n  End\n");
  CHECK(heard("<section><p>No name, no landmark</p></section>") == "No name, no landmark\n");
}

TEST_CASE("links, buttons and pictures are told inside the words around them") {
  CHECK(heard("<p>Ring <a href=\"tel:1\">the office</a>, or <button>ask</button>.</p>") == "Ring [link: the office], or [button: ask].\n");
  CHECK(heard("<p><a href=\"/a\">A</a><a href=\"/b\"></a></p>") == "[link: A] [link, without a name]\n");
  CHECK(heard("<p><img src=\"a\" alt=\"A door\"/> and <img src=\"b\" alt=\"\"/> nothing</p>") == "[picture: A door] and nothing\n");
  CHECK(heard("<svg role=\"img\" aria-label=\"Bars\"><text>12</text></svg>") == "[picture: Bars]\n");
  CHECK(heard("<a href=\"/\" aria-current=\"page\">Here</a>") == "[link, current page: Here]\n");
}

TEST_CASE("lists are told with their counts") {
  CHECK(heard("<ul><li>a</li><li>b<ol><li><p>c</p></li></ol></li></ul>") == "List with 2 items\n  Item 1: a\n  Item 2: b\n  List with 1 item\n    Item 1: c\n");
  CHECK(heard("<ul role=\"none\"><li>a</li></ul>") == "a\n");
  CHECK(heard("<dl><dt>When</dt><dd>Soon</dd></dl>") == "When: Soon\n");
}

TEST_CASE("tables are told row by row, with the headers of the columns") {
  CHECK(heard("<table><caption>Days</caption><tr><th>Day</th><th>What</th></tr><tr><td>Monday</td><td>Ring <a href=\"/\">us</a></td></tr><tr><td>Friday</td><td></td></tr></table>") ==
        "Table with 2 columns and 3 rows: Days\n  Row 1, headers: Day | What\n  Row 2: Day: Monday | What: Ring [link: us]\n  Row 3: Day: Friday | What: (empty)\n");
}

TEST_CASE("fields are told with their names and states") {
  CHECK(heard("<form><label for=\"a\">Name</label><input id=\"a\" required=\"required\"/><input type=\"checkbox\" aria-label=\"Yes\" checked=\"checked\"/><input type=\"hidden\" name=\"h\"/></form>") ==
        "Name\nText field, must be filled in: Name\nCheckbox, chosen: Yes\n");
  CHECK(heard("<label>Day <input type=\"date\"/></label>") == "Day\nField for a date: Day\n");
  CHECK(heard("<select aria-label=\"Age\"><option>5</option><option selected=\"selected\">6</option></select>") == "Choice of several: Age\n  Choice: 5\n  Choice, chosen: 6\n");
}

TEST_CASE("what nobody sees or hears is not told") {
  CHECK(heard("<p hidden=\"hidden\">a</p><p aria-hidden=\"true\">b</p><p style=\"display: none\">c</p><script>d</script><template>e</template>f") == "f\n");
  CHECK(heard("<style>.x { display: none }</style><p class=\"x\">a</p><p>b</p>") == "b\n");
  CHECK(heard("<button popovertarget=\"m\">EHC plan</button><div id=\"m\" popover=\"auto\">A legal paper</div>") == "[button: EHC plan]\n");
}

TEST_CASE("parts to open say whether they are") {
  CHECK(heard("<details><summary>More</summary><p>Words</p></details>") == "Part to open, closed: More\n  Words\n");
  CHECK(heard("<details open=\"open\"><summary>More</summary><p>Words</p></details>") == "Part to open, open: More\n  Words\n");
}

TEST_CASE("a page made to be deep or odd is told all the same") {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div><ul><li>";
  CHECK(heard(deep + "x").size() < 5'000'000);
  CHECK(heard("<table><tr><td colspan=\"1000\" rowspan=\"60000\">a</td></tr></table>").find("Table") != std::string::npos);
  CHECK(heard("<p>&amp; &lt;b&gt; \xF0\x9F\x98\x80</p>") == "& <b> \xF0\x9F\x98\x80\n");
}

}  // namespace offer::as_heard_test
