// Vocabulary: a number for every key of the search index, while pages are read.
//
// A key is a stem ("famili"), some stems after each other ("speech therapi"), or an idea (see ideas.h). One thread at a time: each has its own, and
// index.cpp brings them together by the keys' words.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

// Strings in the order in which they first came, found again in one step.
class StringTable {
 public:
  StringTable() : slots_(1024, empty) {}
  uint32_t index_of(std::string_view text);  // adds it if it is new
  const std::deque<std::string>& all() const { return strings_; }

 private:
  static constexpr uint32_t empty = UINT32_MAX;
  void grow();
  std::vector<uint32_t> slots_;  // indexes into strings_; their number is a power of two
  std::vector<uint64_t> hashes_;
  std::deque<std::string> strings_;
};

class Vocabulary {
 public:
  static constexpr uint32_t nothing = UINT32_MAX;
  // The key of a word's stem, or nothing for a stop word. word: as search_words.h folds it.
  uint32_t key_of_word(std::string_view word);
  uint32_t key(std::string_view words) { return keys_.index_of(words); }

  const std::deque<std::string>& keys() const { return keys_.all(); }
  const std::deque<std::string>& words() const { return words_.all(); }
  uint32_t times(size_t word) const { return times_[word]; }  // how often a word came

 private:
  StringTable keys_;
  StringTable words_;
  std::vector<uint32_t> key_of_;  // of each word
  std::vector<uint32_t> times_;
};

}  // namespace offer
