// Sentences of Easy Read.
#include <doctest/doctest.h>

#include "checks/easy_read_row.h"

namespace offer::easy_read_sentences_test {

using kit::said;

TEST_CASE("easy read: a sentence of 15 words is fine, one of 16 is a warning, one of 21 an error") {
  const std::string fifteen = "You can go out and see your friends in the park on a warm day.";
  CHECK(said(fifteen, "easy-read-long-sentences") == "");
  CHECK(said("Ring us. " + fifteen.substr(0, fifteen.size() - 1) + " too.", "easy-read-long-sentences") ==
        "8:10 this sentence has 16 words; 15 are the most, and 10 are better\n");
  const std::string longer = fifteen.substr(0, fifteen.size() - 1) + " and then come home with us again.";
  CHECK(said(longer, "easy-read-very-long-sentences") == "8:1 this sentence has 22 words; it must never have more than 20\n");
  CHECK(said(longer, "easy-read-long-sentences") == "");
}

TEST_CASE("easy read: a phone number, an e-mail address and a web address count as one word") {
  const std::string ten = "You can go out and see your friends in Malvern ";
  CHECK(said(ten + "or ring us on 01632 960 100.", "easy-read-long-sentences") == "");
  CHECK(said(ten + "or write to help.desk@example.org today.", "easy-read-long-sentences") == "");
}

TEST_CASE("easy read: each line of a row is looked at where it stands, in links and bold too") {
  CHECK(said("Yes.\nYou can [go out and see all your friends in the park](a.md) on a warm and sunny day.", "easy-read-long-sentences") ==
        "9:1 this sentence has 18 words; 15 are the most, and 10 are better\n");
}

TEST_CASE("easy read: the average counts from 3 sentences on") {
  const std::string twelve = "You can go out and see your friends there on a day.";
  CHECK(said(twelve + "\n" + twelve, "easy-read-long-sentences-on-average") == "");
  const std::string fifteen = "You can go out and see your friends in the park on a warm day.";
  std::string rows = fifteen;
  for (int i = 0; i < 8; ++i) rows += "\n\n![](picture:talk)\n" + fifteen;
  CHECK(said(rows, "easy-read-long-sentences-on-average") == "1:0 the sentences of this page have 13 words on average; 12 are the most\n");
}

TEST_CASE("easy read: two ideas are found by the word that joins them, in sentences over 10 words") {
  CHECK(said("You can ask us for a break because it is hard at home.", "easy-read-sentences-with-two-ideas") ==
        "8:28 this sentence says two things, joined by 'because'\n");
  CHECK(said("You can ask us at the office and we will write to you.", "easy-read-sentences-with-two-ideas") ==
        "8:30 this sentence says two things, joined by 'and'\n");
  CHECK(said("You can bring your mum and dad and your friends to the meeting.", "easy-read-sentences-with-two-ideas") == "");
  CHECK(said("You can rest because it is hard.", "easy-read-sentences-with-two-ideas") == "");
}

TEST_CASE("easy read: the passive is found, and what people are is not the passive") {
  CHECK(said("You will be sent a letter.", "easy-read-passive-sentences") == "8:10 'be sent' does not say who does it\n");
  CHECK(said("The plan was not changed.", "easy-read-passive-sentences") == "8:10 'was not changed' does not say who does it\n");
  CHECK(said("You are worried. It is called a plan.", "easy-read-passive-sentences") == "");
  CHECK(said("We are here. You are not allowed to run.", "easy-read-passive-sentences") == "");
}

TEST_CASE("easy read: two negatives are an error, the answer 'no' is not one") {
  CHECK(said("You cannot go without a form.", "easy-read-double-negatives") == "8:15 'without' is the second 'no' in this sentence\n");
  CHECK(said("If you do not agree, you can say no.", "easy-read-double-negatives") == "");
  CHECK(said("It is not late.\nIt is not early.", "easy-read-double-negatives") == "");
}

TEST_CASE("easy read: an order not to do something is found, a remark is not") {
  CHECK(said("Do not be late.", "easy-read-negative-orders") == "8:1 this says what not to do\n");
  CHECK(said("You must not run.", "easy-read-negative-orders") == "8:1 this says what not to do\n");
  CHECK(said("You do not need a form.", "easy-read-negative-orders") == "");
  CHECK(said("Do not worry.", "easy-read-negative-orders") == "");
}

TEST_CASE("easy read: semi-colons and more than 2 commas are found, the comma of a number is none") {
  CHECK(said("We talk; we write.", "easy-read-semicolons") == "8:8 many people do not know this sign, the semi-colon\n");
  CHECK(said("You can swim, run, dance, or rest.", "easy-read-many-commas") == "8:1 this sentence has 3 commas; 2 are the most\n");
  CHECK(said("You get £1,000, or £2,000, each year.", "easy-read-many-commas") == "");
}

}  // namespace offer::easy_read_sentences_test
