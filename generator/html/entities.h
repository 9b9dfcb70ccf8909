// Character references: "&amp;", "&#233;", "&nbsp".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offer::html {

// The text with its character references replaced, as the HTML standard has it (13.2.5.72 and after). in_attribute: a name without a
// semicolon stays as it is before '=' or a letter or digit. Bad numbers become the replacement character.
std::string decoded(std::string_view text, bool in_attribute);

void append_utf8(std::string& to, uint32_t character);

}  // namespace offer::html
