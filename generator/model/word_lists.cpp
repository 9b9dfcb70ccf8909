#include "model/word_lists.h"

#include <algorithm>

#include "base/word_forms.h"

namespace offer {

namespace {

// All forms of a word begin alike, so that one look finds every phrase that can begin with it.
std::string_view key_of(std::string_view word) { return word.substr(0, 3); }

}  // namespace

void WordLists::add_phrase(HardPhrase phrase) {
  if (phrase.words.empty()) return;
  auto& list = phrases_[std::string(key_of(phrase.words.front()))];
  list.push_back(std::move(phrase));
  std::stable_sort(list.begin(), list.end(), [](const HardPhrase& a, const HardPhrase& b) { return a.words.size() > b.words.size(); });
}

bool WordLists::is_known(std::string_view word) const {
  if (known_.contains(word)) return true;
  for (const std::string& form : word_forms(word))
    if (known_.contains(form)) return true;
  return false;
}

WordLists::Found WordLists::phrase_at(const std::vector<std::string>& words, size_t at) const {
  const auto list = phrases_.find(key_of(words[at]));
  if (list == phrases_.end()) return {};
  for (const HardPhrase& phrase : list->second) {
    if (at + phrase.words.size() > words.size()) continue;
    size_t same = 0;
    while (same < phrase.words.size() && is_form_of(words[at + same], phrase.words[same])) ++same;
    if (same == phrase.words.size()) return {&phrase, same};
  }
  return {};
}

}  // namespace offer
