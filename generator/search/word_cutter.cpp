#include "search/word_cutter.h"

#include <algorithm>

#include "base/byte_bits.h"

namespace offer {

namespace {

constexpr size_t cutter_padding = 64;  // bytes that can be read behind the text

}  // namespace

void WordCutter::put(std::string_view text) {
  if (text.empty()) return;
  if (text_.size() < size_ + text.size() + cutter_padding) text_.resize((size_ + text.size() + cutter_padding) * 2);
  std::memcpy(text_.data() + size_, text.data(), text.size());
  size_ += text.size();
}

// Folds the text's letters in place, and finds the runs.
void WordCutter::find_runs() {
  edges_used_ = 0;
  if (size_ == 0) return;
  if (edges_.size() < size_ + 2) edges_.resize(size_ * 2 + 64);
  std::memset(text_.data() + size_, 0, cutter_padding);
  uint32_t* edge = edges_.data();
  char* at = text_.data();
  Sixteen beyond{};     // of bytes outside ASCII, which have the upper bit
  uint64_t before = 0;  // 1: the last byte belonged to a run
  for (size_t block = 0; block <= size_; block += 64) {  // one more than the text, so that its last run ends
    uint64_t bits = 0;  // of the bytes that belong to runs
    for (size_t k = 0; k < 64; k += 16, at += 16) {
      const Sixteen bytes = sixteen_bytes(at);
      const Sixteen letters = letters_in(bytes);
      const Sixteen folded = bytes | (letters & 0x20);
      std::memcpy(at, &folded, sizeof folded);
      beyond |= bytes;
      bits |= bits_of(letters | digits_in(bytes) | bytes) << k;
    }
    uint64_t edges = bits ^ (bits << 1U | before);
    before = bits >> 63U;
    for (; edges != 0; edges &= edges - 1) *edge++ = static_cast<uint32_t>(block + first_bit(edges));
  }
  all_ascii_ = bits_of(beyond) == 0;
  edges_used_ = static_cast<size_t>(edge - edges_.data());
}

bool WordCutter::has_far_bytes(uint32_t begin, uint32_t end) const {
  return std::any_of(text_.begin() + begin, text_.begin() + end, [](char c) { return (c & 0x80) != 0; });
}

}  // namespace offer
