#include "search/word_counts.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/text.h"
#include "search/search_words.h"

namespace offer {

namespace {

// How much a word counts by where it stands; how much a long part of that kind makes each of its words count less (0: not at all, 1: fully); and
// how many words are usual there.
struct Weighing {
  float weight;
  float by_length;
  float usual;
};
constexpr Weighing weighings[parts_of_a_page]{
    {9.0F, 0.4F, 5.0F},     // title
    {8.0F, 0.2F, 6.0F},     // other and older names, the short form
    {2.5F, 0.5F, 25.0F},    // what families say, in search-words.csv
    {2.6F, 0.5F, 25.0F},    // headings
    {3.0F, 0.3F, 12.0F},    // summary
    {1.5F, 0.0F, 6.0F},     // topics, needs, and what kind of page it is
    {1.0F, 0.65F, 220.0F},  // the rest
};
constexpr float half_of_the_most = 4.0F;  // the sum at which a page has half of the most that it can have
constexpr size_t longest_whole_name = 6;      // words: longer ones are not looked for as a whole
constexpr size_t shortest_spelled = 3;  // bytes

constexpr uint32_t no_number = UINT32_MAX;
// What the table of words holds: the word's place, and what would cost a look at the word itself.
constexpr uint32_t stop_word = 0x8000'0000;
constexpr uint32_t leads_phrase = 0x4000'0000;

}  // namespace

inline void WordCounts::Count::add(const Count& other) {
  constexpr uint64_t big = 0x8000'8000'8000'8000;
  const Count before = *this;
  halves_[0] += other.halves_[0];
  halves_[1] += other.halves_[1];
  if (((halves_[0] | halves_[1] | before.halves_[0] | before.halves_[1] | other.halves_[0] | other.halves_[1]) & big) == 0) return;
  halves_ = {};
  for (size_t p = 0; p < parts_of_a_page; ++p) halves_[p / 4] |= std::min<uint64_t>(most, before.in(p) + other.in(p)) << shift_of(p);
}

inline uint32_t WordCounts::Count::sum() const {
  constexpr uint64_t big = 0xF000'F000'F000'F000;
  if (((halves_[0] | halves_[1]) & big) == 0) return static_cast<uint32_t>((halves_[0] + halves_[1]) * 0x0001'0001'0001'0001 >> 48U);
  uint32_t sum = 0;
  for (size_t p = 0; p < parts_of_a_page; ++p) sum += in(p);
  return sum;
}

WordCounts::WordCounts(const Phrases& phrases, Vocabulary& vocabulary)
    : phrases_(phrases), vocabulary_(vocabulary), idea_counts_(phrases.ideas()), phrase_found_(phrases.count()) {}

uint32_t WordCounts::stem_of(const Vocabulary::Word& word) {
  if (stem_with_key_.size() <= word.key) stem_with_key_.resize(word.key + word.key / 2 + 1024, no_number);
  uint32_t& stem = stem_with_key_[word.key];
  if (stem == no_number) {
    stem = static_cast<uint32_t>(stems_.size());
    stems_.push_back({word.key_text, phrases_.of(word.key)});
    stem_keys_.push_back(word.key);
    stem_counts_.emplace_back();
  }
  return stem;
}

// A word that this thread has not seen before.
uint32_t WordCounts::meet(std::string_view word) {
  const Vocabulary::Word known = vocabulary_.word(word);
  const auto place = static_cast<uint32_t>(words_.size());
  if (counted_words_.size() < words_.size() + 2) counted_words_.resize(words_.size() * 2 + 64);
  if (known.key == Vocabulary::nothing) {
    words_.push_back({known.number, no_number, false});
    return place | stop_word;
  }
  const uint32_t stem = stem_of(known);
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return is_lower(c) || (c & 0x80) != 0; });
  words_.push_back({known.number, stem, plain && word.size() >= shortest_spelled});
  return place | (stems_[stem].phrases.empty() ? 0 : leads_phrase);
}

void WordCounts::count(Part part) {
  const auto p = static_cast<size_t>(part);
  const size_t most = cutter_.most_words() + 1;
  put_[p] += most;
  const bool may_be_full = put_[p] > Count::most;
  if (run_.size() < most) run_.resize(most * 2), starts_.resize(most * 2);
  uint32_t* const run = run_.data();
  uint32_t run_length = 0;
  uint32_t* start = starts_.data();
  uint32_t* counted = counted_words_.data() + counted_;
  cutter_.cut([&](const WordCutter::Word& word) __attribute__((always_inline)) {
    uint32_t& number = table_.number_of(word);
    uint32_t known = number;
    if (known == no_number) {
      const auto before = counted - counted_words_.data();
      known = number = meet({word.letters, word.length});
      counted = counted_words_.data() + before;
    }
    // Nearly every second word is a stop word, and no processor guesses which: they are counted like others, and left out when the page is weighed.
    // So nothing here depends on what kind of word it is.
    const uint32_t place = known & table_.place_bits;
    Count& here = table_.count_at(place);
    *counted = place;
    counted += here.none() ? 1 : 0;
    if (!may_be_full || here.in(p) < Count::most) here.add_one(p);
    *start = run_length;
    start += (known & leads_phrase) != 0 ? 1 : 0;
    run[run_length] = place;
    run_length += (known & stop_word) == 0 ? 1 : 0;
  });
  counted_ = static_cast<size_t>(counted - counted_words_.data());
  starts_count_ = static_cast<size_t>(start - starts_.data());
  run_length_ = run_length;
  lengths_[p] += run_length;
  count_phrases(p);
}

void WordCounts::count_phrases(size_t part) {
  for (const uint32_t start : std::span(starts_).first(starts_count_)) {
    const std::span<const uint32_t> rest = std::span(run_).first(run_length_).subspan(start);
    for (const Phrases::Phrase& phrase : stems_[words_[rest.front()].stem].phrases) {
      if (phrase.keys.size() > rest.size()) continue;
      size_t same = 1;
      while (same < phrase.keys.size() && phrase.keys[same] == stem_keys_[words_[rest[same]].stem]) ++same;
      if (same < phrase.keys.size()) continue;
      Count& idea = idea_counts_[phrase.idea];
      if (idea.none()) counted_ideas_.push_back(phrase.idea);
      if (idea.in(part) < Count::most) idea.add_one(part);
      // What families say of a page is not what the page says.
      if (part != static_cast<size_t>(Part::said) && !phrase_found_[phrase.number]) phrase_found_[phrase.number] = true, found_phrases_.push_back(phrase.number);
    }
  }
}

void WordCounts::add_name(std::string_view text, Part part) {
  add(text, part);
  const std::span<const uint32_t> run = std::span(run_).first(run_length_);
  if (run.empty()) return;
  std::string whole;
  for (size_t i = 0; i < run.size(); ++i) {
    const std::string_view stem = stems_[words_[run[i]].stem].text;
    if (i > 0) {
      names_.push_back(std::string(stems_[words_[run[i - 1]].stem].text) + " ");
      names_.back() += stem;
      name_parts_.push_back(part);
    }
    whole += stem;
    whole += ' ';
  }
  if (run.size() > longest_whole_name) return;
  names_.push_back(whole + "=");
  name_parts_.push_back(part);
}

uint8_t WordCounts::step_of(const Count& count) const {
  float sum = 0;
  for (size_t p = 0; p < parts_of_a_page; ++p) sum += each_[p] * static_cast<float>(count.in(p));
  return step_of_weight(page_weight_ * sum / (sum + half_of_the_most));
}

void WordCounts::weigh_names(PageWords& to) {
  vocabulary_.keys_of(names_, name_keys_);
  for (size_t i = 0; i < name_keys_.size(); ++i) named_.emplace_back(name_keys_[i], name_parts_[i]);
  std::sort(named_.begin(), named_.end());
  for (size_t i = 0; i < named_.size();) {
    Count all;
    const uint32_t key = named_[i].first;
    for (; i < named_.size() && named_[i].first == key; ++i)
      if (const auto part = static_cast<size_t>(named_[i].second); all.in(part) < Count::most) all.add_one(part);
    to.keys.emplace_back(key, step_of(all));
  }
  names_.clear();
  name_parts_.clear();
  named_.clear();
}

void WordCounts::weigh(float page_weight, PageWords& to) {
  page_weight_ = page_weight;
  for (size_t p = 0; p < parts_of_a_page; ++p)
    each_[p] = weighings[p].weight / (1 - weighings[p].by_length + weighings[p].by_length * static_cast<float>(lengths_[p]) / weighings[p].usual);

  to.words.reserve(counted_);
  for (const uint32_t place : std::span(counted_words_).first(counted_)) {
    const Word& word = words_[place];
    const Count own = std::exchange(table_.count_at(place), {});
    if (word.stem == no_number) continue;
    Count& all = stem_counts_[word.stem];
    if (all.none()) counted_stems_.push_back(word.stem);
    all.add(own);
    if (word.can_be_meant) to.words.push_back({word.number, own.sum()});
  }

  // Most words stand in the text only, once or twice.
  std::array<uint8_t, 16> steps_in_body{};
  to.keys.reserve(counted_stems_.size() + names_.size());
  for (const uint32_t place : counted_stems_) {
    const Count own = std::exchange(stem_counts_[place], {});
    const uint32_t in_body = own.in(static_cast<size_t>(Part::body));
    const bool usual = own.only_in_body() && in_body < steps_in_body.size();
    uint8_t step = usual ? steps_in_body[in_body] : uint8_t{0};
    if (step == 0) step = step_of(own);
    if (usual) steps_in_body[in_body] = step;
    to.keys.emplace_back(stem_keys_[place], step);
  }
  weigh_names(to);
  for (const uint32_t idea : counted_ideas_) to.ideas.emplace_back(idea, step_of(idea_counts_[idea])), idea_counts_[idea] = {};
  for (const uint32_t phrase : found_phrases_) phrase_found_[phrase] = false;
  to.phrases = found_phrases_;
  counted_ = 0;
  counted_stems_.clear();
  counted_ideas_.clear();
  found_phrases_.clear();
  lengths_ = {};
  put_ = {};
}

}  // namespace offer
