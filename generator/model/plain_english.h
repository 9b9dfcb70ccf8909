// PlainEnglish: how pages are written here: the numbers of easy-read/plain-english/rules.yml, and the words that have a plainer one.
//
// Made by load/plain_english. Nobody changes it after that, so any thread may ask. One look into one table tells all that is known of a word;
// checks/word_memory.h keeps it for every word of every page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "base/word_forms.h"
#include "diagnose/place.h"

namespace offer {

// What a word can be, as far as a rule asks. A word can be several of them.
enum Fact : uint16_t {
  to_be = 1,            // is, were, been
  participle = 2,       // an irregular one: "written"
  state = 4,            // what somebody is, not what is done to them: "worried"
  between = 8,          // may stand between "is" and "written": "also"
  negative = 16,        // not, never, without
  month = 32,
  number_word = 64,     // two to ninety; "one" is a pronoun too often
  unit = 128,           // what is counted: weeks, pounds
  begins_phrase = 256,  // a row of the lists begins with it
  first_month = 512,    // "May", "March": words of their own
  is_phrase = 1024,     // a row of the lists is found, or perhaps is, by this word alone
};

// The hash by which words are looked up: of their small letters (A to Z), a curly apostrophe counting as a straight one.
class WordHash {
 public:
  void add(char c) {
    if (count_ == 8) take();
    waiting_ = waiting_ >> 8 | static_cast<uint64_t>(static_cast<unsigned char>(is_upper(c) ? c + ('a' - 'A') : c)) << 56;
    ++count_;
  }
  uint64_t value() const { return ended(value_, waiting_); }

  // The same for a word of one to sixteen bytes without capitals, the first in the lowest byte of `first`. What stands behind the word is no matter.
  static uint64_t of_sixteen(uint64_t first, uint64_t second, size_t length) {
    const uint64_t longer = length > 8 ? ~uint64_t{0} : 0;
    return of_parts(first, (first ^ ((first ^ second) & longer)) << (-8 * length & 63), longer);
  }
  // last: its bytes behind the first eight, or all of a shorter one, so that the last is in the uppermost byte; longer: all ones if there are more than
  // eight, else 0. Without a branch: nobody can foretell how long the next word is.
  static uint64_t of_parts(uint64_t first, uint64_t last, uint64_t longer) { return ended(mixed(0, first) & longer, last); }
  static uint64_t of(std::string_view word);

 private:
  static uint64_t mixed(uint64_t value, uint64_t letters) {
    value = (value ^ letters) * 0x9E3779B97F4A7C15ULL;
    return value ^ value >> 29;
  }
  static uint64_t ended(uint64_t value, uint64_t last) {
    uint64_t all = value ^ last;
    all = (all ^ all >> 32) * 0x9E3779B97F4A7C15ULL;
    return all ^ all >> 32;
  }
  void take() {
    value_ = mixed(value_, waiting_);
    waiting_ = 0;
    count_ = 0;
  }

  uint64_t value_ = 0;
  uint64_t waiting_ = 0;  // up to eight, the last of them in the uppermost byte
  size_t count_ = 0;      // of the letters that wait
};

// One row of words.csv.
struct PlainRow {
  struct Token {                  // one word of the phrase, in the forms that it may have
    std::vector<uint64_t> hashes;  // plain, third, ing, past, participle if the row has a '*' behind it; else one
    bool stops = false;            // "." in the row: the clause ends here
  };
  using Phrase = std::vector<Token>;

  std::string finding;                // the name of the code
  std::string words;                  // as the row writes it: "commence*"
  std::vector<std::string> instead;   // "start*"; may be empty
  std::string advice;                 // a whole sentence instead of words; may be empty
  bool machine = false;               // the first of `instead` may be put in without asking
  std::vector<Phrase> phrases;        // the row's words may be several, with | between
  std::vector<Phrase> unless;         // nothing is wrong where one of them stands over the words
};

class PlainWords {
 public:
  PlainWords();  // knows the facts of grammar

  // A row that has the same words as an earlier one takes its place. False if `words` holds nothing.
  bool add(PlainRow row, std::string_view unless);
  // After the last row.
  void close();

  struct Entry {
    uint64_t hash = 0;  // 0: free
    uint16_t facts = 0;
    uint32_t first_row = 0;  // in starts_: the rows that begin with this word
    uint32_t rows = 0;
  };
  // The number of what is known of the word; 0 if no rule asks about it.
  uint32_t find(uint64_t hash) const {
    for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (table_[at].hash == 0) return 0;
      if (table_[at].hash == hash) return static_cast<uint32_t>(at + 1);
    }
  }
  const Entry& entry(uint32_t number) const { return table_[number - 1]; }
  // Whether a phrase may begin with the first word and go on with the second; of those with `is_phrase` nobody need ask. Yes is no promise.
  bool may_go_on(uint64_t first, uint64_t second) const {
    const size_t bit = bit_of_pair(first, second);
    return (pairs_[bit / 64] >> bit % 64 & 1) != 0;
  }
  // Another one for each list that was closed: what somebody keeps of it holds as long as this is the same.
  uint64_t edition() const { return edition_; }
  struct Start {
    uint32_t row;
    uint32_t phrase;  // index in PlainRow::phrases
    uint64_t seconds;  // word_bit of each word that may come second; all bits if none need follow
    uint64_t thirds;   // and third
  };
  // A phrase can only stand where the bit of the second word is among its `seconds`, and that of the third among its `thirds`.
  static uint64_t word_bit(uint64_t hash) { return uint64_t{1} << (hash >> 58); }
  const Start* begin(const Entry& entry) const { return starts_.data() + entry.first_row; }
  const Start* end(const Entry& entry) const { return begin(entry) + entry.rows; }
  const std::vector<PlainRow>& rows() const { return rows_; }

 private:
  static constexpr size_t pair_bits = size_t{1} << 15;
  static size_t bit_of_pair(uint64_t first, uint64_t second) { return (first * 5 + second) % pair_bits; }
  Entry& made_entry(uint64_t hash);

  std::vector<PlainRow> rows_;
  std::vector<Entry> table_;
  size_t mask_ = 0;
  size_t used_ = 0;
  std::vector<Start> starts_;
  std::vector<uint64_t> pairs_ = std::vector<uint64_t>(pair_bits / 64);  // a bit for each first and second word of a phrase: see bit_of_pair
  uint64_t edition_ = 0;
};

struct PlainEnglish {
  unsigned words_in_a_sentence = 25;
  unsigned words_in_a_sentence_never_over = 35;
  unsigned words_in_a_sentence_for_young_people = 20;
  unsigned words_on_average = 20;
  unsigned sentences_in_a_paragraph = 5;
  unsigned words_in_a_paragraph = 90;
  unsigned words_in_a_short_paragraph = 60;

  struct LeftOut {
    std::string name;
    Place place;
  };
  std::vector<LeftOut> leave_out;  // names of findings that this site does not want; "all"
  bool is_left_out(std::string_view name) const;

  PlainWords words;
  std::unordered_set<std::string, StringHash, std::equal_to<>> right;  // spelled right, whatever the dictionary says; in small letters
};

// The numbers by their names in rules.yml.
struct PlainNumber {
  std::string_view name;
  unsigned PlainEnglish::*number;
};
const std::vector<PlainNumber>& plain_numbers();

// The words to write instead, in the form that `found` has of the row's first word: "commenced" gives "started". Empty if that is not sure.
std::string in_the_same_form(const PlainRow& row, size_t choice, uint64_t found);

}  // namespace offer
