#include "base/spelling.h"

#include <hunspell/hunspell.hxx>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace offer {

namespace {

// Words that were looked up: the key's upper 63 bits, and a last bit that says whether the word is right. 0: free. It is never emptied, and when
// it is full, further words are simply looked up again.
constexpr size_t slots = 1 << 16;
constexpr size_t most_steps = 64;
std::atomic<uint64_t> looked_up[slots];

class Dictionary {
 public:
  Dictionary() {
    std::error_code no_error;
    for (const std::string folder : {"/usr/share/hunspell/", "/usr/share/myspell/dicts/", "/usr/local/share/hunspell/", "/opt/homebrew/share/hunspell/"})
      if (std::filesystem::exists(folder + "en_GB.aff", no_error) && std::filesystem::exists(folder + "en_GB.dic", no_error)) {
        hunspell_ = std::make_unique<Hunspell>((folder + "en_GB.aff").c_str(), (folder + "en_GB.dic").c_str());
        return;
      }
  }

  bool is_there() const { return hunspell_ != nullptr; }

  bool knows(const std::string& word) {
    const std::lock_guard lock(guard_);  // Hunspell is for one thread at a time
    return hunspell_->spell(word);
  }

  std::vector<std::string> like(const std::string& word) {
    const std::lock_guard lock(guard_);
    auto found = suggestions_.find(word);
    if (found == suggestions_.end()) found = suggestions_.emplace(word, hunspell_->suggest(word)).first;
    return found->second;
  }

 private:
  std::unique_ptr<Hunspell> hunspell_;
  std::mutex guard_;
  std::map<std::string, std::vector<std::string>> suggestions_;
};

// Never taken down: that costs as much as some pages, and the program ends anyway.
Dictionary& dictionary() {
  static Dictionary& one = *new Dictionary;  // NOLINT(cppcoreguidelines-owning-memory)
  return one;
}

constexpr size_t longest = 64;  // no English word is longer

}  // namespace

bool can_spell() { return dictionary().is_there(); }

bool is_spelled_right(std::string_view word, uint64_t key) {
  if (word.size() > longest) return true;
  key = (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9ULL;  // so that two of its bits can go
  key |= 2;  // never 0 without its last bit
  const uint64_t right = key | 1;
  const uint64_t wrong = key & ~uint64_t{1};
  size_t at = (key >> 16) % slots;
  size_t steps = 0;
  for (; steps < most_steps; ++steps, at = (at + 1) % slots) {
    const uint64_t seen = looked_up[at].load(std::memory_order_relaxed);
    if (seen == right) return true;
    if (seen == wrong) return false;
    if (seen == 0) break;
  }
  if (!can_spell()) return true;
  const bool known = dictionary().knows(std::string(word));
  uint64_t expected = 0;
  // Another thread may have taken the place; then the word is looked up once more, some day.
  if (steps < most_steps) looked_up[at].compare_exchange_strong(expected, known ? right : wrong, std::memory_order_relaxed);
  return known;
}

std::vector<std::string> spelled_like(std::string_view word, size_t most) {
  if (!can_spell() || word.size() > longest) return {};
  std::vector<std::string> found = dictionary().like(std::string(word));
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace offer
