#include "base/spelling.h"

#include <hunspell/hunspell.hxx>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/affix_words.h"

namespace offer {

namespace {

// Words that were looked up: the key's upper 62 bits, and in the last two what is remembered of the word. 0: free. It is never emptied, and when
// it is full, further words are simply looked up again.
constexpr size_t number_of_slots = 1 << 16;
constexpr size_t most_steps = 64;
std::atomic<uint64_t> looked_up[number_of_slots];

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::string bytes(file ? static_cast<size_t>(file.tellg()) : 0, '\0');
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

// The machine's dictionary. Most words are judged by its stems and affixes alone; Hunspell is made when a word needs it, which takes a while.
class Dictionary {
 public:
  Dictionary() {
    std::error_code no_error;
    for (const std::string folder : {"/usr/share/hunspell/", "/usr/share/myspell/dicts/", "/usr/local/share/hunspell/", "/opt/homebrew/share/hunspell/"})
      if (std::filesystem::exists(folder + "en_GB.aff", no_error) && std::filesystem::exists(folder + "en_GB.dic", no_error)) {
        path_ = folder + "en_GB";
        words_ = AffixWords::read(bytes_of_file(path_ + ".aff"), bytes_of_file(path_ + ".dic"));
        return;
      }
  }

  bool is_there() const { return !path_.empty(); }

  bool knows(const std::string& word) {
    const AffixWords::Verdict verdict = words_ ? words_->judge(word) : AffixWords::Verdict::unsure;
    if (verdict != AffixWords::Verdict::unsure) return verdict == AffixWords::Verdict::right;
    return hunspell_knows(word);
  }

  bool hunspell_knows(const std::string& word) {
    const std::lock_guard lock(guard_);  // Hunspell is for one thread at a time
    return hunspell().spell(word);
  }

  std::vector<std::string> like(const std::string& word) {
    const std::lock_guard lock(guard_);
    auto found = suggestions_.find(word);
    if (found == suggestions_.end()) found = suggestions_.emplace(word, hunspell().suggest(word)).first;
    return found->second;
  }

 private:
  Hunspell& hunspell() {
    if (hunspell_ == nullptr) hunspell_ = std::make_unique<Hunspell>((path_ + ".aff").c_str(), (path_ + ".dic").c_str());
    return *hunspell_;
  }

  std::string path_;  // without its endings; empty: there is none
  std::optional<AffixWords> words_;
  std::unique_ptr<Hunspell> hunspell_;
  std::mutex guard_;
  std::map<std::string, std::vector<std::string>> suggestions_;
};

// Never taken down: that costs as much as some pages, and the program ends anyway.
Dictionary& dictionary() {
  static Dictionary& one = *new Dictionary;  // NOLINT(cppcoreguidelines-owning-memory)
  return one;
}

constexpr size_t longest_word = 64;  // no English word is longer

}  // namespace

bool can_spell() { return dictionary().is_there(); }

namespace {

struct SpellingSlot {
  size_t at;
  Remembered remembered;
  bool free;
};

constexpr uint64_t kept_bits = ~uint64_t{3};

uint64_t mixed(uint64_t key) { return (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9ULL; }  // so that two of its bits can go

SpellingSlot slot_of_key(uint64_t mixed_key) {
  size_t at = (mixed_key >> 16) % number_of_slots;
  for (size_t steps = 0; steps < most_steps; ++steps, at = (at + 1) % number_of_slots) {
    const uint64_t seen = looked_up[at].load(std::memory_order_relaxed);
    if (seen == 0) return {at, Remembered::nothing, true};
    if ((seen & kept_bits) == (mixed_key & kept_bits)) return {at, static_cast<Remembered>(seen & 3), false};
  }
  return {at, Remembered::nothing, false};
}

}  // namespace

Remembered remembered_spelling(uint64_t key) { return slot_of_key(mixed(key)).remembered; }

bool is_spelled_right(std::string_view word, uint64_t key) {
  if (!can_spell() || word.size() > longest_word) return true;
  key = mixed(key);
  const SpellingSlot slot = slot_of_key(key);
  if (slot.remembered != Remembered::nothing) return slot.remembered != Remembered::wrong;
  const bool known = dictionary().knows(std::string(word));
  const Remembered what = !known ? Remembered::wrong : word.find('z') == std::string_view::npos ? Remembered::right : Remembered::right_with_z;
  uint64_t expected = 0;
  // Another thread may have taken the place; then the word is looked up once more, some day.
  if (slot.free) looked_up[slot.at].compare_exchange_strong(expected, (key & kept_bits) | static_cast<uint64_t>(what), std::memory_order_relaxed);
  return known;
}

bool is_right_by_hunspell(std::string_view word) { return !can_spell() || dictionary().hunspell_knows(std::string(word)); }

std::vector<std::string> spelled_like(std::string_view word, size_t most) {
  if (!can_spell() || word.size() > longest_word) return {};
  std::vector<std::string> found = dictionary().like(std::string(word));
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace offer
