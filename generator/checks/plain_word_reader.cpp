#include "checks/plain_word_reader.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/byte_bits.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr uint32_t no_more = std::numeric_limits<uint32_t>::max();
constexpr uint64_t small_bits = low_bits * 0x20;  // capitals do not have it; letters, digits and the signs inside words do

// Bits of eight bytes of a word that are capitals or not ASCII.
uint64_t unlike_small_letters(uint64_t eight) { return (eight ^ small_bits) & (small_bits | top_bits); }

// Of a word of up to sixteen bytes; first and second: those and what stands behind.
uint64_t unlike_small_letters(uint64_t first, uint64_t second, uint32_t length) {
  const unsigned behind = -8 * length & 63;  // bits of the last eight that are not the word's
  return length > 8 ? unlike_small_letters(second) << behind | unlike_small_letters(first) : unlike_small_letters(first) << behind;
}

}  // namespace

PlainWordReader& PlainWordReader::of_this_thread() {
  static thread_local PlainWordReader reader;
  return reader;
}

void PlainWordReader::begin(PlainPage& page) {
  to_ = &page;
  memory_ = &WordMemory::of(page.rules.words);
  sentences_.begin(page);
  for (auto* places : {&signs_, &ends_, &not_everyday_, &special_}) places->clear();
  seen_ = 0;
}

void PlainWordReader::read(PlainPage& page) {
  begin(page);
  const size_t size = page.text.size();
  page.text.append(64, '\n');  // so that as many bytes may be read wherever something stands
  find_bytes_of_words();
  put_in_lines();
  see_signs();
  look_up_words();
  size_t kept = 0;
  for (PlainPart& part : page.parts) {
    read_part(part);
    if (part.first_word < part.words_end) page.parts[kept++] = part;
  }
  page.parts.resize(kept);
  find_beginnings();
  page.text.resize(size);
}

void PlainWordReader::find_bytes_of_words() {
  const size_t numbers = (to_->text.size() - 1) / 64;
  word_bits_.resize(numbers);
  sign_bits_.resize(numbers);
  line_bits_.resize(numbers);
  const char* bytes = to_->text.data();
  for (size_t n = 0; n < numbers; ++n) {
    uint64_t words = 0, spaces = 0, lines = 0;
    for (size_t k = 0; k < 64; k += 16, bytes += 16) {
      const Sixteen sixteen = sixteen_bytes(bytes);
      words |= bits_of(letters_in(sixteen) | digits_in(sixteen)) << k;
      spaces |= bits_of(sixteen == ' ') << k;
      lines |= bits_of(sixteen == '\n') << k;
    }
    word_bits_[n] = words;
    sign_bits_[n] = ~(words | spaces | lines);
    line_bits_[n] = lines;
  }
}

// Line ends stand behind parts alone.
void PlainWordReader::put_in_lines() {
  auto part = to_->parts.begin();
  for (size_t n = 0; n < line_bits_.size(); ++n)
    for (uint64_t lines = line_bits_[n]; lines != 0; lines &= lines - 1) {
      const size_t at = 64 * n + first_bit(lines);
      if (part == to_->parts.end()) return;
      if (at < part->end) to_->text[at] = ' ';
      else ++part;
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
  const char* const text = to_->text.data();
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
    case '-':
      if (is_word_byte(before) && is_word_byte(after)) signs_.push_back(at);
      return;
    default:
      if ((sign & 0x80) != 0) see_far_character(at);
      else if (sign < ' ' || sign == 0x7F) not_everyday_.push_back(at);
  }
}

// One that is not ASCII.
void PlainWordReader::see_far_character(uint32_t at) {
  if (at < seen_) return;
  const std::string_view text(to_->text);
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

// The words without their neighbours, as if all were small letters that this thread remembers; those for which that is not enough go to uncommon_.
void PlainWordReader::look_up_words() {
  edges_.find_in(word_bits_);
  const size_t count = edges_.words();
  to_->words.resize(count);
  uncommon_.resize(count + 1);
  const char* const text = to_->text.data();
  const WordMemory& memory = *memory_;
  PlainWord* word = to_->words.data();
  uint32_t* uncommon = uncommon_.data();
  const uint32_t* edge = edges_.places();
  for (uint32_t number = 0; number < count; ++number, ++word, edge += 2) {
    const uint32_t start = edge[0];
    const uint32_t length = edge[1] - start;
    const uint64_t first = eight_bytes(text + start), second = eight_bytes(text + start + 8);
    const uint64_t longer = length > 8 ? ~uint64_t{0} : 0;
    const uint64_t last = first ^ ((first ^ second) & longer);
    const unsigned behind = -8 * length & 63;  // bits of `last` that are not the word's
    const uint64_t hash = WordHash::of_parts(first | small_bits, (last | small_bits) << behind, longer);
    const uint64_t unlike = unlike_small_letters(last) << behind | (unlike_small_letters(first) & longer);
    const WordMemory::Word& known = memory.at(hash);
    *word = {hash, start, length, known.entry, 0, known.facts};
    *uncommon = number;
    uncommon += (unlike | (length - 1) >> 4 | (known.hash ^ hash) | known.uncommon()) != 0 ? 1 : 0;
  }
  *uncommon = no_more;
  next_uncommon_ = uncommon_.data();
}

// What needs the words' neighbours. Where words and signs have nothing to say, it passes over them.
void PlainWordReader::read_part(PlainPart& part) {
  part.first_word = edges_.words_begun_before(part.start);
  part.words_end = edges_.words_begun_before(part.end);
  part.first_sentence = static_cast<uint32_t>(to_->sentences.size());
  in_address_ = false;
  open_mark_ = 0;
  for (uint32_t next = part.first_word;; next = count_ + 1) {
    count_ = in_address_ ? next : *next_uncommon_;
    if (*sign_ < part.end) count_ = std::min(count_, edges_.word_at(*sign_));
    if (count_ >= part.words_end) break;
    if (count_ == *next_uncommon_) ++next_uncommon_;
    PlainWord& word = to_->words[count_];
    has_dot_ = false;
    while (*sign_ < word.start + word.length) pass_sign(*sign_++, part);
    read_word(word);
  }
  count_ = part.words_end;
  while (*sign_ < part.end) pass_sign(*sign_++, part);

  const bool everyday = *odd_ >= part.end;
  while (*odd_ < part.end) ++odd_;
  const uint32_t* const first_end = end_;
  while (*end_ < part.end) ++end_;
  sentences_.add(part, {first_end, end_}, everyday);
  part.sentences_end = static_cast<uint32_t>(to_->sentences.size());
}

// A word of which there is something to say.
void PlainWordReader::read_word(PlainWord& word) {
  const std::string_view text = to_->text_of(word);
  const uint64_t unlike = word.length > 16 ? ~uint64_t{0} : unlike_small_letters(eight_bytes(text.data()), eight_bytes(text.data() + 8), word.length);
  const bool capital = is_upper(text.front());
  if (capital) word.marks |= PlainWord::capital;
  if (is_digit(text.front())) {
    word.marks |= PlainWord::number;
    to_->numbers.push_back(count_);
  }
  if (in_address_ && std::string_view(to_->text).substr(address_from_, word.start - address_from_).find(' ') != std::string_view::npos) in_address_ = false;
  if (in_address_ || (has_dot_ && word.length > 4 && !is_digit(text.front()))) {
    word.marks |= PlainWord::address;
    in_address_ = true;
    address_from_ = word.start + word.length;
  }
  if ((unlike & top_bits) != 0) word.hash = hash_of(text, word.marks);
  const WordMemory::Word& known = memory_->find(word.hash, text, word.is(PlainWord::accented));
  word.entry = known.entry;
  word.facts = known.facts;
  to_->facts = static_cast<uint16_t>(to_->facts | word.facts);
  if ((known.look & (capital ? WordMemory::Word::capital_may_be_wrong : WordMemory::Word::small_may_be_wrong)) != 0) to_->unspelled.push_back(count_);
  if (word.can(PlainSentence::asked) || word.is(PlainSentenceReader::asked)) special_.push_back(count_);
  if (word.can(negative)) to_->negatives.push_back(count_);
  const bool one_capital_first = capital && word.length < 16 && std::has_single_bit(unlike);
  if (unlike != 0 && !one_capital_first && std::any_of(text.begin() + 1, text.end(), is_upper)) mark_capitals(word);
}

// The words at which a phrase of the lists may begin, going by them and the word behind.
void PlainWordReader::find_beginnings() {
  const PlainWords& rules = to_->rules.words;
  to_->beginnings.resize(to_->words.size() + 1);
  uint32_t* beginning = to_->beginnings.data();
  uint64_t before = 0;       // the hash of the word before
  bool may_begin = false;    // whether a phrase may begin with that
  for (uint32_t number = 0; number < to_->words.size(); ++number) {
    const PlainWord& word = to_->words[number];
    *beginning = number - 1;
    beginning += static_cast<unsigned>(may_begin) & static_cast<unsigned>(rules.may_go_on(before, word.hash));
    *beginning = number;
    beginning += (word.facts & is_phrase) != 0 ? 1 : 0;
    may_begin = (word.facts & (begins_phrase | is_phrase)) == begins_phrase;
    before = word.hash;
  }
  to_->beginnings.resize(static_cast<size_t>(beginning - to_->beginnings.data()));
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

// It is called when all words before the sign are known, and the word at hand is the first that ends behind it.
void PlainWordReader::pass_sign(uint32_t at, const PlainPart& part) {
  const char sign = to_->text[at];
  if (sign == '.') has_dot_ = true;
  else if (sign == '-') join_words(at, part);
  else if (sign == '@' || sign == ':') mark_address(at, part);
  else pass_quotation_mark(at);
}

// Only where there is nothing but the hyphen between them.
void PlainWordReader::join_words(uint32_t hyphen, const PlainPart& part) {
  if (count_ <= part.first_word || count_ >= part.words_end) return;
  const PlainWord& before = to_->words[count_ - 1];
  PlainWord& word = to_->words[count_];
  if (before.start + before.length == hyphen && word.start == hyphen + 1) word.marks |= PlainWord::joined;
}

// The word before an '@' is part of the address too.
void PlainWordReader::mark_address(uint32_t at_sign, const PlainPart& part) {
  in_address_ = true;
  address_from_ = at_sign;
  constexpr size_t most = 8;  // words of an address before its sign
  size_t first = count_;
  for (size_t n = 0; first > part.first_word && n < most; --first, ++n) {
    PlainWord& word = to_->words[first - 1];
    if (std::string_view(to_->text).substr(word.start, at_sign - word.start).find(' ') != std::string_view::npos) break;
    word.marks |= PlainWord::address;
  }
  while (!special_.empty() && special_.back() >= first) special_.pop_back();
  for (size_t word = first; word < count_; ++word) special_.push_back(static_cast<uint32_t>(word));
}

void PlainWordReader::pass_quotation_mark(uint32_t at) {
  const std::string_view rest = std::string_view(to_->text).substr(at);
  const auto opens = [&](size_t mark) {
    open_mark_ = mark;
    open_word_ = count_;
  };
  const auto closes = [&](size_t mark) {
    if (open_mark_ != mark) return;
    for (size_t w = open_word_; w < count_; ++w) to_->words[w].marks |= PlainWord::quoted;
    open_mark_ = 0;
  };
  const bool begins = at == 0 || std::string_view("\n ([-/").find(to_->text[at - 1]) != std::string_view::npos;
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
  const std::string_view text = to_->text_of(word);
  if (std::none_of(text.begin(), text.end(), is_lower) && std::count_if(text.begin(), text.end(), is_upper) > 1) {
    word.marks |= PlainWord::capitals;
    to_->capitals.push_back(count_);
  } else {
    word.marks |= PlainWord::mixed;
  }
}

}  // namespace offer
