// Paragraphs with the same words have the same hash, however they are written.
#include <doctest/doctest.h>

#include <array>
#include <random>

#include "base/arena.h"
#include "base/text.h"
#include "checks/paragraph_words.h"
#include "checks/site_checks.h"

namespace offer::paragraph_words_test {

namespace {

// The words as a paragraph, cut into texts and line breaks as the dice will have it.
Block& paragraph_of(const std::string& words, std::mt19937& dice, Arena& arena) {
  Block& paragraph = *arena.make<Block>();
  paragraph.kind = BlockKind::paragraph;
  for (size_t at = 0; at < words.size();) {
    Block* piece = arena.make<Block>();
    if (words[at] == '\n' && dice() % 2 == 0) {
      piece->kind = BlockKind::line_break;
      ++at;
    } else {
      const size_t length = std::min<size_t>(dice() % 90 + 1, words.size() - at);
      piece->kind = BlockKind::text;
      piece->text = arena.copy(std::string_view(words).substr(at, length));
      at += length;
      if (dice() % 4 == 0) {
        Block* strong = arena.make<Block>();
        strong->kind = BlockKind::strong;
        strong->append(piece);
        piece = strong;
      }
    }
    paragraph.append(piece);
  }
  return paragraph;
}

std::string made_words(std::mt19937& dice, size_t count) {
  static constexpr std::string_view words[]{"a", "child", "Young", "people.", "what?", "yes!", "internationally", "café", "e.g.", "SEND"};
  std::string text;
  for (size_t n = 0; n < count; ++n) text.append(n > 0 ? " " : "").append(words[dice() % std::size(words)]);
  return text;
}

std::string written_otherwise(const std::string& words, std::mt19937& dice) {
  std::string text;
  for (const char c : words) {
    if (c == ' ') text += std::array<std::string_view, 5>{" ", "\n", "  ", " \n", "\t"}[dice() % 5];
    else text += dice() % 7 == 0 && is_lower(c) ? static_cast<char>(c - 0x20) : c;
  }
  return dice() % 4 == 0 ? " " + text + " " : text;
}

}  // namespace

TEST_CASE("a paragraph's hash and length depend on its words alone") {
  std::mt19937 dice(4);
  ParagraphWords one, other;
  for (int i = 0; i < 4'000; ++i) {
    Arena arena;
    const std::string words = made_words(dice, dice() % 60 + 1);
    const std::string others = dice() % 2 == 0 ? written_otherwise(words, dice) : made_words(dice, dice() % 60 + 1);
    const Block& first = paragraph_of(words, dice, arena);
    const Block& second = paragraph_of(others, dice, arena);
    one.read(first);
    other.read(second);
    CAPTURE(words);
    CAPTURE(others);
    size_t ends = 0;
    const std::vector<std::string_view> all = words_of(words);
    for (const std::string_view word : all) ends += std::string_view(".?!").find(word.back()) != std::string_view::npos ? 1 : 0;
    if (one.are_long()) REQUIRE(ParagraphWords::may_be_long(first));
    REQUIRE(one.are_long() == (all.size() >= 40 || (all.size() >= 25 && ends >= 3)));
    const bool same = folded_words(first) == folded_words(second);
    if (same) REQUIRE(one.are_long() == other.are_long());
    REQUIRE((one.hash() == other.hash()) == same);
  }
}

TEST_CASE("a paragraph without words is not long, also as the first that is read") {
  ParagraphWords words;
  Block paragraph;
  paragraph.kind = BlockKind::paragraph;
  words.read(paragraph);
  CHECK_FALSE(words.are_long());
  CHECK(words.hash() == words.hash());
}

}  // namespace offer::paragraph_words_test
