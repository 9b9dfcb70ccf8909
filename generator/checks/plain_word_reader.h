// PlainWordReader: finds the words of a PlainPage whose text and parts are known, and says what each of them is.
//
// The whole text is looked at 64 bytes at a time for what belongs to words, and then only at its signs and where words begin and end. All that is
// known of a word without its neighbours comes from one look into WordMemory, which is done for all words of the page in one loop without branches:
// no processor foretells which word comes next. Those of which there is something to say are looked at after that, part by part.
#pragma once

#include <vector>

#include "checks/plain_page.h"
#include "checks/plain_sentence_reader.h"
#include "checks/word_edges.h"
#include "checks/word_memory.h"

namespace offer {

class PlainWordReader {
 public:
  // That of this thread, whose memory serves for page after page.
  static PlainWordReader& of_this_thread();

  // The words and sentences of all parts, which then stand in one line each. Takes out parts that have no words.
  void read(PlainPage& page);

 private:
  PlainWordReader() : sentences_(special_, edges_) {}
  void begin(PlainPage& page);
  void find_bytes_of_words();
  void put_in_lines();
  void see_signs();
  void see_sign(uint32_t at);
  void see_far_character(uint32_t at);
  void add_to_words(size_t at, size_t length);
  void look_up_words();
  void read_part(PlainPart& part);
  void read_word(PlainWord& word);
  void find_beginnings();
  void pass_sign(uint32_t at, const PlainPart& part);
  void pass_quotation_mark(uint32_t at);
  void join_words(uint32_t hyphen, const PlainPart& part);
  void mark_address(uint32_t at_sign, const PlainPart& part);
  void mark_capitals(PlainWord& word);
  static uint64_t hash_of(std::string_view word, uint16_t& marks);

  PlainPage* to_ = nullptr;
  WordMemory* memory_ = nullptr;
  PlainSentenceReader sentences_;

  // A bit for each byte of the text, 64 in a number.
  std::vector<uint64_t> word_bits_;  // it belongs to a word
  std::vector<uint64_t> sign_bits_;  // it is neither letter nor digit nor space
  std::vector<uint64_t> line_bits_;  // it is a line end
  WordEdges edges_;
  // Places in the text, in order, and behind the last one no_more.
  std::vector<uint32_t> signs_;          // that say something of the words around them, or of the word in which they are
  std::vector<uint32_t> ends_;           // '.', '!' and '?'
  std::vector<uint32_t> not_everyday_;   // what is not ASCII, and control characters
  std::vector<uint32_t> uncommon_;       // words (their numbers) of which there is more to say than what is known of them
  // Those of them that come next.
  const uint32_t* sign_ = nullptr;
  const uint32_t* end_ = nullptr;
  const uint32_t* odd_ = nullptr;
  const uint32_t* next_uncommon_ = nullptr;

  uint32_t count_ = 0;             // the number of the word at hand
  size_t seen_ = 0;                // behind the last character that see_sign looked at
  std::vector<uint32_t> special_;  // the words that PlainSentenceReader must look at
  bool has_dot_ = false;           // there is a full stop inside it
  // Of the part at hand.
  bool in_address_ = false;
  uint32_t address_from_ = 0;  // a space behind this ends the address
  size_t open_mark_ = 0;       // the sign that opened a quotation: '"', '\'' or 2 for “, 3 for ‘
  uint32_t open_word_ = 0;
};

}  // namespace offer
