#include <doctest/doctest.h>

#include "checks/plain_page_of.h"

namespace offer::plain_sentences_test {

using kit::plain;

namespace {

// "One word more more … more." of `count` words.
std::string sentence(size_t count) {
  std::string result = "One";
  for (size_t i = 1; i < count; ++i) result += " more";
  return result + ".";
}

}  // namespace

TEST_CASE("a sentence has at most 25 words, and never more than 35") {
  CHECK(plain(sentence(25)).problems() == "");
  CHECK(plain("Ask us.\n" + sentence(26)).problems() == "a.md:11:1 long-sentences: this sentence has 26 words; 25 are the most\n");
  CHECK(plain(sentence(35)).problems() == "a.md:10:1 long-sentences: this sentence has 35 words; 25 are the most\n");
  CHECK(plain(sentence(36)).problems() == "a.md:10:1 very-long-sentences: this sentence has 36 words; it must never have more than 35\n");
}

TEST_CASE("for young people alone a sentence has at most 20 words") {
  CHECK(plain(sentence(21), "audience: [young-people]\n").problems() == "a.md:10:1 long-sentences: this sentence has 21 words; 20 are the most\n");
  CHECK(plain(sentence(21), "audience: [young-people, parents]\n").problems() == "");
}

TEST_CASE("what a reader counts as one word counts once") {
  CHECK(plain("Ring 01632 960 100 and ask for the follow-up form at send@test.example.org " + sentence(13)).problems() == "");
}

TEST_CASE("a number can begin a sentence") {
  CHECK(plain("We asked parents with a new plan in 2023 to 2024, and 66 answered. 80% of them felt involved all the way through. 39% said that it was not easy.").problems() == "");
  CHECK(plain("Read reg. 5 and para. 6 of it, and then ring ext. 7 for more more more more more more more more more more more more more.").has("long-sentences"));
}

TEST_CASE("headings, tables, labels, code and other people's words are no sentences of ours") {
  const std::string words = sentence(40);
  CHECK(plain("| A | B |\n| - | - |\n| " + words + " | b |").problems() == "");
  CHECK(plain("> " + words).problems() == "");
  CHECK(plain("```\n" + words + "\n```").problems() == "");
  CHECK(plain("**" + words.substr(0, words.size() - 1) + ":** yes.").problems() == "");
  CHECK(plain("Ask us.\n\n- " + sentence(20) + "\n- " + sentence(20)).problems() == "");
}

TEST_CASE("a page that counts no more, and a paper, are kept as they were") {
  CHECK(plain(sentence(40), "status: superseded\n").problems() == "");
  CHECK_FALSE(kit::build("-- papers/a.md --\n" + sentence(40), {.plain_english = true}).has("very-long-sentences"));
}

TEST_CASE("sentences have at most 20 words on average") {
  std::string page;
  for (int i = 0; i < 8; ++i) page += sentence(21) + "\n\n";
  CHECK(plain(page).problems() == "a.md:1 long-sentences-on-average: the sentences of this page have 21 words on average; 20 are the most\n");
  CHECK(plain(page + "Yes.\n\nYes.").problems() == "");
}

TEST_CASE("a paragraph has at most 5 sentences and 90 words") {
  const std::string ten = sentence(10) + " ";
  CHECK(plain(ten + ten + ten + ten + ten).problems() == "");
  CHECK(plain(ten + ten + ten + ten + ten + "Yes. No. So.").problems() == "");
  CHECK(plain(ten + ten + ten + ten + ten + ten + "Yes.").problems() == "a.md:10:1 long-paragraphs: this paragraph has 7 sentences; 5 are the most\n");
  CHECK(plain(sentence(23) + " " + sentence(23) + " " + sentence(23) + " " + sentence(23)).problems() ==
        "a.md:10:1 long-paragraphs: this paragraph has 92 words; 90 are the most\n");
}

TEST_CASE("only a clear passive is found, once a sentence") {
  CHECK(plain("Each case is decided by the panel, and you will be told.").problems() == "a.md:10:11 passive-sentences: 'is decided by' tells who does it last\n");
  CHECK(plain("We know that you will be told in May.").problems() == "a.md:10:23 passive-sentences: 'be told' does not say who does it\n");
  for (const std::string_view innocent :
       {"The office is closed.", "You are allowed to bring a friend.", "He is worried by now.", "It must be sent by post.", "It was written by 1 May.", "It was agreed by June.", "It was agreed by the end of June.", "What will be counted?", "It is to be understood by others.", "It was not done by its date.",
        "You are disabled.", "She was surprised.", "We need to be open.", "The team will be big.", "It is based in Malvern.", "You may be tired by then.", "\"You will be told\", they said."})
    CHECK_MESSAGE(!plain(innocent).has("passive-sentences"), innocent);
}

TEST_CASE("two ways of saying no in one clause are found") {
  CHECK(plain("You cannot go without a form.").problems() == "a.md:10:5 double-negatives: 'cannot go without' says no twice\n");
  CHECK(plain("It is not unusual to wait.").has("double-negatives"));
  CHECK(plain("We will not begin unless you agree.").has("double-negatives"));
  for (const std::string_view innocent :
       {"You do not have to go, and nobody can make you.", "No, you need not pay.", "It is not under the bridge.", "He does not understand.", "Do not wait until May.",
        "It is neither free nor near.", "He could not go on without a break.", "They would get none without it.", "Do not sign it unless you agree.", "If you do not agree, you cannot lose your place.", "We did not ask. Nobody told us.", "Whoever cannot hear gets nothing.", "A setting that we do not know does nothing.", "A plan without a date is not a plan."})
    CHECK_MESSAGE(!plain(innocent).has("double-negatives"), innocent);
}

TEST_CASE("a short 'not' is found, with what to write") {
  CHECK(plain("You don’t pay. It can't wait, and won't.").problems() ==
        "a.md:10:5 negative-contractions: the 'not' in 'don’t' is easily missed\n"
        "a.md:10:19 negative-contractions: the 'not' in 'can't' is easily missed\n"
        "a.md:10:35 negative-contractions: the 'not' in 'won't' is easily missed\n");
  CHECK(plain("You'll hear from us. It's free. They said: “We don’t know.”").problems() == "");
  CHECK(plain("It can't wait.").report.all().front().help == "Write 'cannot'.");
}

}  // namespace offer::plain_sentences_test
