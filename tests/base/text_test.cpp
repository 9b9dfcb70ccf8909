// Text: the small functions on strings that everything else stands on.
#include "base/text.h"

#include <doctest/doctest.h>

namespace offer::text_test {

TEST_CASE("first_bad_utf8 finds the byte at which text stops being UTF-8 (RFC 3629)") {
  struct Case {
    std::string_view says;
    std::string bytes;
    std::optional<size_t> bad;
  };
  const std::vector<Case> cases{
      {"nothing", "", {}},
      {"plain letters", "Ask us", {}},
      {"two, three and four bytes", "é € 😀", {}},
      {"the last point of all", "\xF4\x8F\xBF\xBF", {}},
      {"a NUL is UTF-8", std::string("a\0b", 3), {}},
      {"Windows-1252", "caf\xE9 au lait", 3},
      {"Windows-1252 at the very end", "caf\xE9", 3},
      {"a lone continuation byte", "ab\x80", 2},
      {"a character cut off after one byte", "a\xE2", 1},
      {"a character cut off after two bytes", "a\xE2\x82", 1},
      {"a second byte that is a letter", "\xC3(", 0},
      {"a third byte that is a letter", "\xE2\x82(", 0},
      {"an overlong slash", "..\xC0\xAF", 2},
      {"an overlong NUL", "\xE0\x80\x80", 0},
      {"overlong in four bytes", "\xF0\x80\x80\xAF", 0},
      {"half of a surrogate pair", "\xED\xA0\x80", 0},
      {"past the last point", "\xF4\x90\x80\x80", 0},
      {"a byte that never occurs", "a\xFFz", 1},
      {"the mark of UTF-16", "\xFF\xFEh", 0},
      {"good text, then bad", "é\xE9", 2},
  };
  for (const Case& one : cases) {
    CAPTURE(one.says);
    CHECK(first_bad_utf8(one.bytes) == one.bad);
  }
}

TEST_CASE("slug makes an address part of a heading") {
  CHECK(slug("How to ask") == "how-to-ask");
  CHECK(slug("  Two  spaces  ") == "two-spaces");
  CHECK(slug("Ages 0 to 25: who pays?") == "ages-0-to-25-who-pays");
  CHECK(slug("Law & money") == "law-money");
  CHECK(slug("a - b") == "a-b");
  CHECK(slug("well-being") == "well-being");
  CHECK(slug("caffè") == "caffè");
  CHECK(slug("") == "");
  CHECK(slug("?!") == "");
  CHECK(slug("-- x --") == "x");
}

TEST_CASE("slug leaves out the quotation marks and dashes that word processors put in") {
  CHECK(slug("What’s new") == "whats-new");
  CHECK(slug("“You said” – we did") == "you-said-we-did");
  CHECK(slug("How it costs £5") == "how-it-costs-5");
}

TEST_CASE("a character that is no letter does not belong to a word, in ASCII or outside it") {
  CHECK(is_word_byte('a'));
  CHECK(is_word_byte('9'));
  CHECK_FALSE(is_word_byte('-'));
  CHECK_FALSE(is_word_byte('\''));
}

TEST_CASE("trim takes white space from both ends only") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim("   ") == "");
  CHECK(trim("") == "");
}

TEST_CASE("lower and equal_ignoring_case know A to Z and leave other letters alone") {
  CHECK(lower("EHC ÉTÉ") == "ehc ÉtÉ");
  CHECK(equal_ignoring_case("HTTPS", "https"));
  CHECK_FALSE(equal_ignoring_case("http", "https"));
  CHECK_FALSE(equal_ignoring_case("É", "é"));
}

TEST_CASE("split keeps empty parts, words_of drops them") {
  CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(words_of("  a \n b\t") == std::vector<std::string_view>{"a", "b"});
  CHECK(words_of(" ").empty());
}

TEST_CASE("joined_words makes a list as it is said") {
  CHECK(joined_words({}) == "");
  CHECK(joined_words({"a"}) == "a");
  CHECK(joined_words({"a", "b"}) == "a and b");
  CHECK(joined_words({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("replace_all does not look again at what it put in") {
  CHECK(replace_all("a.b.c", ".", "..") == "a..b..c");
  CHECK(replace_all("aaa", "aa", "a") == "aa");
  CHECK(replace_all("abc", "x", "y") == "abc");
}

TEST_CASE("characters_before counts code points, not bytes, and stops at the end of the line") {
  CHECK(characters_before("café x", 5) == 4);
  CHECK(characters_before("😀a", 4) == 1);
  CHECK(characters_before("ab", 99) == 2);
  CHECK(characters_before("", 3) == 0);
}

TEST_CASE("count_of chooses one or many") {
  CHECK(count_of(0, "page", "pages") == "0 pages");
  CHECK(count_of(1, "page", "pages") == "1 page");
  CHECK(count_of(2, "page", "pages") == "2 pages");
}

}  // namespace offer::text_test
