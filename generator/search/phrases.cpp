#include "search/phrases.h"

#include <algorithm>

namespace offer {

Phrases::Phrases(const std::vector<Idea>& ideas, Vocabulary& vocabulary) : ideas_(ideas.size()) {
  for (uint32_t idea = 0; idea < ideas.size(); ++idea)
    for (const auto& stems : ideas[idea].told) {
      Phrase phrase{static_cast<uint32_t>(phrases_.size()), idea, {}};
      vocabulary.keys_of(stems, phrase.keys);
      phrases_.push_back(std::move(phrase));
    }
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) { return a.keys.front() < b.keys.front(); });
  for (size_t i = 0; i < phrases_.size(); ++i) {
    auto& place = places_.try_emplace(phrases_[i].keys.front(), i, 0).first->second;
    ++place.second;
  }
}

std::span<const Phrases::Phrase> Phrases::of(uint32_t key) const {
  const auto found = places_.find(key);
  return found == places_.end() ? std::span<const Phrase>() : std::span(phrases_).subspan(found->second.first, found->second.second);
}

}  // namespace offer
