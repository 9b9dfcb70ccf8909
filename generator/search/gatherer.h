// Gatherer: makes PageWords of a page. The first half of making the search index; index.h is the second.
//
// What it makes of a page depends on the page, on its Easy Read versions, and on the few things of the rest of the site that knows() stands for. So
// whoever keeps PageWords needs to gather again only what changed.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "model/site_view.h"
#include "search/filters.h"
#include "search/page_words.h"
#include "search/phrases.h"
#include "search/vocabulary.h"

namespace offer {

// The pages that can be found, in order: no Easy Read versions (their words find the full page) and no views of other pages.
std::vector<const Page*> searched_pages(const SiteView& site);

// How many pages share a file of what results show, on a site of so many, so that there are not too many files and none is long to fetch.
size_t pages_in_a_piece(size_t pages);
// How many bytes of its sentences each of them may show.
size_t room_of_a_page(size_t pages);

class Gatherer {
 public:
  // Both must outlive it.
  Gatherer(const SiteView& site, Vocabulary& vocabulary);
  ~Gatherer();
  Gatherer(const Gatherer&) = delete;
  Gatherer& operator=(const Gatherer&) = delete;

  // page: one of searched_pages(). Safe from any thread, and the same whichever thread asks, but for the numbers of the vocabulary.
  PageWords gather(const Page& page);

  // A hash of all that gathering knows of the site besides the page: other names of terms and bodies, what families say, topics, needs, and how much
  // room a page has. With another hash, PageWords that were kept are stale.
  std::string knows() const;

  const std::vector<Idea>& ideas() const { return ideas_; }
  const Phrases& phrases() const { return phrases_; }
  const Filters& filters() const { return filters_; }

 private:
  struct Desk;  // what one thread works with
  void add_fields(const Page& page, Desk& desk) const;
  void add_block(const Block& block, bool shown, Desk& desk) const;
  void add_row(const Block& block, bool shown, Desk& desk) const;
  void show(const Page& page, Desk& desk, PageWords& to) const;

  const SiteView& site_;
  Vocabulary& vocabulary_;
  const std::vector<Idea> ideas_;
  const Phrases phrases_;
  const Filters filters_;
  const size_t room_;  // bytes of sentences of a page
  std::unordered_map<size_t, std::vector<std::string_view>> said_of_;  // what families say, by the page that answers it
  std::mutex guard_;
  std::unordered_map<std::thread::id, std::unique_ptr<Desk>> desks_;  // each thread has its own: what it holds is then in that processor's cache
};

}  // namespace offer
