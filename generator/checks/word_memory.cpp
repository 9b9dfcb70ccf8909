#include "checks/word_memory.h"

#include "base/spelling.h"
#include "base/text.h"

namespace offer {

uint64_t spelling_key(uint64_t hash, bool capital, bool accented) {
  return hash ^ (2U + static_cast<uint64_t>(capital) + (accented ? 128U : 0U)) * 0x9E3779B97F4A7C15ULL;
}

WordMemory& WordMemory::of(const PlainWords& words) {
  static thread_local WordMemory memory;
  if (memory.edition_ != words.edition()) {
    memory.empty();
    memory.edition_ = words.edition();
  }
  memory.known_ = &words;
  return memory;
}

void WordMemory::empty() {
  places_.assign(size, 0);
  words_.assign(1, {});
  words_.reserve(size + 1);  // so that they stay where they are
}

void WordMemory::learn(Word& one, uint64_t hash, std::string_view word, bool accented) const {
  one.hash = hash;
  one.entry = known_->find(hash);
  one.facts = one.entry == 0 ? 0 : known_->entry(one.entry).facts;
  // Words of grammar, numbers and what is too short for a dictionary are no matter of spelling.
  const bool never = word.size() < 3 || is_digit(word.front()) || (one.facts & ~unsigned{begins_phrase | is_phrase}) != 0;
  const auto may_be_wrong = [&](bool capital) { return !never && remembered_spelling(spelling_key(hash, capital, accented)) != Remembered::right; };
  one.look = is_digit(word.front()) ? Word::number : 0;
  if (may_be_wrong(false)) one.look |= Word::small_may_be_wrong;
  if (may_be_wrong(true)) one.look |= Word::capital_may_be_wrong;
}

}  // namespace offer
