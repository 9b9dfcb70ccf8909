// PageWords: all that the search index needs of one page. Gathered page by page (gatherer.h), joined to files for the whole site (index.h, pieces.h).
//
// A small value without pointers: it can be kept while neither the page nor its Easy Read versions nor what Gatherer::knows() stands for have changed,
// as long as the vocabulary lives that gave it its numbers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace offer {

// A number (of a key, an idea or a page) and how much something weighs there, from 1 to 63.
struct Weighed {
  uint32_t packed;
  Weighed() = default;  // anything: WeighedList makes many at once that are written later
  Weighed(uint32_t number, uint32_t weight) : packed(number << 6U | weight) {}
  uint32_t number() const { return packed >> 6U; }
  uint32_t weight() const { return packed & 63U; }
  bool operator==(const Weighed&) const = default;
};

// A weight from 0 to 1 as such a step: 50 is one.
inline uint8_t step_of_weight(float weight) { return static_cast<uint8_t>(std::clamp(static_cast<double>(weight * 50) + 0.5, 1.0, 63.0)); }

struct PageWords {
  struct Times {
    uint32_t word = 0;  // of the vocabulary
    uint32_t times = 0;
  };
  std::vector<Weighed> keys;        // of the vocabulary; each once, in no order
  std::vector<Weighed> ideas;       // places in ideas_of(site) whose words stand here; each once, in no order
  std::vector<uint32_t> phrases;    // which phrases of them the page has, by the numbers that Phrases gives; each once, in no order
  std::vector<Times> words;         // that can be offered for a misspelt one: how often each stands here
  std::string shown;                // a row of p*.json (see pieces.h), without the number of the page's kind
  size_t kind_at = 0;               // where in `shown` that belongs
  std::string choices;              // what filters find the page by, but for its kind: letters as in filters.json
};

}  // namespace offer
