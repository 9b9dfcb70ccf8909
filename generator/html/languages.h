// Language tags (BCP 47), as far as `lang` needs them.
#pragma once

#include <string_view>

namespace offer::html {

// Does the tag begin with a language that the registry knows? "en-GB" and "EN" do; "eng", "english" and "i-lux" do not.
bool is_known_language(std::string_view tag);

}  // namespace offer::html
