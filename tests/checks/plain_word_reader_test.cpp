// Words of a page are the same wherever they stand: the text is read 64 bytes at a time.
#include <doctest/doctest.h>

#include "base/parallel.h"
#include "checks/plain_page_of.h"

namespace offer::plain_word_reader_test {

using kit::plain;

TEST_CASE("a word is read alike at every place of 64 bytes") {
  for (size_t before = 0; before < 70; ++before) {
    const std::string text = std::string(before, 'a') + " and shcool’s café for 3,000, e.g. internationalisationz. We dont’ *chlid* “chlid” O'Brienx-plam.";
    std::string words;
    const kit::Built built = plain(text);
    for (const Diagnostic& one : built.report.all())
      if (one.code->name == "spelling" && one.message.find("is 'aaa") == std::string::npos) words += fmt::format("{} {}\n", one.place.column - before, one.message);
    CAPTURE(before);
    CHECK(words == "6 is 'shcool’s' spelled right?\n"
                   "36 is 'internationalisationz' spelled right?\n"
                   "62 is 'dont' spelled right?\n"
                   "93 is 'plam' spelled right?\n");
  }
}

TEST_CASE("very long words, very many signs and very many sentences are read in their time") {
  CHECK(plain(std::string(1'000'000, 'x')).problems() == "");
  CHECK_FALSE(plain(std::string(300'000, '\'') + "a").has("spelling"));
  std::string far, dots, capitals;
  for (int i = 0; i < 200'000; ++i) far += "é", dots += "a. ", capitals += "aB";
  CHECK_FALSE(plain(far).has("long-sentences"));
  plain(dots);
  CHECK_FALSE(plain(capitals).has("block-capitals"));
}

TEST_CASE("what is known of a word for one site is not said of another, whichever thread reads") {
  std::vector<int> wrong(64);
  parallel_for(wrong.size(), 4, [&](size_t i) {
    const bool known = i % 2 == 0;
    const kit::Built built = plain("Ask the Zworkle about it. Ask the Zworkle.", "", known ? "-- known-words.txt --\nZworkle\n" : "");
    wrong[i] = built.has("spelling") == known ? 1 : 0;
  });
  for (const int one : wrong) CHECK(one == 0);
}

}  // namespace offer::plain_word_reader_test
