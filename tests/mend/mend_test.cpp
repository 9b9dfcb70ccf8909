// Mends: what they change, and above all what they leave alone.
#include "mend/mend.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "kit.h"
#include "mend/difference.h"
#include "mend/easier_words.h"

namespace offer::mend_test {

namespace {

const MendRules rules{.easier_words = {{"whilst", "while"}, {"prior to", "before"}, {"approximately", "about"}, {"in order to", "to"}, {"purchase", "buy", true}, {"purchasing", "buying", true}}};

// A page's file after all mends: settings and body as given.
std::string mended_file(const std::string& bytes, std::string_view path = "a.md") {
  Inputs inputs = kit::inputs_of("");
  inputs.content.push_back({std::string(path), bytes, {}});
  std::sort(inputs.content.begin(), inputs.content.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  const auto files = mended_pages(inputs, {}, rules, 1, [](const Page&) { return true; });
  return files.empty() ? bytes : files.front().after;
}

constexpr std::string_view settings = "---\ntitle: A\n---\n";

std::string mended(std::string_view body) {
  const std::string after = mended_file(std::string(settings) + std::string(body) + "\n");
  return after.substr(settings.size(), after.size() - settings.size() - 1);
}

}  // namespace

TEST_CASE("dates are written with the day first, the month in words, and no st, nd, rd or th") {
  CHECK(mended("On 1st October 2024.") == "On 1 October 2024.");
  CHECK(mended("the 22nd of May to the 3rd of June") == "the 22 May to the 3 June");
  CHECK(mended("October 1st, 2024 and May 12 2025") == "1 October 2024 and 12 May 2025");
  CHECK(mended("01 May 2024") == "1 May 2024");
  CHECK(mended("by 25/12/2024, 25.12.2024 and 05-05-2024") == "by 25 December 2024, 25 December 2024 and 5 May 2024");
  CHECK(mended("[1st May](x.md) and **2nd May**") == "[1 May](x.md) and **2 May**");
  CHECK(mended("| When |\n| --- |\n| 1st May 2024 |") == "| When |\n| --- |\n| 1 May 2024 |");
}

TEST_CASE("what may mean something else than one day stays for a person") {
  for (const std::string_view same :
       {"3/4/2024", "31/02/2024", "32/01/2024", "1.12.13.2024", "25/12/2024/7", "v25.12.2024.1", "30th February", "1th May", "the 1st Mayor", "21st century", "1st class",
        "May 12", "1 October 2024", "from 2024-10-01", "25/12/24", "13/13/2024", "A25/12/2024", "§25/12/20245", "4th", "on the 5th"})
    CHECK(mended(same) == same);
}

TEST_CASE("phone numbers are grouped") {
  CHECK(mended("Ring 01632960101.") == "Ring 01632 960 101.");
  CHECK(mended("Ring 02079460000 or 01214960000 or 01134960000") == "Ring 020 7946 0000 or 0121 496 0000 or 0113 496 0000");
  CHECK(mended("(01632) 960101, 01632-960-101 and 03001234567") == "01632 960 101, 01632 960 101 and 0300 123 4567");
  CHECK(mended("text 07700900123 (or 08081570000)") == "text 07700 900 123 (or 0808 157 0000)");
  CHECK(mended("[01632960101](tel:01632960101)") == "[01632 960 101](tel:01632960101)");
}

TEST_CASE("numbers that are no phone numbers, or were grouped by somebody, stay") {
  for (const std::string_view same :
       {"01632 960101", "0800 1111", "+441632960101", "016329601011", "0163296010", "99", "00123456789", "05123456789", "ref 01632960101/7", "X01632960101", "01632960101-2",
        "https://example.org/01632960101", "015394123456", "01539412345", "1.01632960101"})
    CHECK(mended(same) == same);
}

TEST_CASE("typed lists become lists") {
  CHECK(mended("Bring:\n• a blanket\n•\ta drink") == "Bring:\n- a blanket\n- a drink");
  CHECK(mended("– one\n– two\n– three") == "- one\n- two\n- three");
  CHECK(mended("-one\n-two") == "- one\n- two");
  CHECK(mended("1. Ask:\n   • one\n   • two") == "1. Ask:\n   - one\n   - two");
}

TEST_CASE("a dash that is no list stays") {
  for (const std::string_view same : {"• only one", "– a parent, 2024", "One thing\n– and then\nanother\n– and then", "-5 degrees\n-6 degrees", "one • two\nthree • four",
                                      "–one\n–two", "• one\n– two", "```\n• one\n• two\n```", "> • one\n> • two", "# • one", "- • one"})
    CHECK(mended(same) == same);
  CHECK(mended_file("---\ntitle: A\n---\n• one\n• two\n", "a.easy.md") == "---\ntitle: A\n---\n• one\n• two\n");
}

TEST_CASE("long words give way to short ones, with the capital that they had") {
  CHECK(mended("Wait whilst we look. Whilst you wait, ring us approximately once.") == "Wait while we look. While you wait, ring us about once.");
  CHECK(mended("- Prior to the meeting") == "- Before the meeting");
  CHECK(mended("In order to ask,\nwrite whilst\nwe look") == "To ask,\nwrite while\nwe look");
  CHECK(mended_file("---\ntitle: Whilst\nsummary: Wait whilst we look.\n---\nx\n") == "---\ntitle: Whilst\nsummary: Wait while we look.\n---\nx\n");
  CHECK(mended_file("---\ntitle: A\nsummary: \"Wait whilst we look.\"\nowner: whilst\n---\nx\n") == "---\ntitle: A\nsummary: \"Wait while we look.\"\nowner: whilst\n---\nx\n");
}

TEST_CASE("of the lists of plain English those words are taken that a machine may replace, verbs in their plain form") {
  const std::vector<EasierWord> words = easier_words_in({{"words/hard.txt", "whilst: while\n", {}},
                                                         {"plain-english/words.csv",
                                                          "finding,words,instead,fix,unless\nlong-words,amongst,among,yes,\nlong-words,apparent,clear,no,\nlong-words,upon,on,yes,once upon a time\n"
                                                          "long-words,is required to|are required to,must,yes,\nlong-words,ascertain*,find* out,yes,\nlong-words,x,a|b,yes,\nlong-words,y,Say it.,yes,\n",
                                                          {}}});
  std::string found;
  for (const EasierWord& one : words) found += fmt::format("{} -> {}{}; ", one.words, one.instead, one.verb ? " (verb)" : "");
  CHECK(found == "amongst -> among; is required to -> must; are required to -> must; ascertain -> find out (verb); ");
}

TEST_CASE("a verb is not changed where it may be a noun") {
  CHECK(mended("You can purchase a pass. Purchase it. The purchase of a pass; for purchase; your  purchase") ==
        "You can buy a pass. Buy it. The purchase of a pass; for purchase; your  purchase");
}

TEST_CASE("words stay where they are somebody's own, a name, code or an address") {
  for (const std::string_view same :
       {"She said: “We wait whilst they look.”", "She said: \"whilst\" twice", "‘whilst’ and 'whilst'", "“never closed whilst", "> whilst", "`whilst`", "```\nwhilst\n```",
        "    whilst", "[x](whilst.md)", "<https://example.org/whilst>", "![](whilst.png)", "## Whilst and whilst", "**Whilst:** x", "*whilst*", "[whilst](x.md)", "The Whilst Centre",
        "WHILST", "meanwhilst", "whilst-like", "an approximately", "| whilst |\n| --- |\n| whilst |", "whil\\st", "whil&#115;t", "<!-- whilst -->", "the “old” ‘whilst”"})
    CHECK(mended(same) == same);
  CHECK(mended("“Quoted whilst” and then whilst") == "“Quoted whilst” and then while");
  CHECK(mended("the parents' words whilst we wait; it's whilst") == "the parents' words while we wait; it's while");
  CHECK(mended("“Open whilst\n\nwhilst") == "“Open whilst\n\nwhile");
}

TEST_CASE("spaces at line ends go, but for line breaks and code") {
  CHECK(mended("one \ntwo\t\n\n- three  \n- four") == "one\ntwo\n\n- three\n- four");
  CHECK(mended("a break  \nhere   \nend   ") == "a break  \nhere   \nend");
  CHECK(mended("```\ncode \n```\n\n    code \n\nx") == "```\ncode \n```\n\n    code \n\nx");
  CHECK(mended("## Heading \n\n[x](y.md) \n\n| a | \n| --- |\n| b | ") == "## Heading\n\n[x](y.md)\n\n| a |\n| --- |\n| b |");
}

TEST_CASE("line ends and a byte order mark stay as they are; a missing last line end is put in") {
  CHECK(mended_file("---\r\ntitle: A\r\n---\r\n1st May 2024 \r\nx") == "---\r\ntitle: A\r\n---\r\n1 May 2024\r\nx\r\n");
  CHECK(mended_file("\xEF\xBB\xBF---\ntitle: A\n---\n1st May 2024") == "\xEF\xBB\xBF---\ntitle: A\n---\n1 May 2024\n");
  CHECK(mended_file("---\ntitle: A\n1st May 2024") == "---\ntitle: A\n1st May 2024");
  CHECK(mended_file("") == "");
}

TEST_CASE("characters of any width before the words do not move the mend") {
  CHECK(mended("Zoë’s café – *ü* [é](x.md) on 1st May 2024 whilst 🙂 whilst") == "Zoë’s café – *ü* [é](x.md) on 1 May 2024 while 🙂 while");
  CHECK(mended("- a\n\n  é 1st May 2024\n  é 2nd May 2024") == "- a\n\n  é 1 May 2024\n  é 2 May 2024");
  CHECK(mended("> [!NOTE]\n> é 1st May 2024") == "> [!NOTE]\n> é 1 May 2024");
}

TEST_CASE("the difference is one that patch understands, also where the last line end was missing") {
  CHECK(difference("a.md", "one\ntwo", "one\ntwo\n", false) == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+two\n");
  CHECK(difference("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "1\nb\n3\n4\n5\n6\n7\n8\n9\n10\nk\n", false) ==
        "--- a.md\n+++ a.md\n@@ -1,5 +1,5 @@\n 1\n-2\n+b\n 3\n 4\n 5\n@@ -8,4 +8,4 @@\n 8\n 9\n 10\n-11\n+k\n");
}

TEST_CASE("a long line with many quotations and links is mended from end to end") {
  std::string line;
  for (int i = 0; i < 300; ++i) line += "*a* \"b\" [1st May](x.md) ";
  const std::string after = mended(line);
  CHECK(after.find("1st") == std::string::npos);
}

TEST_CASE("after all mends the real site still builds with no finding more, a second look finds nothing, and only the edits differ") {
  const Inputs& real = kit::real_inputs();
  const auto files = mended_pages(real, {}, rules, 2, [](const Page&) { return true; });
  Inputs inputs = real;
  for (SourceFile& file : inputs.content)
    for (const MendedFile& one : files)
      if (one.path == file.path) {
        CHECK(one.before == file.bytes);
        file.bytes = one.after;
      }
  CHECK(mended_pages(inputs, {}, rules, 2, [](const Page&) { return true; }).empty());
  // Words that changed may have an Easy Read page that must be compared again; fix says which.
  std::string problems;
  for (const std::string_view line : split(kit::build(std::move(inputs), {.threads = 2}).problems(), '\n'))
    if (!line.empty() && line.find("easy-read-drift") == std::string_view::npos) problems.append(line).append("\n");
  CHECK(problems == "");
}

}  // namespace offer::mend_test
