#include "base/uuid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace offer {

namespace {

using Sha1State = std::array<uint32_t, 5>;
constexpr size_t block_size = 64;

// One block of 64 bytes (FIPS 180-4, 6.1.3: with the words of the last sixteen rounds at hand, not of all eighty).
void add_block(const unsigned char* block, Sha1State& state) {
  std::array<uint32_t, 16> words;
  for (size_t k = 0; k < 16; ++k)
    words[k] = static_cast<uint32_t>(block[4 * k]) << 24 | static_cast<uint32_t>(block[4 * k + 1]) << 16 | static_cast<uint32_t>(block[4 * k + 2]) << 8 | block[4 * k + 3];
  auto [a, b, c, d, e] = state;
#pragma GCC unroll 80  // then all questions about i are answered when compiling, and no number has to move: a third of the time
  for (size_t i = 0; i < 80; ++i) {
    if (i >= 16) words[i % 16] = std::rotl(words[(i + 13) % 16] ^ words[(i + 8) % 16] ^ words[(i + 2) % 16] ^ words[i % 16], 1);
    const uint32_t mixed = i < 20 ? ((b & c) | (~b & d)) + 0x5A827999U : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1U : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCU : (b ^ c ^ d) + 0xCA62C1D6U;
    const uint32_t next = std::rotl(a, 5) + mixed + e + words[i % 16];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

Sha1State sha1_of(std::string_view bytes) {
  Sha1State state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  std::string_view rest = bytes;
  for (; rest.size() >= block_size; rest.remove_prefix(block_size)) add_block(reinterpret_cast<const unsigned char*>(rest.data()), state);
  // The rest, a bit 1, zeros, and the length in bits in the last eight bytes: one block more, or two.
  std::array<unsigned char, 2 * block_size> last{};
  std::copy(rest.begin(), rest.end(), last.begin());
  last[rest.size()] = 0x80;
  const size_t end = rest.size() + 9 <= block_size ? block_size : 2 * block_size;
  for (size_t k = 1; k <= 8; ++k) last[end - k] = static_cast<unsigned char>(static_cast<uint64_t>(bytes.size()) * 8 >> 8 * (k - 1));
  for (size_t at = 0; at < end; at += block_size) add_block(last.data() + at, state);
  return state;
}

// Byte `k` of 20.
unsigned char byte_of(const Sha1State& state, size_t k) { return static_cast<unsigned char>(state[k / 4] >> (24 - 8 * (k % 4))); }

}  // namespace

std::string sha1(std::string_view bytes) {
  const Sha1State state = sha1_of(bytes);
  std::string digest(20, '\0');
  for (size_t k = 0; k < digest.size(); ++k) digest[k] = static_cast<char>(byte_of(state, k));
  return digest;
}

std::string uuid5(std::string_view address) {
  std::string name("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);  // the namespace of addresses
  name += address;
  const Sha1State state = sha1_of(name);
  constexpr char digits[] = "0123456789abcdef";
  std::string uuid;
  uuid.reserve(36);
  for (size_t k = 0; k < 16; ++k) {
    unsigned byte = byte_of(state, k);
    if (k == 6) byte = (byte & 0x0FU) | 0x50U;  // version 5
    if (k == 8) byte = (byte & 0x3FU) | 0x80U;  // the variant of the RFC
    if (k == 4 || k == 6 || k == 8 || k == 10) uuid += '-';
    uuid += digits[byte >> 4U];
    uuid += digits[byte & 0xFU];
  }
  return uuid;
}

}  // namespace offer
