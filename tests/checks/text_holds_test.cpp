// What texts can hold is seen alike in one text, in many together, and byte by byte.
#include <doctest/doctest.h>

#include <random>

#include "base/text.h"
#include "checks/page_parts.h"
#include "checks/text_holds.h"

namespace offer::text_holds_test {

namespace {

// The same, one byte after the other.
unsigned seen_plainly(std::string_view text) {
  unsigned holds = 0;
  const auto at = [&](size_t i) { return i < text.size() ? text[i] : '\0'; };
  const auto is_far = [](char c) { return (c & 0x80) != 0; };
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_digit(text[i])) holds |= PageText::digit;
    if (text[i] == '@') holds |= PageText::at_sign;
    if (byte >= 0xCD && byte != 0xE2) holds |= PageText::far_letter;
    if (text.substr(i, 3) == "://") holds |= PageText::web_address;
    if (is_far(text[i]) && !is_word_byte(at(i + 1))) holds |= PageText::two_names;
    if (!is_word_byte(text[i]) || (i > 0 && is_word_byte(text[i - 1]))) continue;
    size_t end = i, capitals = 0;
    for (; is_word_byte(at(end)); ++end) capitals += is_upper(text[end]) ? 1 : 0;
    if (capitals > 1) holds |= PageText::two_capitals;
    size_t next = end;
    while (at(next) == ' ' || at(next) == '.' || at(next) == '\n') ++next;
    if (is_upper(text[i]) && (at(end) == '\'' || is_upper(at(next)))) holds |= PageText::two_names;
    const std::string word = lower(text.substr(i, 8)) + "        ";
    for (const std::string_view begins : {"tbc", "tba", "todo", "to be ad", "to be co", "to be in", "to follo", "lorem ip", "insert ", "xxx", "xx/xx", "placehol"})
      if (word.starts_with(begins)) holds |= PageText::placeholder;
    if (word.starts_with("ww")) holds |= PageText::web_address;
  }
  return holds;
}

std::string made_text(std::mt19937& dice, size_t most) {
  static constexpr std::string_view pieces[]{"a",   "school", "B", "Cd",  "EHCP", "SENCo", "é",  "É", "\xCE\xB1", "’",   "“",      " ",        " ",       " ",    ".",     "\n", "'",
                                             "@",   ":",      "://", "www", "WW", "3",     "12", "-", "/",        "tbc", "TBA",    "to be added", "to be", "todo", "insert ", "xx", "xx/xx",
                                             "x",   "to",     "in",  "lorem ipsum", "placeholder", ", ", "(", "longer and longer words without anything"};
  std::string text;
  for (size_t n = dice() % (most + 1); n > 0; --n) text += pieces[dice() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("what a text can hold is the same 64 bytes at a time and byte by byte") {
  std::mt19937 dice(1);
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = made_text(dice, i % 3 == 0 ? 60 : 8);
    CAPTURE(text);
    REQUIRE(holds_of(text) == seen_plainly(text));
  }
}

TEST_CASE("texts that are looked at together say nothing of each other") {
  std::mt19937 dice(2);
  TextHolds together;
  for (int i = 0; i < 300; ++i) {
    std::vector<std::string> texts;
    for (size_t n = dice() % 60 + 1; n > 0; --n) {
      texts.push_back(made_text(dice, dice() % 12));
      together.add(texts.back());
    }
    const std::vector<uint16_t>& holds = together.find();
    REQUIRE(holds.size() == texts.size());
    for (size_t n = 0; n < texts.size(); ++n) {
      // Of a phrase that ends with its text, what comes next may be the beginning of the next text: such a text is looked at more closely anyway.
      CAPTURE(texts[n]);
      REQUIRE((holds[n] & ~unsigned{PageText::placeholder}) == (seen_plainly(texts[n]) & ~unsigned{PageText::placeholder}));
      REQUIRE((holds[n] & seen_plainly(texts[n]) & PageText::placeholder) == (seen_plainly(texts[n]) & PageText::placeholder));
    }
  }
}

TEST_CASE("words are counted alike by sixteen bytes and one by one") {
  std::mt19937 dice(3);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (size_t n = dice() % 70; n > 0; --n) text += "ab. \t\n\r\f\v\xC3\xA9"[dice() % 11];
    CAPTURE(text);
    size_t words = 0;
    bool inside = false;
    for (const char c : text) {
      const bool blank = std::string_view(" \t\n\r\f").find(c) != std::string_view::npos;
      words += !blank && !inside ? 1 : 0;
      inside = !blank;
    }
    REQUIRE(count_words(text) == words);
  }
}

TEST_CASE("of no text at all nothing is said, also by one that never had any") { CHECK(TextHolds().find().empty()); }

}  // namespace offer::text_holds_test
