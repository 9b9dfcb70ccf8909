#include "model/term_finder.h"

#include <algorithm>
#include <array>

namespace offer {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// What each byte is as a part of a word: a letter or digit of ASCII as its small letter, 0 for what is none, 0x80 for what must be looked at closer.
constexpr auto small_letters = [] {
  std::array<char, 256> small{};
  for (char c = '0'; c <= '9'; ++c) small[static_cast<unsigned char>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) small[static_cast<unsigned char>(c)] = small[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  for (size_t c = 0x80; c < 256; ++c) small[c] = '\x80';
  return small;
}();

char small_of(char c) { return small_letters[static_cast<unsigned char>(c)]; }
char small_letter(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

size_t beginning_of(std::string_view word) {
  return static_cast<size_t>(static_cast<unsigned char>(small_letter(word[0]))) << 8 | (word.size() > 1 ? static_cast<unsigned char>(small_letter(word[1])) : 0U);
}

// Where the word at `at` ends. As word_length, which is asked only for what is not ASCII.
size_t end_of_word(std::string_view text, size_t at) {
  while (at < text.size()) {
    const char small = small_of(text[at]);
    if (small > 0) ++at;
    else if (const size_t more = small != 0 ? word_length(text, at) : 0; more > 0) at += more;
    else break;
  }
  return at;
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
    beginnings_.set(beginning_of(std::string_view(spelling.spelling).substr(0, length)));
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
  char small[64];
  for (size_t i = from; i < text.size();) {
    const size_t length = end_of_word(text, i) - i;
    if (length == 0) {
      i += (text[i] & 0x80) == 0 ? 1 : character_length(text, i);
      continue;
    }
    // A word of up to three letters may be one letter and its ending: "As".
    const bool may_have_ending = length <= 3 && text[i + length - 1] == 's';
    if (length < sizeof small && (may_have_ending || beginnings_[beginning_of(text.substr(i, std::min<size_t>(length, 2)))])) {
      for (size_t k = 0; k < length; ++k) small[k] = small_letter(text[i + k]);
      // The word itself, and without a plural ending ("EHCPs").
      for (size_t cut = 0; cut <= 2 && cut < length; ++cut) {
        if (cut > 0 && text[i + length - 1] != 's') break;
        const auto list = by_first_word_.find(std::string_view(small, length - cut));
        if (list == by_first_word_.end()) continue;
        for (const TermSpelling& spelling : list->second)
          if (const size_t taken = match(text, i, spelling); taken > 0) return {i, taken, spelling.term};
      }
    }
    i += length;
  }
  return {text.size(), 0, 0};
}

const Term* find_term(const Site& site, std::string_view words) {
  words = trim(words);
  const auto found = site.term_finder->next(words, 0);
  return found.length > 0 && found.start == 0 && found.length == words.size() ? &site.terms[found.term] : nullptr;
}

}  // namespace offer
