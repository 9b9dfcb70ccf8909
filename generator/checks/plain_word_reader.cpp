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
  to_.words.resize(static_cast<size_t>(edge - edges_.get()) / 2);
  edge[0] = edge[1] = no_more;
  edge_ = edges_.get();
}

void PlainWordReader::read_part(PlainPart& part) {
  part.first_word = count_;
  part.first_sentence = static_cast<uint32_t>(to_.sentences.size());
  in_address_ = false;
  open_mark_ = 0;
  const char* const text = to_.text.data();
  const PlainWords& rules = to_.rules.words;
  PlainWord* word = to_.words.data() + count_;
  const uint32_t* edge = edge_;
  uint32_t end_before = edge[0];   // where the last word ends
  uint64_t before = 0;             // its hash
  uint32_t may_begin_phrase = 0;   // whether it does: begins_phrase or 0
  for (; edge[0] < part.end; edge += 2, ++word) {
    const uint32_t start = edge[0];
    const uint32_t length = edge[1] - start;
    const bool longer = length > 8;
    const uint64_t first = eight_bytes(text + start), second = eight_bytes(text + start + 8);
    const uint64_t last = longer ? second : first;
    const unsigned behind = (64 - 8 * length) & 63;  // bits of `last` that are not the word's
    // Bits of bytes that are capitals or not ASCII.
    const auto others = [](uint64_t eight) { return (eight ^ small_bits) & (small_bits | top_bits); };
    const uint64_t other = others(last) << behind | (longer ? others(first) : 0);
    const uint64_t hash = WordHash::of_sixteen(first | small_bits, second | small_bits, length);
    const WordMemory::Word& known = memory_.at(hash);
    const bool common = (other | (length - 1) >> 4 | (known.hash ^ hash)) == 0 && known.is_common();
    if (common && text[end_before] != '-' && *sign_ >= edge[1] && !in_address_) {
      *word = {hash, start, length, known.entry, 0, known.facts};
    } else {
      count_ = static_cast<uint32_t>(word - to_.words.data());
      bool dot = false;
      while (*sign_ < edge[1]) dot = pass_sign(*sign_++, part) || dot;
      *word = {hash, start, length, 0, 0, 0};
      read_word(*word, other, dot, end_before + 1 == start && text[end_before] == '-');
    }
    if (may_begin_phrase != 0 && rules.may_go_on(before, word->hash)) to_.beginnings.push_back(static_cast<uint32_t>(word - to_.words.data()) - 1);
    if ((word->facts & is_phrase) != 0) to_.beginnings.push_back(static_cast<uint32_t>(word - to_.words.data()));
    may_begin_phrase = (word->facts & (begins_phrase | is_phrase)) == begins_phrase ? begins_phrase : 0;
    before = word->hash;
    end_before = edge[1];
  }
  edge_ = edge;
  count_ = part.words_end = static_cast<uint32_t>(word - to_.words.data());
  while (*sign_ < part.end) pass_sign(*sign_++, part);

  const bool everyday = *odd_ >= part.end;
  while (*odd_ < part.end) ++odd_;
  const uint32_t* const first_end = end_;
  while (*end_ < part.end) ++end_;
  sentences_.add(part, {first_end, end_}, everyday);
  part.sentences_end = static_cast<uint32_t>(to_.sentences.size());
}

// A word of which there is something to say. other: bits of its bytes that are capitals or not ASCII. dot: it has a full stop inside. joined: a hyphen
// stands right before it.
void PlainWordReader::read_word(PlainWord& word, uint64_t other, bool dot, bool joined) {
  const std::string_view text = to_.text_of(word);
  const bool capital = is_upper(text.front());
  if (capital) word.marks |= PlainWord::capital;
  if (is_digit(text.front())) {
    word.marks |= PlainWord::number;
    to_.numbers.push_back(count_);
  }
  if (joined) word.marks |= PlainWord::joined;
  if (in_address_ && std::string_view(to_.text).substr(address_from_, word.start - address_from_).find(' ') != std::string_view::npos) in_address_ = false;
  if (in_address_ || (dot && word.length > 4 && !is_digit(text.front()))) {
    word.marks |= PlainWord::address;
    in_address_ = true;
    address_from_ = word.start + word.length;
  }
  if (word.length > 16 || (other & top_bits) != 0) word.hash = hash_of(text, word.marks);
  const WordMemory::Word& known = memory_.find(word.hash, text, word.is(PlainWord::accented));
  word.entry = known.entry;
  word.facts = known.facts;
  to_.facts = static_cast<uint16_t>(to_.facts | word.facts);
  if ((known.look & (capital ? WordMemory::Word::capital_may_be_wrong : WordMemory::Word::small_may_be_wrong)) != 0) to_.unspelled.push_back(count_);
  if (word.can(PlainSentence::asked) || word.is(PlainSentenceReader::asked)) special_.push_back(count_);
  if (word.can(negative)) to_.negatives.push_back(count_);
  if ((other != 0 || word.length > 16) && std::any_of(text.begin() + 1, text.end(), is_upper)) mark_capitals(word);
}

// The hash of a word that is long, or not ASCII.
uint64_t PlainWordReader::hash_of(std::string_view word, uint16_t& marks) {
  WordHash hash;
  for (size_t i = 0; i < word.size(); ++i) {
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
  size_t first = count_;
  for (size_t n = 0; first > part.first_word && n < most; --first, ++n) {
    PlainWord& word = to_.words[first - 1];
    if (std::string_view(to_.text).substr(word.start, at_sign - word.start).find(' ') != std::string_view::npos) break;
    word.marks |= PlainWord::address;
  }
  while (!special_.empty() && special_.back() >= first) special_.pop_back();
  for (size_t word = first; word < count_; ++word) special_.push_back(static_cast<uint32_t>(word));
}

void PlainWordReader::pass_quotation_mark(uint32_t at) {
  const std::string_view rest = std::string_view(to_.text).substr(at);
  const auto opens = [&](size_t mark) {
    open_mark_ = mark;
    open_word_ = count_;
  };
  const auto closes = [&](size_t mark) {
    if (open_mark_ != mark) return;
    for (size_t w = open_word_; w < count_; ++w) to_.words[w].marks |= PlainWord::quoted;
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
    to_.capitals.push_back(count_);
  } else {
    word.marks |= PlainWord::mixed;
  }
}

}  // namespace offer
