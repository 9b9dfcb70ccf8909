#include <doctest/doctest.h>

#include "base/text.h"
#include "checks/plain_page_of.h"

namespace offer::plain_words_test {

using kit::help_for;
using kit::plain;

TEST_CASE("a long word is found in every form, and the short one has the same form") {
  CHECK(help_for("The work commenced in May 2024.") == "Write 'started'.");
  CHECK(help_for("Lessons commence at 9am.") == "Write 'start'.");
  CHECK(help_for("We are endeavouring to help.") == "Write 'trying'.");
  CHECK(help_for("She purchased a ticket.") == "Write 'bought'.");
  CHECK(help_for("Ask prior to the meeting.") == "Write 'before'.");
  CHECK(help_for("Ask  prior\nto the meeting.") == "Write 'before'.");
}

TEST_CASE("a word is found once a page, with how often it stands there") {
  CHECK(plain("We assist you.\n\nWe assist him, and assist her.").problems() == "a.md:10:4 long-words: 'assist' has a shorter word that everyone knows (3 times on this page)\n");
}

TEST_CASE("words in quotation marks, italics and code, in names and addresses are not ours") {
  for (const std::string_view innocent :
       {"They said: \"We commence in May.\"", "They said: “We commence in May.”", "They said ‘we commence in May’ to us.", "Read *How to commence a robust plan*.", "Write `commence`.",
        "Ask the Assist Trust.", "Key Stage 2 begins.", "Robust Minds is a charity.", "Ring the Via team.", "Write to assist@test.example.org.", "Look at [the page of a charity](https://example.org/utilise/assist).",
        "> We shall commence.", "He wrote 'we shall commence' to us."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("an apostrophe opens no quotation") {
  CHECK(plain("The parents' group can't assist.").has("long-words"));
  CHECK(plain("The child's group will assist you 'til May.").has("long-words"));
  CHECK(plain("The parents’ group will assist you.").has("long-words"));
}

TEST_CASE("buzzwords are found, but not where the same word is the plain one") {
  CHECK(plain("We will deliver robust help going forward.").problems() ==
        "a.md:10:9 buzzwords: 'deliver' sounds good and says little\n"
        "a.md:10:17 buzzwords: 'robust' sounds good and says little\n"
        "a.md:10:29 buzzwords: 'going forward' sounds good and says little\n");
  for (const std::string_view innocent :
       {"Midwives deliver babies.", "We deliver meals to your home.", "You can foster a child.", "Print it in landscape format.", "This had an impact on children.", "The delivery plan is here.",
        "Her key worker rings you.", "Turn the key.", "The children progressed to the next class.", "The focus group meets.", "Ask for support.", "Unlock the door.", "The team drives a van."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("professionals alone may read the words of their trade, but not other people's long words") {
  CHECK(plain("We deliver robust help.", "audience: [professionals]\n").problems() == "");
  CHECK(plain("We assist you.", "audience: [professionals]\n").has("long-words"));
  CHECK(plain("We deliver robust help.", "audience: [professionals, parents]\n").has("buzzwords"));
}

TEST_CASE("hidden verbs, Latin and empty phrases are found with what to write") {
  CHECK(help_for("The panel made a decision about it.") == "Write 'decide'.");
  CHECK(help_for("Bring a letter, e.g. from your doctor.") == "Write 'for example' or 'such as'.");
  CHECK(help_for("Ask via the school.") == "Write 'by', 'through' or 'on'.");
  CHECK(help_for("Please note that we close at 5pm.") == "Leave it out, and begin with what comes after it.");
  CHECK(help_for("The council shall answer.") == "Write 'must' for a duty, and 'will' for what is to come.");
  for (const std::string_view innocent : {"The decision was hard to make.", "We received your letter.", "It is important to us.", "Take note of the date.", "Put it simply.", "Tell us as soon as you know.", "Tell us as soon as you know."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("hurtful words stop the site; kind ones with the same parts do not") {
  CHECK(plain("He suffers from autism.").printed() ==
        "a.md:10:4: error[hurtful-words]: 'suffers from autism' hurts many people\n"
        "     10 | He suffers from autism.\n"
        "        |    ^^^^^^^^^^^^^^^^^^^\n"
        "    help: Write 'has', not 'suffers from'.\n\n");
  for (const std::string_view hurtful : {"A place for the disabled.", "Help for the disabled, and others.", "She is wheelchair-bound.", "Normal children do this.", "A high-functioning child.", "SEN children come too."})
    CHECK_MESSAGE(plain(hurtful).has("hurtful-words"), hurtful);
  for (const std::string_view innocent :
       {"Ask the disabled children team.", "The disabled facilities grant pays.", "It is normal to worry.", "The deaf community meets.", "She uses a wheelchair.", "The plan suffers from delays.",
        "Children with special needs come too.", "This is a normal day.", "We send children to school.", "Families suffer from the cuts.", "We are a high-functioning team.", "The deaf and hearing team calls.", "We send children to school.", "Families suffer from the cuts.", "We are a high-functioning team.", "The deaf and hearing team calls.", "The service is for autistic people."})
    CHECK_MESSAGE(!plain(innocent).has("hurtful-words"), innocent);
}

TEST_CASE("words of position are found where they point on the page, not where they point in life") {
  CHECK(plain("Fill in the form below.").problems() == "a.md:10:13 position-words: 'form below' tells nothing to somebody who hears the page, or sees it on a phone\n");
  for (const std::string_view innocent :
       {"Children below the age of 5 are free.", "You get help above the usual.", "Turn to the right person.", "The office is above the library.", "You have the right to ask.", "Walk on the left side.", "Get on the right bus.", "Scores are below the average.", "The door is on the left.", "Get on the right bus.", "Scores are below the average.", "The door is on the left."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("a claim without a day is found, one with a year is not") {
  CHECK(plain("We recently moved the office.").has("undated-claims"));
  CHECK(plain("We will tell you soon.").has("undated-claims"));
  CHECK(kit::build("-- news/a.md --\nWe recently moved.\n", {.plain_english = true}).problems() == "");
  for (const std::string_view innocent : {"We moved recently, in May 2026.", "Tell us as soon as you can.", "It happened soon after that.", "The school has a new building.", "How soon can you come?", "Do it soon, so that it is heard.", "If your child has recently moved, tell us.", "Is your child currently at school?", "Say what your child can do at the moment.", "Do it soon, so that it is heard.", "If your child has recently moved, tell us.", "Is your child currently at school?", "Say what your child can do at the moment."})
    CHECK_MESSAGE(plain(innocent).problems() == "", innocent);
}

TEST_CASE("a site has rows of its own, takes ours out, and hears which row is wrong") {
  CHECK(plain("We hoover the bus.", "", "-- plain-english.csv --\nfinding,words,instead,fix,unless\nlong-words,hoover,clean,yes,\n").problems() ==
        "a.md:10:4 long-words: 'hoover' has a shorter word that everyone knows\n");
  CHECK(plain("Ask via the school.", "", "-- plain-english.csv --\nfinding,words\nnone,via\n").problems() == "");
  CHECK(plain("Ask us.", "", "-- plain-english.csv --\nfinding,words,instead,fix\nbuzzword,x,y,no\nbuzzwords,,y,no\nbuzzwords,a1,b|c,yes\nbuzzwords,a2,b,maybe\n").problems() ==
        "plain-english.csv:2:1 unknown-choices: no list of words is called 'buzzword'\n"
        "plain-english.csv:3:11 missing-fields: this row has no words to look for\n"
        "plain-english.csv:4:18 wrong-values: a machine needs one thing to write, not a choice or advice\n"
        "plain-english.csv:5:16 wrong-values: 'maybe' is neither yes nor no\n");
  CHECK(plain("Ask us.", "", "-- plain-english.csv --\nA,B\n1,2\n").problems() == "plain-english.csv:1 missing-fields: the first line of this list does not name its columns\n");
}

TEST_CASE("a page can allow a finding with a reason") {
  CHECK(plain("Ask via the school.", "allow: [\"latin-words: it is the name of the form\"]\n").problems() == "");
}

TEST_CASE("titles and summaries are judged too") {
  CHECK(kit::build("-- a.md --\n---\ntitle: How to commence\nsummary: What you get prior to it.\n---\nAsk.\n", {.plain_english = true}).problems() ==
        "a.md:2:8 long-words: 'commence' has a shorter word that everyone knows\n"
        "a.md:3:10 long-words: 'prior to' has a shorter word that everyone knows\n");
}

TEST_CASE("what is wrong with the rules of plain English is said at its line, and the usual number counts") {
  const auto problems = [](std::string_view from, std::string_view to) {
    Inputs inputs = kit::inputs_of("-- a.md --\nWords.\n", {.plain_english = true});
    for (SourceFile& file : inputs.easy_read)
      if (file.path == "plain-english/rules.yml") file.bytes = replace_all(std::string(file.bytes), from, to);
    return kit::build(std::move(inputs)).problems();
  };
  CHECK(problems("words_on_average: 20", "words_on_average: 21") == "");
  CHECK(problems("words_on_average: 20", "") == "easy-read/plain-english/rules.yml:1 missing-settings: 'words_on_average' is missing, so 20 counts\n");
  CHECK(problems("leave_out: []", "leave_out: [spelling, buzz]").ends_with(" unknown-choices: there is no finding of plain English called 'buzz'\n"));
  Inputs inputs = kit::inputs_of("-- a.md --\nWords.\n");
  std::erase_if(inputs.easy_read, [](const SourceFile& file) { return file.path.starts_with("plain-english/"); });
  CHECK(kit::build(std::move(inputs)).problems() ==
        "easy-read/plain-english/known-words.txt missing-settings: this list of words is missing\n"
        "easy-read/plain-english/rules.yml missing-settings: the rules of plain English are missing, so the usual numbers count\n"
        "easy-read/plain-english/words.csv missing-settings: this list of words is missing\n");
}

}  // namespace offer::plain_words_test
