#include "model/reading.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace offer {

namespace {

bool is_sounded_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

}  // namespace

size_t syllables_in(std::string_view written) {
  std::string word;
  for (const char c : lower(written))
    if (is_lower(c)) word += c;
  if (word.empty()) return 1;
  size_t count = 0;
  for (size_t i = 0; i < word.size(); ++i)
    if (is_sounded_vowel(word[i]) && (i == 0 || !is_sounded_vowel(word[i - 1]))) ++count;
  // "science", "idea", "area": two vowels that are said apart.
  for (const std::string_view apart : {"ia", "io", "eo", "iu"})
    for (size_t at = word.find(apart); at != std::string::npos; at = word.find(apart, at + 1)) {
      const std::string_view before = std::string_view(word).substr(0, at);
      const bool soft = before.ends_with('t') || before.ends_with('c') || before.ends_with('s') || before.ends_with('g');  // nation, special, religion
      if (!soft && !(apart == "eo" && std::string_view(word).substr(at).starts_with("eop"))) ++count;
    }
  for (const std::string_view apart : {"scie", "quiet", "diet"})  // "science"
    if (word.find(apart) != std::string::npos) ++count;
  if (count > 1 && word.ends_with("ea")) ++count;  // "area", not "sea"
  const std::string_view all(word);
  const auto before_ending = [&](size_t ending) { return all.size() > ending ? all[all.size() - ending - 1] : ' '; };
  // A last e is not said: "make", "makes"; it is in "table" and "the".
  if (all.ends_with('e') && all.size() > 2 && !is_sounded_vowel(before_ending(1)) && !(all.ends_with("le") && !is_sounded_vowel(before_ending(2)))) --count;
  if (all.ends_with("es") && all.size() > 3 && !is_sounded_vowel(before_ending(2)) && std::string_view("scxzg").find(before_ending(2)) == std::string_view::npos &&
      !all.ends_with("shes") && !all.ends_with("ches") && !(all.ends_with("les") && !is_sounded_vowel(before_ending(3))))
    --count;
  if (all.ends_with("ed") && all.size() > 3 && !is_sounded_vowel(before_ending(2)) && before_ending(2) != 't' && before_ending(2) != 'd' && !(all.ends_with("led") && !is_sounded_vowel(before_ending(3)) && before_ending(3) != 'l' && before_ending(3) != 'r'))
    --count;
  return std::max<size_t>(count, 1);
}

void ReadingCounts::add_word(std::string_view word) {
  size_t letters = 0;
  for (size_t i = 0; i < word.size();) {
    const size_t length = std::max<size_t>(character_length(word, i), 1);
    if (is_letter(word[i]) || is_digit(word[i]) || (length > 1 && word_length(word, i) > 0)) ++letters;
    i += length;
  }
  ++words;
  characters += letters;
  long_words += letters >= 7;
  syllables += syllables_in(word);
}

std::optional<ReadingMeasures> reading_measures(const ReadingCounts& counts) {
  if (counts.words < fewest_words_to_score || counts.sentences == 0) return std::nullopt;
  const auto words = static_cast<double>(counts.words);
  ReadingMeasures measures;
  measures.words_in_a_sentence = words / static_cast<double>(counts.sentences);
  measures.grade = 0.39 * measures.words_in_a_sentence + 11.8 * static_cast<double>(counts.syllables) / words - 15.59;
  measures.ari = 4.71 * static_cast<double>(counts.characters) / words + 0.5 * measures.words_in_a_sentence - 21.43;
  measures.lix = measures.words_in_a_sentence + 100 * static_cast<double>(counts.long_words) / words;
  return measures;
}

}  // namespace offer
