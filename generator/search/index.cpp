#include "search/index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "search/search_words.h"

namespace offer {

namespace {

// A word on more pages than this tells them apart by little. Only those pages are kept where it weighs most.
constexpr size_t most_postings = 1250;
constexpr float through_idea = 0.85F;  // what other words for the same count, compared with the reader's own
constexpr uint32_t answer_weight = 50;       // what an idea weighs on a page that answers it, whatever its words
constexpr size_t keys_at_once = 2000;
constexpr size_t shortest_spelling = 3;
constexpr size_t most_spelled = 20'000;

using Pages = std::vector<Weighed>;  // by number

// Both lists in one, with the greater weight where a page is in both.
void merge(Pages& to, std::span<const Weighed> more) {
  if (to.empty()) {
    to.assign(more.begin(), more.end());
    return;
  }
  Pages merged;
  merged.reserve(to.size() + more.size());
  auto a = to.begin();
  for (const Weighed& b : more) {
    while (a != to.end() && a->number() < b.number()) merged.push_back(*a++);
    if (a != to.end() && a->number() == b.number()) merged.emplace_back(b.number(), std::max((a++)->weight(), b.weight()));
    else merged.push_back(b);
  }
  merged.insert(merged.end(), a, to.end());
  to = std::move(merged);
}

// Of how many pages a key that asks for an idea counts as being: a rare word for something common still says much about what is meant.
uint32_t rarity(size_t own, size_t all) { return static_cast<uint32_t>(std::max(1L, std::lround(std::sqrt(static_cast<double>(std::max<size_t>(own, 1) * all))))); }

// What is asked for by other words: by key, the pages of its ideas.
std::unordered_map<uint32_t, Pages> asked_pages(const std::vector<Idea>& ideas, const Postings& told, const std::vector<const Page*>& pages, Vocabulary& vocabulary) {
  std::unordered_map<size_t, uint32_t> number_of_page;
  for (uint32_t i = 0; i < pages.size(); ++i) number_of_page.emplace(pages[i]->number, i);
  std::array<uint32_t, 64> lowered{};
  for (uint32_t weight = 0; weight < 64; ++weight) lowered[weight] = step_of_weight(static_cast<float>(weight) / 50 * through_idea);
  std::unordered_map<uint32_t, Pages> asked;
  for (size_t i = 0; i < ideas.size(); ++i) {
    Pages of_idea;
    for (const Weighed& one : told.of(i)) of_idea.emplace_back(one.number(), lowered[one.weight()]);
    Pages answering;
    for (const size_t page : ideas[i].pages)
      if (const auto number = number_of_page.find(page); number != number_of_page.end()) answering.emplace_back(number->second, answer_weight);
    std::sort(answering.begin(), answering.end(), [](const Weighed& a, const Weighed& b) { return a.number() < b.number(); });
    answering.erase(std::unique(answering.begin(), answering.end()), answering.end());
    merge(of_idea, answering);
    for (const auto& stems : ideas[i].asked) merge(asked[vocabulary.key(join(stems, " "))], of_idea);
  }
  return asked;
}

std::vector<SpelledWord> spelled_words(const WordTimes& times, const SiteView& site, Vocabulary& vocabulary) {
  std::vector<SpelledWord> spelled;
  // A word that came once may be a mistake itself; on a small site it is still the best that we know.
  for (size_t w = 0; w < times.size(); ++w)
    if (times[w] > 0) spelled.push_back({vocabulary.words()[w], times[w]});
  if (spelled.size() > most_spelled) {
    std::nth_element(spelled.begin(), spelled.begin() + most_spelled, spelled.end(),
                     [](const SpelledWord& a, const SpelledWord& b) { return a.times != b.times ? a.times > b.times : a.word < b.word; });
    spelled.resize(most_spelled);
  }
  // What families say is right even where no page says it.
  for (const SearchWords& row : site.search_words())
    for (const std::string& say : row.say)
      for (const std::string& word : search_words_in(say))
        if (word.size() >= shortest_spelling && !is_stop_word(word)) spelled.push_back({vocabulary.word(word).text, 1});
  std::sort(spelled.begin(), spelled.end(), [](const SpelledWord& a, const SpelledWord& b) { return a.word != b.word ? a.word < b.word : a.times > b.times; });
  spelled.erase(std::unique(spelled.begin(), spelled.end(), [](const SpelledWord& a, const SpelledWord& b) { return a.word == b.word; }), spelled.end());
  return spelled;
}

}  // namespace

void add_times(const std::vector<PageWords::Times>& words, WordTimes& to) {
  for (const PageWords::Times& one : words) {
    if (one.word >= to.size()) to.resize(std::max<size_t>(one.word + 1, to.size() * 2));
    to[one.word] += one.times;
  }
}

SearchIndex join_search_index(const SiteView& site, const std::vector<Idea>& ideas, Vocabulary& vocabulary, std::span<PageWords> words, WordTimes times) {
  SearchIndex index;
  index.pages = searched_pages(site);
  const Postings told = postings_of(ideas.size(), words.size(), 1, [&](size_t page) -> const auto& { return words[page].ideas; });
  const auto asked = asked_pages(ideas, told, index.pages, vocabulary);
  Postings own;
  parallel_for(2, site.threads(), [&](size_t i) {
    if (i == 0) vocabulary.sorted_keys();
    else own = postings_of(vocabulary.keys().size(), words.size(), site.threads(), [&](size_t page) -> const auto& { return words[page].keys; });
  });
  constexpr size_t pages_at_once = 500;
  parallel_for((words.size() + pages_at_once - 1) / pages_at_once, site.threads(), [&](size_t part) {
    for (size_t i = part * pages_at_once; i < std::min(words.size(), (part + 1) * pages_at_once); ++i) words[i].keys = {};  // they are among the postings now, and take as much room as those
  });
  index.postings = std::move(own.pages);
  const std::vector<uint32_t>& keys = vocabulary.sorted_keys();
  const auto pages_of = [&](uint32_t key) { return index.postings.all().subspan(own.begins[key], own.begins[key + 1] - own.begins[key]); };
  index.entries.resize(keys.size());
  parallel_for((keys.size() + keys_at_once - 1) / keys_at_once, site.threads(), [&](size_t part) {
    for (size_t i = part * keys_at_once; i < std::min(keys.size(), (part + 1) * keys_at_once); ++i) {
      const uint32_t key = keys[i];
      const std::span<Weighed> pages = pages_of(key);
      IndexEntry& entry = index.entries[i] = {vocabulary.keys()[key], asked.contains(key), static_cast<uint32_t>(pages.size()), own.begins[key], 0};
      if (!entry.idea) entry.size = keep_best(pages, most_postings);
    }
  });
  Pages both;
  for (size_t i = 0; i < keys.size(); ++i) {
    IndexEntry& entry = index.entries[i];
    if (!entry.idea) continue;
    const std::span<Weighed> pages = pages_of(keys[i]);
    both.assign(pages.begin(), pages.end());
    merge(both, asked.at(keys[i]));
    entry.pages = rarity(pages.size(), both.size());
    entry.size = keep_best(both, most_postings);
    entry.from = index.postings.size() + index.merged.size();
    index.merged.insert(index.merged.end(), both.begin(), both.begin() + static_cast<std::ptrdiff_t>(entry.size));
  }
  std::erase_if(index.entries, [](const IndexEntry& entry) { return entry.size == 0; });
  for (const PageWords& page : words) add_times(page.words, times);
  index.words = spelled_words(times, site, vocabulary);
  return index;
}

}  // namespace offer
