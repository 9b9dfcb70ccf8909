#include "checks/paragraph_words.h"

#include <algorithm>
#include <cstring>

#include "base/byte_bits.h"

namespace offer {

namespace {

constexpr size_t words_padding = 64 + 16;

Sixteen blanks_in(Sixteen bytes) { return (bytes == ' ') | (bytes == '\n') | (bytes == '\t'); }
bool is_gap_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// What put() would be given, and a byte for each Block, behind which a blank may be put.
size_t most_bytes_of(const Block& block, size_t enough) {
  size_t bytes = block.text.size() + 1;
  for (const Block* child = block.first; child != nullptr && bytes < enough; child = child->next) bytes += most_bytes_of(*child, enough - bytes);
  return bytes;
}

}  // namespace

bool ParagraphWords::may_be_long(const Block& paragraph) {
  constexpr size_t enough = 2 * least_words - 1;  // a letter for each, and blanks between them
  return most_bytes_of(paragraph, enough) >= enough;
}

void ParagraphWords::read(const Block& paragraph) {
  size_ = 0;
  put({});
  add(paragraph);
  std::memset(text_.data() + size_, ' ', words_padding);
  count_words();
}

void ParagraphWords::add(const Block& block) {
  if (block.kind == BlockKind::line_break) put(" ");
  else if (block.kind != BlockKind::picture && block.kind != BlockKind::values) put(block.text);
  for (const Block& child : children(block)) {
    if (!holds_inlines(block.kind)) put(" ");
    add(child);
  }
}

void ParagraphWords::put(std::string_view text) {
  if (text_.size() < size_ + text.size() + words_padding) text_.resize((size_ + text.size() + words_padding) * 2);
  std::copy(text.begin(), text.end(), text_.begin() + static_cast<ptrdiff_t>(size_));
  size_ += text.size();
}

void ParagraphWords::count_words() {
  words_ = 0;
  uint64_t before = 1;  // whether a blank stands there
  uint64_t doubled = 0;
  for (size_t at = 0; at < size_; at += 64) {
    uint64_t blanks = 0;
    for (size_t k = 0; k < 64; k += 16) blanks |= bits_of(blanks_in(sixteen_bytes(text_.data() + at + k))) << k;
    const uint64_t behind_blanks = blanks << 1 | before;
    words_ += count_of_bits(~blanks & behind_blanks);
    const uint64_t of_text = size_ - at < 64 ? (uint64_t{1} << (size_ - at)) - 1 : ~uint64_t{0};
    doubled |= blanks & behind_blanks & of_text;
    before = blanks >> 63;
  }
  single_blanks_ = doubled == 0 && size_ > 0 && !is_gap_byte(text_[size_ - 1]);
}

size_t ParagraphWords::sentence_ends() const {
  size_t ends = 0;
  for (size_t at = 0; at < size_; at += 16) {
    const Sixteen bytes = sixteen_bytes(text_.data() + at);
    ends += count_of_bits(bits_of(((bytes == '.') | (bytes == '?') | (bytes == '!')) & blanks_in(sixteen_bytes(text_.data() + at + 1))));
  }
  return ends;
}

void ParagraphWords::leave_out_blanks() {
  size_t kept = 0;
  bool blank = true;
  for (size_t at = 0; at < size_; ++at) {
    const char c = text_[at];
    if (!is_gap_byte(c) || !blank) text_[kept++] = c;
    blank = is_gap_byte(c);
  }
  if (kept > 0 && blank) --kept;
  size_ = kept;
  single_blanks_ = true;
  std::memset(text_.data() + size_, ' ', words_padding);
}

uint64_t ParagraphWords::hash() {
  if (!single_blanks_) leave_out_blanks();
  uint64_t first = 0xCBF29CE484222325ULL, second = size_;
  for (size_t at = 0; at < size_; at += 16) {
    const Sixteen bytes = sixteen_bytes(text_.data() + at);
    const Sixteen folded = (bytes & ~blanks_in(bytes)) | 0x20;
    uint64_t halves[2];
    std::memcpy(halves, &folded, sizeof halves);
    first = (first ^ halves[0]) * 0x9E3779B97F4A7C15ULL;
    first ^= first >> 32;
    second = (second ^ halves[1]) * 0xBF58476D1CE4E5B9ULL;
    second ^= second >> 29;
  }
  first = (first ^ second) * 0x94D049BB133111EBULL;
  return first ^ first >> 31;
}

}  // namespace offer
