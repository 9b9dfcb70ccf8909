// Reads a page's Blocks and fields into the parts, sentences and words of a PlainPage.
#include "checks/plain_page.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/language.h"
#include "base/text.h"
#include "checks/plain_sentence_reader.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// What a byte is to whoever reads words.
enum Kind : uint8_t { letter = 1, digit = 2, not_ascii = 4, joins = 8 /* inside a word, perhaps */, quotes = 16, of_address = 32, ends = 64 /* a sentence, perhaps */, control = 128 };
constexpr uint8_t of_word = letter | digit;

constexpr std::array<uint8_t, 256> kinds = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < 256; ++c) {
    if (c >= 0x80) table[c] = not_ascii;
    else if (is_digit(static_cast<char>(c))) table[c] = digit;
    else if (is_letter(static_cast<char>(c))) table[c] = letter;
  }
  for (size_t c = 0; c < 0x20; ++c) table[c] = control;
  table[0x7F] = control;
  for (const char c : {'.', '!', '?'}) table[static_cast<uint8_t>(c)] |= ends;
  for (const char c : {'\'', '.', ','}) table[static_cast<uint8_t>(c)] |= joins;
  for (const char c : {'"', '\''}) table[static_cast<uint8_t>(c)] |= quotes;
  for (const char c : {'@', ':'}) table[static_cast<uint8_t>(c)] |= of_address;
  return table;
}();

uint8_t kind_of(char c) { return kinds[static_cast<uint8_t>(c)]; }

}  // namespace

// Reads the page's Blocks and fields into parts.
class PlainPage::Reader {
 public:
  explicit Reader(PlainPage& to) : to_(to), sentences_(to) {}

  void read_field(std::string_view words, PartKind kind, Place place) {
    begin(kind, place);
    to_.text += words;
    std::replace(to_.text.begin() + to_.parts.back().start, to_.text.end(), '\n', ' ');
    finish();
  }

  void read(const Block& block, PartKind kind) {
    switch (block.kind) {
      case BlockKind::quote:
      case BlockKind::code:
      case BlockKind::raw_html:
      case BlockKind::drawing: return;
      case BlockKind::paragraph:
        if (block.variant != static_cast<uint8_t>(ParagraphKind::meaning)) read_part(block, kind);
        return;
      case BlockKind::heading: read_part(block, PartKind::heading); return;
      case BlockKind::cell: read_part(block, PartKind::cell); return;
      case BlockKind::bullet_list: kind = is_list_of_links(block) ? PartKind::lead : PartKind::item; break;
      case BlockKind::numbered_list: kind = PartKind::item; break;
      default: break;
    }
    for (const Block& child : children(block)) read(child, kind);
  }

 private:
  struct Region {
    uint32_t start, end;
  };

  uint32_t end_of_text() const { return static_cast<uint32_t>(to_.text.size()); }

  void begin(PartKind kind, Place place) {
    PlainPart part;
    part.kind = kind;
    part.place = place;
    part.start = end_of_text();
    part.first_word = static_cast<uint32_t>(to_.words.size());
    part.first_sentence = static_cast<uint32_t>(to_.sentences.size());
    part.first_piece = static_cast<uint32_t>(to_.pieces.size());
    to_.parts.push_back(part);
    foreign_.clear();
    label_end_ = part.start;
  }

  void read_part(const Block& block, PartKind kind) {
    begin(kind, block.place);
    for (const Block& child : children(block)) read_inline(child);
    if (block.first != nullptr && block.first->kind == BlockKind::strong) find_label(*block.first);
    finish();
  }

  void read_inline(const Block& block) {
    const uint32_t start = end_of_text();
    switch (block.kind) {
      case BlockKind::picture:
      case BlockKind::raw_html: return;
      case BlockKind::line_break: to_.text += ' '; return;
      case BlockKind::text:
      case BlockKind::code_span:
        to_.pieces.push_back({start, &block});
        to_.text += block.text;
        if (block.text.find('\n') != std::string_view::npos) std::replace(to_.text.begin() + start, to_.text.end(), '\n', ' ');
        break;
      default:
        for (const Block& child : children(block)) read_inline(child);
    }
    const bool in_another_language = block.kind == BlockKind::link && !is_english(to_.site.language_at(block.target, to_.page));
    if (block.kind == BlockKind::code_span || block.kind == BlockKind::emphasis || in_another_language) {
      while (!foreign_.empty() && foreign_.back().start >= start) foreign_.pop_back();  // what stands inside it
      foreign_.push_back({start, end_of_text()});
    }
    if (block.kind == BlockKind::emphasis) to_.italics.push_back({start, end_of_text() - start});
  }

  // "**When:** by 31 March" says a thing and its name.
  void find_label(const Block& strong) {
    const std::string words = plain_text(strong);
    const std::string_view text = std::string_view(to_.text).substr(to_.parts.back().start);
    if (words.empty()) return;
    if (words.back() == ':') label_end_ += static_cast<uint32_t>(words.size());
    else if (words.size() < text.size() && text[words.size()] == ':') label_end_ += static_cast<uint32_t>(words.size()) + 1;
    label_end_ = std::min(label_end_, end_of_text());
  }

  void finish() {
    PlainPart& part = to_.parts.back();
    part.end = end_of_text();
    to_.text.append(8, '\n');  // so that eight bytes may be read wherever a word begins
    ends_.clear();
    everyday_ = true;
    seconds_ = 0;
    find_words(part);
    if (seconds_ != 0) to_.beginnings.push_back(static_cast<uint32_t>(to_.words.size() - 1));
    to_.text.resize(part.end);
    part.words_end = static_cast<uint32_t>(to_.words.size());
    sentences_.add(part, label_end_, everyday_ ? &ends_ : nullptr);
    part.sentences_end = static_cast<uint32_t>(to_.sentences.size());
    if (!foreign_.empty()) mark_foreign(part);
    if (part.first_word == part.words_end) to_.parts.pop_back();
    to_.text += '\n';
  }

  char at(size_t i) const { return i < to_.text.size() ? to_.text[i] : ' '; }

  // Whether the sign at `i` is inside a word: don't, 3,000, e.g. How many bytes it has.
  size_t joining_sign(size_t i) const {
    const char before = to_.text[i - 1];
    const std::string_view rest = std::string_view(to_.text).substr(i);
    if (rest.front() == '\'') return is_letter(before) && is_letter(at(i + 1)) ? 1 : 0;
    if (rest.starts_with("’")) return is_letter(before) && is_letter(at(i + 3)) ? 3 : 0;
    if (rest.front() == '.') return (is_letter(before) && is_letter(at(i + 1))) || (is_digit(before) && is_digit(at(i + 1))) ? 1 : 0;
    if (rest.front() == ',') return is_digit(before) && is_digit(at(i + 1)) ? 1 : 0;
    return 0;
  }

  void find_words(const PlainPart& part) {
    const std::string_view text(to_.text);
    bool in_address = false;
    size_t open_mark = 0;  // the sign that opened a quotation: '"', '\'' or 2 for “, 3 for ‘
    uint32_t open_word = 0;
    for (size_t i = part.start; i < part.end;) {
      const char c = text[i];
      if (c == ' ') {
        in_address = false;
        ++i;
        continue;
      }
      const uint8_t kind = kind_of(c);
      if ((kind & of_word) != 0 || ((kind & not_ascii) != 0 && word_length(text, i) > 0)) {
        i = read_word(i, part, in_address);
        continue;
      }
      if ((kind & ends) != 0) ends_.push_back(i);
      if ((kind & (not_ascii | control)) != 0) everyday_ = false;
      if ((kind & of_address) != 0 && (c == '@' || text.substr(i, 3) == "://")) mark_address(i, in_address);
      if ((kind & (quotes | not_ascii)) != 0) see_quotation_mark(i, part, open_mark, open_word);
      i += (kind & not_ascii) == 0 ? 1 : character_length(text, i);
    }
  }

  void mark_foreign(const PlainPart& part) {
    size_t region = 0;
    for (size_t w = part.first_word; w < to_.words.size() && region < foreign_.size(); ++w) {
      PlainWord& word = to_.words[w];
      while (region < foreign_.size() && foreign_[region].end <= word.start) ++region;
      if (region < foreign_.size() && foreign_[region].start <= word.start) word.marks |= PlainWord::quoted;
    }
  }

  // The word before an '@' is part of the address too.
  void mark_address(size_t at_sign, bool& in_address) {
    in_address = true;
    constexpr size_t most = 8;  // words of an address before its sign
    for (size_t w = to_.words.size(), n = 0; w > to_.parts.back().first_word && n < most; --w, ++n) {
      PlainWord& word = to_.words[w - 1];
      if (std::string_view(to_.text).substr(word.start, at_sign - word.start).find(' ') != std::string_view::npos) break;
      word.marks |= PlainWord::address;
    }
  }

  void see_quotation_mark(size_t i, const PlainPart& part, size_t& open, uint32_t& open_word) {
    const std::string_view rest = std::string_view(to_.text).substr(i);
    const auto opens = [&](size_t mark) {
      open = mark;
      open_word = static_cast<uint32_t>(to_.words.size());
    };
    const auto closes = [&](size_t mark) {
      if (open != mark) return;
      for (size_t w = open_word; w < to_.words.size(); ++w) to_.words[w].marks |= PlainWord::quoted;
      open = 0;
    };
    const bool begins = i == part.start || std::string_view(" ([-/").find(to_.text[i - 1]) != std::string_view::npos;
    if (rest.front() == '"' || (rest.front() == '\'')) {
      const auto mark = static_cast<size_t>(rest.front());
      if (open == mark && !begins) closes(mark);
      else if (open == 0 && begins) opens(mark);
    } else if (rest.front() == '\xE2') {
      if (rest.starts_with("“")) opens(2);
      else if (rest.starts_with("”")) closes(2);
      else if (rest.starts_with("‘") && open == 0) opens(3);
      else if (rest.starts_with("’")) closes(3);
    }
  }

  // Returns where the word at `i` ends.
  [[gnu::always_inline]] size_t read_word(size_t i, const PlainPart& part, bool& in_address) {
    const char* const text = to_.text.data();
    const auto number = static_cast<uint32_t>(to_.words.size());
    PlainWord& word = to_.words.emplace_back();
    word.start = static_cast<uint32_t>(i);
    WordHash hash;
    // Its letters and digits, eight at a time. Most words end with the first eight. What makes capitals small leaves digits as they are.
    uint64_t capitals = 0;                   // not 0: it has some
    uint64_t behind_first = ~uint64_t{0xFF};
    for (;;) {
      const uint64_t eight = eight_bytes(text + i);
      const uint64_t small = eight | low_bits * 0x20;
      const uint64_t others = ~(bytes_between(small, 'a', 'z') | bytes_between(eight, '0', '9')) & top_bits;
      const size_t count = first_of(others);
      if (count < 8) {
        if (count > 0) {
          hash.add_last(small, count);
          capitals |= ((eight ^ small) & behind_first) << (64 - 8 * count);
          i += count;
        }
        break;
      }
      hash.add_eight(small);
      capitals |= (eight ^ small) & behind_first;
      behind_first = ~uint64_t{0};
      i += 8;
    }
    const bool dot = text[i] != ' ' && read_on(i, part, word, hash, capitals);
    word.length = static_cast<uint32_t>(i - word.start);
    word.hash = hash.value();
    const char first = text[word.start];
    if (is_upper(first)) word.marks |= PlainWord::capital;
    if (capitals != 0) mark_capitals(word);
    if (is_digit(first)) {
      word.marks |= PlainWord::number;
      to_.numbers.push_back(number);
    }
    if (word.start > part.start && text[word.start - 1] == '-' && number > part.first_word) {
      const PlainWord& before = to_.words[number - 1];
      if (before.start + before.length + 1 == word.start) word.marks |= PlainWord::joined;
    }
    if (in_address || (dot && word.length > 4 && !is_digit(first))) {
      word.marks |= PlainWord::address;
      in_address = true;
    }
    if ((seconds_ & PlainWords::second_bit(word.hash)) != 0) to_.beginnings.push_back(number - 1);
    seconds_ = 0;
    word.entry = to_.rules.words.find(word.hash);
    if (word.entry != nullptr) {
      word.facts = word.entry->facts;
      to_.facts = static_cast<uint16_t>(to_.facts | word.facts);
      if (word.can(begins_phrase)) seconds_ = word.entry->seconds;
      if (word.can(negative)) to_.negatives.push_back(number);
    }
    return i;
  }

  // Goes on in a word where something stands that is neither letter nor digit nor a space: don't, 3,000, naïve. Says whether it has a full stop.
  bool read_on(size_t& i, const PlainPart& part, PlainWord& word, WordHash& hash, uint64_t& capitals) {
    const std::string_view text(to_.text);
    bool dot = false;
    while (i < part.end) {
      const char c = text[i];
      const uint8_t kind = kind_of(c);
      if ((kind & of_word) != 0) {
        if (is_upper(c)) capitals = 1;
        hash.add(c);
        ++i;
      } else if ((kind & not_ascii) != 0 && word_length(text, i) > 0) {
        word.marks |= PlainWord::accented;
        everyday_ = false;
        for (const size_t end = i + character_length(text, i); i < end && i < part.end; ++i) hash.add(text[i]);
      } else {
        const size_t sign = (kind & (joins | not_ascii)) != 0 && i + 1 < part.end ? joining_sign(i) : 0;
        if (sign == 0) break;
        if (c == '.') ends_.push_back(i);
        dot = dot || c == '.';
        if (sign == 3) {
          word.marks |= PlainWord::curly;
          everyday_ = false;
        }
        hash.add(sign == 3 ? '\'' : c);
        i += sign;
      }
    }
    return dot;
  }

  // Of a word that has capitals behind its first byte.
  void mark_capitals(PlainWord& word) {
    const std::string_view text = to_.text_of(word);
    if (std::none_of(text.begin(), text.end(), is_lower) && std::count_if(text.begin(), text.end(), is_upper) > 1) {
      word.marks |= PlainWord::capitals;
      to_.capitals.push_back(static_cast<uint32_t>(to_.words.size() - 1));
    } else {
      word.marks |= PlainWord::mixed;
    }
  }

  PlainPage& to_;
  PlainSentenceReader sentences_;
  std::vector<Region> foreign_;
  uint32_t label_end_ = 0;
  uint64_t seconds_ = 0;      // of the phrases that the last word may begin: PlainWords::second_bit of the words that may follow
  std::vector<size_t> ends_;  // of the part at hand: where '.', '!' and '?' stand
  bool everyday_ = true;      // it has ASCII alone, without control characters
};

namespace {

WrittenFor audience_of(const Page& page) {
  const auto& audience = page.fields.get(shared::audience).words;
  if (audience.size() != 1) return WrittenFor::everyone;
  return audience.front() == "professionals" ? WrittenFor::professionals : audience.front() == "young-people" ? WrittenFor::young_people : WrittenFor::everyone;
}

}  // namespace

PlainPage::PlainPage(const Page& page_, const SiteView& site_) : page(page_), site(site_), rules(site_.plain_english()), written_for(audience_of(page_)) {
  text.reserve(16384);
  words.reserve(2048);
  sentences.reserve(128);
  parts.reserve(128);
  pieces.reserve(256);
  Reader reader(*this);
  for (const Fields::Entry& entry : page.fields.all()) {
    const std::string* value = std::get_if<std::string>(&entry.value);
    if (value == nullptr || value->find(' ') == std::string::npos || entry.field == &shared::checked_by) continue;
    if (entry.field->name == "say") continue;  // how a word sounds
    reader.read_field(*value, entry.field == &shared::title || entry.field == &shared::short_title ? PartKind::title : PartKind::field, entry.place);
  }
  reader.read(page.document(), PartKind::paragraph);
  find_phrases();
}

}  // namespace offer
