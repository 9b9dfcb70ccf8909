#include "search/kept_words.h"

#include <algorithm>

#include "search/search_words.h"

namespace offer {

namespace {

// Numbers are written seven bits at a time, the lowest first, with the top bit set in all bytes but the last.
void put(uint32_t number, std::string& to) {
  for (; number >= 0x80; number >>= 7U) to += static_cast<char>(number | 0x80U);
  to += static_cast<char>(number);
}
void put(std::string_view text, std::string& to) {
  put(static_cast<uint32_t>(text.size()), to);
  to += text;
}

// Takes what put() wrote off the front; after the first thing that cannot be, all is zero or empty.
class Taking {
 public:
  explicit Taking(std::string_view bytes) : bytes_(bytes) {}
  bool fine() const { return fine_; }
  bool at_end() const { return fine_ && bytes_.empty(); }
  uint32_t number() {
    uint64_t number = 0;
    for (unsigned shift = 0; fine_ && shift < 35; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      number |= uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return number <= UINT32_MAX ? static_cast<uint32_t>(number) : refuse();
    }
    return refuse();
  }
  std::string_view text() {
    const uint32_t size = number();
    if (size > bytes_.size()) return refuse(), std::string_view{};
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }
  // How many things follow: no more than there are bytes, so that a damaged number asks for no memory.
  uint32_t count() {
    const uint32_t count = number();
    return count <= bytes_.size() ? count : refuse();
  }
  // A number below `end`, written as its distance from the one before.
  uint32_t next(uint32_t& before, size_t end) {
    const uint64_t sum = uint64_t{before} + number();
    before = sum < end ? static_cast<uint32_t>(sum) : refuse();
    return before;
  }
  uint32_t refuse() {
    fine_ = false;
    bytes_ = {};
    return 0;
  }

 private:
  std::string_view bytes_;
  bool fine_ = true;
};

void put(std::vector<Weighed> list, std::string& to) {
  std::sort(list.begin(), list.end(), [](const Weighed& a, const Weighed& b) { return a.number() < b.number(); });
  put(static_cast<uint32_t>(list.size()), to);
  uint32_t before = 0;
  for (const Weighed& one : list) {
    put(one.number() - before, to);
    to += static_cast<char>(one.weight());
    before = one.number();
  }
}

std::vector<Weighed> weighed(Taking& from, size_t end) {
  std::vector<Weighed> list;
  const uint32_t count = from.count();
  list.reserve(count);
  uint32_t before = 0;
  for (uint32_t i = 0; i < count && from.fine(); ++i) {
    const uint32_t number = from.next(before, end);
    const uint32_t weight = from.number();
    if (weight < 1 || weight > 63) from.refuse();
    else list.emplace_back(number, weight);
  }
  return list;
}

}  // namespace

std::string packed(const Vocabulary& vocabulary) {
  std::string bytes;
  for (const auto* list : {&vocabulary.keys(), &vocabulary.words()}) {
    put(static_cast<uint32_t>(list->size()), bytes);
    for (const std::string_view text : *list) put(text, bytes);
  }
  return bytes;
}

bool unpack(std::string_view bytes, Vocabulary& vocabulary) {
  Taking from(bytes);
  const uint32_t keys = from.count();
  for (uint32_t i = 0; i < keys && from.fine(); ++i)
    if (vocabulary.key(from.text()) != i) from.refuse();
  const uint32_t words = from.count();
  for (uint32_t i = 0; i < words && from.fine(); ++i)
    if (vocabulary.word(from.text()).number != i) from.refuse();
  return from.at_end() && vocabulary.keys().size() == keys;  // no stem of a word is missing among the keys
}

std::string packed(const PageWords& words) {
  std::string bytes;
  put(words.keys, bytes);
  put(words.ideas, bytes);
  std::vector<uint32_t> phrases = words.phrases;
  std::sort(phrases.begin(), phrases.end());
  put(static_cast<uint32_t>(phrases.size()), bytes);
  uint32_t before = 0;
  for (const uint32_t phrase : phrases) put(phrase - before, bytes), before = phrase;
  std::vector<PageWords::Times> times = words.words;
  std::sort(times.begin(), times.end(), [](const PageWords::Times& a, const PageWords::Times& b) { return a.word < b.word; });
  put(static_cast<uint32_t>(times.size()), bytes);
  before = 0;
  for (const PageWords::Times& one : times) put(one.word - before, bytes), put(one.times, bytes), before = one.word;
  put(words.shown, bytes);
  put(static_cast<uint32_t>(words.kind_at), bytes);
  put(words.choices, bytes);
  return bytes;
}

std::optional<PageWords> unpacked(std::string_view bytes, const Vocabulary& vocabulary, const Gatherer& gatherer) {
  Taking from(bytes);
  PageWords words;
  words.keys = weighed(from, vocabulary.keys().size());
  words.ideas = weighed(from, gatherer.ideas().size());
  uint32_t before = 0;
  words.phrases.resize(from.count());
  for (uint32_t& phrase : words.phrases) phrase = from.next(before, gatherer.phrases().count());
  words.words.resize(from.count());
  before = 0;
  for (PageWords::Times& one : words.words) {
    one.word = from.next(before, vocabulary.words().size());
    one.times = from.number();
  }
  words.shown = from.text();
  words.kind_at = from.number();
  words.choices = from.text();
  if (!from.at_end() || words.kind_at > words.shown.size()) return std::nullopt;
  return words;
}

}  // namespace offer
