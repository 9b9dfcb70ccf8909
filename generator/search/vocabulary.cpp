#include "search/vocabulary.h"

#include <algorithm>
#include <functional>

#include "base/stemmer.h"
#include "search/search_words.h"

namespace offer {

uint32_t StringTable::index_of(std::string_view text) {
  const size_t hash = std::hash<std::string_view>{}(text);
  size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != empty; at = (at + 1) & (slots_.size() - 1))
    if (hashes_[slots_[at]] == hash && strings_[slots_[at]] == text) return slots_[at];
  const auto index = static_cast<uint32_t>(strings_.size());
  slots_[at] = index;
  strings_.push_back(arena_.copy(text));
  hashes_.push_back(hash);
  if (strings_.size() * 2 > slots_.size()) grow();
  return index;
}

void StringTable::grow() {
  slots_.assign(slots_.size() * 4, empty);
  for (uint32_t i = 0; i < hashes_.size(); ++i) {
    size_t at = hashes_[i] & (slots_.size() - 1);
    while (slots_[at] != empty) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = i;
  }
}

Vocabulary::Word Vocabulary::word(std::string_view text) {
  const bool stop = is_stop_word(text);
  const std::string stem = stop ? std::string() : english_stem(text);
  const std::lock_guard lock(guard_);
  const uint32_t number = words_.index_of(text);
  if (number == key_of_.size()) key_of_.push_back(stop ? nothing : keys_.index_of(stem));
  return {number, key_of_[number], words_.all()[number], stop ? std::string_view{} : keys_.all()[key_of_[number]]};
}

void Vocabulary::keys_of(const std::vector<std::string>& texts, std::vector<uint32_t>& numbers) {
  const std::lock_guard lock(guard_);
  numbers.clear();
  for (const std::string& text : texts) numbers.push_back(keys_.index_of(text));
}

uint32_t Vocabulary::key(std::string_view text) {
  const std::lock_guard lock(guard_);
  return keys_.index_of(text);
}

const std::vector<uint32_t>& Vocabulary::sorted_keys() {
  const std::lock_guard lock(guard_);
  const std::vector<std::string_view>& texts = keys_.all();
  const size_t before = sorted_.size();
  if (before == texts.size()) return sorted_;
  // The first eight bytes settle most comparisons without a look at the text itself.
  struct Begun {
    uint64_t begins;
    uint32_t number;
  };
  std::vector<Begun> fresh;
  fresh.reserve(texts.size() - before);
  for (size_t i = before; i < texts.size(); ++i) {
    uint64_t begins = 0;
    for (size_t b = 0; b < 8; ++b) begins = begins << 8U | (b < texts[i].size() ? static_cast<unsigned char>(texts[i][b]) : 0U);
    fresh.push_back({begins, static_cast<uint32_t>(i)});
  }
  std::sort(fresh.begin(), fresh.end(), [&](const Begun& a, const Begun& b) { return a.begins != b.begins ? a.begins < b.begins : texts[a.number] < texts[b.number]; });
  for (const Begun& one : fresh) sorted_.push_back(one.number);
  std::inplace_merge(sorted_.begin(), sorted_.begin() + static_cast<ptrdiff_t>(before), sorted_.end(), [&](uint32_t a, uint32_t b) { return texts[a] < texts[b]; });
  return sorted_;
}

}  // namespace offer
