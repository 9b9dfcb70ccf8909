// Text: small functions on strings that the standard library lacks, and formatting.
//
// All strings are UTF-8. Nothing here allocates unless it returns a std::string. Safe from any thread.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

using std::string_view;

// A map key that can be looked up with a string_view without making a string.
struct StringHash {
  using is_transparent = void;
  size_t operator()(string_view s) const { return std::hash<string_view>{}(s); }
};

string_view trim(string_view s);                        // spaces, tabs, line ends at both ends
std::string lower(string_view s);                       // A to Z only; other letters stay
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }  // A to Z, a to z
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr char lower_char(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; }  // letter, digit, or part of a non-ASCII character
inline bool is_ascii(string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
inline bool all_digits(string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
// How many bytes of `text` at `at` belong to a word: 0 where a sign stands, also a curly quotation mark, a dash or a pound sign.
size_t word_length(string_view text, size_t at);
// How many bytes the character at `at` has: for stepping over what is no word.
size_t character_length(string_view text, size_t at);
// The address of a file or page as browsers need it: spaces, '?', '%' and quotation marks as %20 and so on; '/' and '#' stay.
std::string percent_encoded(string_view address);
void add_percent_encoded(string_view address, std::string& to);
bool equal_ignoring_case(string_view a, string_view b);  // A to Z only
std::vector<string_view> split(string_view s, char by);
std::vector<string_view> words_of(string_view s);       // split at white space
std::string join(const std::vector<std::string>& parts, string_view between);
std::string joined_words(const std::vector<std::string>& parts);  // "a, b and c"
std::string replace_all(std::string s, string_view from, string_view to);

// A heading or title as an address part: lower case, words joined by hyphens, only letters, digits, hyphens and non-ASCII letters kept.
std::string slug(string_view title);

// Where `bytes` first stops being UTF-8 (RFC 3629), or nothing. offset: in bytes from the start.
std::optional<size_t> first_bad_utf8(string_view bytes);

// How many characters (code points) there are in the first `bytes` bytes of line.
uint32_t characters_before(string_view line, size_t bytes);

// The size of a file as readers know it: "900 bytes", "250 kB", "1.2 MB" (thousands, rounded up).
std::string size_in_words(size_t bytes);

std::string count_of(size_t n, string_view one, string_view many);  // "1 page", "3 pages"

}  // namespace offer
