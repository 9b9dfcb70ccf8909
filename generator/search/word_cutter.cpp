#include "search/word_cutter.h"

#include <algorithm>
#include <bit>

namespace offer {

namespace {

constexpr size_t padding = 64;  // bytes that can be read behind the text
constexpr uint64_t ones = 0x0101'0101'0101'0101;
constexpr uint64_t tops = ones * 0x80;

// Eight bytes as a number, the first the lowest.
uint64_t load(const char* at) {
  uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
}
void store(uint64_t bytes, char* at) {
  if (std::endian::native != std::endian::little) bytes = __builtin_bswap64(bytes);
  std::memcpy(at, &bytes, sizeof bytes);
}

// The top bit of each byte from `low` to `high`; no byte of `bytes` may have its own top bit set.
constexpr uint64_t between(uint64_t bytes, unsigned char low, unsigned char high) { return (bytes + ones * (0x80U - low)) & ~(bytes + ones * (0x7FU - high)) & tops; }

// The top bits of eight bytes, side by side.
constexpr uint64_t side_by_side(uint64_t top_bits) { return (top_bits >> 7U) * 0x0102'0408'1020'4080 >> 56U; }
static_assert(side_by_side(0x80) == 1 && side_by_side(0x8000'0000'0000'8000) == 0x82 && side_by_side(tops) == 0xFF);

}  // namespace

void WordCutter::put(std::string_view text) {
  if (text.empty()) return;
  if (text_.size() < size_ + text.size() + padding) text_.resize((size_ + text.size() + padding) * 2);
  std::memcpy(text_.data() + size_, text.data(), text.size());
  size_ += text.size();
}

// Folds the text's letters in place, and finds the runs.
void WordCutter::find_runs() {
  edges_used_ = 0;
  if (size_ == 0) return;
  if (edges_.size() < size_ + 2) edges_.resize(size_ * 2 + 64);
  std::memset(text_.data() + size_, 0, padding);
  uint32_t* edge = edges_.data();
  uint64_t beyond = 0;
  uint64_t before = 0;  // 1: the last byte belonged to a run
  for (size_t block = 0; block <= size_; block += 64) {  // one more than the text, so that its last run ends
    uint64_t bits = 0;  // of the bytes that belong to runs
    for (size_t k = 0; k < 64 && block + k < size_; k += 8) {
      char* const at = text_.data() + block + k;
      const uint64_t bytes = load(at);
      const uint64_t low = bytes & ~tops;
      const uint64_t small = low | ones * 0x20;
      const uint64_t outside = bytes & tops;
      const uint64_t letters = between(small, 'a', 'z') & ~outside;
      const uint64_t digits = between(low, '0', '9') & ~outside;
      store(bytes | letters >> 2U, at);
      beyond |= outside;
      bits |= side_by_side(letters | digits | outside) << k;
    }
    uint64_t edges = bits ^ (bits << 1U | before);
    before = bits >> 63U;
    for (; edges != 0; edges &= edges - 1) *edge++ = static_cast<uint32_t>(block + static_cast<size_t>(std::countr_zero(edges)));
  }
  all_ascii_ = beyond == 0;
  edges_used_ = static_cast<size_t>(edge - edges_.data());
}

bool WordCutter::has_far_bytes(uint32_t begin, uint32_t end) const {
  return std::any_of(text_.begin() + begin, text_.begin() + end, [](char c) { return (c & 0x80) != 0; });
}

}  // namespace offer
