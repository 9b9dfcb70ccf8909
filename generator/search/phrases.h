// Phrases: those that tell of an idea (see ideas.h), found by the key that they begin with. Made once, read by all threads.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "search/ideas.h"
#include "search/vocabulary.h"

namespace offer {

class Phrases {
 public:
  struct Phrase {
    uint32_t number = 0;         // counted through all ideas: the phrases of the first, of the second …
    uint32_t idea = 0;           // its place in the ideas
    std::vector<uint32_t> keys;  // of its stems
  };
  Phrases(const std::vector<Idea>& ideas, Vocabulary& vocabulary);
  // Those that begin with this key.
  std::span<const Phrase> of(uint32_t key) const;
  size_t count() const { return phrases_.size(); }
  size_t ideas() const { return ideas_; }

 private:
  std::vector<Phrase> phrases_;  // by first key
  std::unordered_map<uint32_t, std::pair<size_t, size_t>> places_;  // of each first key: where its phrases begin, and how many there are
  size_t ideas_;
};

}  // namespace offer
