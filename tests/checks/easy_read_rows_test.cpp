// Rows, headings, the beginning and the end of Easy Read pages, and the rules' own file.
#include <doctest/doctest.h>

#include <chrono>

#include "checks/easy_read_row.h"

namespace offer::easy_read_rows_test {

using kit::said;

namespace {

std::string rows(int count) {
  std::string result = "You can ask.";
  for (int i = 1; i < count; ++i) result += "\n\n![](picture:talk)\nYou can ask.";
  return result;
}

kit::Built page(std::string_view body, std::string_view full = "Words.") {
  return kit::build(fmt::format("-- a.easy.md --\n{}\n-- a.md --\n{}\n", body, full), {.easy_read = true});
}

}  // namespace

TEST_CASE("easy read: a complete page has nothing to say but that nobody has compared it") {
  CHECK(kit::easy_row("You can talk to us.").problems() ==
        "a.easy.md:1 easy-read-never-compared: nobody has said that this page says what a.md says\n");
}

TEST_CASE("easy read: two sentences a row, three are a warning, four an error") {
  CHECK(said("Ask. Talk.", "easy-read-crowded-rows") == "");
  CHECK(said("Ask. Talk.\nWrite.", "easy-read-crowded-rows") == "7:1 3 sentences stand beside this picture; 2 are the most\n");
  CHECK(said("Ask. Talk.\nWrite. Ring.", "easy-read-overfull-rows") ==
        "7:1 4 sentences stand beside this picture; there must never be more than 3\n");
  CHECK(said("Ask. Talk.\nWrite. Ring.", "easy-read-crowded-rows") == "");
}

TEST_CASE("easy read: the meaning of a hard word is not counted as a sentence of the page") {
  CHECK(said(kit::easy_row("You can **appeal**.\nWe help.",
                           "-- glossary/appeal.md --\n---\ntitle: Appeal\neasy: You ask. They look again.\n---\n"),
             "easy-read-crowded-rows") == "");
}

TEST_CASE("easy read: a second picture in a row is told as that") {
  CHECK(said("Talk ![](picture:letter) now.", "easy-read-two-pictures") == "8:6 this row has a second picture\n");
  CHECK_FALSE(kit::easy_row("Talk ![](picture:letter) now.").has("unknown-pictures"));
}

TEST_CASE("easy read: one picture does not stand for two hard words") {
  constexpr std::string_view glossary =
      "-- glossary/appeal.md --\n---\ntitle: Appeal\neasy: You ask.\n---\n-- glossary/tribunal.md --\n---\ntitle: Tribunal\neasy: They decide.\n---\n";
  CHECK(said(kit::easy_row("You can **appeal**.\n\n![](picture:talk)\nAsk the **tribunal**.", glossary),
             "easy-read-pictures-with-two-meanings") == "10:1 the picture 'talk' stands for 'Tribunal' here, and for 'Appeal' before\n");
  CHECK(said(kit::easy_row("You can **appeal**.\n\n![](picture:law)\nAsk the **tribunal**.", glossary),
             "easy-read-pictures-with-two-meanings") == "");
}

TEST_CASE("easy read: 20 rows are fine, 21 a warning at the first too many, 41 an error") {
  CHECK(said(rows(17), "easy-read-long-pages") == "");
  CHECK(said(rows(18), "easy-read-long-pages") == "64:1 this page has 21 rows; 20 are the most, which are about 5 printed pages\n");
  CHECK(said(rows(38), "easy-read-very-long-pages") == "124:1 this page has 41 rows; it must never have more than 40\n");
  CHECK(said(rows(38), "easy-read-long-pages") == "");
}

TEST_CASE("easy read: the first row says what the page is about, in words or by its picture") {
  CHECK(said(page("![](picture:talk)\nYou can ask."), "easy-read-without-about") == "4:1 this page does not begin with what it is about\n");
  CHECK(said(page("![](picture:about)\nYou can ask."), "easy-read-without-about") == "");
  CHECK(said(page("![](picture:talk)\nThis is about help."), "easy-read-without-about") == "");
}

TEST_CASE("easy read: headings and the title have 8 words at most") {
  CHECK(said(page("## What you can do when nobody answers you now\n"), "easy-read-long-headings") ==
        "4:1 this heading has 9 words; 8 are the most\n");
  CHECK(said(page("---\ntitle: What you can do when nobody answers you now\n---\n"), "easy-read-long-headings") ==
        "2:8 this title has 9 words; 8 are the most\n");
  CHECK(said(page("## What can you do when nobody answers you?\n"), "easy-read-long-headings") == "");
}

TEST_CASE("easy read: the page ends with a phone number or an e-mail address, and somebody to read it with") {
  CHECK(said(page("![](picture:about)\nAbout you.\n\n![](picture:talk)\nAsk us."), "easy-read-without-contact") ==
        "7:1 this page does not end with whom readers can ask\n");
  CHECK(said(page("![](picture:about)\nAbout you.\n\n![](picture:talk)\nRing 01632 960 100."), "easy-read-without-contact") == "");
  CHECK(said(page("![](picture:about)\nAbout you.\n\n![](picture:talk)\nWrite to help@example.org."), "easy-read-without-contact") == "");
  CHECK(said(page("![](picture:about)\nAbout you.\n\n![](picture:talk)\n[Ring 01632 960 100](tel:01632960100)."), "easy-read-without-contact") ==
        "");
  CHECK(said(page("![](picture:about)\nAbout you.\n\n![](picture:talk)\nAsk us."), "easy-read-without-company") ==
        "7:1 this page does not say who can read it with you\n");
}

TEST_CASE("easy read: a page that says nearly all of a long full page is told so, that of a short one is not") {
  std::string full;
  for (int i = 0; i < 20; ++i) full += "You can ask us for a short break.\n";
  CHECK(said(page("![](picture:about)\n" + full, full), "easy-read-copies") ==
        "1:0 this page has 100 words for every 100 of the full page; 60 are the most\n");
  CHECK(said(page("![](picture:about)\nYou can ask us for a short break.", full), "easy-read-copies") == "");
  CHECK(said(page("![](picture:about)\nYou can ask us.", "You can ask us."), "easy-read-copies") == "");
  const std::string headed = full + "\n## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n";
  CHECK(said(page("## One\n\n![](picture:talk)\nA.\n\n## Two\n\n![](picture:talk)\nB.\n\n## Three\n\n![](picture:talk)\nC.", headed),
             "easy-read-copies") == "4:1 this page has the same headings as the full page, one by one\n");
}

TEST_CASE("easy read: rules that rules.yml leaves out are not asked, and its numbers count") {
  Inputs inputs =
      kit::inputs_of("-- a.easy.md --\n---\ntitle: Help\n---\n![](picture:about)\nYou can go out to see people.\n-- a.md --\nWords.\n", {.easy_read = true});
  inputs.easy_read.front().bytes =
      replace_all(std::string(inputs.easy_read.front().bytes), "leave_out: []", "leave_out: [easy-read-without-contact, easy-read-without-company]");
  inputs.easy_read.front().bytes = replace_all(std::string(inputs.easy_read.front().bytes), "words_in_a_sentence: 15", "words_in_a_sentence: 5");
  const kit::Built built = kit::build(std::move(inputs));
  CHECK(built.problems() ==
        "a.easy.md:1 easy-read-never-compared: nobody has said that this page says what a.md says\n"
        "a.easy.md:5:1 easy-read-long-sentences: this sentence has 7 words; 5 are the most, and 10 are better\n");
}

TEST_CASE("easy read: what is wrong with rules.yml and the word lists is said at its line, and the usual number counts") {
  const auto problems = [](std::string_view rules) {
    Inputs inputs = kit::inputs_of("-- a.md --\nWords.\n", {.easy_read = true});
    inputs.easy_read.front().bytes = std::string(rules);
    return kit::build(std::move(inputs)).problems();
  };
  const std::string rules(kit::inputs_of("", {.easy_read = true}).easy_read.front().bytes);
  CHECK(problems(rules) == "");
  CHECK(problems(replace_all(rules, "words_on_average: 12", "")) ==
        "easy-read/rules.yml:1 missing-settings: 'words_on_average' is missing, so 12 counts\n");
  CHECK(problems(replace_all(rules, "words_on_average: 12", "words_on_average: a dozen"))
            .ends_with(" wrong-values: 'words_on_average' takes a whole number\n"));
  CHECK(problems(rules + "words_on_avarage: 3\n").ends_with(" unknown-fields: there is no rule called 'words_on_avarage'\n"));
  CHECK(problems(replace_all(rules, "leave_out: []", "leave_out: [easy-read-idiom]"))
            .ends_with(" unknown-choices: there is no Easy Read rule called 'easy-read-idiom'\n"));
  Inputs inputs = kit::inputs_of("-- a.md --\nWords.\n", {.easy_read = true});
  std::erase_if(inputs.easy_read, [](const SourceFile& file) { return !file.path.starts_with("plain-english/"); });
  CHECK(kit::build(std::move(inputs)).problems() ==
        "easy-read/rules.yml missing-settings: the rules of Easy Read are missing, so the usual numbers count\n"
        "easy-read/words/easy.txt missing-settings: this list of words is missing\n"
        "easy-read/words/hard.txt missing-settings: this list of words is missing\n"
        "easy-read/words/idioms.txt missing-settings: this list of words is missing\n"
        "easy-read/words/known.txt missing-settings: this list of words is missing\n");
}

TEST_CASE("easy read: a warning may be allowed with a reason, an error may not") {
  const auto with = [](std::string_view code) {
    return page(fmt::format("---\nallow: [\"{}: somebody said so\"]\n---\n![](picture:about)\nAsk seven people about a/b.\n", code));
  };
  CHECK_FALSE(with("easy-read-number-words").has("easy-read-number-words"));
  CHECK(with("easy-read-hard-signs").has("wrong-values"));
}

TEST_CASE("easy read: a page that is far too long, or made to be slow, is refused quickly") {
  for (const std::string_view piece : {"a/", "( ", "![](picture:talk) ", "**a** ", "0 a ", "a@b/ ", "not ", "01/01/01 "}) {
    CAPTURE(piece);
    for (const size_t size : {size_t{25'000}, size_t{300'000}}) {
      std::string words = "![](picture:about)\n";
      while (words.size() < size) words += piece;
      const auto start = std::chrono::steady_clock::now();
      CHECK(page(words).report.has_errors());
      CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
    }
  }
}

}  // namespace offer::easy_read_rows_test
