// Style: what a theme's style sheets do to readers.
#include "checks/style.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"
#include "theme/colour.h"
#include "theme/style_sheet.h"

namespace offer::style_test {

namespace {

// One line a finding: "3:5 faint-colours: words".
std::string found(std::string_view css, std::string_view about = "name: Test\n") {
  Report report;
  check_style({{"theme.yml", std::string(about), {}}, {"test.css", std::string(css), {}}}, report);
  std::string all;
  for (const Diagnostic& one : report.all()) all += fmt::format("{}:{}:{} {}: {}\n", one.path, one.place.line, one.place.column, one.code->name, one.message);
  return all;
}

}  // namespace

TEST_CASE("a style sheet is read as rules with their conditions and places") {
  const auto rules = read_style_sheet("/* one */\n:root { --ink: #111; /* two */ --paper : #fff }\n@media print {\n  a, b > c { color : var(--ink) ; }\n}\n@keyframes x { from { top: 0 } }\np{top:0}");
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].selector == ":root");
  REQUIRE(rules[0].declarations.size() == 2);
  CHECK(rules[0].declarations[1].name == "--paper");
  CHECK(rules[0].declarations[1].value == "#fff");
  CHECK(rules[0].declarations[1].place == Place{2, 32, 0});
  CHECK(rules[1].media == "print");
  CHECK(rules[1].selector == "a, b > c");
  CHECK(rules[1].declarations[0].place == Place{4, 14, 0});
  CHECK(rules[2].selector == "p");
  CHECK(rules[2].media.empty());
}

TEST_CASE("a style sheet that does not close its braces gives no rules, and any bytes come to an end") {
  CHECK(read_style_sheet("p { color: red").empty());
  for (std::string_view bytes : {"}}}}", "@media {", "p{;;;}", ":", "@import", "{}", "a{b:c;{d:e}f:g}", "\xff\xfe{\x01:\x02}"}) CHECK(read_style_sheet(bytes).size() <= 2);
}

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast(*read_colour("#000"), *read_colour("#fff")) == doctest::Approx(21));
  CHECK(contrast(*read_colour("#777777"), *read_colour("white")) == doctest::Approx(4.48).epsilon(0.01));
  CHECK(contrast(*read_colour("rgb(118, 118, 118)"), *read_colour("#FFFFFF")) == doctest::Approx(4.54).epsilon(0.01));
  CHECK_FALSE(read_colour("rgb(1 2)"));
  CHECK_FALSE(read_colour("#12345"));
  CHECK_FALSE(read_colour("transparent"));
  CHECK(contrast(mended(*read_colour("#999"), *read_colour("#fff"), 4.5), *read_colour("#fff")) >= 4.5);
  CHECK(contrast(mended(*read_colour("#444"), *read_colour("#111"), 4.5), *read_colour("#111")) >= 4.5);
}

TEST_CASE("words and ground that one rule sets together are asked for their contrast, also through tokens") {
  CHECK(found("@media (prefers-color-scheme: dark) { x { top: 0 } }\n.a { color: #777; background: #fff }") ==
        "theme/test.css:2:6 faint-colours: #777777 on #ffffff is hard to see: the contrast is 4.48 to 1, and it must be 4.5 to 1\n");
  CHECK(found(":root { --ink: #767676; --paper: #fff }\n.a { color: var(--ink); background: var(--paper) }\n@media (prefers-color-scheme: dark) { :root { --paper: #000 } }").empty());
}

TEST_CASE("a pair that is clear by day and faint in the dark is found once, where it is set in the dark") {
  const std::string problems = found(":root { --ink: #111; --paper: #fff }\n@media (prefers-color-scheme: dark) {\n  :root { --ink: #222; --paper: #000 }\n}\n",
                                     "name: Test\ncontrast:\n  - \"ink on paper: 4.5\"\n");
  CHECK(problems == "theme/test.css:3:11 faint-colours: in the dark --ink (#222222) on --paper (#000000) is hard to see: the contrast is 1.32 to 1, and it must be 4.5 to 1\n");
}

TEST_CASE("a promise about a token that is not there, or that is not understood, is said at its row") {
  CHECK(found(":root { --ink: #111 }", "name: Test\ncontrast:\n  - \"ink on paper: 4.5\"\n") == "theme/theme.yml:3:5 unknown-references: there is no token --paper in the style sheets\n");
  CHECK(found(":root { --ink: #111 }", "name: Test\ncontrast:\n  - ink\n").find("theme/theme.yml:3:5 wrong-values") == 0);
}

TEST_CASE("the mark of the keyboard may go from an element when a part of it shows one") {
  CHECK(found(".card a:focus-visible { outline: 0 }\n.card a:focus-visible::after { outline: 3px solid }").empty());
  CHECK(found("a:focus:not(:focus-visible) { outline: 0 }").empty());
  CHECK(found("a:focus { outline: 0; box-shadow: 0 0 0 3px #000 }").find("lost-focus-marks") == 0 + std::string("theme/test.css:1:1 ").size());
}

TEST_CASE("what only paper shows may be small") {
  CHECK(found("@media print { p { font-size: 8pt } }").empty());
  CHECK(found("p { font-size: 8pt }").find("small-words") != std::string::npos);
  CHECK(found("p { font-size: .9em }").empty());
}

TEST_CASE("the theme that we ship keeps what it promises, in every mode") {
  Report report;
  check_style(kit::real_inputs().theme, report);
  for (const Diagnostic& one : report.all()) FAIL_CHECK(one.path, ":", one.place.line, " ", one.message);
}

}  // namespace offer::style_test
