// WordTable: a number for each of many words, found again in a few steps. One thread at a time.
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

class WordTable {
 public:
  static constexpr uint32_t nothing = UINT32_MAX;

  // The number that the word has: `nothing` if it is new, and then the caller gives it one. Stays where it is until the next word is asked for.
  uint32_t& number_of(const WordCutter::Word& word) {
    if (word.length >= masks.size()) return number_of_long(word);
    const uint64_t first = eight_bytes(word.letters) & masks[word.length].first;
    const uint64_t second = eight_bytes(word.letters + 8) & masks[word.length].second;
    for (size_t at = place_of(first, second) & last_;; at = (at + 1) & last_) {
      if (slots_[at].first == first && slots_[at].second == second) return slots_[at].number;
      if (slots_[at].first == 0) return add(first, second);
    }
  }

 private:
  // A word of up to sixteen bytes, zeros behind it: no word has a zero in it, so nothing else looks so. An empty place has no word.
  struct Slot {
    uint64_t first = 0;
    uint64_t second = 0;
    uint32_t number = nothing;
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
  static size_t place_of(uint64_t first, uint64_t second) { return (first ^ second * 0xBF58'476D'1CE4'E5B9) * 0x9E37'79B9'7F4A'7C15 >> 32U; }
  uint32_t& add(uint64_t first, uint64_t second);
  uint32_t& number_of_long(const WordCutter::Word& word);

  std::vector<Slot> slots_ = std::vector<Slot>(4096);  // their number is a power of two
  size_t last_ = slots_.size() - 1;
  size_t used_ = 0;
  std::unordered_map<std::string, uint32_t, StringHash, std::equal_to<>> long_words_;
};

}  // namespace offer
