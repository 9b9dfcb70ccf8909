#include "search/unfound.h"

#include <algorithm>
#include <atomic>

#include "base/parallel.h"
#include "base/stemmer.h"
#include "diagnose/near_word.h"
#include "search/gatherer.h"
#include "search/search_words.h"

namespace offer {

namespace {

// A phrase under `means`, and the number that Phrases gives it.
struct Wanted {
  const SearchWords* row;
  std::string_view words;
  size_t phrase;
};

std::vector<Wanted> wanted_phrases(const std::vector<Idea>& ideas, size_t& phrases) {
  std::vector<Wanted> wanted;
  phrases = 0;
  for (const Idea& idea : ideas) {
    if (idea.row != nullptr)
      for (const std::string& words : idea.row->means)
        if (const auto told = std::find(idea.told.begin(), idea.told.end(), search_stems_in(words)); told != idea.told.end())
          wanted.push_back({idea.row, words, phrases + static_cast<size_t>(told - idea.told.begin())});
    phrases += idea.told.size();
  }
  return wanted;
}

// All pages, those first that rows name: what a row means is most often said there.
std::vector<const Page*> pages_in_likely_order(const SiteView& site) {
  std::vector<const Page*> pages = searched_pages(site);
  std::vector<bool> named(site.all_pages().size());
  for (const SearchWords& row : site.search_words())
    for (const std::string& id : row.pages)
      if (const Page* page = site.page(id)) named[page->number] = true;
  std::stable_partition(pages.begin(), pages.end(), [&](const Page* page) { return named[page->number]; });
  return pages;
}

std::vector<std::atomic<bool>> found_phrases(const SiteView& site, Gatherer& gatherer, const std::vector<Wanted>& wanted, size_t phrases) {
  std::vector<std::atomic<bool>> is_wanted(phrases);
  std::vector<std::atomic<bool>> found(phrases);
  std::atomic<size_t> left{0};
  for (const Wanted& one : wanted)
    if (!is_wanted[one.phrase].exchange(true)) ++left;
  const std::vector<const Page*> pages = pages_in_likely_order(site);
  parallel_for(pages.size(), site.threads(), [&](size_t i) {
    if (left == 0) return;
    for (const uint32_t phrase : gatherer.gather(*pages[i]).phrases)
      if (is_wanted[phrase] && !found[phrase].exchange(true)) --left;
  });
  return found;
}

void name_unknown_word(const Vocabulary& vocabulary, UnfoundWords& unfound) {
  std::vector<bool> on_a_page(vocabulary.keys().size());
  for (const uint32_t key : vocabulary.keys_of_words())
    if (key != Vocabulary::nothing) on_a_page[key] = true;
  for (const std::string& word : search_words_in(unfound.words)) {
    if (is_stop_word(word)) continue;
    const auto key = std::find(vocabulary.keys().begin(), vocabulary.keys().end(), english_stem(word));
    if (key != vocabulary.keys().end() && on_a_page[static_cast<size_t>(key - vocabulary.keys().begin())]) continue;
    unfound.unknown_word = word;
    unfound.near_word = near_word(word, vocabulary.words()).value_or("");
    return;
  }
}

}  // namespace

std::vector<UnfoundWords> unfound_words(const SiteView& site) {
  using Why = UnfoundWords::Why;
  std::vector<UnfoundWords> all;
  if (site.search_words().empty()) return all;
  Vocabulary vocabulary;
  Gatherer gatherer(site, vocabulary);
  size_t phrases = 0;
  const std::vector<Wanted> wanted = wanted_phrases(gatherer.ideas(), phrases);
  const auto found = found_phrases(site, gatherer, wanted, phrases);
  auto next = wanted.begin();
  for (const SearchWords& row : site.search_words()) {
    for (const std::string& words : row.say)
      if (search_stems_in(words).empty()) all.push_back({&row, words, Why::says_nothing, {}, {}});
    for (const std::string& words : row.means) {
      const size_t stems = search_stems_in(words).size();
      if (stems == 0) all.push_back({&row, words, Why::says_nothing, {}, {}});
      if (stems > longest_phrase) all.push_back({&row, words, Why::too_long, {}, {}});
    }
    for (; next != wanted.end() && next->row == &row; ++next) {
      if (found[next->phrase]) continue;
      all.push_back({&row, std::string(next->words), Why::on_no_page, {}, {}});
      name_unknown_word(vocabulary, all.back());
    }
  }
  return all;
}

}  // namespace offer
