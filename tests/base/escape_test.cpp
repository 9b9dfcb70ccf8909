// The one escape function: what it lets through is safe in text and in quoted attributes, as HTML
// and as XML.
#include "base/escape.h"

#include <doctest/doctest.h>
#include <libxml/parser.h>

#include "base/growing_text.h"

namespace offer::escape_test {

TEST_CASE("the five characters that mean something in HTML become references") {
  CHECK(escaped("<a href=\"x\" title='y'>&</a>") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  CHECK(escaped("&amp;") == "&amp;amp;");
  CHECK(escaped("plain words") == "plain words");
  CHECK(escaped("") == "");
  CHECK(escaped("caf\u00e9 \U0001F600") == "caf\u00e9 \U0001F600");
}

TEST_CASE("escape_html appends") {
  std::string to = "a";
  escape_html("<", to);
  CHECK(to == "a&lt;");
}

TEST_CASE("control characters become the replacement character, line ends and tabs stay") {
  CHECK(escaped(std::string("a\0b\x1F", 4)) == "a\uFFFDb\uFFFD");
  CHECK(escaped("a\tb\nc\rd") == "a\tb\nc\rd");
  CHECK(escaped("\x1B[31m") == "\uFFFD[31m");
}

TEST_CASE("every character below U+10000 can stand in a page that is read back strictly") {
  std::string page = "<p title=\"";
  std::string all;
  const auto add = [&](uint32_t point) {
    if (point < 0x80) {
      all += static_cast<char>(point);
    } else if (point < 0x800) {
      all += static_cast<char>(0xC0 | (point >> 6));
      all += static_cast<char>(0x80 | (point & 0x3F));
    } else {
      all += static_cast<char>(0xE0 | (point >> 12));
      all += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
      all += static_cast<char>(0x80 | (point & 0x3F));
    }
  };
  for (uint32_t point = 0; point < 0x10000; ++point)
    if (point < 0xD800 || point > 0xDFFF) add(point);
  page += escaped(all) + "\">" + escaped(all) + "</p>";
  const int silent = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  xmlDocPtr document =
      xmlReadMemory(page.data(), static_cast<int>(page.size()), "page", "UTF-8", silent);
  CHECK_MESSAGE(document != nullptr, "U+FFFE and U+FFFF are UTF-8, and XML forbids them");
  xmlFreeDoc(document);
}

TEST_CASE("into a growing text the same is written, and running text loses the spaces behind its line ends") {
  const std::string_view pieces[]{"plain words that go on for a while", "a", "&", "<b>", "\"", "'", "#", "\n", "\n   ", " ", "é", "“", "\uFFFE", "\xEF\xBC\x81", "\x01", "sixteen letters.", "\\", "\xFF"};
  uint32_t random = 7;
  const auto pick = [&](uint32_t below) { return (random = random * 1664525U + 1013904223U) / 65536U % below; };
  GrowingText whole, lines;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (uint32_t i = pick(20); i > 0; --i) text += pieces[pick(std::size(pieces))];
    whole.clear();
    escape_html(text, whole);
    CHECK(whole.view() == escaped(text));
    lines.clear();
    escape_lines(text, lines);
    std::string expected;
    std::string_view rest = text;
    for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      expected += escaped(rest.substr(0, end + 1));
      rest.remove_prefix(std::min(rest.find_first_not_of(' ', end + 1), rest.size()));
    }
    CHECK(lines.view() == expected + escaped(rest));
  }
}

TEST_CASE("a growing text keeps what it holds while it grows, and begins anew when it is cleared") {
  GrowingText text;
  std::string expected;
  for (int i = 0; i < 300'000; ++i) {
    const std::string piece = std::to_string(i);
    text += piece;
    text += ',';
    (expected += piece) += ',';
  }
  CHECK(text.view() == expected);
  text.clear();
  CHECK(text.view().empty());
  text += "again";
  CHECK(text.view() == "again");
}

}  // namespace offer::escape_test
