// Simple bodies are read without cmark-gfm: what is read must be what cmark-gfm reads, with all places.
#include "load/simple_markdown.h"

#include <doctest/doctest.h>

#include <random>

#include "base/files.h"
#include "base/text.h"
#include "kit.h"
#include "load/front_matter.h"
#include "load/load.h"

namespace offer::simple_markdown_test {

namespace {

// All that a reader of Blocks can see.
void show(const Block& block, size_t depth, std::string& to) {
  to += fmt::format("{:>{}}{} {} {} {}:{}+{} '{}' '{}'\n", "", depth, static_cast<int>(block.kind), block.variant, block.number, block.place.line, block.place.column, block.place.length,
                    block.text, block.target);
  for (const Block& child : children(block)) show(child, depth + 1, to);
}

std::string by_cmark(std::string_view text, WordsIn words = WordsIn::arena) {
  Arena arena;
  Report report;
  std::string all;
  show(*parse_any_markdown(text, 5, "a.md", arena, report, {}, words), 0, all);
  for (const Diagnostic& one : report.all()) all += "reported: " + one.message;
  return all;
}

// Nothing: it is not simple.
std::string read_simply(std::string_view text, WordsIn words = WordsIn::arena, const MarkdownLimits& limits = {}) {
  Arena arena;
  const Block* document = read_simple_markdown(text, 5, arena, limits, words);
  std::string all;
  if (document != nullptr) show(*document, 0, all);
  return all;
}

std::vector<std::string> bodies_of_the_content() {
  std::vector<std::string> bodies;
  for (const SourceFile& file : read_tree(kit::source_folder() + "/content")) {
    if (!is_page_file(file.path)) continue;
    Report report;
    bodies.emplace_back(split_front_matter(file.bytes, file.path, report).body);
  }
  return bodies;
}

const std::vector<std::string_view> pieces{
    "word", "two words", " ", " ", "  ", "   ", "\n", "\n", "\n\n", "- ", "\n- ", "\n- ", "\n  - ", "\n    - ", "1. ", "\n1. ", "\n2. ", "\n   ", "   1. ", "10. ", "1) ", "2023.", "2023. ", "# ", "## ", "\n## ", "#", "\n#",
    "| ", " | ", "|", "\n| a | b |\n| --- | --- |\n| c | d |", "\n|---|", "| - |", ":-", "-", "---", "\n---\n", "===", "*", "**", "***", "**bold** ", "*it* ", "[", "]", "](", ")", "(", "[a](b)", "[a b](/c/d/)", "[a](b_c*d)",
    "[**a**](b)", "**[a](b)**", "![", "![a](b.png)", "!", "&", "& ", "&amp;", "\\", "\\*", "`", "<", "<b>", ">", "> ", "\n> ", "\n> [!NOTE]\n> ", "[!NOTE]", "\n> [!WARNING]\n> a **b** [c](d)\n", "_", "_a_", "~~", "+ ",
    "\n+ ", "* ", "\n* ", "é", "’", "“", "\xC2\xA0", "\xE2\x80\x83", "\t", "\r", "\"", "'", "a", "b.", ".", ",", ":", "\n: ", "[a]: b", "http://a.b", "@", "\f", "\x7F", "=", "\n=", "$"};
const std::vector<std::string_view> starts{"", "", "- ", "- ", "  - ", "    - ", "1. ", "2. ", "   - ", "   ", "  ", "> ", "## ", "| ", "\n", "\n", "![a](b) ", "**", "9. ", "10. "};
const std::vector<std::string_view> ends{"\n", "\n", "\n", "\n\n", " |\n", " \n", "  \n", "#\n", "", ".\n", "**\n"};

}  // namespace

TEST_CASE("simple bodies are read as cmark-gfm reads them") {
  prepare_markdown();
  for (const std::string_view text :
       {"", "\n", "Words", "Words\n", "Two lines\nof words.\n\nAnother paragraph", "# One\n## Two\n###### Six\nwords", "- one\n- two\n\n1. one\n2. two\n", "- one\n\n- two\n", "7. seven\n8. eight\n",
        "- one\n  - two\n    1. three\n- four\n", "Words:\n- one\n  goes on\n- two\n## Heading\n", "| a | b |\n| --- | :-: |\n| c é | **d** |\n", "A [link](../b.md#c), **bold words**, *italic* & more! Yes?\n",
        "**Bold\nover lines** [a](b)\nand [c](d)", "![Easy words](sign:house) Words", "> [!WARNING]\n> Ring [999](tel:999) now.\n\nWords\n", "> [!TIP]\n> [a](b)", "- ’é’ **dé d** x [é](b) y", "in\n2023.\n\nB 2.5 2) (c)\n",
        "(**bold**) **bold**, **bold.** *a*: **[a](b)** x", "- one\n- two\n1. three\n"}) {
    CHECK_MESSAGE(read_simply(text) == by_cmark(text), text);
    CHECK_MESSAGE(read_simply(text, WordsIn::file) == by_cmark(text, WordsIn::file), text);
  }
}

TEST_CASE("what could mean something else in Markdown is left to cmark-gfm") {
  for (const std::string_view text :
       {"a `b`", "<b>", "a &amp; b", "a \\* b", "a_b", "a  \nb", "a \nb", " a", "\ta", "a\r\n", "---", "a\n---", "a\n===", "* a", "+ a", "1) a", "- a\nb", "-  a", "- a\n\n  b", "- # a", "- a\n - b", "# a #", "####### a", "#a", "> a",
        "> [!NOTE]\n> a\n> b", "> [!NOTE]\n> a\nb", "[a]", "[a]: b", "[a](b c)", "[a](<b>)", "[a](b\n)", "[a\nb](c)", "[a [b](c)](d)", "[a](b(c))", "[]", "a]", "![a", "![a **b**](c)", "***a***", "**a", "a**b**", "**é**", "** a**", "**a **", "*a **b***",
        "a | b\n- | -", "| a |", "| a |\n| - | - |", "| a |\n| - |\n| b | c |", "| a |\n| - |\nb", "| a |\n| - |\n| |", "a\n| b |\n| - |", "a\f", "    a", "a\n# b\n===", "\xEF\xBB\xBF" "a"}) {
    CHECK_MESSAGE(read_simply(text).empty(), text);
  }
}

TEST_CASE("what is past a limit is not simple") {
  CHECK(read_simply("words", WordsIn::arena, {.bytes = 4}).empty());
  CHECK(read_simply("| a | b |\n| - | - |\n", WordsIn::arena, {.columns = 1}).empty());
  CHECK(read_simply("- a\n  - b\n", WordsIn::arena, {.nesting = 1}).empty());
  std::string many, rows = "| a |\n| - |\n";
  for (int i = 0; i < 2001; ++i) many += "[a](b) ";
  for (int i = 0; i < 20'000; ++i) rows += "| a |\n";
  CHECK(read_simply(many + ".").empty());
  CHECK(read_simply(rows).empty());
}

TEST_CASE("words of a simple body stand in the file, and where that is not wanted they are copied") {
  const std::string text = "Some [words](/of/this/)\n";
  Arena arena;
  const Block* in_file = read_simple_markdown(text, 1, arena, {}, WordsIn::file);
  const Block* in_arena = read_simple_markdown(text, 1, arena, {}, WordsIn::arena);
  walk(*in_file, [&](const Block& block) { CHECK((stands_in(text, block.text) && stands_in(text, block.target))); });
  walk(*in_arena, [&](const Block& block) { CHECK(((block.text.empty() || !stands_in(text, block.text)) && (block.target.empty() || !stands_in(text, block.target)))); });
}

TEST_CASE("what was read of a body that is not simple takes no memory") {
  prepare_markdown();
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "Words\n\n";
  Arena simple, other;
  Report report;
  parse_any_markdown(text + "`", 1, "a.md", other, report);
  parse_markdown(text + "`", 1, "a.md", simple, report);
  CHECK(simple.bytes() == other.bytes());
}

TEST_CASE("the pages of the content are read as cmark-gfm reads them, and nearly all of them simply") {
  prepare_markdown();
  size_t simple = 0;
  const std::vector<std::string> bodies = bodies_of_the_content();
  for (const std::string& body : bodies) {
    const std::string read = read_simply(body, WordsIn::file);
    if (read.empty()) continue;
    ++simple;
    CHECK(read == by_cmark(body, WordsIn::file));
  }
  CHECK(simple * 10 > bodies.size() * 9);
}

TEST_CASE("whatever is read simply is what cmark-gfm reads (seeded)") {
  prepare_markdown();
  const std::vector<std::string> bodies = bodies_of_the_content();
  std::mt19937 random(20261123);
  const auto any_of = [&](const auto& list) { return std::string_view(list[random() % list.size()]); };
  size_t read = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    switch (random() % 3) {
      case 0:  // pieces
        for (size_t n = 1 + random() % 14; n > 0; --n) text += any_of(pieces);
        break;
      case 1:  // lines
        for (size_t n = 1 + random() % 7; n > 0; --n) {
          text += any_of(starts);
          for (size_t k = 1 + random() % 2; k > 0; --k) text += random() % 3 != 0 ? "some words" : any_of(pieces);
          text += any_of(ends);
        }
        break;
      default: {  // a part of a real page, changed
        const std::string_view body = any_of(bodies);
        if (body.empty()) continue;
        text = body.substr(body.rfind('\n', random() % body.size()) + 1, 100 + random() % 700);
        for (size_t n = random() % 4; n > 0 && !text.empty(); --n) {
          const size_t at = random() % text.size();
          switch (random() % 3) {
            case 0: text.insert(at, any_of(pieces)); break;
            case 1: text.erase(at, 1 + random() % 3); break;
            default: text.replace(at, 1, any_of(pieces));
          }
        }
      }
    }
    const WordsIn words = random() % 2 == 0 ? WordsIn::file : WordsIn::arena;
    const std::string simple = read_simply(text, words);
    if (simple.empty()) continue;
    ++read;
    REQUIRE_MESSAGE(simple == by_cmark(text, words), text);
  }
  CHECK(read > 6'000);  // else it is never asked
}

TEST_CASE("a link that goes on in the next line stands where it begins") {
  prepare_markdown();
  Arena arena;
  Report report;
  const Block* document = parse_markdown("Read [the whole\nstory](/story/).", 5, "a.md", arena, report);
  CHECK(document->first->first->next->place == Place{5, 6, 0});
}

}  // namespace offer::simple_markdown_test
