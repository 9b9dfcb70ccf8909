#include "search/search_words.h"

#include <array>
#include <unordered_set>

#include "base/stemmer.h"
#include "base/text.h"

namespace offer {

namespace {

// The letters U+00C0 to U+017F without their marks; '-' is no letter.
constexpr std::string_view without_marks =
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i "
    "d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o "
    "o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s";

const std::array<std::string_view, 0x180 - 0xC0>& unmarked() {
  static const auto table = [] {
    std::array<std::string_view, 0x180 - 0xC0> letters;
    size_t at = 0;
    for (const std::string_view one : words_of(without_marks)) letters[at++] = one == "-" ? std::string_view{} : one;
    return letters;
  }();
  return table;
}

struct Letter {
  size_t length = 1;          // bytes of the text that it takes
  std::string_view folded;    // empty: no letter
};

// What stands at text[at], a byte outside ASCII.
Letter far_letter(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const size_t length = character_length(text, at);
  const unsigned lead = byte(at);
  if (lead >= 0xC3 && lead <= 0xC5) {
    const unsigned point = (lead & 0x1FU) << 6U | (byte(at + 1) & 0x3FU);
    return {length, unmarked()[point - 0xC0]};
  }
  // U+0080 to U+00BF, U+2000 to U+206F and U+3000 to U+303F are signs, and beyond U+FFFF are mostly pictures.
  const bool sign = lead < 0xC3 || lead >= 0xF0 || (lead == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) || (lead == 0xE3 && byte(at + 1) == 0x80);
  return {length, sign ? std::string_view{} : text.substr(at, length)};
}

// The length of an apostrophe at text[at], straight or curly; else 0.
size_t apostrophe(std::string_view text, size_t at) {
  if (text[at] == '\'') return 1;
  const std::string_view here = text.substr(at, 3);
  return here == "\u2019" || here == "\u2018" ? 3 : 0;
}

constexpr std::string_view stop_word_list =
    "a about am an and are as at be been being but by can could did do does doing done for from had has have having he her here hers him his how i if im in into is it "
    "its ive me my of on or our ours shall she should so some such than that thats the their theirs them then there these they this those to too us was we were what "
    "whats when where wheres which who whom whos whose why will with would you your yours";

constexpr std::string_view weak =
    "also any anyone ask asks asking boy boys cannot cant child children childs daughter daughters dont find get gets getting give girl girls go goes going got happen "
    "happens help helping helps just kid kids know let like little long look looking lot make many mine more much need needs new not old one other out people person "
    "please put really see show someone something son sons take tell thing things try trying up use using want wants way work year years yet";

}  // namespace

bool next_search_word(std::string_view& text, std::string& word) {
  word.clear();
  size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    std::string_view folded;
    size_t length = 1;
    if ((c & 0x80) == 0) {
      if (is_lower(c) || is_digit(c)) {
        word += c;
        ++at;
        continue;
      }
      if (is_upper(c)) {
        word += static_cast<char>(c | 0x20);
        ++at;
        continue;
      }
    } else {
      const Letter letter = far_letter(text, at);
      length = letter.length;
      folded = letter.folded;
    }
    if (!folded.empty()) {
      word += folded;
      at += length;
      continue;
    }
    if (!word.empty()) {
      // An apostrophe between two letters is left out.
      const size_t mark = apostrophe(text, at);
      const bool inside = mark > 0 && at + mark < text.size() &&
                          ((text[at + mark] & 0x80) == 0 ? is_letter(text[at + mark]) || is_digit(text[at + mark]) : !far_letter(text, at + mark).folded.empty());
      if (!inside) break;
      at += mark;
      continue;
    }
    at += length;
  }
  text.remove_prefix(at);
  if (word.size() > longest_search_word) {
    size_t end = longest_search_word;
    while ((word[end] & 0xC0) == 0x80) --end;  // never inside a letter
    word.resize(end);
  }
  return !word.empty();
}

std::vector<std::string> search_words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  while (next_search_word(text, word)) words.push_back(word);
  return words;
}

bool is_stop_word(std::string_view word) {
  static const std::unordered_set<std::string_view> words = [] {
    const auto all = words_of(stop_word_list);
    return std::unordered_set<std::string_view>(all.begin(), all.end());
  }();
  return words.contains(word);
}

std::string_view stop_words() { return stop_word_list; }
std::string_view weak_words() { return weak; }

std::vector<std::string> search_stems_in(std::string_view text) {
  std::vector<std::string> stems;
  std::string word;
  while (next_search_word(text, word))
    if (!is_stop_word(word)) stems.push_back(english_stem(word));
  return stems;
}

}  // namespace offer
