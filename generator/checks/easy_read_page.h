// EasyPage: an Easy Read page as its rules look at it: rows, lines, sentences, words. Made once for all rules of a page.
//
// Every piece of text knows its place in the source. Meanings that the glossary put in are not the page's own words and are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/sentences.h"
#include "checks/checks.h"
#include "model/easy_read_rules.h"

namespace offer {

struct EasyWord {
  size_t start = 0;  // in the line's text, in bytes
  size_t length = 0;
  std::string lower;     // in small letters, also those that are not ASCII
  bool first = false;    // of its sentence
  bool number = false;   // begins with a digit
  bool address = false;  // part of an e-mail or web address
  size_t term = none;    // index in Site::terms of the glossary term that it is part of
};

struct EasySentence {
  size_t first_word = 0;  // in the line's words
  size_t words = 0;
  size_t start = 0;  // in the line's text, in bytes
  size_t length = 0;
  size_t count = 0;  // words as a reader counts them: a phone number or an address is one
};

// A word or saying of the lists that has an easier one.
struct EasyPhrase {
  size_t first_word = 0;
  size_t words = 0;
  const HardPhrase* phrase = nullptr;
};

// Where a glossary term stands, under whatever name.
struct EasyTerm {
  size_t start = 0;  // in the line's text, in bytes
  size_t length = 0;
  size_t term = 0;  // index in Site::terms
};

enum class LineKind : uint8_t { title, heading, row };

// A title, a heading, or one line beside a picture.
struct EasyLine {
  LineKind kind = LineKind::row;
  size_t row = none;  // index in EasyPage::rows
  Place place;
  std::string text;
  std::vector<EasyWord> words;
  std::vector<EasySentence> sentences;
  std::vector<EasyPhrase> phrases;
  std::vector<EasyTerm> terms;
  struct Piece {  // from which Block its text comes
    size_t start = 0;
    const Block* block = nullptr;
  };
  std::vector<Piece> pieces;

  std::string_view text_of(const EasyWord& word) const { return std::string_view(text).substr(word.start, word.length); }
  std::string_view text_of(const EasySentence& sentence) const { return std::string_view(text).substr(sentence.start, sentence.length); }
  Place place_of(size_t start, size_t length) const;
  Place place_of(const EasyWord& word) const { return place_of(word.start, word.length); }
  Place place_of(const EasySentence& sentence) const { return place_of(sentence.start, sentence.length); }
};

struct EasyRow {
  const Block* block = nullptr;
  size_t heading = none;  // line of the heading above it
  std::vector<size_t> lines;
  std::vector<std::string> hard_words;  // ids of the terms whose meaning this row brings
};

struct EasyPage {
  const Page& page;
  const SiteView& site;
  const EasyReadRules& rules;
  std::vector<EasyLine> lines;  // the title first
  std::vector<EasyRow> rows;

  EasyPage(const Page& page, const SiteView& site);
};

// On an Easy Read page.
struct EasyReadCheck {
  const Code& code;
  void (*run)(const EasyPage& page, Report& report);
};

const std::vector<EasyReadCheck>& easy_read_sentence_checks();
const std::vector<EasyReadCheck>& easy_read_word_checks();
const std::vector<EasyReadCheck>& easy_read_number_checks();
const std::vector<EasyReadCheck>& easy_read_sign_checks();
const std::vector<EasyReadCheck>& easy_read_row_checks();
const std::vector<EasyReadCheck>& easy_read_drift_checks();

// All of them but those that rules.yml leaves out.
void check_easy_read(const Page& page, const SiteView& site, Report& report);

}  // namespace offer
