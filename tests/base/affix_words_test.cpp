#include "base/affix_words.h"

#include <doctest/doctest.h>

namespace offer::affix_words_test {

namespace {

constexpr std::string_view affixes =
    "\xEF\xBB\xBFSET UTF-8\nTRY abc\nNOSUGGEST !\nONLYINCOMPOUND _\n# endings\nSFX S Y 3\nSFX S y ies [^aeiou]y\nSFX S 0 s [aeiou]y\nSFX S 0 s [^sy]\n"
    "SFX L N 1\nSFX L 0 ly .\nPFX U Y 1\nPFX U 0 un .\nPFX I Y 2\nPFX I 0 im [bmp]\nPFX I 0 in [^bmp]\n";
constexpr std::string_view stems = "\xEF\xBB\xBF" "9\ncity/S\nday/S\nLondon/S\nkind/LU\nbox/US\npatient/I\nco-operate\ncafé\nby/_\tNoun: none\n";

std::string judged(std::string_view word) {
  static const auto words = AffixWords::read(affixes, std::string(stems));
  REQUIRE(words);
  switch (words->judge(word)) {
    case AffixWords::Verdict::right: return "right";
    case AffixWords::Verdict::wrong: return "wrong";
    default: return "unsure";
  }
}

}  // namespace

TEST_CASE("a word is right if it is a stem, or one with the beginning and the ending that its flags allow") {
  for (const std::string_view right : {"city", "cities", "City", "Cities", "days", "London", "Londons", "kind", "kindly", "unkind", "Unkind", "unboxs", "impatient", "co-operate", "city-day", "city-London", "café", "Café"})
    CHECK_MESSAGE(judged(right) == "right", right);
  for (const std::string_view wrong : {"citys", "daies", "london", "londons", "citly", "undays", "inpatient", "unkindly", "un", "s", "by", "city-shcool", "cityy"})
    CHECK_MESSAGE(judged(wrong) == "wrong", wrong);
  // These are left to Hunspell.
  for (const std::string_view unsure : {"", "CITY", "cafés", "e.g", "city.", "B2b", "a-b-c", "-city", "city-"}) CHECK_MESSAGE(judged(unsure) == "unsure", unsure);
}

TEST_CASE("a dictionary that uses more of the format is left to Hunspell") {
  const auto reads = [](std::string_view line) { return AffixWords::read("SET UTF-8\n" + std::string(line) + "\n", "1\ncity\n").has_value(); };
  CHECK(reads("WORDCHARS 0123456789"));
  for (const std::string_view other : {"FLAG long", "FORBIDDENWORD !", "KEEPCASE K", "COMPOUNDFLAG C", "SFX S Y", "SFX S 0 s/T .", "SFX S 0 s [^s", "SFX S é s .", "SFX S y 0 .", "BREAK 0"}) CHECK_MESSAGE(!reads(other), other);
  CHECK(!AffixWords::read("SET ISO8859-1\n", "1\ncity\n"));
  CHECK(!AffixWords::read("SET UTF-8\n", "1\nei\\/ther\n"));
  CHECK(AffixWords::read("SET UTF-8\n", ""));
}

}  // namespace offer::affix_words_test
