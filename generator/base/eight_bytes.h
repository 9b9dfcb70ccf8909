// Eight bytes at once: for loops that look through long texts for the few bytes that matter.
//
// Each question is answered for eight bytes in one number: 0 where none fits, else the place of the first that does is first_of(number). Bits of
// bytes after that first one say nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace offer {

inline constexpr uint64_t low_bits = 0x0101010101010101ULL;
inline constexpr uint64_t top_bits = 0x8080808080808080ULL;

// at: eight bytes that may be read.
inline uint64_t eight_bytes(const char* at) {
  uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  return eight;
}

constexpr uint64_t bytes_below(uint64_t eight, uint8_t limit) { return (eight - low_bits * limit) & ~eight & top_bits; }  // limit: up to 128
constexpr uint64_t bytes_that_are(uint64_t eight, char c) { return bytes_below(eight ^ (low_bits * static_cast<uint8_t>(c)), 1); }
constexpr uint64_t bytes_not_ascii(uint64_t eight) { return eight & top_bits; }

constexpr size_t first_of(uint64_t fits) { return static_cast<size_t>(std::countr_zero(fits)) / 8; }

}  // namespace offer
