// WordMemory: all that is known of a word without its neighbours, kept for the words that a site uses again and again.
//
// It only repeats what PlainWords, base/spelling.h and the site's lists said of a word, so nothing depends on what it holds. Each thread has one, of a fixed size:
// a word that needs the place of another takes it. Words stand in the order in which they first came: those that come often came early, and share few
// lines of the processor's cache.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/plain_english.h"

namespace offer {

// A key for the word as written: Polish and polish are two words. Never its hash, under which others ask for words of their own.
uint64_t spelling_key(uint64_t hash, bool capital, bool accented);

class WordMemory {
 public:
  struct Word {
    uint64_t hash = 0;   // 0: free
    uint32_t entry = 0;  // PlainWords::find
    uint16_t facts = 0;
    enum Look : uint16_t { small_may_be_wrong = 1, capital_may_be_wrong = 2 /* as it is spelled, where it begins so */, number = 4 };
    uint16_t look = 0;

    // 0: without capitals, no rule looks at it but for the phrases that it may begin.
    unsigned uncommon() const { return (facts & ~unsigned{begins_phrase}) | (look & ~unsigned{capital_may_be_wrong}); }
  };

  // That of this thread.
  static WordMemory& of(const PlainWords& words);

  // What stands at the place of this hash: of this word, of another, or nothing.
  const Word& at(uint64_t hash) const { return words_[places_[hash % size]]; }
  // word: as written, hash: its WordHash, accented: has letters that are not ASCII. What is returned holds until the next call.
  const Word& find(uint64_t hash, std::string_view word, bool accented) {
    uint16_t& place = places_[hash % size];
    if (place == 0) [[unlikely]] place = next_place();
    Word& one = words_[place];
    if (one.hash != hash) [[unlikely]] learn(one, hash, word, accented);
    return one;
  }
  // Somebody has looked the word up: more may be known of it now.
  void forget(uint64_t hash) { words_[places_[hash % size]].hash = 0; }
  // The site's lists have the word, wherever it stands: its spelling is no matter.
  void let_pass(uint64_t hash) {
    if (Word& one = words_[places_[hash % size]]; one.hash == hash) one.look &= Word::number;
  }

 private:
  static constexpr size_t size = size_t{1} << 15;
  static_assert(size <= UINT16_MAX);

  WordMemory() { empty(); }
  void empty();
  uint16_t next_place() {
    words_.emplace_back();
    return static_cast<uint16_t>(words_.size() - 1);
  }
  void learn(Word& one, uint64_t hash, std::string_view word, bool accented) const;

  std::vector<uint16_t> places_;  // in words_, by hash; 0: nothing stands there yet
  std::vector<Word> words_;       // the first is no word
  const PlainWords* known_ = nullptr;
  uint64_t edition_ = 0;  // of PlainWords: that of another site may stand at the same place
};

}  // namespace offer
