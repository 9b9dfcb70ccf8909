// Words as the search sees them: small letters, accents taken off, apostrophes inside a word left out ("won't" is "wont"), cut at everything else.
//
// The script in the browser cuts what a reader types by the same rules (themes/council/search-words.js); tests compare the two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

constexpr size_t longest_search_word = 40;  // bytes; what is longer is cut off

// Takes the next word off the front of `text` and puts it into `word`, which is emptied first. False at the end of the text.
bool next_search_word(std::string_view& text, std::string& word);

std::vector<std::string> search_words_in(std::string_view text);

// Words that stand on every page and say nothing: "the", "who", "my". They are in no index.
bool is_stop_word(std::string_view word);
std::string_view stop_words();  // all of them, with one space between two

// Words that say little in a question about a child: "help", "son", "get". They count for less.
std::string_view weak_words();

// The stems of the words of `text` that are no stop words.
std::vector<std::string> search_stems_in(std::string_view text);

}  // namespace offer
