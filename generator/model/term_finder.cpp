#include "model/term_finder.h"

#include <algorithm>
#include <cstring>

#include "base/byte_bits.h"
#include "base/text.h"

namespace offer {

namespace {

bool parts_words(char c) { return c == ' ' || c == '\n' || c == '\t'; }

constexpr uint64_t to_small = low_bits * 0x20;  // makes small letters of letters, and leaves digits

// The eight bytes at `at`, with spaces behind the end of the text.
uint64_t eight_bytes_of(std::string_view text, size_t at) {
  if (at + 8 <= text.size()) return eight_bytes(text.data() + at);
  char last[8] = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
  std::memcpy(last, text.data() + at, text.size() - at);
  return eight_bytes(last);
}

// A bit for each of the `count` bytes at `start` that belongs to a word. Takes away from `count` what would cut a character in two.
uint64_t word_bits(std::string_view text, size_t start, size_t& count) {
  char last[64];
  const char* bytes = text.data() + start;
  if (count < sizeof last) {
    std::memset(last, ' ', sizeof last);
    std::memcpy(last, bytes, count);
    bytes = last;
  }
  uint64_t words = 0, others = 0;  // others: not ASCII
  for (size_t k = 0; k < 64; k += 16) {
    const Sixteen sixteen = sixteen_bytes(bytes + k);
    words |= bits_of(letters_in(sixteen) | digits_in(sixteen)) << k;
    others |= bits_of(sixteen < 0) << k;
  }
  while (others != 0) {
    const size_t at = first_bit(others);
    const size_t length = std::min<size_t>(character_length(text, start + at), 4);
    if (at + length > 64) {
      count = at;
      break;
    }
    const uint64_t character = ((uint64_t{1} << length) - 1) << at;
    if (word_length(text.substr(0, start + at + length), start + at) > 0) words |= character;
    others &= ~character;
  }
  return words;
}

uint32_t bit_of_length(size_t length) { return uint32_t{1} << std::min<size_t>(length, 31); }

// By the first three letters of a word; small: its first bytes in small letters.
size_t slot_of_term(uint64_t small, size_t length) {
  static constexpr uint64_t letters[]{0xFF, 0xFF, 0xFFFF, 0xFFFFFF};  // no branch: nobody foretells how long the next word is
  return (small & letters[std::min<size_t>(length, 3)]) * 0x9E3779B97F4A7C15ULL >> 54;
}

// Where the word's ending after a match stops: plural and possessive belong to it. 0 if another letter follows.
size_t after_ending(std::string_view text, size_t at) {
  size_t end = at;
  if (text.substr(end, 2) == "es" && word_length(text, end + 2) == 0) end += 2;
  else if (text.substr(end, 1) == "s") end += 1;
  if (word_length(text, end) > 0) return 0;
  return end;
}

}  // namespace

TermFinder::TermFinder(const std::vector<TermSpelling>& spellings) : spellings_(spellings) {
  std::stable_sort(spellings_.begin(), spellings_.end(), [](const TermSpelling& a, const TermSpelling& b) { return a.spelling.size() > b.spelling.size(); });
  std::vector<std::vector<Start>> starts(lengths_.size());
  for (size_t i = 0; i < spellings_.size(); ++i) {
    const size_t length = word_length(spellings_[i].spelling, 0);
    if (length == 0) continue;
    const std::string first = spellings_[i].spelling.substr(0, length);
    const uint64_t mask = first_bytes(~uint64_t{0}, length);
    const Start start{(eight_bytes_of(first, 0) | to_small) & mask, mask, i};
    // Longer spellings take no ending behind their first word, but it does no harm.
    for (const std::string_view ending : {"", "s", "es"}) {
      const std::string word = first + std::string(ending);
      const size_t slot = slot_of_term(eight_bytes_of(word, 0) | to_small, word.size());
      lengths_[slot] |= bit_of_length(word.size());
      if (starts[slot].empty() || starts[slot].back().spelling != i) starts[slot].push_back(start);
    }
  }
  for (size_t slot = 0; slot < starts.size(); ++slot) {
    starts_.insert(starts_.end(), starts[slot].begin(), starts[slot].end());
    ends_[slot] = static_cast<uint32_t>(starts_.size());
  }
}

// How many bytes of text at `at` the spelling takes up, with plural; 0 if it does not stand there.
size_t TermFinder::match(std::string_view text, size_t at, const TermSpelling& spelling) const {
  size_t i = at;
  for (size_t k = 0; k < spelling.spelling.size(); ++k) {
    if (i >= text.size()) return 0;
    if (spelling.spelling[k] == ' ') {
      size_t spaces = 0;
      while (i < text.size() && (parts_words(text[i]) || text.substr(i, 2) == "\xC2\xA0")) i += parts_words(text[i]) ? 1 : 2, ++spaces;
      if (spaces == 0) return 0;
      continue;
    }
    const char c = text[i];
    const char wanted = spelling.capitals_only ? spelling.as_written[k] : spelling.spelling[k];
    const char have = spelling.capitals_only || !is_upper(c) ? c : static_cast<char>(c - 'A' + 'a');
    if (have != wanted) return 0;
    ++i;
  }
  const size_t end = after_ending(text, i);
  return end == 0 ? 0 : end - at;
}

TermFinder::Found TermFinder::next(std::string_view text, size_t from) const {
  for (size_t start = from; start < text.size();) {
    size_t count = std::min<size_t>(text.size() - start, 64);
    uint64_t bits = word_bits(text, start, count);
    size_t next = start + count;
    while (bits != 0) {
      const size_t at = start + first_bit(bits);
      const uint64_t behind = ~(bits >> first_bit(bits));
      size_t length = first_bit(behind);
      if (at + length == start + count) {  // it may go on behind these bytes
        length = word_length(text, at);
        next = at + std::max<size_t>(length, 1);  // none among bytes that are no UTF-8
        bits = 0;
      }
      bits &= bits + (bits & -bits);  // its bits go out
      const uint64_t small = eight_bytes_of(text, at) | to_small;
      const size_t slot = slot_of_term(small, length);
      if ((lengths_[slot] & bit_of_length(length)) == 0) continue;
      if (const Found found = at_word(text, at, small, slot); found.length > 0) return found;
    }
    start = next;
  }
  return {text.size(), 0, 0};
}

// A term that begins with the word at `at`, whose first bytes in small letters are `small`; or nothing.
TermFinder::Found TermFinder::at_word(std::string_view text, size_t at, uint64_t small, size_t slot) const {
  for (size_t i = slot == 0 ? 0 : ends_[slot - 1]; i < ends_[slot]; ++i) {
    const Start& start = starts_[i];
    if ((small & start.mask) != start.first) continue;
    const TermSpelling& spelling = spellings_[start.spelling];
    if (const size_t taken = match(text, at, spelling); taken > 0) return {at, taken, spelling.term};
  }
  return {};
}

const Term* find_term(const Site& site, std::string_view words) {
  words = trim(words);
  const auto found = site.term_finder->next(words, 0);
  return found.length > 0 && found.start == 0 && found.length == words.size() ? &site.terms[found.term] : nullptr;
}

}  // namespace offer
