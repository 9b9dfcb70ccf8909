// WordCounts: how often each word stands where on one page, and what that weighs. One for each thread, used for one page after the other.
//
// This is where a build of the index spends its time, so words are counted by small numbers of the thread's own: the vocabulary that all threads share is
// asked only when this one meets a word for the first time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/page_words.h"
#include "search/phrases.h"
#include "search/vocabulary.h"
#include "search/word_cutter.h"
#include "search/word_table.h"

namespace offer {

// Where words stand. What they weigh there is in word_counts.cpp.
enum class Part : uint8_t { title, name, said, heading, summary, label, body };
inline constexpr size_t parts_of_a_page = 7;

class WordCounts {
 public:
  WordCounts(const Phrases& phrases, Vocabulary& vocabulary);
  // The text comes in pieces: what stands directly after each other is one word.
  void put(std::string_view text) { cutter_.put(text); }
  void put_space() { cutter_.put_space(); }
  void count(Part part);  // what was put since the last count
  void add(std::string_view text, Part part) { put(text), count(part); }
  // Words that stand side by side in a name, and a name as a whole, are keys of their own: who types just these words means this page.
  void add_name(std::string_view text, Part part);
  // What was added weighs this: put into keys, ideas, phrases and words. Then all is zero again. page_weight: of its type and state; 1 is usual.
  void weigh(float page_weight, PageWords& to);

 private:
  // How often something stands in each part: a lane of sixteen bits for each of seven, in two numbers.
  class Count {
   public:
    static constexpr uint64_t most = 0xFFFF;
    bool none() const { return (halves_[0] | halves_[1]) == 0; }
    bool only_in_body() const { return halves_[0] == 0 && (halves_[1] & ~(most << shift_of(static_cast<size_t>(Part::body)))) == 0; }
    uint32_t in(size_t part) const { return static_cast<uint32_t>(halves_[part / 4] >> shift_of(part) & most); }
    void add_one(size_t part) { halves_[part / 4] += uint64_t{1} << shift_of(part); }  // only while it is less than `most`
    void add(const Count& other);                                                      // no more than `most`
    uint32_t sum() const;

   private:
    static constexpr size_t shift_of(size_t part) { return part % 4 * 16; }
    std::array<uint64_t, 2> halves_{};
  };
  struct Word {
    uint32_t number;    // of the vocabulary
    uint32_t stem;      // place in stems_; a stop word has none
    bool can_be_meant;  // by a misspelt one
  };
  struct Stem {
    std::string_view text;
    std::span<const Phrases::Phrase> phrases;  // that begin with it
  };

  uint32_t meet(std::string_view word);
  uint32_t stem_of(const Vocabulary::Word& word);
  void count_phrases(size_t part);
  void weigh_names(PageWords& to);
  uint8_t step_of(const Count& count) const;

  const Phrases& phrases_;
  Vocabulary& vocabulary_;
  WordCutter cutter_;
  WordTable<Count> table_;
  std::vector<Word> words_;  // by their places in table_
  std::vector<Stem> stems_;
  std::vector<uint32_t> stem_keys_;      // of each stem: its key in the vocabulary
  std::vector<uint32_t> stem_with_key_;  // by key of the vocabulary: place in stems_, or UINT32_MAX

  // Of the page:
  std::vector<Count> stem_counts_, idea_counts_;
  std::vector<uint32_t> counted_words_;  // with room for all words
  size_t counted_ = 0;                   // how many of them are used
  std::vector<uint32_t> counted_stems_, counted_ideas_;
  std::vector<bool> phrase_found_;
  std::vector<uint32_t> found_phrases_;
  std::vector<std::string> names_;  // keys of names, as often as they stand there
  std::vector<Part> name_parts_;
  std::vector<uint32_t> name_keys_;
  std::vector<std::pair<uint32_t, Part>> named_;
  std::array<uint32_t, parts_of_a_page> lengths_{};  // words but stop words
  std::array<size_t, parts_of_a_page> put_{};        // words at most
  std::array<float, parts_of_a_page> each_{};  // what one word weighs in each part
  float page_weight_ = 1;

  // Of the text that was counted last, with room for more than are used:
  std::vector<uint32_t> run_;     // its words but stop words, as places in words_
  size_t run_length_ = 0;
  std::vector<uint32_t> starts_;  // places in run_ where a phrase may begin
  size_t starts_count_ = 0;
};

}  // namespace offer
