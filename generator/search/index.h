// The search index of a whole site, before it is cut into files: for each key the pages that have it. The second half of making it; gatherer.h is the first.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/gatherer.h"

namespace offer {

struct IndexEntry {
  std::string_view key;
  bool idea = false;   // the words of this key say one thing together: "educ health care plan"
  uint32_t pages = 0;  // how many count as having it: more than there are postings if only the best are kept, fewer for an idea
  size_t from = 0;     // of its postings
  size_t size = 0;
};

// A word as pages write it, for putting misspelt words right.
struct SpelledWord {
  std::string_view word;
  uint32_t times = 0;
};

// Views into the vocabulary and the site.
struct SearchIndex {
  std::vector<const Page*> pages;
  std::vector<IndexEntry> entries;  // by key
  std::vector<Weighed> postings;    // of one entry after another: pages, by number, and what the key weighs there
  std::vector<SpelledWord> words;   // A to Z

  std::span<const Weighed> postings_of(const IndexEntry& entry) const { return std::span(postings).subspan(entry.from, entry.size); }
};

// words[i]: what was gathered of searched_pages(site)[i]. The same for any number of threads (site.threads()), and whoever gathered it.
SearchIndex join_search_index(const SiteView& site, const std::vector<Idea>& ideas, Vocabulary& vocabulary, std::span<const PageWords> words);

}  // namespace offer
