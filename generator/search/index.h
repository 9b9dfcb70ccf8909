// The search index of a whole site, before it is cut into files: for each key the pages that have it, and what each result shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/site_view.h"
#include "search/reading.h"

namespace offer {

// A page with a key. number: of the page among the index's pages. weight: from 1 to 63.
struct Posting {
  uint32_t number = 0;
  uint8_t weight = 0;
  bool operator==(const Posting&) const = default;
};

struct IndexEntry {
  std::string key;
  bool idea = false;              // the words of this key say one thing together: "educ health care plan"
  uint32_t pages = 0;             // how many count as having it: more than there are postings if only the best are kept, fewer for an idea
  std::vector<Posting> postings;  // by number
};

// A word as pages write it, for putting misspelt words right.
struct SpelledWord {
  std::string word;
  uint32_t times = 0;
};

struct SearchIndex {
  std::vector<const Page*> pages;
  std::vector<std::vector<Section>> sections;  // of each page, as much as there is room for
  std::vector<IndexEntry> entries;             // by key
  std::vector<SpelledWord> words;              // A to Z
};

// The same for any number of threads (site.threads()).
SearchIndex make_search_index(const SiteView& site);

// How many pages share a file, so that there are not too many files.
size_t pages_in_a_piece(size_t pages);

}  // namespace offer
