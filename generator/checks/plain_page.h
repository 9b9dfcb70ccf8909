// PlainPage: a full page as the rules of plain English look at it: parts, sentences, words. Made once for all rules of a page.
//
// All its words stand in one string, part behind part, and every byte knows its place in the source. Block quotations, code, pictures and what
// the program made are not the page's own words and are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/checks.h"
#include "model/plain_english.h"

namespace offer {

struct PlainWord {
  enum Mark : uint16_t {
    capital = 1,     // begins with a capital
    capitals = 2,    // two letters or more, and all are capitals
    mixed = 4,       // capitals elsewhere: "SENCo"
    number = 8,      // begins with a digit
    joined = 16,     // a hyphen stands right before it
    quoted = 32,     // in quotation marks, in italics, in code or in a link to a page in another language: somebody else's words, or a name
    address = 64,    // part of a web or e-mail address
    accented = 128,  // has letters that are not ASCII
    name = 256,      // has a capital inside a sentence, or stands in front of such a word at its beginning: "Key Stage 2"
    curly = 512,     // has a curly apostrophe: "don’t"
  };
  uint64_t hash = 0;  // WordHash
  uint32_t start = 0;
  uint32_t length = 0;  // in bytes
  uint32_t entry = 0;   // in PlainWords; 0: no rule asks about it
  uint16_t marks = 0;
  uint16_t facts = 0;  // Fact

  bool is(uint16_t mark) const { return (marks & mark) != 0; }
  bool can(uint16_t fact) const { return (facts & fact) != 0; }
};

enum class PartKind : uint8_t { title, field, heading, paragraph, item, lead, cell };  // lead: an item of a list of links

struct PlainSentence {
  static constexpr uint16_t asked = to_be | negative | number_word | unit;

  uint32_t start = 0;
  uint32_t length = 0;
  uint32_t first_word = 0;
  uint32_t words = 0;
  uint32_t count = 0;  // words as a reader counts them: "follow-up", a phone number or an address is one
  uint16_t facts = 0;  // those of its words that rules of sentences ask for: PlainSentence::asked
  bool label = false;  // "When:" in bold before the rest
};

struct PlainPart {
  PartKind kind = PartKind::paragraph;
  uint32_t start = 0;
  uint32_t end = 0;
  uint32_t first_word = 0;
  uint32_t words_end = 0;
  uint32_t first_sentence = 0;
  uint32_t sentences_end = 0;
  uint32_t first_piece = 0;
  uint32_t label_end = 0;  // where "When:" in bold ends, with which it begins; its start if there is none
  Place place;  // for fields, whose words have no place of their own

  bool is_prose() const { return kind == PartKind::paragraph || kind == PartKind::item; }
};

// Where a row of the word lists was found.
struct PlainFind {
  const PlainRow* row = nullptr;
  uint32_t first_word = 0;
  uint32_t words = 0;
};

// Whom the page is written for, which decides what is asked of it.
enum class WrittenFor : uint8_t { everyone, young_people, professionals };

// All lists of a PlainPage. A thread keeps them for its next page, so that the same memory serves for page after page.
struct PlainLists {
  std::string text;
  std::vector<PlainPart> parts;
  std::vector<PlainSentence> sentences;
  std::vector<PlainWord> words;
  std::vector<uint32_t> numbers;   // the words that begin with a digit
  std::vector<uint32_t> capitals;  // those in capitals
  std::vector<uint32_t> negatives; // those that can be one: "never", "don't"
  std::vector<PlainFind> finds;
  std::vector<uint32_t> unspelled;   // words that may be spelled wrong: all others are known to be right, or no matter of spelling
  std::vector<uint32_t> beginnings;  // words that begin a phrase of the lists, going by them and the next word
  struct Piece {
    uint32_t start = 0;
    const Block* block = nullptr;
  };
  std::vector<Piece> pieces;
  struct Stretch {
    uint32_t start = 0;
    uint32_t length = 0;
  };
  std::vector<Stretch> italics;  // emphasis

  void clear();
};

struct PlainPage : PlainLists {
  const Page& page;
  const SiteView& site;
  const PlainEnglish& rules;
  WrittenFor written_for = WrittenFor::everyone;
  uint16_t facts = 0;               // of all words together
  uint32_t longest_sentence = 0;    // PlainSentence::count

  PlainPage(const Page& page, const SiteView& site);
  ~PlainPage();
  PlainPage(const PlainPage&) = delete;
  PlainPage& operator=(const PlainPage&) = delete;

  std::string_view text_of(const PlainWord& word) const { return std::string_view(text).substr(word.start, word.length); }
  // The words as they stand, in one line.
  std::string words_from(size_t first, size_t count) const;
  // What stands between this word and the one after it.
  std::string_view gap_after(size_t word) const;
  // Bytes of `text`; the length ends with the source's line.
  Place place_of(const PlainPart& part, size_t start, size_t length) const;
  Place place_of(size_t start, size_t length) const;
  const PlainPart& part_at(size_t start) const;
  const PlainSentence& sentence_of(size_t word) const;

 private:
  class Reader;
  void find_phrases();
};

// On a full page.
struct PlainCheck {
  const Code& code;
  void (*run)(const PlainPage& page, Report& report);
};

struct PlainFamily {
  std::string_view name;
  const std::vector<PlainCheck>& (*checks)();
};
// To add a family: a file, and a line in plain_families().
const std::vector<PlainFamily>& plain_families();

// "NOT", "IMPORTANT": an everyday word in capitals, and no abbreviation.
bool is_shouted(std::string_view word, const SiteView& site);

const std::vector<PlainCheck>& plain_sentence_checks();
const std::vector<PlainCheck>& plain_word_checks();
const std::vector<PlainCheck>& plain_style_checks();
const std::vector<PlainCheck>& plain_number_checks();
const std::vector<PlainCheck>& spelling_checks();

// All of them but those that rules.yml leaves out. Pages in another language are not asked; papers, and pages that count no more, are kept as they were and not asked.
void check_plain_english(const Page& page, const SiteView& site, Report& report);

// Whether the names that rules.yml leaves out are those of findings.
void check_plain_rules(const SiteView& site, Report& report);

// Adds to the first findings of spelling what may have been meant. After sorting, so that it is the same on every build.
void suggest_spellings(Report& report);

}  // namespace offer
