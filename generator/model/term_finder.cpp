#include "model/term_finder.h"

#include <algorithm>
#include <cstring>

#include "base/eight_bytes.h"

namespace offer {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

char small_letter(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// The top bit of each of eight bytes that is a letter or digit of ASCII. small: the same bytes with letters as small letters.
uint64_t letters_and_digits(uint64_t eight, uint64_t small) {
  const auto at_least = [](uint64_t bytes, uint8_t least) { return (bytes & ~top_bits) + low_bits * (0x80U - least); };
  const uint64_t letters = at_least(small, 'a') & ~at_least(small, 'z' + 1);
  const uint64_t digits = at_least(eight, '0') & ~at_least(eight, '9' + 1);
  return (letters | digits) & ~eight & top_bits;
}

constexpr uint64_t to_small = low_bits * 0x20;  // makes small letters of letters, and leaves digits

// The eight bytes at `at`, with spaces behind the end of the text.
uint64_t eight_bytes_of(std::string_view text, size_t at) {
  if (at + 8 <= text.size()) return eight_bytes(text.data() + at);
  char last[8] = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
  std::memcpy(last, text.data() + at, text.size() - at);
  return eight_bytes(last);
}

uint32_t bit_of_length(size_t length) { return uint32_t{1} << std::min<size_t>(length, 31); }

// By the first three letters of a word; small: its first bytes in small letters.
size_t slot_of(uint64_t small, size_t length) {
  const uint64_t first = small & (length >= 3 ? 0xFFFFFFU : length == 2 ? 0xFFFFU : 0xFFU);
  return first * 0x9E3779B97F4A7C15ULL >> 54;
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

TermFinder::TermFinder(const std::vector<TermSpelling>& spellings) {
  for (const TermSpelling& spelling : spellings) {
    const size_t length = word_length(spelling.spelling, 0);
    if (length == 0) continue;
    by_first_word_[spelling.spelling.substr(0, length)].push_back(spelling);
    // Longer spellings take no ending behind their first word, but it does no harm.
    for (const std::string_view ending : {"", "s", "es"}) {
      const std::string word = spelling.spelling.substr(0, length) + std::string(ending);
      lengths_[slot_of(eight_bytes_of(word, 0) | to_small, word.size())] |= bit_of_length(word.size());
    }
  }
  for (auto& [word, list] : by_first_word_)
    std::stable_sort(list.begin(), list.end(), [](const TermSpelling& a, const TermSpelling& b) {
      return a.spelling.size() > b.spelling.size();
    });
}

// How many bytes of text at `at` the spelling takes up, with plural; 0 if it does not stand there.
size_t TermFinder::match(std::string_view text, size_t at, const TermSpelling& spelling) const {
  size_t i = at;
  for (size_t k = 0; k < spelling.spelling.size(); ++k) {
    if (i >= text.size()) return 0;
    if (spelling.spelling[k] == ' ') {
      size_t spaces = 0;
      while (i < text.size() && (is_space(text[i]) || text.substr(i, 2) == "\xC2\xA0")) i += is_space(text[i]) ? 1 : 2, ++spaces;
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
  for (size_t i = from; i < text.size();) {
    const uint64_t eight = eight_bytes_of(text, i);
    const uint64_t small = eight | to_small;
    const uint64_t word_bytes = letters_and_digits(eight, small);
    const uint64_t others = bytes_not_ascii(eight);
    const uint64_t stops = ~word_bytes & top_bits;
    size_t length = stops == 0 ? 8 : first_of(stops);
    size_t next = i + 8;
    bool ascii = true;
    if (length < 8 && (others >> (8 * length) & 0x80) == 0) {
      // The usual case: the word's end is known, and with it, as a rule, where the next one begins.
      if (const uint64_t behind = (word_bytes | others) & (~uint64_t{0} << (8 * length)); behind != 0) next = i + first_of(behind);
    } else {
      // It goes on behind these eight, or perhaps with a letter outside ASCII.
      while (i + length < text.size()) {
        const char c = text[i + length];
        if (is_letter(c) || is_digit(c)) ++length;
        else if (const size_t more = (c & 0x80) != 0 ? word_length(text, i + length) : 0; more > 0) length += more, ascii = false;
        else break;
      }
      next = i + (length > 0 ? length : character_length(text, i));
    }
    if (length > 0 && (!ascii || (lengths_[slot_of(small, length)] & bit_of_length(length)) != 0))
      if (const Found found = at_word(text, i, length); found.length > 0) return found;
    i = next;
  }
  return {text.size(), 0, 0};
}

// A term that begins with the word at `at`, or nothing.
TermFinder::Found TermFinder::at_word(std::string_view text, size_t at, size_t length) const {
  char small[64];
  if (length >= sizeof small) return {};
  for (size_t k = 0; k < length; ++k) small[k] = small_letter(text[at + k]);
  // The word itself, and without a plural ending ("EHCPs").
  for (size_t cut = 0; cut <= 2 && cut < length; ++cut) {
    if (cut > 0 && text[at + length - 1] != 's') break;
    const auto list = by_first_word_.find(std::string_view(small, length - cut));
    if (list == by_first_word_.end()) continue;
    for (const TermSpelling& spelling : list->second)
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
