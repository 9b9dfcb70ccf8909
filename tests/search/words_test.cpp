// How pages are cut into words and counted: the quick ways give what the plain ones give.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <unordered_map>

#include "base/text.h"
#include "kit.h"
#include "search/postings.h"
#include "search/search_words.h"
#include "search/word_counts.h"
#include "search/word_cutter.h"
#include "search/word_table.h"

namespace offer::search_words_test {

namespace {

std::vector<std::string> cut(WordCutter& cutter, const std::vector<std::string>& pieces) {
  for (const std::string& piece : pieces) cutter.put(piece);
  std::vector<std::string> words;
  cutter.cut([&](const WordCutter::Word& word) { words.emplace_back(word.letters, word.length); });
  return words;
}

// Text of letters, signs and what is neither, with many things beside each other that are not often so.
std::string odd_text(std::mt19937& random, size_t pieces) {
  static const std::vector<std::string> kinds{"a", "Z", "0", "9", "word", "Children", "EHCP", " ", "  ", "\n", "-", "'", "'", "’", "‘", "“", "–", "£", "é", "Œ", "ß", "м", "ال", "字", "😀", "\xC2",
                                              "\xE2\x80", "\xFF", "@", "[", "`", "{", "/", ":", "abcdefgh", "abcdefghijklmnop", "abcdefghijklmnopq", std::string(41, 'x'), std::string(1, '\0')};
  std::string text;
  for (size_t i = 0; i < pieces; ++i) text += kinds[random() % kinds.size()];
  return text;
}

struct Counted {
  Vocabulary vocabulary;
  std::vector<Idea> ideas;
  Phrases phrases{ideas, vocabulary};
  WordCounts counts{phrases, vocabulary};

  PageWords weigh(float weight = 1) {
    PageWords words;
    counts.weigh(weight, words);
    return words;
  }
  // "stem weight", the weightiest first.
  std::string keys(const PageWords& words) const {
    std::vector<std::string> keys;
    for (const Weighed& one : words.keys) keys.push_back(fmt::format("{} {}", vocabulary.keys()[one.number()], one.weight()));
    std::sort(keys.begin(), keys.end());
    return join(keys, "|");
  }
  size_t times(const PageWords& words, std::string_view word) const {
    for (const PageWords::Times& one : words.words)
      if (vocabulary.words()[one.word] == word) return one.times;
    return 0;
  }
};

}  // namespace

TEST_SUITE("search/words") {
  TEST_CASE("the quick cutter cuts any text into the words that the plain one does") {
    WordCutter cutter;
    CHECK(cut(cutter, {""}).empty());
    CHECK(join(cut(cutter, {"Won't the Child’s CAFÉ e-mail 'Œuvre' “post-16”? x'y–z"}), "|") == "wont|the|childs|cafe|e|mail|oeuvre|post|16|xy|z");
    std::mt19937 random(7);
    for (size_t round = 0; round < 4000; ++round) {
      const std::string text = odd_text(random, random() % (round % 10 == 0 ? 300 : 12));
      CAPTURE(text);
      REQUIRE(cut(cutter, {text}) == search_words_in(text));
    }
  }

  TEST_CASE("a word that ends at or beside every eighth or sixty-fourth byte is whole") {
    WordCutter cutter;
    for (size_t before = 0; before < 140; ++before)
      for (const size_t length : {1, 7, 8, 9, 15, 16, 17, 40}) {
        const std::string text = std::string(before, ' ') + std::string(length, 'W');
        REQUIRE(cut(cutter, {text}) == std::vector<std::string>{std::string(length, 'w')});
        REQUIRE(cut(cutter, {text + " b"}) == std::vector<std::string>{std::string(length, 'w'), "b"});
      }
  }

  TEST_CASE("pieces of a text that stand directly after each other make one word") {
    WordCutter cutter;
    CHECK(join(cut(cutter, {"un", "believ", "able", " ", "wo", "n'", "t"}), "|") == "unbelievable|wont");
    CHECK(cut(cutter, {}).empty());
  }

  TEST_CASE("the table of words keeps apart all that differ, however long") {
    std::mt19937 random(3);
    WordTable<size_t> table;
    constexpr uint32_t mark = 0x4000'0000;  // as callers have, beside the place
    std::unordered_map<std::string, uint32_t> known;
    for (uint32_t i = 0; i < 60'000; ++i) {
      std::string word(1 + random() % 20, 'a');
      for (char& c : word) c = static_cast<char>('a' + random() % 3);
      std::string padded = word;
      padded.resize(std::max<size_t>(word.size(), 16), 'z');  // what stands behind a word does not belong to it
      uint32_t& number = table.number_of({padded.data(), word.size()});
      const auto [at, is_new] = known.emplace(word, static_cast<uint32_t>(known.size()) | (i % 2 == 0 ? mark : 0));
      REQUIRE(is_new == (number == table.nothing));
      if (is_new) number = at->second;
      REQUIRE(number == at->second);
      REQUIRE(table.size() == known.size());
      size_t& count = table.count_at(number & table.place_bits);
      REQUIRE((count == 0) == is_new);
      ++count;
    }
  }

  TEST_CASE("a word counts by where it stands, and its forms count together") {
    Counted page;
    page.counts.add("The swimming pool", Part::body);
    page.counts.add("Swim", Part::heading);
    const PageWords words = page.weigh();
    CHECK(page.keys(words) == "pool 21|swim 33");
    CHECK(page.times(words, "swimming") == 1);
    CHECK(page.times(words, "swim") == 1);
    CHECK(page.times(words, "the") == 0);
    CHECK(page.weigh().keys.empty());
  }

  TEST_CASE("names are keys of two words each, and as a whole") {
    Counted page;
    page.counts.add_name("Swim for families", Part::title);
    page.counts.add_name("Swim", Part::name);
    page.counts.add_name("the", Part::name);
    const PageWords words = page.weigh();
    CHECK(page.keys(words).starts_with("famili "));
    CHECK(page.keys(words).find("|swim = ") != std::string::npos);
    CHECK(page.keys(words).find("|swim famili ") != std::string::npos);
    CHECK(page.keys(words).find("|swim famili = ") != std::string::npos);
    CHECK(words.keys.size() == 5);
  }

  TEST_CASE("a word that stands on a page more often than can be counted stays at the most") {
    Counted page;
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "pool pools ";
    page.counts.add(text, Part::body);
    page.counts.add(text, Part::body);
    page.counts.add("pool", Part::heading);
    PageWords words = page.weigh();
    CHECK(words.keys.size() == 1);
    CHECK(words.keys[0].weight() == 49);
    CHECK(page.times(words, "pool") == 65'536);
    page.counts.add("pool", Part::body);
    words = page.weigh();
    CHECK(page.times(words, "pool") == 1);
    CHECK(words.keys[0].weight() == 21);
  }

  TEST_CASE("the best of many pages are those that a sort would keep") {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
      std::vector<Weighed> pages;
      for (uint32_t page = 0; page < random() % 60; ++page) pages.emplace_back(page, 1 + random() % (round % 3 == 0 ? 3 : 63));
      std::vector<Weighed> sorted = pages;
      std::stable_sort(sorted.begin(), sorted.end(), [](const Weighed& a, const Weighed& b) { return a.weight() > b.weight(); });
      sorted.resize(std::min<size_t>(sorted.size(), 20));
      std::sort(sorted.begin(), sorted.end(), [](const Weighed& a, const Weighed& b) { return a.number() < b.number(); });
      pages.resize(keep_best(pages, 20));
      REQUIRE(pages == sorted);
    }
  }

  TEST_CASE("postings are the same for any number of threads") {
    std::mt19937 random(11);
    std::vector<std::vector<Weighed>> pages(100);
    for (auto& page : pages)
      for (uint32_t thing = 0; thing < 40; ++thing)
        if (random() % 3 == 0) page.emplace_back(thing, 1 + random() % 63);
    const auto of = [&](size_t page) -> const auto& { return pages[page]; };
    const Postings one = postings_of(41, pages.size(), 1, of);
    CHECK(one.of(40).empty());
    for (size_t thing = 0; thing < 40; ++thing)
      for (const Weighed& posting : one.of(thing)) CHECK(std::find(pages[posting.number()].begin(), pages[posting.number()].end(), Weighed(static_cast<uint32_t>(thing), posting.weight())) != pages[posting.number()].end());
    for (const unsigned threads : {2U, 3U, 7U, 200U}) {
      const Postings many = postings_of(41, pages.size(), threads, of);
      CHECK(many.begins == one.begins);
      CHECK(std::ranges::equal(many.pages.all(), one.pages.all()));
    }
    CHECK(postings_of(3, 0, 4, of).of(2).empty());
  }
}

}  // namespace offer::search_words_test
