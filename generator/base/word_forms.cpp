#include "base/word_forms.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

namespace {

constexpr size_t shortest = 2;  // of a word without its ending: "goes"

bool is_double(std::string_view stem) { return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2]; }

}  // namespace

std::vector<std::string> word_forms(std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  if (word.size() > 64) return forms;
  for (const std::string_view own : {"'s", "'re", "'ll", "'ve", "'d", "'m", "’s", "'", "’"})
    if (word.ends_with(own) && word.size() > own.size()) {
      word.remove_suffix(own.size());
      forms.emplace_back(word);
      break;
    }
  const auto add = [&](std::string_view stem, std::string_view ending = "") {
    if (stem.size() >= shortest) forms.push_back(std::string(stem).append(ending));
  };
  // What was put behind "stop", "write" or "worry" to make "stopped", "writing" or "worries".
  const auto without = [&](std::string_view ending) {
    if (!word.ends_with(ending) || word.size() <= ending.size()) return;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    add(stem);
    add(stem, "e");
    if (is_double(stem)) add(stem.substr(0, stem.size() - 1));
    if (stem.ends_with('i')) add(stem.substr(0, stem.size() - 1), "y");
  };
  if (!word.ends_with("ss")) {
    if (word.ends_with('s')) add(word.substr(0, word.size() - 1));
    if (word.ends_with("es")) without("es");
  }
  for (const std::string_view ending : {"ed", "ing", "er", "est", "ly", "n't", "n’t"}) without(ending);
  return forms;
}

bool is_form_of(std::string_view word, std::string_view plain) {
  if (word == plain) return true;
  // A form of a word of three letters or less is too often another word: "is" and "i".
  if (word.size() < 4 || plain.empty() || word.front() != plain.front() || word.size() + 1 < plain.size()) return false;
  const auto forms = word_forms(word);
  return std::find(forms.begin(), forms.end(), plain) != forms.end();
}

}  // namespace offer
