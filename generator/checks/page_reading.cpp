#include "checks/page_reading.h"

namespace offer {

ReadingCounts reading_counts(const PlainPage& page) {
  ReadingCounts counts;
  for (const PlainPart& part : page.parts) {
    if (!part.is_prose()) continue;
    for (uint32_t s = part.first_sentence; s < part.sentences_end; ++s) {
      const PlainSentence& sentence = page.sentences[s];
      if (sentence.label) continue;
      ++counts.sentences;
      for (uint32_t w = sentence.first_word; w < sentence.first_word + sentence.words; ++w) {
        const PlainWord& word = page.words[w];
        if (!word.is(PlainWord::address)) counts.add_word(page.text_of(word));
      }
    }
  }
  return counts;
}

ReadingCounts reading_counts(const Page& page, const SiteView& site) { return reading_counts(PlainPage(page, site)); }

}  // namespace offer
