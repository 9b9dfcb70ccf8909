// PlainSentenceReader: cuts a part of a PlainPage into sentences, and counts their words as a reader does: an address, a phone number or "follow-up" is one.
#pragma once

#include <span>
#include <vector>

#include "base/sentences.h"
#include "checks/plain_page.h"
#include "checks/word_edges.h"

namespace offer {

class PlainSentenceReader {
 public:
  // Marks of words that it must look at one by one; of all others it counts how many there are.
  static constexpr uint16_t asked = PlainWord::capital | PlainWord::number | PlainWord::joined | PlainWord::address;

  // special: the words, in order, that have one of the marks `asked` or one of the facts PlainSentence::asked.
  PlainSentenceReader(const std::vector<uint32_t>& special, const WordEdges& edges) : special_(special), edges_(edges) {}

  void begin(PlainPage& page) {
    to_ = &page;
    next_special_ = 0;
  }

  // The part's words are known. ends: where '.', '!' and '?' stand in it. everyday: it is plain ASCII.
  void add(const PlainPart& part, std::span<const uint32_t> ends, bool everyday);

 private:
  // start, length: in the page's text.
  void add_sentence(const PlainPart& part, size_t start, size_t length, bool label);
  bool begins_with_number(size_t dot, size_t end) const;
  void mark_name(uint32_t word, uint32_t first_word);
  std::string_view gap_before(uint32_t word) const;
  bool goes_on(const PlainWord& before, const PlainWord& word) const;

  PlainPage* to_ = nullptr;
  const std::vector<uint32_t>& special_;
  const WordEdges& edges_;
  size_t next_special_ = 0;
  uint32_t word_ = 0;  // the first that is in no sentence yet
  std::vector<Span> spans_;
};

}  // namespace offer
