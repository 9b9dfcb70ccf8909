// EasyReadRules: how Easy Read pages are written here, from easy-read/rules.yml, where each number is explained, and easy-read/words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/word_lists.h"

namespace offer {

struct EasyReadRules {
  // "Most" is a warning, "never over" an error.
  unsigned words_in_a_sentence = 15;
  unsigned words_in_a_sentence_never_over = 20;
  unsigned words_on_average = 12;
  unsigned words_with_two_ideas = 10;
  unsigned commas_in_a_sentence = 2;
  unsigned sentences_in_a_row = 2;
  unsigned sentences_in_a_row_never_over = 3;
  unsigned rows_on_a_page = 20;
  unsigned rows_on_a_page_never_over = 40;
  unsigned hard_words_in_a_row = 1;
  unsigned hard_words_on_a_page = 10;
  unsigned words_in_a_heading = 8;
  unsigned biggest_number = 100;
  unsigned percent_of_the_full_page = 60;
  unsigned words_of_a_short_page = 150;

  std::vector<std::string> leave_out;  // names of findings that this site does not want

  WordLists words;
};

// The numbers by their names in rules.yml.
struct EasyReadNumber {
  std::string_view name;
  unsigned EasyReadRules::*number;
};
const std::vector<EasyReadNumber>& easy_read_numbers();

}  // namespace offer
