// Sixty-four bytes at once: which of them are of a kind, as one number with a bit for each byte, that of the first byte lowest.
//
// Where a run of bytes begins and ends, and what stands beside what, are then a few steps for all of them together.
#pragma once

#include "base/eight_bytes.h"

namespace offer {

// A bit for each of eight bytes whose upper bit is set.
constexpr uint64_t top_bits_of(uint64_t eight) { return ((eight & top_bits) >> 7) * 0x0102040810204080ULL >> 56; }

// A bit for each of the sixteen.
inline uint64_t bits_of(Sixteen fits) {
#if defined(__SSE2__)
  using Characters [[gnu::vector_size(16)]] = char;
  return static_cast<uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<Characters>(fits)));
#else
  uint64_t halves[2];
  std::memcpy(halves, &fits, sizeof halves);
  if constexpr (std::endian::native == std::endian::big) halves[0] = __builtin_bswap64(halves[0]), halves[1] = __builtin_bswap64(halves[1]);
  return top_bits_of(halves[0]) | top_bits_of(halves[1]) << 8;
#endif
}

inline Sixteen letters_in(Sixteen bytes) {
  const Sixteen small = bytes | 0x20;
  return (small > 'a' - 1) & (small < 'z' + 1);
}
inline Sixteen digits_in(Sixteen bytes) { return (bytes > '0' - 1) & (bytes < '9' + 1); }

// How many bits are set, in some steps: std::popcount is a call of a library where not every processor of the kind has an instruction for it.
constexpr size_t count_of_bits(uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555ULL;
  bits = (bits & 0x3333333333333333ULL) + (bits >> 2 & 0x3333333333333333ULL);
  return ((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * 0x0101010101010101ULL >> 56;
}

inline size_t first_bit(uint64_t bits) { return static_cast<size_t>(std::countr_zero(bits)); }

}  // namespace offer
