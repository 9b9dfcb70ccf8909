#include "search/vocabulary.h"

#include "base/stemmer.h"
#include "search/search_words.h"

namespace offer {

namespace {

uint64_t hash_of(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash ^ (hash >> 29U);
}

}  // namespace

uint32_t StringTable::index_of(std::string_view text) {
  const uint64_t hash = hash_of(text);
  size_t at = hash & (slots_.size() - 1);
  for (; slots_[at] != empty; at = (at + 1) & (slots_.size() - 1))
    if (hashes_[slots_[at]] == hash && strings_[slots_[at]] == text) return slots_[at];
  const auto index = static_cast<uint32_t>(strings_.size());
  slots_[at] = index;
  strings_.emplace_back(text);
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

uint32_t Vocabulary::key_of_word(std::string_view word) {
  const uint32_t index = words_.index_of(word);
  if (index == key_of_.size()) {
    key_of_.push_back(is_stop_word(word) ? nothing : keys_.index_of(english_stem(word)));
    times_.push_back(0);
  }
  ++times_[index];
  return key_of_[index];
}

}  // namespace offer
