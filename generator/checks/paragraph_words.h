// ParagraphWords: whether a paragraph is long enough to be a text of its own, and a hash of its words. One for each thread, used for one paragraph after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/block.h"

namespace offer {

class ParagraphWords {
 public:
  // Whether it has as many bytes as a long one needs: of most items of lists nobody need read the words.
  static bool may_be_long(const Block& paragraph);
  void read(const Block& paragraph);
  // Of what was read last: 40 words, or three sentences of 25 words together.
  bool are_long() const { return words_ >= 40 || (words_ >= least_words && sentence_ends() >= 3); }
  // The same for all paragraphs whose words folded_words (site_checks.h) gives alike, however they are cut into texts and lines. What makes capitals
  // small makes some signs others, which does no harm to a hash.
  uint64_t hash();

 private:
  static constexpr size_t least_words = 25;

  void add(const Block& block);
  void put(std::string_view text);
  void count_words();
  size_t sentence_ends() const;
  void leave_out_blanks();

  std::vector<char> text_;  // with blanks behind it
  size_t size_ = 0;
  size_t words_ = 0;
  bool single_blanks_ = true;  // none but one between two words
};

}  // namespace offer
