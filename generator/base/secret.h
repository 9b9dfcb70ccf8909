// Secret: a part of an address that nobody can guess: 26 letters and digits, 128 bits of chance. Without i, l, o and u, which are taken for others
// when somebody reads it out.
//
// Nothing here throws dice: chance is a value that is handed in, by main.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace offer {

inline constexpr size_t secret_size = 26;

std::string secret_of(const std::array<uint32_t, 4>& chance);
// Whether it may have come from secret_of.
bool is_secret(std::string_view text);

}  // namespace offer
