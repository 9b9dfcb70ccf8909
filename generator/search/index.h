// The search index of a whole site, before it is cut into files: for each key the pages that have it. The second half of making it; gatherer.h is the first.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/gatherer.h"
#include "search/postings.h"

namespace offer {

struct IndexEntry {
  std::string_view key;
  bool idea = false;   // the words of this key say one thing together: "educ health care plan"
  uint32_t pages = 0;  // how many count as having it: more than there are postings if only the best are kept, fewer for an idea
  size_t from = 0;     // of its postings, in SearchIndex::postings; in `merged` behind all of those
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
  WeighedList postings;             // of each key: pages, by number, and what the key weighs there; some at the end of a key's are left out
  std::vector<Weighed> merged;      // the same of keys that ask for ideas too
  std::vector<SpelledWord> words;   // A to Z

  std::span<const Weighed> postings_of(const IndexEntry& entry) const {
    const bool own = entry.from < postings.size();
    return own ? postings.all().subspan(entry.from, entry.size) : std::span(merged).subspan(entry.from - postings.size(), entry.size);
  }
};

// How often each word of the vocabulary stands on some pages, by its number.
using WordTimes = std::vector<uint32_t>;
// Adds those of a page.
void add_times(const std::vector<PageWords::Times>& words, WordTimes& to);

// words[i]: what was gathered of searched_pages(site)[i]; its keys are moved into the index.
// times: those of words that were taken out of `words` before, as ten thousand pages have many. The same for any number of threads (site.threads()), and whoever gathered it.
SearchIndex join_search_index(const SiteView& site, const std::vector<Idea>& ideas, Vocabulary& vocabulary, std::span<PageWords> words, WordTimes times = {});

}  // namespace offer
