// WordTable: finds each of many words again in a few steps, with what is counted beside it. One thread at a time.
//
// A site has more words than the nearest caches hold, so a word and its count stand together, and words in the order in which they first came: those that come
// often came early, and share few lines of the cache. Where a word stands is looked up among small numbers.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "search/word_cutter.h"

namespace offer {

template <class Count>
class WordTable {
 public:
  static constexpr uint32_t nothing = UINT32_MAX;
  static constexpr uint32_t place_bits = 0x3FFF'FFFF;  // of a number; the others are for the caller's marks

  // The number that the word has: `nothing` if it is new, and then the caller gives it one, whose place is how many words came before it. It stays where
  // it is until the next word is asked for.
  [[gnu::always_inline]] inline uint32_t& number_of(const WordCutter::Word& word) {  // a call for each word of the site would cost as much as the looks
    if (word.length >= masks.size()) return number_of_long(word);
    const uint64_t first = eight_bytes(word.letters) & masks[word.length].first;
    const uint64_t second = eight_bytes(word.letters + 8) & masks[word.length].second;
    for (size_t at = slot_of(first, second) & last_;; at = (at + 1) & last_) {
      uint32_t& number = numbers_[at];
      if (number == nothing) return add(first, second);
      const Word& known = words_[number & place_bits];
      if (known.first == first && known.second == second) return number;
    }
  }

  size_t size() const { return words_.size(); }
  // place: of a word, below size(). It stays where it is until a new word is asked for.
  Count& count_at(size_t place) { return words_[place].count; }

 private:
  // Up to sixteen bytes, zeros behind them: no word has a zero in it. Of a longer word there are zeros alone, so nothing looks like it.
  struct Word {
    uint64_t first = 0;
    uint64_t second = 0;
    Count count{};
  };

  static uint64_t eight_bytes(const char* at) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }
  // Keep of sixteen bytes those that belong to a word of a length.
  struct Masks {
    uint64_t first, second;
  };
  static constexpr std::array<Masks, 17> masks = [] {
    constexpr uint64_t all = ~uint64_t{0};
    constexpr auto of = [](size_t length) { return length >= 8 ? all : std::endian::native == std::endian::little ? ~(all << (length * 8)) : ~(all >> (length * 8)); };
    std::array<Masks, 17> table{};
    for (size_t length = 1; length < table.size(); ++length) table[length] = {of(length), length > 8 ? of(length - 8) : 0};
    return table;
  }();
  static size_t slot_of(uint64_t first, uint64_t second) { return (first ^ second * 0xBF58'476D'1CE4'E5B9) * 0x9E37'79B9'7F4A'7C15 >> 32U; }

  // Only new and long words come to what follows.
  [[gnu::noinline]] uint32_t& add(uint64_t first, uint64_t second) {
    if ((words_.size() + 1) * 2 > numbers_.size()) grow();
    words_.push_back({first, second, {}});
    return numbers_[free_slot(first, second)];
  }

  size_t free_slot(uint64_t first, uint64_t second) const {
    size_t at = slot_of(first, second) & last_;
    while (numbers_[at] != nothing) at = (at + 1) & last_;
    return at;
  }

  void grow() {
    std::vector<uint32_t> old(numbers_.size() * 2, nothing);
    old.swap(numbers_);
    last_ = numbers_.size() - 1;
    for (const uint32_t number : old)
      if (number != nothing) numbers_[free_slot(words_[number & place_bits].first, words_[number & place_bits].second)] = number;
  }

  [[gnu::noinline]] uint32_t& number_of_long(const WordCutter::Word& word) {
    const std::string_view letters(word.letters, word.length);
    const auto found = long_words_.find(letters);
    if (found != long_words_.end()) return found->second;
    words_.push_back({});
    return long_words_.emplace(letters, nothing).first->second;
  }

  std::vector<uint32_t> numbers_ = std::vector<uint32_t>(4096, nothing);  // as many as a power of two
  size_t last_ = numbers_.size() - 1;
  std::vector<Word> words_;  // by their places
  std::unordered_map<std::string, uint32_t, StringHash, std::equal_to<>> long_words_;
};

}  // namespace offer
