// WordCutter: cuts text into words as search_words.h does, many times as fast: this is where a build of the index spends its time.
//
// ASCII is looked at sixteen bytes at a time, without a branch for each letter; words with other characters or apostrophes go the slow way. One thread at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "search/search_words.h"

namespace offer {

class WordCutter {
 public:
  // A word's bytes; behind its end so many more can be read that two times eight fit. Gone with the next text.
  struct Word {
    const char* letters;
    size_t length;
  };

  void put(std::string_view text);  // more of the text: what stands directly after each other is one word
  void put_space() { put(" "); }

  size_t most_words() const { return size_ / 2 + 1; }

  // Calls visit(word) for each word of the text, in order; then the text is empty again.
  template <class Visit>
  void cut(Visit&& visit) {
    find_runs();
    const char* const text = text_.data();
    for (size_t r = 0; r < edges_used_; r += 2) {
      const uint32_t begin = edges_[r];
      const uint32_t end = edges_[r + 1];
      if (!is_slow(begin, end)) {
        visit(Word{text + begin, end - begin});
        continue;
      }
      size_t at = begin;
      while (at < end) {
        std::string_view rest(text + at, size_ - at);
        const bool found = next_search_word(rest, word_);
        at = size_ - rest.size();
        if (!found) break;
        const size_t length = word_.size();
        word_.resize(std::max<size_t>(length, 16));
        visit(Word{word_.data(), length});
      }
      // That may have been more than the run: "won" and "t" in "won't".
      while (r + 3 < edges_used_ && edges_[r + 3] <= at) r += 2;
      if (r + 2 < edges_used_ && edges_[r + 2] < at) edges_[r + 2] = static_cast<uint32_t>(at);
    }
    size_ = 0;
  }

 private:
  void find_runs();
  // Has it something that the quick way does not know?
  bool is_slow(uint32_t begin, uint32_t end) const {
    return end - begin > longest_search_word || text_[end] == '\'' || (!all_ascii_ && has_far_bytes(begin, end));
  }
  bool has_far_bytes(uint32_t begin, uint32_t end) const;

  std::vector<char> text_;
  size_t size_ = 0;
  bool all_ascii_ = true;
  // Where runs of letters, digits and bytes outside ASCII begin and end, by turns.
  std::vector<uint32_t> edges_;
  size_t edges_used_ = 0;
  std::string word_;
};

}  // namespace offer
