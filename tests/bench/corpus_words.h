// The words of a made Local Offer: sentences with gaps, what goes into the gaps, and sixty glossary words. All places and numbers are made up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace offer::bench {

// The same numbers on every machine (splitmix64), which std::mt19937 with the library's distributions does not promise.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t next();
  size_t below(size_t most) { return static_cast<size_t>(next() % most); }            // 0 to most - 1
  unsigned between(unsigned from, unsigned to) { return from + static_cast<unsigned>(below(to - from + 1)); }
  bool one_in(unsigned n) { return below(n) == 0; }
  std::string_view pick(std::span<const std::string_view> from) { return from[below(from.size())]; }

 private:
  uint64_t state_;
};

struct GlossaryWord {
  std::string_view short_form;  // or empty
  std::string_view name;
  std::string_view in_a_sentence;  // with its article
  std::string_view meaning;        // the page's summary: one sentence
  std::string_view easy;
};

namespace words {
extern const std::span<const GlossaryWord> glossary;
extern const std::span<const std::string_view> place_beginnings, place_ends, streets, months, weekdays;
extern const std::span<const std::string_view> sentences;                   // for every kind of page
extern const std::span<const std::string_view> said, did, checked;          // for "you said, we did"
extern const std::span<const std::string_view> items;                       // items of lists, full sentences
extern const std::span<const std::string_view> headings;                    // level 2
extern const std::span<const std::string_view> small_headings;              // level 3
extern const std::span<const std::string_view> step_titles, you_do, they_do, if_late, if_no, step_when;
extern const std::span<const std::string_view> priorities, actions, measures;
extern const std::span<const std::string_view> topics, needs, roles, groups_of_people, channels;
extern const std::span<const std::string_view> service_kinds, for_whom, topics_in_words, costs, providers;
extern const std::span<const std::string_view> service_groups, pathway_groups, update_groups, plan_groups, strategy_groups, news_groups;
}  // namespace words

// "{Team} {verb} {who} {when}." with its gaps filled. Names of gaps stand in corpus_words.cpp. Only the first `terms` words of the glossary come in.
std::string fill(std::string_view sentence, std::string_view place, size_t terms, Dice& dice);

}  // namespace offer::bench
