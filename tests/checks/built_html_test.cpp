// The checks on HTML, on the pages that we build: their findings lead back to what the page was made from.
#include <doctest/doctest.h>

#include "kit.h"

namespace offer::built_html_test {

TEST_CASE("what is wrong in the theme is said once, at the theme's line") {
  CHECK(kit::build(R"(
-- theme/templates/page.html --
<!DOCTYPE html>
<html lang="en"><head><title>{{title}}</title></head>
<body><main><h1>{{title}}</h1>
<button></button>
{{{body}}}</main></body></html>
-- a.md --
Words.
-- b.md --
More words.
)")
            .problems() == "theme/templates/page.html:4 buttons-without-name: this button (<button>) has no words: nobody hears what it does\n");
}

TEST_CASE("our own pages may hold no code and no styles, other people's may") {
  CHECK(kit::build(R"(
-- theme/templates/page.html --
<!DOCTYPE html>
<html lang="en"><head><title>{{title}}</title></head>
<body><main style="color: red"><h1>{{title}}</h1>
{{{body}}}</main></body></html>
-- a.md --
Words.
)")
            .problems() == "theme/templates/page.html:3 code-in-pages: <main> has a style attribute\n");
  CHECK(kit::build(R"(
-- old.html --
<p style="color: red">Words.</p>
-- a.md --
Words.
)")
            .problems() == "");
}

TEST_CASE("what another check has said of a line is not said again of the built page") {
  CHECK(kit::build("-- a.md --\n![](map.png)\n-- map.png --\nPNG\n").problems().find("images-without-name") == std::string::npos);
}

}  // namespace offer::built_html_test
