#include <doctest/doctest.h>

#include "kit.h"

namespace offer::checks_words_test {

namespace {

constexpr std::string_view glossary = R"(
-- glossary/ehc.md --
---
title: EHC plan
id: term-ehc
abbreviation: EHCP
also: [EHC Plan]
summary: A paper.
---
Words.
)";

kit::Built page(std::string_view words) {
  return kit::build(fmt::format(
      "{}-- a.md --\n---\ntitle: A page\nsummary: What it gives.\n---\n{}", glossary, words));
}

// one two three … `count` words.
std::string words(size_t count) {
  std::string result = "one";
  for (size_t i = 1; i < count; ++i) result += " more";
  return result;
}

}  // namespace

TEST_CASE(
    "abbreviations in the glossary, of the site's list, and in code need no explanation, in the "
    "plural too") {
  CHECK(page("The EHCP and EHCPs, EHC plans, the NHS, A and B, `XYZ`.\n\n```\nXYZ\n```\n")
            .problems() == "");
}

TEST_CASE("a postcode is no abbreviation") {
  CHECK(page("Write to 12 High Street, Worcester, WR1 2AB.").problems() == "");
  CHECK(page("Ask WR1 about it.").has("unexplained-abbreviations"));
}

TEST_CASE("an abbreviation that nothing explains is found once, where it first stands") {
  CHECK(page("Ask the\nXYZ, the XYZ or the éXY.\n\n## An ABC\n\n- [the QRS](https://x.example/)\n- b\n\n| A | B |\n| --- "
             "| --- |\n| **TUV** | b |\n")
            .printed() ==
        R"(a.md:11:1: error[unexplained-abbreviations]: nothing explains 'XYZ'
     11 | XYZ, the XYZ or the éXY.
        | ^^^
    help: Write the full words, or once the full words with (XYZ) after them, or add a glossary term with: abbreviation: XYZ

a.md:11:21: error[unexplained-abbreviations]: nothing explains 'éXY'
     11 | XYZ, the XYZ or the éXY.
        |                     ^^^
    help: Write the full words, or once the full words with (éXY) after them, or add a glossary term with: abbreviation: éXY

a.md:13:7: error[unexplained-abbreviations]: nothing explains 'ABC'
     13 | ## An ABC
        |       ^^^
    help: Write the full words, or once the full words with (ABC) after them, or add a glossary term with: abbreviation: ABC

a.md:15:8: error[unexplained-abbreviations]: nothing explains 'QRS'
     15 | - [the QRS](https://x.example/)
        |        ^^^
    help: Write the full words, or once the full words with (QRS) after them, or add a glossary term with: abbreviation: QRS

a.md:20:5: error[unexplained-abbreviations]: nothing explains 'TUV'
     20 | | **TUV** | b |
        |     ^^^
    help: Write the full words, or once the full words with (TUV) after them, or add a glossary term with: abbreviation: TUV

)");
}

TEST_CASE("words and their abbreviation in brackets explain it for the rest of the page") {
  CHECK(page("A Joint Assessment Meeting (JAM) is long. A JAM or two JAMs.\n").problems() == "");
  CHECK(page("The Department for Education (DfE). The DfE decides.\n").problems() == "");
  CHECK(page("A JAM. A Joint Assessment Meeting (JAM).\n").problems() ==
        "a.md:10:3 unexplained-abbreviations: nothing explains 'JAM'\n");
  CHECK(page("Something else (JAM).\n").problems() ==
        "a.md:10:17 unexplained-abbreviations: nothing explains 'JAM'\n");
}

TEST_CASE("abbreviations in a title and a summary are found at the setting") {
  CHECK(
      kit::build("\n-- a.md --\n---\ntitle: All about JAM\nsummary: The XYZ of it.\n---\nWords.\n")
          .problems() ==
      "a.md:2:8 unexplained-abbreviations: nothing explains 'JAM'\n"
      "a.md:3:10 unexplained-abbreviations: nothing explains 'XYZ'\n");
}

TEST_CASE("a summary has 25 words at the most, but a term's is its meaning") {
  const auto summary = [](std::string_view path, size_t count) {
    return kit::build(fmt::format("\n-- {} --\n---\ntitle: A\nsummary: {}\n---\nWords.\n", path,
                                  words(count)))
        .problems();
  };
  CHECK(summary("a.md", 25) == "");
  CHECK(summary("a.md", 26) ==
        "a.md:3:10 long-summaries: the summary has 26 words; 25 are the most\n");
  CHECK(summary("glossary/a.md", 26) == "");
}

TEST_CASE("a title has 65 characters at the most, however many bytes they take") {
  const auto title = [](std::string_view end) {
    return kit::build(fmt::format("\n-- a.md --\n---\ntitle: {}{}\n---\nWords.\n",
                                  std::string(64, 'a'), end))
        .problems();
  };
  CHECK(title("é") == "");
  CHECK(title("éa") == "a.md:2:8 long-titles: the title has 66 characters; 65 are the most\n");
}

}  // namespace offer::checks_words_test
