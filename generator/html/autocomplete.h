// Autocomplete: what a field is for, so that browsers can fill it in (HTML standard, 4.10.18.7.1).
#pragma once

#include <string_view>

namespace offer::html {

// Are these words, in this order, ones that browsers understand? "section-child shipping street-address", "work email", "username webauthn".
// Also "on" and "off" alone.
bool is_autocomplete(std::string_view value);

}  // namespace offer::html
