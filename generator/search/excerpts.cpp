#include "search/excerpts.h"

#include <algorithm>

#include "base/byte_bits.h"
#include "base/escape.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr size_t longest_sentence = 220;  // bytes
constexpr size_t shortest_sentence = 4;
constexpr size_t frame_of_section = 10;   // bytes of JSON around it

// The first '.', '!' or '?' from here on; the end of the text if there is none.
size_t next_end(std::string_view text, size_t from) {
  for (; from + 16 <= text.size(); from += 16) {
    const Sixteen bytes = sixteen_bytes(text.data() + from);
    if (const uint64_t ends = bits_of((bytes == '.') | (bytes == '!') | (bytes == '?')); ends != 0) return from + first_bit(ends);
  }
  while (from < text.size() && text[from] != '.' && text[from] != '!' && text[from] != '?') ++from;
  return std::min(from, text.size());
}

// Where the sentence that begins at `from` ends.
size_t sentence_end(std::string_view text, size_t from) {
  for (size_t i = next_end(text, from); i < text.size(); i = next_end(text, i + 1)) {
    if (i + 1 == text.size()) return i + 1;
    if (text[i + 1] == ' ' && i + 2 < text.size() && !is_lower(text[i + 2]) && i > from + 3) return i + 1;
  }
  return text.size();
}

}  // namespace

void Excerpts::begin() {
  text_.clear();
  sentences_.clear();
  parts_.assign(1, {});
  used_ = 0;
}

Excerpts::Piece Excerpts::keep(std::string_view words) {
  text_ += words;
  return {text_.size() - words.size(), words.size()};
}

// Whether there is room for the part that was begun last, with its first sentence if it has one. This settles more: what has no room now gets none later,
// as there will only be less.
void Excerpts::fit_first() {
  Section& section = parts_.back();
  if (section.kept > 0 || !section.open) return;
  const size_t size = section.heading.size + section.anchor.size + frame_of_section + (section.count > 0 ? sentences_[section.first].size + 1 : 0);
  section.open = used_ + size <= room_;
  if (!section.open) return;
  used_ += size;
  section.kept = 1;
}

void Excerpts::heading(std::string_view words, std::string_view anchor) {
  fit_first();
  Section section;
  section.heading = keep(words);
  section.anchor = keep(anchor);
  section.first = sentences_.size();
  parts_.push_back(section);
}

void Excerpts::text(std::string_view words) {
  Section& section = parts_.back();
  for (size_t at = 0; at < words.size() && section.open;) {
    const size_t end = sentence_end(words, at);
    const std::string_view sentence = trim(words.substr(at, end - at));
    at = end + 1;
    if (sentence.size() < shortest_sentence) continue;
    Piece piece = keep(sentence);
    if (sentence.size() > longest_sentence) {
      const size_t space = sentence.rfind(' ', longest_sentence);
      size_t size = space == std::string_view::npos ? longest_sentence : space;
      while (size > 0 && (sentence[size] & 0xC0) == 0x80) --size;
      text_.resize(piece.from + size);
      text_ += "…";
      piece.size = text_.size() - piece.from;
    }
    sentences_.push_back(piece);
    ++section.count;
    if (section.count == 1) fit_first();
    else section.open = used_ + piece.size + 1 <= room_;
  }
}

// The second sentence of every part, then the third …
void Excerpts::fit_others() {
  bool more = true;
  for (size_t rank = 1; more && used_ < room_; ++rank) {
    more = false;
    for (Section& section : parts_) {
      if (rank >= section.count || section.kept != rank) continue;
      const size_t size = sentences_[section.first + rank].size + 1;
      if (used_ + size > room_) continue;
      used_ += size;
      section.kept = rank + 1;
      more = true;
    }
  }
}

std::string Excerpts::json() {
  fit_first();
  fit_others();
  std::string json;
  json.reserve(used_ + used_ / 8 + 64);
  json += '[';
  std::string sentences;
  for (const Section& section : parts_) {
    const size_t kept = std::min(section.kept, section.count);
    if (section.kept == 0 || (kept == 0 && section.heading.size == 0)) continue;
    sentences.clear();
    for (size_t s = 0; s < kept; ++s) {
      if (s > 0) sentences += '\n';
      sentences += words_of(sentences_[section.first + s]);
    }
    json += json.size() > 1 ? ",[" : "[";
    add_json_string(words_of(section.heading), json);
    json += ',';
    add_json_string(words_of(section.anchor), json);
    json += ',';
    add_json_string(sentences, json);
    json += ']';
  }
  return json + "]";
}

}  // namespace offer
