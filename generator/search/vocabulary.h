// Vocabulary: a number for every word and every key of the search index.
//
// A word is as search_words.h folds it. A key is a stem ("famili"), some stems after each other ("speech therapi") or a whole name ("speech therapi =").
//
// Numbers are given in the order in which readers first meet the words, so with several threads they differ from run to run, and nothing that is
// written may depend on them. A vocabulary only grows: what was gathered with it keeps its meaning for as long as it lives. Words may be added from any
// thread; the lists may only be looked at while nobody adds.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace offer {

// Strings in the order in which they first came, found again in one step. They stay where they are.
class StringTable {
 public:
  StringTable() : slots_(1024, empty) {}
  uint32_t index_of(std::string_view text);  // adds it if it is new
  const std::vector<std::string_view>& all() const { return strings_; }

 private:
  static constexpr uint32_t empty = UINT32_MAX;
  void grow();
  Arena arena_;
  std::vector<uint32_t> slots_;  // indexes into strings_; their number is a power of two
  std::vector<size_t> hashes_;
  std::vector<std::string_view> strings_;
};

class Vocabulary {
 public:
  static constexpr uint32_t nothing = UINT32_MAX;
  struct Word {
    uint32_t number = 0;
    uint32_t key = nothing;     // of its stem; a stop word has none
    std::string_view text;      // stays where it is
    std::string_view key_text;  // the same
  };
  Word word(std::string_view text);
  // numbers[i]: the key of texts[i].
  void keys_of(const std::vector<std::string>& texts, std::vector<uint32_t>& numbers);
  uint32_t key(std::string_view text);

  const std::vector<std::string_view>& keys() const { return keys_.all(); }
  const std::vector<std::string_view>& words() const { return words_.all(); }
  const std::vector<uint32_t>& keys_of_words() const { return key_of_; }  // of each word, or nothing
  // The numbers of all keys, in order of their texts.
  const std::vector<uint32_t>& sorted_keys();

 private:
  std::mutex guard_;
  StringTable keys_;
  StringTable words_;
  std::vector<uint32_t> key_of_;  // of each word
  std::vector<uint32_t> sorted_;  // of all keys, or of all but the newest
};

}  // namespace offer
