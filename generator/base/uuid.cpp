#include "base/uuid.h"

#include <array>
#include <bit>
#include <cstdint>

namespace offer {

namespace {

// One block of 64 bytes.
void add_block(const unsigned char* block, std::array<uint32_t, 5>& state) {
  std::array<uint32_t, 80> words{};
  for (size_t k = 0; k < 16; ++k)
    words[k] = static_cast<uint32_t>(block[4 * k]) << 24 | static_cast<uint32_t>(block[4 * k + 1]) << 16 | static_cast<uint32_t>(block[4 * k + 2]) << 8 | block[4 * k + 3];
  for (size_t k = 16; k < 80; ++k) words[k] = std::rotl(words[k - 3] ^ words[k - 8] ^ words[k - 14] ^ words[k - 16], 1);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  size_t i = 0;
  // Five rounds at a time, after which each of the five numbers is in its own place again.
  const auto rounds_to = [&](size_t end, uint32_t constant, auto mixed) {
    const auto round = [&](uint32_t v, uint32_t& w, uint32_t x, uint32_t y, uint32_t& z) {
      z += std::rotl(v, 5) + mixed(w, x, y) + constant + words[i++];
      w = std::rotl(w, 30);
    };
    while (i < end) {
      round(a, b, c, d, e);
      round(e, a, b, c, d);
      round(d, e, a, b, c);
      round(c, d, e, a, b);
      round(b, c, d, e, a);
    }
  };
  const auto odd = [](uint32_t x, uint32_t y, uint32_t z) { return x ^ y ^ z; };
  rounds_to(20, 0x5A827999U, [](uint32_t x, uint32_t y, uint32_t z) { return (x & y) | (~x & z); });
  rounds_to(40, 0x6ED9EBA1U, odd);
  rounds_to(60, 0x8F1BBCDCU, [](uint32_t x, uint32_t y, uint32_t z) { return (x & y) | (x & z) | (y & z); });
  rounds_to(80, 0xCA62C1D6U, odd);
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

}  // namespace

std::string sha1(std::string_view bytes) {
  // The message, a bit 1, zeros, and its length in bits in the last eight bytes.
  std::string message;
  message.reserve(bytes.size() + 72);
  message += bytes;
  message += '\x80';
  message.append((120 - message.size() % 64) % 64, '\0');
  const uint64_t bits = static_cast<uint64_t>(bytes.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>(bits >> shift & 0xFF);
  std::array<uint32_t, 5> state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  for (size_t at = 0; at < message.size(); at += 64) add_block(reinterpret_cast<const unsigned char*>(message.data()) + at, state);
  std::string digest;
  for (const uint32_t word : state)
    for (int shift = 24; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift & 0xFF);
  return digest;
}

std::string uuid5(std::string_view address) {
  std::string name("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);  // the namespace of addresses
  name += address;
  std::string bytes = sha1(name);
  bytes.resize(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x50);  // version 5
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);  // the variant of the RFC
  constexpr char digits[] = "0123456789abcdef";
  std::string uuid;
  uuid.reserve(36);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += digits[static_cast<unsigned char>(bytes[i]) >> 4];
    uuid += digits[bytes[i] & 0xF];
  }
  return uuid;
}

}  // namespace offer
