#include "model/picture_index.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/word_forms.h"

namespace offer {

PictureIndex::PictureIndex(const ByName<Picture>& pictures) {
  std::vector<const Picture*> in_order;
  for (const auto& [name, picture] : pictures) in_order.push_back(&picture);
  std::sort(in_order.begin(), in_order.end(), [](const Picture* a, const Picture* b) { return a->concept_name < b->concept_name; });
  for (const Picture* picture : in_order) {
    std::vector<std::string> spellings = picture->words;
    spellings.push_back(replace_all(picture->concept_name, "-", " "));
    for (const std::string& spelling : spellings) {
      Entry entry{{}, spelling, picture->concept_name};
      const std::string plain = replace_all(lower(spelling), "-", " ");
      for (const std::string_view word : words_of(plain)) entry.words.emplace_back(word);
      if (entry.words.empty()) continue;
      // Under every form of its first word, so that one look finds "children" for "child's" and "meet" for "meets".
      std::set<std::string> keys;
      for (const std::string& form : word_forms(entry.words.front())) keys.insert(form);
      for (const std::string& key : keys) by_first_word_[key].push_back(entry);
    }
  }
}

std::vector<PictureIndex::Fit> PictureIndex::that_fit(const std::vector<std::string>& words) const {
  std::map<std::string, std::pair<size_t, std::string>> best;  // concept to how many words match, and which
  for (size_t at = 0; at < words.size(); ++at) {
    const auto look_up = [&](std::string_view first) {
      const auto found = by_first_word_.find(first);
      if (found == by_first_word_.end()) return;
      for (const Entry& entry : found->second) {
        size_t same = 1;
        while (same < entry.words.size() && at + same < words.size() &&
               (is_form_of(words[at + same], entry.words[same]) || is_form_of(entry.words[same], words[at + same])))
          ++same;
        if (same < entry.words.size()) continue;
        auto& [count, word] = best[entry.concept_name];
        if (same <= count) continue;
        count = same;
        word = entry.as_written;
      }
    };
    for (const std::string& form : word_forms(words[at])) look_up(form);
  }
  std::vector<std::pair<size_t, Fit>> fits;
  for (const auto& [concept_name, match] : best) fits.push_back({match.first, {concept_name, match.second}});
  std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Fit> result;
  for (auto& [count, fit] : fits) result.push_back(std::move(fit));
  return result;
}

}  // namespace offer
