// Eight bytes at once: for loops that look through long texts for the few bytes that matter.
//
// Each question is answered for eight bytes in one number: 0 where none fits, else the upper bit of the first that does is set, and first_of(number)
// is its place. What the number says of bytes after that one counts only where it is said.
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

// This one is right for all eight. first and last: of ASCII.
constexpr uint64_t bytes_between(uint64_t eight, char first, char last) {
  const uint64_t low_seven = eight & ~top_bits;
  return (low_seven + low_bits * (0x80 - static_cast<uint8_t>(first))) & ~(low_seven + low_bits * (0x7F - static_cast<uint8_t>(last))) & ~eight & top_bits;
}

// This one too.
constexpr uint64_t bytes_that_are_not(uint64_t eight, char c) {
  const uint64_t others = eight ^ (low_bits * static_cast<uint8_t>(c));
  return (((others & ~top_bits) + ~top_bits) | others) & top_bits;
}

// The first `count` bytes, and 0 for the others. count: up to eight.
constexpr uint64_t first_bytes(uint64_t eight, size_t count) { return count >= 8 ? eight : eight & ((uint64_t{1} << 8 * count) - 1); }

// Sixteen bytes that the processor compares at once; each that fits becomes all ones. As signed numbers: what is not ASCII is below 0.
using Sixteen [[gnu::vector_size(16)]] = signed char;

// at: sixteen bytes that may be read.
inline Sixteen sixteen_bytes(const char* at) {
  Sixteen sixteen;
  std::memcpy(&sixteen, at, sizeof sixteen);
  return sixteen;
}
inline bool any_of(Sixteen fits) {
  uint64_t halves[2];
  std::memcpy(halves, &fits, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// 8 if none fits.
constexpr size_t first_of(uint64_t fits) { return static_cast<size_t>(std::countr_zero(fits)) / 8; }
// 16 if none fits.
inline size_t first_of(Sixteen fits) {
  const uint64_t low = eight_bytes(reinterpret_cast<const char*>(&fits));
  return low != 0 ? first_of(low) : 8 + first_of(eight_bytes(reinterpret_cast<const char*>(&fits) + 8));
}

}  // namespace offer
