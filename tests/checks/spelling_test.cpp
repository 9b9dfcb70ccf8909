#include <doctest/doctest.h>

#include "base/parallel.h"
#include "base/spelling.h"
#include "checks/plain_page_of.h"

namespace offer::spelling_test {

using kit::plain;

TEST_CASE("a misspelled word is found once a page, with what was meant") {
  CHECK(plain("Your chlid and\nyour chlid.").printed() ==
        "a.md:10:6: warning[spelling]: is 'chlid' spelled right?\n"
        "     10 | Your chlid and\n"
        "        |      ^^^^^\n"
        "    help: Did you mean 'child' or 'cichlid'? If it is right, add 'chlid' to known-words.txt in your site.\n\n");
}

TEST_CASE("American spelling is found, with the British word") {
  const auto help = [](std::string_view text) {
    const kit::Built built = plain(text);
    REQUIRE_MESSAGE(built.report.all().size() == 1, built.problems());
    return built.report.all().front().help;
  };
  CHECK(help("We organize it.") == "Write 'organise', as people in Britain do.");
  CHECK(help("Its organization is good.") == "Write 'organisation', as people in Britain do.");
  CHECK(help("The color is red.") == "Write 'colour'.");
  CHECK(help("Her behavior changed.") == "Write 'behaviour'.");
  CHECK(help("Go to the center.") == "Write 'centre'.");
}

TEST_CASE("right words, names that the site knows, words of others, numbers and addresses are not found") {
  for (const std::string_view innocent :
       {"The size of the prize is a maximum.", "Don’t seize it, children’s carers.", "The parents' room.", "A follow-up, a co-produced plan, an e-mail.", "Seen at https://exmaple.org/chlid and by chlid@exmaple.org.",
        "They said “chlid”.", "Write `chlid`.", "*Chlid* is a title.", "Rooms A1, B2b and 3rd.", "The café is naïve.", "WXYZABC1 is a code.", "> chlid", "They’re here; it’ll be fine. I’d go."})
    CHECK_MESSAGE(!plain(innocent).has("spelling"), innocent);
  CHECK(plain("Go to Wychavonia and Wychavonia's town.", "", "-- known-words.txt --\n# Places\nWychavonia\n").problems() == "");
  CHECK(plain("Ask Zorblax about it.", "", "-- b.md --\n---\ntitle: The Zorblax team\n---\nAsk.\n").problems() == "");
  CHECK(plain("Ask about snorfling.", "", "-- glossary/a.md --\n---\ntitle: Snorfle\nalso: [snorfling]\n---\nAsk.\n").problems() == "");
  CHECK(plain("Chlid.", "allow: [\"spelling: it is the puppet's name\"]\n").problems() == "");
}

TEST_CASE("a page in another language is not a thousand findings") {
  std::string words;
  for (int i = 0; i < 500; ++i) {
    words += "xq";
    for (int n = i; n > 0; n /= 26) words += static_cast<char>('a' + n % 26);
    words += "z. ";
  }
  size_t found = 0;
  const kit::Built built = plain(words);
  for (const Diagnostic& one : built.report.all()) found += one.code->name == "spelling";
  CHECK(found == 50);
}

TEST_CASE("pages in another language, links to them and words of another script are not judged as English") {
  const std::string_view others = "-- pl.md --\n---\ntitle: Przerwy\nsummary: Jak prosi o pomoc.\nlanguage: pl\n---\nProsimy o telefon, e.g. whilst czekamy.\n";
  CHECK(plain("Read this in Polish: [Po polsku, *prosimy* czeka](pl.md).", "", others).problems() == "");
  CHECK(plain("To read this in Urdu: مختصر وقفے").problems() == "");
  // Its language is English too, if it says so in another way; and after the link English goes on.
  CHECK(plain("Your chlid.", "language: en\n").has("spelling"));
  CHECK(plain("[Po polsku](pl.md) and your chlid.", "", others).has("spelling"));
}

TEST_CASE("words are looked up from several threads") {
  std::vector<int> right(2000);
  parallel_for(right.size(), 4, [&](size_t i) { right[i] = is_spelled_right(i % 2 == 0 ? "school" : "shcool", i % 2 + 1000) ? 1 : 0; });
  for (size_t i = 0; i < right.size(); ++i) REQUIRE(right[i] == (i % 2 == 0 ? 1 : 0));
  CHECK(is_spelled_right(std::string(1000, 'x'), 77));
}

TEST_CASE("of words in many forms our own reading of the dictionary says what Hunspell says") {
  size_t right = 0, key = 1'000'000;
  for (const std::string beginning : {"", "un", "re", "in", "dis", "mis", "non", "over"})
    for (const std::string stem : {"help", "carry", "happi", "happy", "educat", "educate", "child", "London", "run", "runn", "possib", "possible", "kind", "organis", "box", "school", "nonsens", "autis"})
      for (const std::string end : {"", "s", "es", "ed", "ing", "er", "ly", "ness", "'s", "ies", "ied", "ation", "al", "ful", "less", "ment", "ility", "e", "ren", "-up"}) {
        std::string word = beginning + stem + end;
        for (const bool capital : {false, true}) {
          if (capital) word[0] = static_cast<char>(word[0] & ~0x20);
          const bool said = is_spelled_right(word, ++key);
          right += said ? 1 : 0;
          CHECK_MESSAGE(said == is_right_by_hunspell(word), word);
        }
      }
  CHECK((!can_spell() || right > 200));
}

}  // namespace offer::spelling_test
