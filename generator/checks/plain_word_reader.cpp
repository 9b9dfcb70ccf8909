#include "checks/plain_word_reader.h"

#include <algorithm>
#include <limits>

#include "base/byte_bits.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr uint32_t no_more = std::numeric_limits<uint32_t>::max();
constexpr uint64_t small_bits = low_bits * 0x20;  // capitals do not have it; letters, digits and the signs inside words do

}  // namespace

void PlainWordReader::read() {
  const size_t size = to_.text.size();
  to_.text.append(64, '\n');  // so that as many bytes may be read wherever something stands
  find_bytes_of_words();
  see_signs();
  find_edges();
  size_t kept = 0;
  for (PlainPart& part : to_.parts) {
    read_part(part);
    if (part.first_word < part.words_end) to_.parts[kept++] = part;
  }
  to_.parts.resize(kept);
  to_.text.resize(size);
}

void PlainWordReader::find_bytes_of_words() {
  const size_t numbers = (to_.text.size() - 1) / 64;
  word_bits_.resize(numbers);
  sign_bits_.resize(numbers);
  const char* bytes = to_.text.data();
  for (size_t n = 0; n < numbers; ++n) {
    uint64_t words = 0, blanks = 0;
    for (size_t k = 0; k < 64; k += 16, bytes += 16) {
      const Sixteen sixteen = sixteen_bytes(bytes);
      words |= bits_of(letters_in(sixteen) | digits_in(sixteen)) << k;
      blanks |= bits_of((sixteen == ' ') | (sixteen == '\n')) << k;  // there are line ends between parts alone
    }
    word_bits_[n] = words;
    sign_bits_[n] = ~(words | blanks);
  }
}

void PlainWordReader::see_signs() {
  for (size_t n = 0; n < sign_bits_.size(); ++n)
    for (uint64_t signs = sign_bits_[n]; signs != 0; signs &= signs - 1) see_sign(static_cast<uint32_t>(64 * n + first_bit(signs)));
  for (auto* places : {&signs_, &ends_, &not_everyday_}) places->push_back(no_more);
  sign_ = signs_.data();
  end_ = ends_.data();
  odd_ = not_everyday_.data();
}

void PlainWordReader::add_to_words(size_t at, size_t length) {
  for (const size_t end = at + length; at < end; ++at) word_bits_[at / 64] |= uint64_t{1} << at % 64;
}

void PlainWordReader::see_sign(uint32_t at) {
  const char* const text = to_.text.data();
  const char sign = text[at];
  const char before = at > 0 ? text[at - 1] : ' ', after = text[at + 1];
  const auto between_letters = [&] { return is_letter(before) && is_letter(after); };
  const auto between_digits = [&] { return is_digit(before) && is_digit(after); };
  switch (sign) {
    case '.':
      ends_.push_back(at);
      if (!between_letters() && !between_digits()) return;
      add_to_words(at, 1);  // e.g
      signs_.push_back(at);
      return;
    case '!':
    case '?': ends_.push_back(at); return;
    case ',':
      if (between_digits()) add_to_words(at, 1);  // 3,000
      return;
    case '\'':
      if (between_letters()) add_to_words(at, 1);  // don't
      else signs_.push_back(at);
      return;
    case '"':
    case '@': signs_.push_back(at); return;
    case ':':
      if (after == '/' && text[at + 2] == '/') signs_.push_back(at);
      return;
    default:
      if ((sign & 0x80) != 0) see_far_character(at);
      else if (sign < ' ' || sign == 0x7F) not_everyday_.push_back(at);
  }
}

// One that is not ASCII.
void PlainWordReader::see_far_character(uint32_t at) {
  if (at < seen_) return;
  const std::string_view text(to_.text);
  const size_t length = character_length(text, at);
  seen_ = at + length;
  not_everyday_.push_back(at);
  if (word_length(text.substr(at, 4), 0) > 0) {
    add_to_words(at, length);
  } else if (text.substr(at, 3) == "’" && at > 0 && is_letter(text[at - 1]) && is_letter(text[at + 3])) {
    add_to_words(at, length);
  } else if (text[at] == '\xE2') {
    signs_.push_back(at);  // a quotation mark, perhaps
  }
}

void PlainWordReader::find_edges() {
  edges_ = std::make_unique_for_overwrite<uint32_t[]>(to_.text.size() + 2);
  uint32_t* edge = edges_.get();
  uint64_t before = 0;
  for (size_t n = 0; n < word_bits_.size(); ++n) {
    const uint64_t words = word_bits_[n];
    for (uint64_t changes = words ^ (words << 1 | before); changes != 0; changes &= changes - 1) *edge++ = static_cast<uint32_t>(64 * n + first_bit(changes));
    before = words >> 63;
  }
  to_.words.reserve(static_cast<size_t>(edge - edges_.get()) / 2);
  edge[0] = edge[1] = no_more;
  edge_ = edges_.get();
}

void PlainWordReader::read_part(PlainPart& part) {
  part.first_word = static_cast<uint32_t>(to_.words.size());
  part.first_sentence = static_cast<uint32_t>(to_.sentences.size());
  in_address_ = false;
  open_mark_ = 0;
  const char* const text = to_.text.data();
  uint64_t seconds = 0;  // of the phrases that the last word may begin: PlainWords::second_bit of the words that may follow
  unsigned facts = 0;    // of all words
  for (; *edge_ < part.end; edge_ += 2) {
    const uint32_t start = edge_[0];
    const uint32_t length = edge_[1] - start;
    bool dot = false;
    while (*sign_ < start + length) dot = pass_sign(*sign_++, part) || dot;
    if (in_address_ && std::string_view(text + address_from_, start - address_from_).find(' ') != std::string_view::npos) in_address_ = false;
    const char letter = text[start];
    const bool capital = is_upper(letter);
    uint16_t marks = capital ? PlainWord::capital : 0;

    const bool longer = length > 8;
    const uint64_t first = eight_bytes(text + start), second = eight_bytes(text + start + 8);
    const uint64_t last = longer ? second : first;
    const uint64_t not_last = longer ? first : small_bits;
    const unsigned behind = (64 - 8 * length) & 63;  // bits of `last` that are not the word's
    bool capitals = (((~last & small_bits & (longer ? ~uint64_t{0} : ~uint64_t{0xFF})) << behind) | (~not_last & small_bits & ~uint64_t{0xFF})) != 0;
    uint64_t hash = 0;
    if (length > 16 || ((last << behind | not_last) & top_bits) != 0) [[unlikely]] hash = hash_of({text + start, length}, marks, capitals);
    else hash = WordHash::of_sixteen(first | small_bits, second | small_bits, length);

    const auto number = static_cast<uint32_t>(to_.words.size());
    if (is_digit(letter)) {
      marks |= PlainWord::number;
      to_.numbers.push_back(number);
    }
    if (start > part.start && text[start - 1] == '-' && number > part.first_word && edge_[-1] + 1 == start) marks |= PlainWord::joined;
    if (in_address_ || (dot && length > 4 && !is_digit(letter))) {
      marks |= PlainWord::address;
      in_address_ = true;
      address_from_ = start + length;
    }
    const WordMemory::Word& known = memory_.find(hash, {text + start, length}, (marks & PlainWord::accented) != 0);
    facts |= known.facts;
    if ((known.spelled & (capital ? 2U : 1U)) == 0) to_.unspelled.push_back(number);
    if ((known.facts & PlainSentence::asked) != 0 || (marks & PlainSentenceReader::asked) != 0) special_.push_back(number);
    if ((seconds & PlainWords::second_bit(hash)) != 0) to_.beginnings.push_back(number - 1);
    seconds = 0;
    if ((known.facts & (begins_phrase | negative)) != 0) {
      if ((known.facts & begins_phrase) != 0) seconds = to_.rules.words.entry(known.entry).seconds;
      if ((known.facts & negative) != 0) to_.negatives.push_back(number);
    }
    to_.words.push_back({hash, start, length, known.entry, marks, known.facts});
    if (capitals) mark_capitals(to_.words.back());
  }
  while (*sign_ < part.end) pass_sign(*sign_++, part);
  if (seconds != 0) to_.beginnings.push_back(static_cast<uint32_t>(to_.words.size() - 1));
  to_.facts = static_cast<uint16_t>(to_.facts | facts);
  part.words_end = static_cast<uint32_t>(to_.words.size());

  const bool everyday = *odd_ >= part.end;
  while (*odd_ < part.end) ++odd_;
  const uint32_t* const first_end = end_;
  while (*end_ < part.end) ++end_;
  sentences_.add(part, {first_end, end_}, everyday);
  part.sentences_end = static_cast<uint32_t>(to_.sentences.size());
}

// The hash of a word that is long, or not ASCII.
uint64_t PlainWordReader::hash_of(std::string_view word, uint16_t& marks, bool& capitals) const {
  WordHash hash;
  capitals = false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && is_upper(word[i])) capitals = true;
    if (word.substr(i, 3) == "’") {
      marks |= PlainWord::curly;
      hash.add('\'');
      i += 2;
    } else {
      if ((word[i] & 0x80) != 0) marks |= PlainWord::accented;
      hash.add(word[i]);
    }
  }
  return hash.value();
}

// Says whether it is a full stop inside a word. It is called when all words before it are known.
bool PlainWordReader::pass_sign(uint32_t at, const PlainPart& part) {
  const char sign = to_.text[at];
  if (sign == '.') return true;
  if (sign == '@' || sign == ':') mark_address(at, part);
  else pass_quotation_mark(at);
  return false;
}

// The word before an '@' is part of the address too.
void PlainWordReader::mark_address(uint32_t at_sign, const PlainPart& part) {
  in_address_ = true;
  address_from_ = at_sign;
  constexpr size_t most = 8;  // words of an address before its sign
  size_t first = to_.words.size();
  for (size_t n = 0; first > part.first_word && n < most; --first, ++n) {
    PlainWord& word = to_.words[first - 1];
    if (std::string_view(to_.text).substr(word.start, at_sign - word.start).find(' ') != std::string_view::npos) break;
    word.marks |= PlainWord::address;
  }
  while (!special_.empty() && special_.back() >= first) special_.pop_back();
  for (size_t word = first; word < to_.words.size(); ++word) special_.push_back(static_cast<uint32_t>(word));
}

void PlainWordReader::pass_quotation_mark(uint32_t at) {
  const std::string_view rest = std::string_view(to_.text).substr(at);
  const auto opens = [&](size_t mark) {
    open_mark_ = mark;
    open_word_ = static_cast<uint32_t>(to_.words.size());
  };
  const auto closes = [&](size_t mark) {
    if (open_mark_ != mark) return;
    for (size_t w = open_word_; w < to_.words.size(); ++w) to_.words[w].marks |= PlainWord::quoted;
    open_mark_ = 0;
  };
  const bool begins = at == 0 || std::string_view("\n ([-/").find(to_.text[at - 1]) != std::string_view::npos;
  if (rest.front() == '"' || (rest.front() == '\'')) {
    const auto mark = static_cast<size_t>(rest.front());
    if (open_mark_ == mark && !begins) closes(mark);
    else if (open_mark_ == 0 && begins) opens(mark);
  } else {
    if (rest.starts_with("“")) opens(2);
    else if (rest.starts_with("”")) closes(2);
    else if (rest.starts_with("‘") && open_mark_ == 0) opens(3);
    else if (rest.starts_with("’")) closes(3);
  }
}

// Of a word that has capitals behind its first byte.
void PlainWordReader::mark_capitals(PlainWord& word) {
  const std::string_view text = to_.text_of(word);
  if (std::none_of(text.begin(), text.end(), is_lower) && std::count_if(text.begin(), text.end(), is_upper) > 1) {
    word.marks |= PlainWord::capitals;
    to_.capitals.push_back(static_cast<uint32_t>(to_.words.size() - 1));
  } else {
    word.marks |= PlainWord::mixed;
  }
}

}  // namespace offer
