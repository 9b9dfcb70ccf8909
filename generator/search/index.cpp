#include "search/index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "search/search_words.h"

namespace offer {

namespace {

constexpr size_t most_piece_files = 400;
constexpr size_t least_in_a_piece = 2;
constexpr size_t room_of_a_piece = 12'000;  // bytes: what a reader fetches for each result, before it is packed
constexpr size_t room_of_frame = 250;       // bytes of them for a page's title, address and summary
// A word on more pages than this tells them apart by little. Only those pages are kept where it weighs most.
constexpr size_t most_postings = 1250;
constexpr float through_idea = 0.85F;  // what other words for the same count, compared with the reader's own
constexpr size_t shortest_spelled = 3;
constexpr size_t most_spelled = 20'000;

bool can_be_found(const Page& page) { return !page.easy_read && page.view == nullptr && page.id != "not-found" && page.id != "search"; }

uint8_t step_of(float weight) { return static_cast<uint8_t>(std::clamp(std::lround(weight * 50), 1L, 63L)); }

// What one thread reads: every n-th run of pages, with a vocabulary of its own.
struct Share {
  std::unique_ptr<PageReader> reader;
  std::vector<ReadPage> pages;  // by number; those of other shares are empty
};

// The keys of all shares with one number each, in order of their words.
struct AllKeys {
  std::vector<std::string_view> keys;
  std::vector<std::vector<uint32_t>> number_of;  // by share, by the share's own number
};

AllKeys join_keys(const std::vector<Share>& shares) {
  AllKeys all;
  for (const Share& share : shares) all.keys.insert(all.keys.end(), share.reader->vocabulary().keys().begin(), share.reader->vocabulary().keys().end());
  std::sort(all.keys.begin(), all.keys.end());
  all.keys.erase(std::unique(all.keys.begin(), all.keys.end()), all.keys.end());
  std::unordered_map<std::string_view, uint32_t> numbers;
  numbers.reserve(all.keys.size());
  for (uint32_t i = 0; i < all.keys.size(); ++i) numbers.emplace(all.keys[i], i);
  for (const Share& share : shares) {
    std::vector<uint32_t>& to = all.number_of.emplace_back();
    for (const std::string& key : share.reader->vocabulary().keys()) to.push_back(numbers.at(key));
  }
  return all;
}

// For each key its pages.
std::vector<std::vector<Posting>> postings_of(const std::vector<Share>& shares, const AllKeys& keys, size_t pages) {
  std::vector<uint32_t> sizes(keys.keys.size());
  for (size_t s = 0; s < shares.size(); ++s)
    for (const ReadPage& page : shares[s].pages)
      for (const WeighedKey& one : page.keys) ++sizes[keys.number_of[s][one.key]];
  std::vector<std::vector<Posting>> postings(keys.keys.size());
  for (size_t k = 0; k < sizes.size(); ++k) postings[k].reserve(sizes[k]);
  for (uint32_t number = 0; number < pages; ++number)
    for (size_t s = 0; s < shares.size(); ++s)
      for (const WeighedKey& one : shares[s].pages[number].keys) postings[keys.number_of[s][one.key]].push_back({number, step_of(one.weight)});
  return postings;
}

// Adds a page, or makes it weigh as much as `weight` if it is there with less.
void raise(std::vector<Posting>& postings, uint32_t number, uint8_t weight) {
  const auto at = std::lower_bound(postings.begin(), postings.end(), number, [](const Posting& one, uint32_t wanted) { return one.number < wanted; });
  if (at != postings.end() && at->number == number) at->weight = std::max(at->weight, weight);
  else postings.insert(at, {number, weight});
}

void merge_raised(std::vector<Posting>& to, const std::vector<Posting>& from) {
  std::vector<Posting> merged;
  merged.reserve(to.size() + from.size());
  auto a = to.begin();
  for (const Posting& b : from) {
    const auto weight = step_of(static_cast<float>(b.weight) / 50 * through_idea);
    while (a != to.end() && a->number < b.number) merged.push_back(*a++);
    if (a != to.end() && a->number == b.number) merged.push_back({b.number, std::max((a++)->weight, weight)});
    else merged.push_back({b.number, weight});
  }
  merged.insert(merged.end(), a, to.end());
  to = std::move(merged);
}

// Of how many pages a key that asks for an idea counts as being: a rare word for something common still says much about what is meant.
uint32_t rarity(size_t own, size_t all) { return static_cast<uint32_t>(std::max(1L, std::lround(std::sqrt(static_cast<double>(std::max<size_t>(own, 1) * all))))); }

void keep_best(IndexEntry& entry) {
  if (entry.pages == 0) entry.pages = static_cast<uint32_t>(entry.postings.size());
  if (entry.postings.size() <= most_postings) return;
  std::nth_element(entry.postings.begin(), entry.postings.begin() + most_postings, entry.postings.end(),
                   [](const Posting& a, const Posting& b) { return a.weight != b.weight ? a.weight > b.weight : a.number < b.number; });
  entry.postings.resize(most_postings);
  std::sort(entry.postings.begin(), entry.postings.end(), [](const Posting& a, const Posting& b) { return a.number < b.number; });
}

// The first sentence of every part, then the second of every part …, as long as there is room.
void fit(std::vector<Section>& sections, size_t room) {
  std::vector<size_t> kept(sections.size());
  size_t used = 0;
  bool more = true;
  for (size_t rank = 0; more && used < room; ++rank) {
    more = false;
    for (size_t s = 0; s < sections.size(); ++s) {
      const Section& section = sections[s];
      const size_t heading = rank == 0 ? section.heading.size() + section.anchor.size() + 10 : 0;
      const size_t size = heading + (rank < section.sentences.size() ? section.sentences[rank].size() + 1 : 0);
      if ((rank > 0 && rank >= section.sentences.size()) || kept[s] != rank || used + size > room) continue;
      used += size;
      kept[s] = rank + 1;
      more = true;
    }
  }
  std::vector<Section> fitted;
  for (size_t s = 0; s < sections.size(); ++s) {
    Section& section = sections[s];
    if (kept[s] == 0) continue;
    section.sentences.resize(std::min(kept[s], section.sentences.size()));
    if (!section.sentences.empty() || !section.heading.empty()) fitted.push_back(std::move(section));
  }
  sections = std::move(fitted);
}

std::vector<SpelledWord> spelled_words(const std::vector<Share>& shares, const SiteView& site) {
  std::unordered_map<std::string_view, uint32_t> times;
  for (const Share& share : shares) {
    const auto& words = share.reader->vocabulary().words();
    for (size_t w = 0; w < words.size(); ++w) times[words[w]] += share.reader->vocabulary().times(w);
  }
  std::vector<SpelledWord> spelled;
  for (const auto& [word, count] : times) {
    // A word that came once may be a mistake itself; on a small site it is still the best that we know.
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return is_lower(c) || (c & 0x80) != 0; });
    if (plain && word.size() >= shortest_spelled && !is_stop_word(word)) spelled.push_back({std::string(word), count});
  }
  if (spelled.size() > most_spelled) {
    std::sort(spelled.begin(), spelled.end(), [](const SpelledWord& a, const SpelledWord& b) { return a.times != b.times ? a.times > b.times : a.word < b.word; });
    spelled.resize(most_spelled);
  }
  // What families say is right even where no page says it.
  for (const SearchWords& row : site.search_words())
    for (const std::string& say : row.say)
      for (std::string& word : search_words_in(say))
        if (word.size() >= shortest_spelled && !is_stop_word(word)) spelled.push_back({std::move(word), 1});
  std::sort(spelled.begin(), spelled.end(), [](const SpelledWord& a, const SpelledWord& b) { return a.word != b.word ? a.word < b.word : a.times > b.times; });
  spelled.erase(std::unique(spelled.begin(), spelled.end(), [](const SpelledWord& a, const SpelledWord& b) { return a.word == b.word; }), spelled.end());
  return spelled;
}

std::string joined(const std::vector<std::string>& stems) { return join(stems, " "); }

}  // namespace

size_t pages_in_a_piece(size_t pages) { return std::max(least_in_a_piece, (pages + most_piece_files - 1) / most_piece_files); }

SearchIndex make_search_index(const SiteView& site) {
  SearchIndex index;
  for (const Page& page : site.all_pages())
    if (can_be_found(page)) index.pages.push_back(&page);
  const std::vector<Idea> ideas = ideas_of(site);
  const size_t count = index.pages.size();
  const size_t room = room_of_a_piece / pages_in_a_piece(count) - room_of_frame;

  std::vector<Share> shares(std::max<size_t>(1, std::min<size_t>(site.threads(), count)));
  index.sections.resize(count);
  parallel_for(shares.size(), site.threads(), [&](size_t s) {
    Share& share = shares[s];
    share.reader = std::make_unique<PageReader>(site, ideas, room);
    share.pages.resize(count);
    for (size_t i = s; i < count; i += shares.size()) {
      share.pages[i] = share.reader->read(*index.pages[i]);
      index.sections[i] = std::move(share.pages[i].sections);
      fit(index.sections[i], room);
    }
  });

  const AllKeys keys = join_keys(shares);
  auto postings = postings_of(shares, keys, count);
  const auto find = [&](std::string_view key) -> size_t {
    const auto at = std::lower_bound(keys.keys.begin(), keys.keys.end(), key);
    return at != keys.keys.end() && *at == key ? static_cast<size_t>(at - keys.keys.begin()) : none;
  };
  std::unordered_map<size_t, uint32_t> number_of_page;
  for (uint32_t i = 0; i < count; ++i) number_of_page.emplace(index.pages[i]->number, i);

  // What is asked for by other words: the pages of the idea.
  std::map<std::string, std::vector<Posting>> asked;
  for (size_t i = 0; i < ideas.size(); ++i) {
    const size_t told = find(fmt::format("\x01{}", i));
    for (const auto& stems : ideas[i].asked) {
      std::vector<Posting>& to = asked[joined(stems)];
      if (told != none) merge_raised(to, postings[told]);
      for (const size_t page : ideas[i].pages)
        if (const auto number = number_of_page.find(page); number != number_of_page.end()) raise(to, number->second, 50);
    }
  }
  for (size_t k = 0; k < keys.keys.size(); ++k) {
    if (keys.keys[k].starts_with('\x01')) continue;
    IndexEntry entry{std::string(keys.keys[k]), false, 0, std::move(postings[k])};
    if (const auto also = asked.find(entry.key); also != asked.end()) {
      const size_t own = entry.postings.size();
      for (const Posting& one : also->second) raise(entry.postings, one.number, one.weight);
      entry.idea = true;
      entry.pages = rarity(own, entry.postings.size());
      asked.erase(also);
    }
    if (entry.postings.empty()) continue;
    keep_best(entry);
    index.entries.push_back(std::move(entry));
  }
  for (auto& [key, pages] : asked) {
    if (pages.empty()) continue;
    index.entries.push_back({key, true, rarity(1, pages.size()), std::move(pages)});
    keep_best(index.entries.back());
  }
  std::sort(index.entries.begin(), index.entries.end(), [](const IndexEntry& a, const IndexEntry& b) { return a.key < b.key; });
  index.words = spelled_words(shares, site);
  return index;
}

}  // namespace offer
