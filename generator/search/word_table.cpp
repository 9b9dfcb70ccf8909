#include "search/word_table.h"

namespace offer {

uint32_t& WordTable::number_of_long(const WordCutter::Word& word) {
  const std::string_view letters(word.letters, word.length);
  const auto found = long_words_.find(letters);
  return found != long_words_.end() ? found->second : long_words_.emplace(letters, nothing).first->second;
}

uint32_t& WordTable::add(uint64_t first, uint64_t second) {
  if (++used_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    last_ = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.first == 0) continue;
      size_t at = place_of(slot.first, slot.second) & last_;
      while (slots_[at].first != 0) at = (at + 1) & last_;
      slots_[at] = slot;
    }
  }
  size_t at = place_of(first, second) & last_;
  while (slots_[at].first != 0) at = (at + 1) & last_;
  slots_[at] = {first, second, nothing};
  return slots_[at].number;
}

}  // namespace offer
