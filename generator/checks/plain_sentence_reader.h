// PlainSentenceReader: cuts a part of a PlainPage into sentences, and counts their words as a reader does: an address, a phone number or "follow-up" is one.
#pragma once

#include <vector>

#include "base/sentences.h"
#include "checks/plain_page.h"

namespace offer {

class PlainSentenceReader {
 public:
  explicit PlainSentenceReader(PlainPage& to) : to_(to) {}

  // The part's words are known. label_end: where "When:" in bold ends, which is a sentence of its own; the part's start if there is none.
  // ends: where '.', '!' and '?' stand in a part of plain ASCII; nothing for any other part, which is then searched. They are used up.
  void add(const PlainPart& part, uint32_t label_end, std::vector<size_t>* ends);

 private:
  // start, length: in the page's text.
  void add_sentence(const PlainPart& part, size_t start, size_t length, bool label);
  bool begins_with_number(size_t dot, size_t end) const;
  void mark_name(uint32_t word, uint32_t first_word);
  std::string_view gap_before(uint32_t word) const;
  bool goes_on(const PlainWord& before, const PlainWord& word) const;

  PlainPage& to_;
  uint32_t word_ = 0;  // the first that is in no sentence yet
  std::vector<Span> spans_;
};

}  // namespace offer
