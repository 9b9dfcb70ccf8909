#include "checks/plain_sentence_reader.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

void PlainSentenceReader::add_sentence(const PlainPart& part, size_t start, size_t length, bool label) {
  PlainSentence sentence;
  sentence.start = static_cast<uint32_t>(start);
  sentence.length = static_cast<uint32_t>(length);
  sentence.label = label;
  sentence.first_word = word_;
  const PlainWord* const words = to_->words.data();
  word_ = std::max(word_, std::min(part.words_end, edges_.words_begun_before(start + length)));
  sentence.words = sentence.count = word_ - sentence.first_word;
  for (; next_special_ < special_.size() && special_[next_special_] < word_; ++next_special_) {
    const uint32_t word = special_[next_special_];
    const PlainWord& one = words[word];
    sentence.facts = static_cast<uint16_t>(sentence.facts | (one.facts & PlainSentence::asked));
    if (!one.is(asked) || word == sentence.first_word) continue;
    if (goes_on(words[word - 1], one)) --sentence.count;
    if (one.is(PlainWord::capital)) mark_name(word, sentence.first_word);
  }
  if (sentence.words == 0) return;
  to_->sentences.push_back(sentence);
  to_->longest_sentence = std::max(to_->longest_sentence, sentence.count);
}

void PlainSentenceReader::add(const PlainPart& part, std::span<const uint32_t> ends, bool everyday) {
  word_ = part.first_word;
  if (part.label_end > part.start) add_sentence(part, part.start, part.label_end - part.start, true);
  const std::string_view text(to_->text);
  const std::string_view rest = text.substr(part.label_end, part.end - part.label_end);
  while (!ends.empty() && ends.front() < part.label_end) ends = ends.subspan(1);
  if (everyday && ends.empty()) {  // one sentence: most headings, items and cells
    const size_t begin = rest.find_first_not_of(' ');
    if (begin != std::string_view::npos) add_sentence(part, part.label_end + begin, rest.find_last_not_of(' ') + 1 - begin, false);
    return;
  }
  if (everyday) find_sentences(rest, ends, part.label_end, spans_);
  else find_sentences(rest, spans_);
  auto dot = ends.begin();
  for (const Span& span : spans_) {
    size_t start = part.label_end + span.start;
    const size_t end = start + span.length;
    for (; dot != ends.end() && *dot + 1 < end; ++dot)
      if (*dot >= start && text[*dot] == '.' && text[*dot + 1] == ' ' && begins_with_number(*dot, end)) {
        add_sentence(part, start, *dot + 1 - start, false);
        start = text.find_first_not_of(' ', *dot + 1);
      }
    add_sentence(part, start, end - start, false);
  }
}

// "66 answered. 80% felt involved." are two sentences to a reader, though by Unicode's rules a small letter comes first. "No. 5" is none.
bool PlainSentenceReader::begins_with_number(size_t dot, size_t end) const {
  const size_t next = to_->text.find_first_not_of(' ', dot + 1);
  if (next >= end || !is_digit(to_->text[next]) || dot == 0) return false;
  size_t start = dot;
  while (start > 0 && is_lower(to_->text[start - 1])) --start;
  const std::string_view word = std::string_view(to_->text).substr(start, dot - start);
  if (word.empty()) return is_digit(to_->text[dot - 1]) || to_->text[dot - 1] == '%' || to_->text[dot - 1] == ')';
  static constexpr std::string_view shorts[]{"approx", "vol", "fig", "nos", "sec", "para", "art", "reg", "regs", "ext", "tel", "chap", "etc"};
  return word.size() >= 3 && std::find(std::begin(shorts), std::end(shorts), word) == std::end(shorts);
}

// "Key Stage" at the beginning of a sentence: the first word belongs to the name too. Not after a sign: "Yes, Worcestershire has one."
void PlainSentenceReader::mark_name(uint32_t word, uint32_t first_word) {
  PlainWord& one = to_->words[word];
  if (one.length == 1 && to_->text[one.start] == 'I') return;
  const std::string_view before = gap_before(word);
  const bool beside = before.size() == 1 && before.front() == ' ';
  // After a colon, a dash or a question mark a capital begins something.
  if (beside || before.find_first_of(":?!") == std::string_view::npos) one.marks |= PlainWord::name;
  if (beside && word == first_word + 1 && to_->words[first_word].is(PlainWord::capital)) to_->words[first_word].marks |= PlainWord::name;
}

std::string_view PlainSentenceReader::gap_before(uint32_t word) const {
  const PlainWord& before = to_->words[word - 1];
  const uint32_t end = before.start + before.length;
  return std::string_view(to_->text).substr(end, to_->words[word].start - end);
}

bool PlainSentenceReader::goes_on(const PlainWord& before, const PlainWord& word) const {
  if (word.is(PlainWord::joined)) return true;
  if (!word.is(PlainWord::number | PlainWord::address)) return false;
  const uint32_t end = before.start + before.length;
  const std::string_view gap = std::string_view(to_->text).substr(end, word.start - end);
  if (before.is(PlainWord::number) && word.is(PlainWord::number)) return gap == " ";
  return before.is(PlainWord::address) && word.is(PlainWord::address) && gap.find(' ') == std::string_view::npos;
}

}  // namespace offer
