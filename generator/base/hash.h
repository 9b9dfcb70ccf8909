// content_hash: 128 bits of XXH3 over some bytes, as text. For names of files and for "has it changed?", not for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offer {

std::string content_hash(std::string_view bytes);        // 32 hexadecimal digits
std::string short_content_hash(std::string_view bytes);  // the first 10: for file names
uint64_t quick_hash(std::string_view bytes);             // 64 bits, as a number: for what is only compared

}  // namespace offer
