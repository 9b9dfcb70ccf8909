// Random damage to the real pages: always errors or well-formed output, never a crash.
#include <doctest/doctest.h>

#include <cstdio>
#include <random>

#include "base/text.h"
#include "load/extra_file.h"

namespace offer::monkey_test {

namespace {

class Monkey {
 public:
  explicit Monkey(unsigned seed) : random_(seed) {}

  void damage(std::string& bytes, const std::string& other) {
    for (size_t times = 1 + below(6); times > 0; --times) once(bytes, other);
  }

  size_t below(size_t limit) {
    return limit == 0 ? 0 : std::uniform_int_distribution<size_t>(0, limit - 1)(random_);
  }

 private:
  void once(std::string& bytes, const std::string& other) {
    static const std::vector<std::string> bits{
        "---\n",
        "> ",
        "- ",
        "1. ",
        "|",
        "\n",
        "\r\n",
        "\t",
        "`",
        "**",
        "[",
        "](",
        ")",
        "![",
        "<",
        "<!--",
        "&#x0;",
        "\"",
        "'",
        ": ",
        "#",
        "\\",
        "é",
        "\u202E",
        "![](picture:talk)\n",
        "\xEF\xBF\xBF",
        "EHCPs",
        "was: /x/\n",
        "{",
        "}",
        "javascript:",
        "```\n",
        "status: draft\n",
        "\x1B",
    };
    const size_t at = below(bytes.size() + 1);
    switch (below(6)) {
      case 0:
        bytes.erase(at, 1 + below(20));
        return;
      case 1:
        bytes.insert(at, bits[below(bits.size())]);
        return;
      case 2:
        if (bytes.size() > 1) std::swap(bytes[below(bytes.size())], bytes[below(bytes.size())]);
        return;
      case 3:
        bytes.insert(at, other.substr(below(other.size()), below(200)));
        return;
      case 4:
        splice_line(bytes, other);
        return;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(below(256));
        return;
    }
  }

  void splice_line(std::string& bytes, const std::string& other) {
    const auto lines = split(other, '\n');
    const size_t end = bytes.find('\n', below(bytes.size() + 1));
    bytes.insert(end == std::string::npos ? bytes.size() : end + 1,
                 std::string(lines[below(lines.size())]) + "\n");
  }

  std::mt19937 random_;
};

// Pages of every type, so that each round is quick: some of the real site, with all its settings.
Inputs some_real_pages() {
  Inputs inputs = kit::real_inputs();
  std::map<std::string, int> of_folder;
  std::erase_if(inputs.content, [&](const SourceFile& file) {
    if (!file.path.ends_with(".md")) return false;
    return ++of_folder[file.path.substr(0, file.path.find('/'))] > 4;
  });
  return inputs;
}

}  // namespace

TEST_CASE("after random damage there are errors, or pages that read back, and never a crash") {
  const Inputs whole = some_real_pages();
  for (unsigned seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    Monkey monkey(seed);
    Inputs inputs = whole;
    for (int hits = 0; hits < 4; ++hits) {
      SourceFile& file = inputs.content[monkey.below(inputs.content.size())];
      std::string bytes(file.bytes);
      monkey.damage(bytes, std::string(inputs.content[monkey.below(inputs.content.size())].bytes));
      file.bytes = std::move(bytes);
    }
    kit::Built built;
    CHECK_NOTHROW(built = kit::build(std::move(inputs), {.drafts = seed % 2 == 0}));
    for (const Diagnostic& one : built.report.all())
      CHECK_MESSAGE(one.code->name != "pages-that-do-not-parse", one.path, ": ", one.message);
    CHECK_NOTHROW(built.printed());
    for (const Diagnostic& one : built.report.all()) {
      CHECK_FALSE(one.message.empty());
      CHECK_FALSE(one.path.empty());
    }
  }
}

TEST_CASE("random damage gives the same findings and files on one thread and on four") {
  const Inputs whole = some_real_pages();
  for (unsigned seed = 1000; seed < 1010; ++seed) {
    CAPTURE(seed);
    Monkey monkey(seed);
    Inputs inputs = whole;
    for (int hits = 0; hits < 10; ++hits) {
      SourceFile& file = inputs.content[monkey.below(inputs.content.size())];
      std::string bytes(file.bytes);
      monkey.damage(bytes, std::string(inputs.content[monkey.below(inputs.content.size())].bytes));
      file.bytes = std::move(bytes);
    }
    const kit::Built one = kit::build(inputs, {.threads = 1});
    const kit::Built four = kit::build(inputs, {.threads = 4});
    CHECK(one.problems() == four.problems());
    CHECK(one.files == four.files);
  }
}

}  // namespace offer::monkey_test
