// Files made to hold us up: each is answered quickly, with a message or a page, never with a crash.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "load/extra_file.h"

using namespace offer;

namespace {

std::string times(size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size() + 1);
  for (size_t i = 0; i < count; ++i) all += text;
  return all;
}

// Builds a page with this body; slow ones are named, very slow ones fail.
kit::Built quickly(std::string_view name, std::string_view body) {
  const auto start = std::chrono::steady_clock::now();
  kit::Built built = kit::build_body(body);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (seconds > 2) std::printf("slow: %.1f s for %.*s\n", seconds, static_cast<int>(name.size()), name.data());
  CHECK_MESSAGE(seconds < 10, name, " took ", seconds, " seconds");
  CHECK_FALSE(built.has("pages-that-do-not-parse"));
  return built;
}

}  // namespace

TEST_CASE("nesting ten thousand deep is refused") {
  const size_t n = 10'000;
  struct Case {
    std::string_view name;
    std::string body;
  };
  std::string indented, mixed;
  for (size_t i = 0; i < 1000; ++i) indented += std::string(2 * i, ' ') + "- a\n";
  const std::vector<Case> cases{
      {"quotations", times(n, "> ") + "a\n"},
      {"quotations without spaces", times(n, ">") + "a\n"},
      {"list markers", times(n, "- ") + "a\n"},
      {"stars as list markers", times(n, "* ") + "a\n"},
      {"list by indentation", indented},
      {"brackets", times(n, "[") + "a" + times(n, "](x)") + "\n"},
      {"brackets that never close", times(n, "[") + "\n"},
      {"pictures in pictures", times(n, "![") + "a" + times(n, "](x)") + "\n"},
      {"emphasis", times(n, "**a *b ") + "\n"},
      {"emphasis closed", times(n, "*a **b ") + times(n, "** *") + "\n"},
      {"links in links", times(n, "[a](") + times(n, ")") + "\n"},
      {"backticks", times(n, "`a``b") + "\n"},
      {"numbered markers", times(n, "1. ") + "a\n"},
      {"numbered and bullet markers", times(n, "1. - ") + "a\n"},
      {"quotations and numbers", times(n, "> 1. ") + "a\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const kit::Built built = quickly(one.name, one.body);
    CHECK_MESSAGE(built.has("nesting-too-deep"), built.problems().substr(0, 300));
    CHECK(built.report.all().size() < 20);
  }
}

TEST_CASE("a thousand marks inside each other, which the limit lets through, are no trouble") {
  for (const std::string& body : {times(900, "*a **b ") + times(300, "** *"), times(1900, "["), times(900, "![") + times(900, "](x)"),
                                  times(1900, "_"), times(1900, "`") + "a", times(900, "[a](")}) {
    quickly(body.substr(0, 10), body + "\n");
  }
}

TEST_CASE("deep lists by numbers followed by a great many empty lines are answered quickly") {
  quickly("numbers and empty lines", times(100'000, "1. ") + "a\n" + times(400'000, "\n"));
}

TEST_CASE("HTML that is opened again and again is answered quickly") {
  quickly("comments", "a " + times(100'000, "<!-- ") + "\n");
  quickly("processing", "a " + times(150'000, "<?") + "\n");
  quickly("declarations", "a " + times(150'000, "<!A ") + "\n");
  quickly("CDATA", "a " + times(80'000, "<![CDATA[") + "\n");
  quickly("attributes", "a " + times(80'000, "<a b=\"") + "\n");
  quickly("less-than signs", "a " + times(900'000, "<") + "\n");
}

TEST_CASE("a long line of small things of their own is answered quickly") {
  quickly("tags", times(150'000, "<b>") + "\n");
  quickly("addresses", times(90'000, "<a:b>") + "\n");
  quickly("entities", times(150'000, "&amp;") + "\n");
  quickly("escapes", times(400'000, "\\*") + "\n");
}

TEST_CASE("a great many short rows under a wide header do not fill the memory") {
  std::string header = "|", rule = "|";
  for (int i = 0; i < 40; ++i) header += "a|", rule += "-|";
  const kit::Built built = quickly("rows", header + "\n" + rule + "\n" + times(200'000, "x\n"));
  size_t bytes = 0;
  for (const auto& [path, text] : built.files) bytes += text.size();
  CHECK(bytes < 50'000'000);
}

TEST_CASE("one long address that is used again and again does not make a page of gigabytes") {
  const kit::Built built = quickly("references", "[a]: https://example.org/" + std::string(100'000, 'x') + "\n\n" + times(2'000, "[a]\n\n"));
  size_t bytes = 0;
  for (const auto& [path, text] : built.files) bytes += text.size();
  CHECK(bytes < 20'000'000);
}

TEST_CASE("a great many definitions are answered quickly") {
  std::string body;
  for (int i = 0; i < 30'000; ++i) body += "[a" + std::to_string(i) + "]: /u\n\n";
  quickly("definitions", body);
}

TEST_CASE("a great many headings and links to headings that there are not are answered quickly") {
  std::string body;
  for (int i = 0; i < 10'000; ++i) body += "## H" + std::to_string(i) + "\n\n";
  for (int i = 0; i < 10'000; ++i) body += "[to it](#x" + std::to_string(i) + ")\n\n";
  quickly("headings", body);
}

TEST_CASE("a great many unknown short words in one paragraph are answered quickly") {
  std::string body;
  for (int i = 0; i < 60'000; ++i) body += "AB" + std::to_string(i) + "\n";
  quickly("abbreviations", body);
}

TEST_CASE("settings without end are answered quickly") {
  std::string settings = "---\n";
  for (int i = 0; i < 40'000; ++i) settings += "a" + std::to_string(i) + ": b\n";
  const auto start = std::chrono::steady_clock::now();
  const kit::Built built = kit::build(kit::with_file(kit::inputs_of(""), "a.md", settings + "---\n"));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (seconds > 2) std::printf("slow: %.1f s for settings\n", seconds);
  CHECK(seconds < 10);
  CHECK(built.report.has_errors());
}

TEST_CASE("one word of a million letters is a word") {
  const std::string word(900'000, 'a');
  CHECK(quickly("a word", word + "\n").problems() == "");
  quickly("capitals", std::string(900'000, 'A') + "\n");
  quickly("bracketed capitals", times(100, "word ") + "(" + std::string(500'000, 'A') + ")\n");
  quickly("a link", "[ask](" + word + ")\n");
}
