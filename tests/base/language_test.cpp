#include "base/language.h"

#include <doctest/doctest.h>

namespace offer::base_language_test {

TEST_CASE("a letter's script is known, and signs belong to all scripts") {
  CHECK(script_of(U'a') == Script::latin);
  CHECK(script_of(U'é') == Script::latin);
  CHECK(script_of(U'ł') == Script::latin);
  CHECK(script_of(U'–') == Script::latin);
  CHECK(script_of(U'→') == Script::latin);
  CHECK(script_of(U'λ') == Script::greek);
  CHECK(script_of(U'ж') == Script::cyrillic);
  CHECK(script_of(U'ش') == Script::arabic);
  CHECK(script_of(U'ש') == Script::hebrew);
  CHECK(script_of(U'ক') == Script::bengali);
  CHECK(script_of(U'ਪ') == Script::gurmukhi);
  CHECK(script_of(U'中') == Script::chinese);
  CHECK(script_of(U'한') == Script::korean);
  CHECK(script_of(U'ኣ') == Script::ethiopic);
  CHECK(script_of(0x1F600) == Script::latin);  // a smiling face
  CHECK(script_of(0x20001) == Script::chinese);
}

TEST_CASE("codes of languages are told from names and from mistakes") {
  for (const std::string_view code : {"en", "en-GB", "pl", "ur", "zh-Hans", "so", "rom", "cy", "ja", "aa", "cmn"}) CHECK_MESSAGE(is_language_code(code), code);
  for (const std::string_view code : {"", "e", "EN", "en_GB", "english", "xx", "il", "om ", "en-", "en-a", "en-GB!"}) CHECK_FALSE_MESSAGE(is_language_code(code), code);
  CHECK(language_code_of("polish") == "pl");
  CHECK(language_code_of("Klingon") == "");
}

TEST_CASE("Arabic letters and Hebrew are written from right to left") {
  CHECK(right_to_left(script_of_language("ur")));
  CHECK(right_to_left(script_of_language("ckb")));
  CHECK(right_to_left(script_of_language("he")));
  CHECK_FALSE(right_to_left(script_of_language("pa")));
  CHECK_FALSE(right_to_left(script_of_language("en-GB")));
  CHECK_FALSE(right_to_left(script_of_language("")));
}

TEST_CASE("characters of one to four bytes are read") {
  CHECK(character_at("a", 0) == U'a');
  CHECK(character_at("xé", 1) == U'é');
  CHECK(character_at("–", 0) == U'–');
  CHECK(character_at("😀", 0) == U'😀');
}

}  // namespace offer::base_language_test
