#include "search/kept_words.h"

#include <algorithm>

#include "base/byte_record.h"

namespace offer {

namespace {

void put_behind(const std::vector<std::string_view>& all, size_t before, RecordWriter& to) {
  to.small(before);
  to.small(all.size() - before);
  for (size_t i = before; i < all.size(); ++i) to.text(all[i]);
}

// there: how many there are; the first of those that follow may be among them. add(text): gives its number, which must be that of the place where it was.
template <class Add>
bool take_behind(RecordReader& from, size_t there, Add&& add) {
  const uint64_t before = from.small();
  if (before > there) return false;
  const size_t count = from.count();
  for (size_t i = 0; i < count && !from.damaged(); ++i)
    if (add(from.text()) != before + i) return false;
  return !from.damaged();
}

bool all_below(const std::vector<Weighed>& list, size_t end) {
  return std::all_of(list.begin(), list.end(), [&](const Weighed& one) { return one.number() < end && one.weight() > 0; });
}

}  // namespace

VocabularySize size_of(const Vocabulary& vocabulary) { return {vocabulary.keys().size(), vocabulary.words().size()}; }

std::string packed(const Vocabulary& vocabulary, VocabularySize before) {
  std::string bytes;
  RecordWriter to(bytes);
  put_behind(vocabulary.keys(), before.keys, to);
  put_behind(vocabulary.words(), before.words, to);
  return bytes;
}

bool unpack(std::string_view bytes, Vocabulary& vocabulary) {
  RecordReader from(bytes);
  if (!take_behind(from, vocabulary.keys().size(), [&](std::string_view text) { return vocabulary.key(text); })) return false;
  const size_t keys = vocabulary.keys().size();
  if (!take_behind(from, vocabulary.words().size(), [&](std::string_view text) { return vocabulary.word(text).number; })) return false;
  return from.at_end() && vocabulary.keys().size() == keys;  // no stem of a word is missing among the keys
}

std::string packed(const PageWords& words) {
  std::string bytes;
  RecordWriter to(bytes);
  bytes.reserve(words.keys.size() * sizeof(Weighed) + words.words.size() * 2 * RecordWriter::most_of_small + words.shown.size() + words.choices.size() + 64);
  to.items(words.keys);
  to.items(words.ideas);
  to.text(words.shown);
  to.small(words.kind_at);
  to.text(words.choices);
  to.small(words.words.size());
  to.smalls(2 * words.words.size(), [&](size_t i) { return i % 2 == 0 ? words.words[i / 2].word : words.words[i / 2].times; });
  return bytes;
}

namespace {

// All but the times, which come next.
std::optional<PageWords> read_page_words(RecordReader& from) {
  PageWords words;
  words.keys = from.items<Weighed>();
  words.ideas = from.items<Weighed>();
  words.shown = from.text();
  words.kind_at = from.small();
  words.choices = from.text();
  if (from.damaged() || words.kind_at > words.shown.size()) return std::nullopt;
  return words;
}

}  // namespace

std::optional<PageWords> unpacked(std::string_view bytes, const Vocabulary& vocabulary, const Gatherer& gatherer) {
  RecordReader from(bytes);
  std::optional<PageWords> words = read_page_words(from);
  if (!words || !all_below(words->keys, vocabulary.keys().size()) || !all_below(words->ideas, gatherer.ideas().size())) return std::nullopt;
  return words;
}

std::optional<std::vector<PageWords::Times>> times_in(std::string_view bytes) {
  RecordReader from(bytes);
  if (!read_page_words(from)) return std::nullopt;
  std::vector<PageWords::Times> times(from.count());
  for (PageWords::Times& one : times) {
    one.word = static_cast<uint32_t>(from.small());
    one.times = static_cast<uint32_t>(from.small());
  }
  if (from.damaged() || !from.at_end()) return std::nullopt;
  return times;
}

std::string packed(const WordTimes& times) {
  std::string bytes;
  RecordWriter(bytes).items(times);
  return bytes;
}

std::optional<WordTimes> unpacked_times(std::string_view bytes, size_t words) {
  RecordReader from(bytes);
  WordTimes times = from.items<uint32_t>();
  if (from.damaged() || !from.at_end() || times.size() > words) return std::nullopt;
  return times;
}

}  // namespace offer
