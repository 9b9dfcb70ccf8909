// The search index as files: many small ones, so that a reader fetches only what belongs to the words that they type.
//
// search-index/manifest.json   says where the rest is. Small; asked for again each time.
// search-index/HASH/…          the rest. HASH stands for all of them together, so that pieces of two builds are never mixed:
//   w0.txt, w1.txt …           keys in order, one a line: key, a tab, pages and weights (see posting_text)
//   p0.json, p1.json …         what results show, one page a line: [[title, address, kind, marks, summary, [[heading, anchor, sentences], …]], …]
//   s-a.txt … s-z.txt, s-_.txt words by first letter, each with a digit for how common it is: for putting misspelt words right
//   filters.json               the choices for filters, and for each page which of them it fits (see filters.h)
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "model/output.h"
#include "search/index.h"
#include "search/kept_words.h"

namespace offer {

// words: the same that the index was joined of.
std::vector<OutputFile> search_files(const SearchIndex& index, std::span<const PageWords> words, const SiteView& site, const Filters& filters);

// Makes the files of a site, whose pages it is shown one by one.
class SearchMaker {
 public:
  // site: must outlive it.
  explicit SearchMaker(const SiteView& site);

  // Each page of the site once, from any thread; those that cannot be found are passed over.
  // kept: given what take_back takes, or null.
  void gather(const Page& page, std::string* kept = nullptr);
  // When all were gathered; once. With site.threads() threads.
  std::vector<OutputFile> files();

  // What another one had, given back: all before the first page is gathered. False if these are other bytes.
  bool take_back_vocabulary(std::span<const std::string_view> packed, std::string_view times);
  bool take_back(const Page& page, std::string_view kept);
  // What was kept of a page that will be gathered anew.
  bool forget(const Page& page, std::string_view kept);
  // After files(): what the next one can take back. The vocabulary as it grew since it was taken back.
  std::string packed_vocabulary() const;
  std::string packed_times() const;

 private:
  const SiteView& site_;
  Vocabulary vocabulary_;
  Gatherer gatherer_;
  std::vector<size_t> places_;    // of each page, by its number: in words_, or none
  std::vector<PageWords> words_;  // of searched_pages(); how often each word stands there is in times_
  std::mutex guard_;
  std::unordered_map<std::thread::id, WordTimes> times_;  // of the pages that each thread gathered
  VocabularySize before_;         // of the vocabulary that was taken back
  WordTimes all_times_;           // of pages that were taken back; after files(): of all
};

// Everything at once, with site.threads() threads.
std::vector<OutputFile> make_search_files(const SiteView& site);

// Adds how many pages count as having the key, where that is not as many as are listed (in base 32, then a full stop), then for each page how far it is from the one
// before and its weight. Numbers are in base 32, the lowest digit first, each digit but the last with 32 added; a digit is a letter of search_digits.
void posting_text(uint32_t counting, std::span<const Weighed> pages, std::string& to);

}  // namespace offer
