#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <random>

#include "base/byte_bits.h"
#include "base/capitals.h"
#include "base/text.h"

namespace offer::byte_bits_test {

TEST_CASE("letters and digits are found among all bytes, with a bit for each") {
  for (size_t first = 0; first < 256; first += 16) {
    std::array<char, 16> bytes{};
    for (size_t k = 0; k < 16; ++k) bytes[k] = static_cast<char>(first + k);
    const Sixteen sixteen = sixteen_bytes(bytes.data());
    for (size_t k = 0; k < 16; ++k) {
      CAPTURE(first + k);
      CHECK((bits_of(letters_in(sixteen)) >> k & 1) == (is_letter(bytes[k]) ? 1 : 0));
      CHECK((bits_of(digits_in(sixteen)) >> k & 1) == (is_digit(bytes[k]) ? 1 : 0));
      CHECK((bits_of(sixteen) >> k & 1) == ((bytes[k] & 0x80) != 0 ? 1 : 0));
    }
    CHECK((top_bits_of(eight_bytes(bytes.data())) | top_bits_of(eight_bytes(bytes.data() + 8)) << 8) == bits_of(sixteen));
  }
}

TEST_CASE("set bits are counted") {
  CHECK(count_of_bits(0) == 0);
  CHECK(count_of_bits(~uint64_t{0}) == 64);
  std::mt19937_64 random(13);
  for (int round = 0; round < 5'000; ++round) {
    const uint64_t bits = random() & random() & (round % 2 == 0 ? random() : ~uint64_t{0});
    REQUIRE(count_of_bits(bits) == static_cast<size_t>(std::popcount(bits)));
  }
}

TEST_CASE("capitals and the words that have them are found as by reading all words") {
  constexpr std::string_view pieces[]{"a", "bc", "D", "E", "f", "9", " ", " ", ".", "'", "é", "“", "”", "’", "£", "–", "\n", "Ω"};
  std::mt19937 random(11);
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (size_t n = random() % 60; n > 0; --n) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    size_t capital = next_capital(text, 0);
    for (size_t at = 0; at < text.size();) {
      const size_t length = word_length(text, at);
      for (size_t i = at; i < at + length; ++i) {
        if (!is_upper(text[i])) continue;
        REQUIRE(capital == i);
        REQUIRE(word_begin(text, i) == at);
        capital = next_capital(text, i + 1);
      }
      at += length > 0 ? length : character_length(text, at);
    }
    REQUIRE(capital == text.size());
  }
}

TEST_CASE("a word that is begun reaches its capital, whatever the bytes are") {
  std::mt19937 random(12);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t n = random() % 40; n > 0; --n) text += static_cast<char>(random() % 3 == 0 ? 'A' + random() % 26 : random());
    CAPTURE(text);
    for (size_t at = next_capital(text, 0); at < text.size(); at = next_capital(text, at + 1)) {
      const size_t begin = word_begin(text, at);
      REQUIRE(begin <= at);
      REQUIRE(begin + word_length(text, begin) > at);
    }
  }
}

}  // namespace offer::byte_bits_test
