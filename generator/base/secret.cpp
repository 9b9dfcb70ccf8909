#include "base/secret.h"

#include <algorithm>

namespace offer {

namespace {

constexpr std::string_view secret_letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr unsigned bits_of_a_letter = 5;

}  // namespace

std::string secret_of(const std::array<uint32_t, 4>& chance) {
  std::string secret;
  uint64_t bits = 0;  // those not yet used, the next ones lowest
  unsigned count = 0;
  size_t next = 0;
  while (secret.size() < secret_size) {
    if (count < bits_of_a_letter && next < chance.size()) bits |= static_cast<uint64_t>(chance[next++]) << count, count += 32;
    secret += secret_letters[bits & (secret_letters.size() - 1)];
    bits >>= bits_of_a_letter;
    count -= std::min(count, bits_of_a_letter);
  }
  return secret;
}

bool is_secret(std::string_view text) {
  return text.size() == secret_size && std::all_of(text.begin(), text.end(), [](char c) { return secret_letters.find(c) != std::string_view::npos; });
}

}  // namespace offer
