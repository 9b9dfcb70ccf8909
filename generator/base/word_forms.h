// Word forms: from a word as it stands in a sentence to those that a word list may have it under. "families" is a form of "family",
// "stopped" of "stop", "writing" of "write", "parent's" of "parent".
//
// Only regular English endings, and rather too many guesses than too few: a guess that is no word is in no list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

// The word itself comes first. word: in small letters, at most 64 bytes are looked at.
std::vector<std::string> word_forms(std::string_view word);

// The forms of a verb, irregular ones too: "give", "gives", "giving", "gave", "given". Nouns have the first two.
struct Forms {
  std::string plain;
  std::string third;
  std::string ing;
  std::string past;
  std::string participle;
};
Forms forms_made_of(std::string_view plain);

// True if `word` is `plain` or a form of it.
bool is_form_of(std::string_view word, std::string_view plain);

}  // namespace offer
