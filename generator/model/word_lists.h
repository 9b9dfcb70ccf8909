// WordLists: which words Easy Read readers know, and which words and sayings have an easier one.
//
// Read by load/easy_read_rules from the folder easy-read/words. Nobody changes it after that, so any thread may ask.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"

namespace offer {

// A word or saying that is better said in another way.
struct HardPhrase {
  enum class Kind { long_word, jargon, latin, distant, idiom };
  Kind kind = Kind::long_word;
  std::vector<std::string> words;  // in small letters
  std::string easier;              // may be empty
};

class WordLists {
 public:
  void add_known(std::string_view word) { known_.emplace(word); }
  void add_phrase(HardPhrase phrase);

  bool has_known_words() const { return !known_.empty(); }
  // The word, or a word that it is a form of, is in the list. word: in small letters.
  bool is_known(std::string_view word) const;

  struct Found {
    const HardPhrase* phrase = nullptr;
    size_t words = 0;
  };
  // The longest phrase that begins with words[at], in whatever form its words are. words: in small letters.
  Found phrase_at(const std::vector<std::string>& words, size_t at) const;

 private:
  std::unordered_set<std::string, StringHash, std::equal_to<>> known_;
  std::unordered_map<std::string, std::vector<HardPhrase>, StringHash, std::equal_to<>> phrases_;  // by how they begin
};

}  // namespace offer
