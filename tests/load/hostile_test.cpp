// Files made to hold us up: each is answered quickly, with a message or a page, never with a crash.
//
// Each is built in a process of its own, which is ended after 20 seconds, so that one that hangs or
// crashes is one failure among others.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "load/extra_file.h"

namespace offer::load_hostile_test {

namespace {

std::string times(size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size() + 1);
  for (size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Answer {
  bool came = false;     // in time and without a crash
  size_t bytes = 0;      // of all files
  std::string problems;  // the first of them
};

Answer answer_to(std::string_view file) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  std::fflush(nullptr);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    alarm(20);
    const kit::Built built =
        kit::build(kit::with_file(kit::inputs_of(""), "a.md", std::string(file)));
    size_t bytes = 0;
    for (const auto& [path, text] : built.files) bytes += text.size();
    const std::string words = fmt::format("{}\n{}", bytes, built.problems().substr(0, 4000));
    const ssize_t written = write(ends[1], words.data(), words.size());
    _exit(written == static_cast<ssize_t>(words.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string words;
  char some[4096];
  for (ssize_t n = read(ends[0], some, sizeof some); n > 0; n = read(ends[0], some, sizeof some))
    words.append(some, static_cast<size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  const size_t line_end = words.find('\n');
  if (status != 0 || line_end == std::string::npos) return {};
  return {true, std::stoul(words), words.substr(line_end + 1)};
}

// Builds a page with this body; slow ones are named, very slow ones fail.
Answer quickly(std::string_view name, std::string_view body, bool whole_file = false) {
  CAPTURE(name);
  const auto start = std::chrono::steady_clock::now();
  Answer answer = answer_to(whole_file ? std::string(body) : kit::page_bytes(body));
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (seconds > 2)
    std::printf("slow: %.1f s for %.*s\n", seconds, static_cast<int>(name.size()), name.data());
  CHECK_MESSAGE(answer.came, "no answer after ", seconds, " seconds");
  CHECK(seconds < 10);
  CHECK_MESSAGE(answer.problems.find("pages-that-do-not-parse") == std::string::npos,
                answer.problems.substr(0, 300));
  CHECK_MESSAGE(answer.bytes < 30'000'000, "a page of a million letters became ", answer.bytes,
                " bytes");
  return answer;
}

struct Case {
  std::string_view name;
  std::string body;
};

}  // namespace

TEST_CASE("nesting ten thousand deep is refused with one message") {
  const size_t n = 10'000;
  std::string indented;
  for (size_t i = 0; i < 900; ++i) indented += std::string(2 * i, ' ') + "- a\n";
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
    const Answer answer = quickly(one.name, one.body);
    CHECK(answer.problems.find("nesting-too-deep") != std::string::npos);
    CHECK_MESSAGE(split(answer.problems, '\n').size() < 5, answer.problems.substr(0, 500));
  }
}

TEST_CASE("as many marks inside each other as the limit lets through are answered quickly") {
  quickly("emphasis", times(900, "*a **b ") + times(300, "** *") + "\n");
  quickly("brackets", times(1900, "[") + "\n");
  quickly("pictures", times(900, "![") + "a" + times(900, "](x)") + "\n");
  quickly("underscores", times(1900, "_") + "\n");
  quickly("backticks", times(1900, "`") + "a\n");
  quickly("links", times(900, "[a](") + "\n");
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
  quickly("addresses", times(90'000, "<ab:c>") + "\n");
  quickly("entities", times(150'000, "&amp;") + "\n");
  quickly("escapes", times(400'000, "\\#") + "\n");
}

TEST_CASE("a great many short rows under a wide header do not fill the memory") {
  std::string header = "|", rule = "|";
  for (int i = 0; i < 40; ++i) header += "a|", rule += "-|";
  quickly("rows", header + "\n" + rule + "\n" + times(100'000, "x\n"));
}

TEST_CASE("one long address that is used again and again does not make a page of gigabytes") {
  quickly("references", "[a]: https://example.org/" + std::string(100'000, 'x') + "\n\n" +
                            times(1'000, "[a]\n\n"));
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
  CHECK_FALSE(quickly("settings", settings + "---\n", true).problems.empty());
}

TEST_CASE("one word of a million letters is a word") {
  const std::string word(900'000, 'a');
  CHECK(quickly("a word", word + "\n").problems == "a.md heavy-pages: the built page weighs 900 kB, and a phone with a weak signal may need 18 seconds for it\n");
  quickly("capitals", std::string(900'000, 'A') + "\n");
  quickly("bracketed capitals", times(100, "word ") + "(" + std::string(500'000, 'A') + ")\n");
  quickly("a link", "[ask](" + word + ")\n");
}

}  // namespace offer::load_hostile_test
