// YAML as editors write it, and as they had better not.
#include "load/yaml.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace offer::yaml_test {

namespace {

std::string problems(std::string_view text, uint32_t first_line = 1) {
  Report report;
  parse_yaml(text, "a.yml", first_line, report);
  std::string all;
  for (const Diagnostic& one : report.all())
    all += fmt::format("{}:{} {}: {}\n", one.place.line, one.place.column, one.code->name,
                       one.message);
  return all;
}

YamlNode read(std::string_view text) {
  Report report;
  auto node = parse_yaml(text, "a.yml", 1, report);
  REQUIRE(report.all().empty());
  return *node;
}

}  // namespace

TEST_CASE("every value stays as it is written: no is a word, 12:30 and 1e3 are no numbers") {
  const YamlNode map = read("a: no\nb: 12:30\nc: 1e3\nd: ~\ne: 010\nf: 2026-01-02\n");
  CHECK(map.find("a")->text == "no");
  CHECK(map.find("b")->text == "12:30");
  CHECK(map.find("c")->text == "1e3");
  CHECK(map.find("d")->text == "~");
  CHECK(map.find("e")->text == "010");
  CHECK(map.find("f")->text == "2026-01-02");
  CHECK(map.find("z") == nullptr);
}

TEST_CASE("lists and maps keep their order and their places") {
  const YamlNode map = read("menu:\n  - one\n  - two\nof: {b: 1, a: 2}\n");
  CHECK(map.find("menu")->items.at(1).text == "two");
  CHECK(map.find("menu")->items.at(1).place == Place{3, 5, 3});
  CHECK(map.find("of")->entries.at(0).key == "b");
  CHECK(map.find("of")->entries.at(1).key_place == Place{4, 12, 1});
}

TEST_CASE("columns are counted in characters") {
  CHECK(read("é: [ü, x]\n").find("é")->items.at(1).place == Place{1, 8, 1});
}

TEST_CASE("an empty file, a comment and a byte order mark are an empty map") {
  CHECK(read("").entries.empty());
  CHECK(read("# nothing yet\n").entries.empty());
  CHECK(read("\xEF\xBB\xBF"
             "a: b\n")
            .find("a")
            ->text == "b");
}

TEST_CASE("a tab before the first word of a line is reported at the tab, each of them") {
  CHECK(problems("a:\n\t- b\n  \t- c\n") ==
        "2:1 tabs-in-yaml: this line begins with a tab, and the settings part of a file cannot "
        "have tabs\n"
        "3:3 tabs-in-yaml: this line begins with a tab, and the settings part of a file cannot "
        "have tabs\n");
}

TEST_CASE(
    "a tab inside a value does no harm, and one in a line that looks empty is named as what it "
    "is") {
  CHECK(read("a: b\tc\nd: e\n").find("a")->text == "b\tc");
  CHECK(problems("a: b\n\t\nd: e\n") ==
        "2:1 tabs-in-yaml: this line begins with a tab, and the settings part of a file cannot "
        "have tabs\n");
}

TEST_CASE("anchors, aliases and tags are refused where they stand") {
  const std::string_view words = " broken-yaml: a value cannot begin with '&', '*' or '!' here\n";
  CHECK(problems("a: &x b\n") == "1:4" + std::string(words));
  CHECK(problems("a: *x\n") == "1:4" + std::string(words));
  CHECK(problems("a: !!str b\n") == "1:4" + std::string(words));
  CHECK(problems("a: !x [b]\n") == "1:4" + std::string(words));
  CHECK(problems("a: &x {b: c}\n") == "1:4" + std::string(words));
  CHECK(problems("? &x a\n: b\n") == "1:3" + std::string(words));
  CHECK(problems("<<: *x\n") == "1:5" + std::string(words));
}

TEST_CASE("a name that is set twice is reported with the line of the first, which counts") {
  Report report;
  const auto map = parse_yaml("title: one\nid: a\ntitle: two\n", "a.md", 2, report);
  REQUIRE(report.all().size() == 1);
  CHECK(report.all()[0].code->name == "repeated-fields");
  CHECK(report.all()[0].message == "'title' is set twice");
  CHECK(report.all()[0].help == "The first one counts. It is on line 2. Take one of them out.");
  CHECK(report.all()[0].place == Place{4, 1, 5});
  CHECK(map->find("title")->text == "one");
}

TEST_CASE("lists inside lists go no deeper than anybody needs") {
  CHECK(problems("a: [[[[[[[[[[x]]]]]]]]]]\n") ==
        "1:12 broken-yaml: lists inside lists go too deep here\n");
  CHECK(problems("a: " + std::string(100'000, '[')) ==
        "1:12 broken-yaml: lists inside lists go too deep here\n");
  CHECK(problems("a: " + std::string(100'000, '{')) != "");
  std::string steps;
  for (int i = 0; i < 500; ++i) steps += std::string(static_cast<size_t>(i), ' ') + "a:\n";
  CHECK(problems(steps) == "9:9 broken-yaml: lists inside lists go too deep here\n");
}

TEST_CASE("mistakes that YAML itself finds are reported at their line") {
  struct Case {
    std::string text;
    std::string problem;
  };
  const std::string words = " broken-yaml: the settings cannot be read from here on\n";
  const std::string open = " broken-yaml: what begins here never ends, so the settings cannot be read\n";
  const std::vector<Case> cases{
      {"title: Help: what there is\n", "2:12" + words},
      {"title: \"Ask us\nid: x\n", "2:8" + open},
      {"a: [b, c\n", "2:4" + open},
      {"title: @home\n", "2:8" + words},
      {"title: `x`\n", "2:8" + words},
      {"just words\n", "2:1 broken-yaml: this should be names and values, one a line\n"},
      {"- a\n- b\n", "2:1 broken-yaml: this should be names and values, one a line\n"},
      {"[a]: b\n", "2:1 broken-yaml: a name must be plain words\n"},
      {"a: b\n--- \nc: d\n", "4:1 broken-yaml: a second set of settings begins here\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(problems(one.text, 2) == one.problem);
  }
}

TEST_CASE("a value with a colon in it gets help with quotation marks") {
  Report report;
  parse_yaml("title: Help: what there is\n", "a.md", 2, report);
  REQUIRE(report.all().size() == 1);
  CHECK(report.all()[0].help ==
        "If the value has a colon in it, put the whole value in double quotes: title: \"Help: what "
        "there is\"");
}

TEST_CASE("bytes that no text has are refused") {
  CHECK(problems("a: \xE9\n").find("broken-yaml") != std::string::npos);
  CHECK(problems(std::string("a: b\0c\n", 7)).find("broken-yaml") != std::string::npos);
  CHECK(problems("a: \"\\uD800\"\n").find("broken-yaml") != std::string::npos);
}

}  // namespace offer::yaml_test
