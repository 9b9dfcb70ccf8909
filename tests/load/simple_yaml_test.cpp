// Simple settings are read without libyaml: what is read must be what libyaml reads.
#include "load/simple_yaml.h"

#include <doctest/doctest.h>

#include <random>

#include "base/text.h"

namespace offer::simple_yaml_test {

namespace {

// All that a reader of settings can see of a value: its words, its parts and their places.
std::string shown(const YamlNode& node) {
  std::string all = fmt::format("{}:{}+{}", node.place.line, node.place.column, node.place.length);
  switch (node.kind) {
    case YamlNode::Kind::scalar: return all + "'" + node.text + "'";
    case YamlNode::Kind::list:
      all += '[';
      for (const YamlNode& item : node.items) all += shown(item) + ",";
      return all + "]";
    case YamlNode::Kind::map:
      all += '{';
      for (const YamlNode::Entry& entry : node.entries)
        all += fmt::format("{}:{}+{} {}={};", entry.key_place.line, entry.key_place.column, entry.key_place.length, entry.key, shown(entry.value));
      return all + "}";
  }
  return all;
}

std::string by_libyaml(std::string_view text) {
  Report report;
  const auto node = parse_all_yaml(text, "a.md", 2, report);
  return node && report.all().empty() ? shown(*node) : "refused";
}

}  // namespace

TEST_CASE("everyday settings are read as libyaml reads them") {
  const std::string_view text =
      "id: service-2475\ntitle: \"Youth group: young people, in Clayvale\"\nsummary: Who can come, what it costs & how to ask  \n"
      "topics: [school, short breaks , 2026-01-02]\nneeds: []\ncost: \"£5 a session\"\nwait_on: 2026-04-28\nfor: Élodie’s café (9:30)\nlast: #1 no\n";
  CHECK_FALSE(read_simple_yaml(text, 2));
  const std::string_view good = text.substr(0, text.find("last"));
  REQUIRE(read_simple_yaml(good, 2));
  CHECK(shown(*read_simple_yaml(good, 2)) == by_libyaml(good));
}

TEST_CASE("what could mean something else is left to libyaml") {
  for (const char* text : {"", "a:", "a: \n", "a:b\n", "a: b: c\n", "a: b:\n", "a: b #c\n", "# a\n", "a: 'b'\n", "a: \"b\n", "a: \"b\" c\n", "a: \"\\n\"\n", "a: [b\n", "a: [b]]\n", "a: [b, ]\n", "a: [\"b\"]\n",
                           "a: {b: c}\n", "a: b\n  c\n", "a: b\n\nc: d\n", "a: b\na: c\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "a: |\n  b\n", "a: > b\n", "a: % b\n", "a: @b\n", "a: `b\n", "a: - b\n", "a: ? b\n",
                           "a: b\tc\n", "a: b\r\n", "a: \x7F\n", "a: b\xC2\x85""c\n", "a: b\xE2\x80\xA8""c\n", "a: \xEF\xBB\xBF""b\n", "a: \xFF\n", "- a\n", "---\na: b\n", "a: b\n...\n", "a b: c\n", "1: b\n", " a: b\n"})
    CHECK_MESSAGE(!read_simple_yaml(text, 2), text);
}

TEST_CASE("whatever is read is what libyaml reads (seeded)") {
  const std::vector<std::string> pieces{"a: ", "b: ", "title: ", ":", ": ", " ", "  ", "\n", "\n", "\"", "\"", "[", "]", ", ", ",", "#", " #", "-", "- ", "word", "two words", "é", "’", "£", "1", "2026-01-02", "(", ")", "/", "\\",
                                        "'", "&", "*", "!", "|", ">", "%", "@", "`", "?", "{", "}", "~", "=", "\xC2\xA0", "\t", "\r", "...", "---", "no", "\xF0\x9F\x99\x82"};
  std::mt19937 random(20261122);
  size_t read = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    const size_t lines = 1 + random() % 3;
    for (size_t line = 0; line < lines; ++line) {
      text += static_cast<char>('a' + line);
      text += random() % 8 == 0 ? ":" : ": ";
      const int shape = static_cast<int>(random() % 4);
      if (shape == 0) text += '"';
      if (shape == 1) text += '[';
      for (size_t n = random() % 5; n > 0; --n) text += pieces[random() % pieces.size()];
      if (shape == 0) text += '"';
      if (shape == 1) text += ']';
      if (line + 1 < lines || random() % 2 == 0) text += '\n';
    }
    const auto simple = read_simple_yaml(text, 2);
    if (!simple) continue;
    ++read;
    REQUIRE_MESSAGE(shown(*simple) == by_libyaml(text), text);
  }
  CHECK(read > 3'000);  // else it is never asked
}

}  // namespace offer::simple_yaml_test
