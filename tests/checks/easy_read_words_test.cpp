// Words of Easy Read.
#include <doctest/doctest.h>

#include "checks/easy_read_row.h"

namespace offer::easy_read_words_test {

using kit::said;

namespace {

constexpr std::string_view glossary = R"(-- glossary/plan.md --
---
title: EHC plan
abbreviation: EHCP
also: [statement of needs]
easy: It says what help you get.
---
-- glossary/breaks.md --
---
title: Short breaks
easy: You rest.
---
-- glossary/tribunal.md --
---
title: Tribunal
easy: People who decide.
---
-- site.yml --
name: Malvern Offer
words_people_know: [EHC, NHS]
)";

std::string with_glossary(std::string_view words, std::string_view code) { return said(kit::easy_row(words, glossary), code); }

}  // namespace

TEST_CASE("easy read: a word that is not in the list is found once, its forms and names are known") {
  CHECK(said("The amelioration helps.\nThe amelioration is good.", "easy-read-words-not-known") ==
        "8:5 many people do not know the word 'amelioration'\n");
  CHECK(said("The children's friends visited the biggest and happiest places, walking slowly.", "easy-read-words-not-known") == "");
  CHECK(said("You'll see what we've got.", "easy-read-words-not-known") == "");
  CHECK(said("Bring fruit etc. to us, e.g. an apple.", "easy-read-words-not-known") == "");
  CHECK(said("You can meet Zebedee in Pershore.", "easy-read-words-not-known") == "");
  CHECK(with_glossary("Malvern has a bus.", "easy-read-words-not-known") == "");
}

TEST_CASE("easy read: for a hard word of our list an easier one is shown") {
  const kit::Built built = kit::easy_row("The course commences soon.");
  CHECK(said(built, "easy-read-words-not-known") == "8:12 'commences' is hard for many people\n");
  for (const Diagnostic& one : built.report.all())
    if (one.code->name == "easy-read-words-not-known") CHECK(one.help == "Easier words: start.");
  CHECK(said("You come in order to talk.", "easy-read-words-not-known") == "8:10 'in order to' is hard for many people\n");
}

TEST_CASE("easy read: a glossary word must be bold where it is hard") {
  CHECK(with_glossary("You can go to the tribunal.", "easy-read-words-not-known") ==
        "8:19 'tribunal' is a hard word, and nothing explains it here\n");
  CHECK(with_glossary("You can go to the **tribunal**.", "easy-read-words-not-known") == "");
  CHECK(with_glossary("You can have short breaks.", "easy-read-words-not-known") == "");
}

TEST_CASE("easy read: a thing has one name, in whatever form") {
  CHECK(with_glossary("Read the statement of needs.", "easy-read-aliases") ==
        "8:10 'statement of needs' has another name everywhere else: 'EHC plan'\n");
  CHECK(with_glossary("A short break helps. You have an **EHC plan**.", "easy-read-aliases") == "");
}

TEST_CASE("easy read: initials are an error unless people know them better") {
  CHECK(with_glossary("Ask for an EHCP.", "easy-read-initials") == "8:12 'EHCP' is not a word\n");
  CHECK(with_glossary("Ask the NHS about an **EHC plan**.", "easy-read-initials") == "");
  const kit::Built known = kit::easy_row("Ask for an EHCP.", "-- site.yml --\nname: A\nwords_people_know: [EHCP]\n");
  CHECK(said(known, "easy-read-initials") == "");
}

TEST_CASE("easy read: Latin and words of the trade are errors, sayings are warnings") {
  CHECK(said("You get it per annum.", "easy-read-jargon") == "8:12 'per annum' is Latin\n");
  CHECK(said("All stakeholders can come.", "easy-read-jargon") == "8:5 'stakeholders' is a word of the trade\n");
  CHECK(said("At the end of the day you decide.", "easy-read-idioms") == "8:1 'At the end of the day' does not mean what it says\n");
  CHECK(said("We come at the end of the week.", "easy-read-idioms") == "");
}

TEST_CASE("easy read: readers are spoken to") {
  CHECK(said("A service user can ask.", "easy-read-distant-words") == "8:3 'service user' speaks about readers as if they were not there\n");
  const kit::Built cold = kit::build("-- a.easy.md --\n![](picture:about)\nThis is about cats.\n-- a.md --\nWords.\n", {.easy_read = true});
  CHECK(said(cold, "easy-read-without-you") == "1:0 this page never says 'you'\n");
  CHECK(said("Cats sleep.", "easy-read-without-you") == "");
}

TEST_CASE("easy read: the 'not' is written out") {
  const kit::Built built = kit::easy_row("You can't lose. We won’t tell. It isn't bad.");
  CHECK(said(built, "easy-read-negative-contractions") ==
        "8:5 the 'not' in 'can't' is easily missed\n8:20 the 'not' in 'won’t' is easily missed\n8:35 the 'not' in 'isn't' is easily missed\n");
  CHECK(built.printed().find("Write 'cannot'.") != std::string::npos);
  CHECK(built.printed().find("Write 'will not'.") != std::string::npos);
  CHECK(said("We'll help. It's good.", "easy-read-negative-contractions") == "");
}

TEST_CASE("easy read: one new hard word a row, the second time it is not new") {
  CHECK(with_glossary("The **tribunal** reads the **EHC plan**.", "easy-read-many-hard-words") ==
        "7:1 this row has 2 new hard words; 1 is the most\n");
  CHECK(with_glossary("The **tribunal** decides.\nAsk the **tribunal**.", "easy-read-many-hard-words") == "");
}

}  // namespace offer::easy_read_words_test
