// Languages and their scripts, as far as a website must know: which way a language is written, and which letters are its own.
//
// Languages are named by their codes as in HTML (BCP 47): "en-GB", "ur", "zh-Hans".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offer {

enum class Script : uint8_t { latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil, telugu, sinhala, thai, georgian, ethiopic, korean, chinese, japanese, other };

// The script of a letter by its Unicode block; latin for signs and digits that all scripts share.
Script script_of(char32_t letter);
std::string_view script_name(Script script);  // "Arabic letters"
bool right_to_left(Script script);

// The script that a language is usually written in; latin if we do not know the language.
Script script_of_language(std::string_view code);
bool is_english(std::string_view code);           // "en", "en-GB"
bool is_language_code(std::string_view code);     // "pl", "en-GB", "zh-Hans"; not "polish", "en_GB" or "xx"
std::string_view language_code_of(std::string_view name);  // "Polish" gives "pl"; empty if we do not know it

// The character at text[at]; its length in bytes is character_length(text, at) (base/text.h). text must be UTF-8.
char32_t character_at(std::string_view text, size_t at);

}  // namespace offer
