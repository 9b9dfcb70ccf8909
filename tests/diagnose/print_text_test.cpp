// print_text: what an editor sees in a terminal.
#include "diagnose/print_text.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "diagnose/codes.h"

namespace offer::print_text_test {

namespace {

// One finding at a place of a file that holds `source`, as it is printed.
std::string printed(std::string_view source, Place place, std::string message = "what is wrong",
                    std::string help = "what to do") {
  Report report;
  report.add(codes::broken_links, "a.md", place, std::move(message), std::move(help));
  return print_text(report, [&](std::string_view) { return source; }, {});
}

std::string line_number(const std::string& text, size_t number) {
  return std::string(split(text, '\n').at(number));
}

}  // namespace

TEST_CASE("a message has its place, its words, the line with a mark, and what to do") {
  CHECK(printed("one\nRing [the office](contakt.md).\nthree\n", {2, 6, 10}) ==
        "a.md:2:6: error[broken-links]: what is wrong\n"
        "      2 | Ring [the office](contakt.md).\n"
        "        |      ^^^^^^^^^^\n"
        "    help: what to do\n"
        "\n");
}

TEST_CASE("a message about a whole line has no mark, one about a whole file no line") {
  CHECK(printed("one\n", {1, 0, 0}) ==
        "a.md:1: error[broken-links]: what is wrong\n"
        "      1 | one\n"
        "    help: what to do\n"
        "\n");
  CHECK(printed("one\n", {}) ==
        "a.md: error[broken-links]: what is wrong\n"
        "    help: what to do\n"
        "\n");
  CHECK(printed("one\n", {}, "what is wrong", "") ==
        "a.md: error[broken-links]: what is wrong\n\n");
}

TEST_CASE("the mark stands under the right character after letters of several bytes") {
  CHECK(line_number(printed("café – x", {1, 8, 1}), 1) == "      1 | café – x");
  CHECK(line_number(printed("café – x", {1, 8, 1}), 2) == "        |        ^");
}

TEST_CASE("a tab in the line takes one column, so that the mark stays right") {
  CHECK(line_number(printed("\tx", {1, 2, 1}), 1) == "      1 |  x");
  CHECK(line_number(printed("\tx", {1, 2, 1}), 2) == "        |  ^");
}

TEST_CASE("a mark may stand just after the end of the line and goes no further") {
  CHECK(line_number(printed("abc", {1, 4, 1}), 2) == "        |    ^");
  CHECK(line_number(printed("abc", {1, 3, 50}), 2) == "        |   ^");
  CHECK(line_number(printed("abc", {1, 9, 1}), 2) == "    help: what to do");
}

TEST_CASE("lines that end as on Windows, lines that are not there and empty lines do no harm") {
  CHECK(line_number(printed("abc\r\n", {1, 1, 1}), 1) == "      1 | abc");
  CHECK(line_number(printed("abc", {7, 1, 1}), 1) == "    help: what to do");
  CHECK(line_number(printed("\n\n", {2, 1, 1}), 1) == "    help: what to do");
}

TEST_CASE("of a long line the part around the mark is shown") {
  const std::string line = fmt::format("{}X{}", std::string(300, 'a'), std::string(300, 'b'));
  const std::string text = printed(line, {1, 301, 1});
  const std::string shown = line_number(text, 1);
  const std::string mark = line_number(text, 2);
  CHECK(shown.starts_with("      1 | …aaa"));
  CHECK(shown.ends_with("bbb…"));
  // "…" is one character and three bytes.
  CHECK(shown[mark.find('^') + 2] == 'X');
  CHECK(characters_before(shown, shown.size()) < 130);
}

TEST_CASE(
    "the beginning of a long line is shown from its beginning, with the mark no longer than what "
    "is shown") {
  const std::string text = printed(std::string(300, 'a'), {1, 70, 200});
  CHECK(line_number(text, 1) == "      1 | " + std::string(100, 'a') + "…");
  CHECK(line_number(text, 2).size() <= 10 + 101);
  CHECK(line_number(text, 2).starts_with("        | " + std::string(69, ' ') + "^"));
}

TEST_CASE("control characters in a file cannot play with the terminal") {
  const std::string text = printed("a\x1B[31mred\x07\x7F", {1, 1, 1});
  CHECK(line_number(text, 1) == "      1 | a.[31mred..");
}

TEST_CASE("control characters in the words of a message cannot play with the terminal either") {
  const std::string text =
      printed("x", {1, 1, 1}, "there is no '\x1B[2J'\nerror: lies", "did you mean '\x1B[0m'");
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(split(text, '\n').size() == split(printed("x", {1, 1, 1}), '\n').size());
}

TEST_CASE("the other control characters, of Unicode, do not reach the terminal") {
  // U+009B begins an escape sequence in some terminals; U+202E turns the direction of writing
  // round.
  CHECK(printed("a\u009B31m", {1, 1, 1}).find("\u009B") == std::string::npos);
  CHECK(printed("a\u202Egnp.exe", {1, 1, 1}).find("\u202E") == std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are shown as dots") {
  const std::string text = printed("caf\xE9 x", {1, 4, 1});
  CHECK_FALSE(first_bad_utf8(text));
}

TEST_CASE("five findings of a code are shown, then how many more there are") {
  Report report;
  for (uint32_t line = 1; line <= 7; ++line)
    report.add(codes::raw_html, "a.md", {line, 0, 0}, "html");
  report.add(codes::broken_links, "b.md", {1, 0, 0}, "link");
  const auto nothing = [](std::string_view) { return std::string_view{}; };
  CHECK(print_text(report, nothing, {}) ==
        "a.md:1: error[raw-html]: html\n\n"
        "a.md:2: error[raw-html]: html\n\n"
        "a.md:3: error[raw-html]: html\n\n"
        "a.md:4: error[raw-html]: html\n\n"
        "a.md:5: error[raw-html]: html\n\n"
        "b.md:1: error[broken-links]: link\n\n"
        "… and 2 more of [raw-html]. See them all with --all; learn more with: local-offer explain "
        "raw-html\n");
  const std::string all =
      print_text(report, nothing,
                 {.colour = false, .most_of_a_code = 0});
  CHECK(all.find("a.md:7:") != std::string::npos);
  CHECK(all.find("more of") == std::string::npos);
}

TEST_CASE("paths begin with the folder they are in, so that a terminal can open them") {
  Report report;
  report.add(codes::raw_html, "a.md", {}, "html");
  report.add(codes::broken_templates, "theme/templates/page.html", {}, "tag");
  CHECK(print_text(report, [](std::string_view) { return std::string_view{}; },
                   {.colour = false,
                    .most_of_a_code = 5,
                    .folders = {.site = "content/", .theme = "themes/council/", .rules = {}}}) ==
        "content/a.md: error[raw-html]: html\n\n"
        "themes/council/templates/page.html: error[broken-templates]: tag\n\n");
}

TEST_CASE("colour changes no word: without it the text is the same") {
  Report report;
  report.add(codes::long_titles, "a.md", {}, "long");
  const auto nothing = [](std::string_view) { return std::string_view{}; };
  const std::string plain = print_text(report, nothing, {});
  CHECK(plain == "a.md: warning[long-titles]: long\n\n");
  CHECK(print_text(report, nothing,
                   {.colour = true, .most_of_a_code = 5}) ==
        "a.md: \033[1;33mwarning[long-titles]\033[0m: long\n\n");
}

}  // namespace offer::print_text_test
