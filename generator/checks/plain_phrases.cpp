// The phrases of the lists of plain English, found among the words of a page.
#include "checks/plain_page.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

namespace {

// How many words of the page the phrase takes up where its first word is words[at]; 0 if the rest of it does not stand there.
size_t match_rest(const PlainPage& page, const PlainRow::Phrase& phrase, size_t at, size_t end) {
  size_t word = at + 1;
  for (auto token = phrase.begin() + 1; token != phrase.end(); ++token) {
    if (token->stops) {
      const bool stops = word == end || page.gap_after(word - 1).find_first_of(".,;:!?)") != std::string_view::npos;
      if (!stops) return 0;
      continue;
    }
    if (word >= end || std::find(token->hashes.begin(), token->hashes.end(), page.words[word].hash) == token->hashes.end()) return 0;
    // Words of a phrase have nothing between them but a space or a hyphen.
    if (const std::string_view gap = page.gap_after(word - 1); gap != " " && gap.find_first_not_of(" -\t") != std::string_view::npos) return 0;
    ++word;
  }
  return word - at;
}

size_t match(const PlainPage& page, const PlainRow::Phrase& phrase, size_t at, size_t end) {
  const PlainRow::Token& first = phrase.front();
  if (first.stops || at >= end || std::find(first.hashes.begin(), first.hashes.end(), page.words[at].hash) == first.hashes.end()) return 0;
  return match_rest(page, phrase, at, end);
}

bool is_excused(const PlainPage& page, const PlainRow& row, size_t at, size_t words, size_t begin, size_t end) {
  for (const PlainRow::Phrase& phrase : row.unless)
    for (size_t start = at + 1 > begin + phrase.size() ? at + 1 - phrase.size() : begin; start < at + words; ++start)
      if (const size_t length = match(page, phrase, start, end); length > 0 && start + length > at) return true;
  return false;
}

}  // namespace

void PlainPage::find_phrases() {
  const PlainWords& lists = rules.words;
  auto part = parts.begin();
  size_t free = 0;  // the first word that belongs to no phrase that was found
  for (const uint32_t at : beginnings) {
    const PlainWord& word = words[at];
    if (at < free || word.is(PlainWord::quoted | PlainWord::address) || (word.is(PlainWord::name) && !word.is(PlainWord::capitals))) continue;
    while (part->words_end <= at) ++part;
    const auto bit_at = [&](size_t place) { return place < part->words_end ? PlainWords::word_bit(words[place].hash) : ~uint64_t{0}; };
    const uint64_t next = bit_at(at + 1), one_more = bit_at(at + 2);
    const PlainWords::Entry& entry = lists.entry(word.entry);
    for (const PlainWords::Start *start = lists.begin(entry), *last = lists.end(entry); start != last; ++start) {
      if ((start->seconds & next) == 0 || (start->thirds & one_more) == 0) continue;
      const PlainRow& row = lists.rows()[start->row];
      const size_t length = match_rest(*this, row.phrases[start->phrase], at, part->words_end);
      if (length == 0 || (length == 1 && word.is(PlainWord::capitals))) continue;  // "VIA" is somebody's short form
      bool own_words = true;
      for (size_t i = at + 1; i < at + length; ++i) own_words = own_words && !words[i].is(PlainWord::quoted | PlainWord::name);
      if (own_words && !is_excused(*this, row, at, length, part->first_word, part->words_end)) finds.push_back({&row, at, static_cast<uint32_t>(length)});
      free = at + length;
      break;
    }
  }
}

}  // namespace offer
