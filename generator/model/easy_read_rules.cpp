#include "model/easy_read_rules.h"

namespace offer {

const std::vector<EasyReadNumber>& easy_read_numbers() {
  static const std::vector<EasyReadNumber> numbers{
      {"words_in_a_sentence", &EasyReadRules::words_in_a_sentence},
      {"words_in_a_sentence_never_over", &EasyReadRules::words_in_a_sentence_never_over},
      {"words_on_average", &EasyReadRules::words_on_average},
      {"words_with_two_ideas", &EasyReadRules::words_with_two_ideas},
      {"commas_in_a_sentence", &EasyReadRules::commas_in_a_sentence},
      {"sentences_in_a_row", &EasyReadRules::sentences_in_a_row},
      {"sentences_in_a_row_never_over", &EasyReadRules::sentences_in_a_row_never_over},
      {"rows_on_a_page", &EasyReadRules::rows_on_a_page},
      {"rows_on_a_page_never_over", &EasyReadRules::rows_on_a_page_never_over},
      {"hard_words_in_a_row", &EasyReadRules::hard_words_in_a_row},
      {"hard_words_on_a_page", &EasyReadRules::hard_words_on_a_page},
      {"words_in_a_heading", &EasyReadRules::words_in_a_heading},
      {"biggest_number", &EasyReadRules::biggest_number},
      {"percent_of_the_full_page", &EasyReadRules::percent_of_the_full_page},
      {"words_of_a_short_page", &EasyReadRules::words_of_a_short_page},
  };
  return numbers;
}

}  // namespace offer
