#include <doctest/doctest.h>

#include "kit.h"

namespace offer::checks_language_test {

TEST_CASE("words in another script are found once a page, where they begin") {
  CHECK(kit::build("\n-- a.md --\n---\ntitle: A\n---\nIn Urdu: مختصر وقفے. In Urdu again: مختصر. In Ukrainian: перерва\n").problems() ==
        "a.md:10:10 words-in-another-script: 'مختصر وقفے' has Arabic letters, and the page does not say in which language\n"
        "a.md:10:58 words-in-another-script: 'перерва' has Cyrillic letters, and the page does not say in which language\n");
}

TEST_CASE("Latin letters with accents, signs, one Greek letter and code are fine") {
  CHECK(kit::build("\n-- a.md --\nĆwiczę café, naïve – “so” … → ✓ 😀 5 μg, α, £5, `слово`\n").problems() == "");
}

TEST_CASE("a page of its own language is fine in its own letters, and so is a link to it") {
  const kit::Built built = kit::build(
      "\n-- ur.md --\n---\ntitle: مختصر وقفے\nsummary: آپ مدد مانگ سکتے ہیں\nlanguage: ur\n---\nآپ مدد مانگ سکتے ہیں۔\n-- pl.md --\n---\ntitle: Przerwy\nlanguage: pl\n---\nSłowa.\n"
      "-- a.md --\n[مختصر وقفے](ur.md), [in Urdu](ur.md), [Przerwy](pl.md), [in Polish](pl.md#x)\n");
  CHECK(built.problems() == "a.md:10:58 broken-anchors: there is no heading '#x' in pl.md\n");
  const std::string& html = built.page("/a/");
  CHECK(html.find("<a href=\"/ur/\" hreflang=\"ur\" lang=\"ur\" dir=\"rtl\">مختصر وقفے</a>") != std::string::npos);
  CHECK(html.find("<a href=\"/ur/\" hreflang=\"ur\">in Urdu</a>") != std::string::npos);
  CHECK(html.find("<a href=\"/pl/\" hreflang=\"pl\" lang=\"pl\">Przerwy</a>") != std::string::npos);
}

TEST_CASE("another script on a page of its own language is found too") {
  CHECK(kit::build("\n-- ur.md --\n---\nlanguage: ur\n---\nآپ перерва\n").problems() ==
        "ur.md:11:4 words-in-another-script: 'перерва' has Cyrillic letters, and the page does not say in which language\n");
}

TEST_CASE("a language that is none is told with its code") {
  CHECK(kit::build("\n-- a.md --\n---\nlanguage: Polish\n---\nWords.\n").printed() ==
        R"(a.md:2:11: error[wrong-values]: 'Polish' is not the code of a language
      2 | language: Polish
        |           ^^^^^^
    help: Write: language: pl

)");
  CHECK(kit::build("\n-- site.yml --\nname: Test\nlanguage: english\n").problems() == "site.yml:2:11 wrong-values: 'english' is not the code of a language\n");
}

TEST_CASE("bytes and letters of all kinds are looked at without harm") {
  std::string all;
  for (int i = 0; i < 3000; ++i) all += "中文字 क ख ש א 한국 ";
  CHECK(kit::build("\n-- a.md --\n" + all + "\n").has("words-in-another-script"));
}

}  // namespace offer::checks_language_test
