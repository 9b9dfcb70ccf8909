#include "base/escape.h"

#include <array>
#include <cstring>

#include "base/eight_bytes.h"

namespace offer {

namespace {

// Bytes that stand for themselves in HTML, and in JSON.
using Plain = std::array<bool, 256>;
constexpr Plain plain_in_html = [] {
  Plain plain{};
  for (size_t c = 0x20; c < 256; ++c) plain[c] = true;
  for (const char c : {'\n', '\t', '\r'}) plain[static_cast<unsigned char>(c)] = true;
  for (const char c : {'&', '<', '>', '"', '\'', '\xEF', '\xFE', '\xFF'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();
constexpr Plain plain_in_json = [] {
  Plain plain{};
  for (size_t c = 0x20; c < 256; ++c) plain[c] = true;
  for (const char c : {'"', '\\', '\xEF', '\xFE', '\xFF'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();
constexpr Plain plain_in_json_in_html = [] {
  Plain plain = plain_in_json;
  for (const char c : {'<', '>', '&'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();

// Sixteen bytes that the processor compares at once.
using Sixteen [[gnu::vector_size(16)]] = signed char;

// True if none of the sixteen bytes at `at` can mean anything in HTML or JSON: letters, digits and most signs.
bool are_surely_plain(const char* at) {
  Sixteen bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  // " # & ' and < > and \, all below a space, and all outside ASCII (which are negative).
  const Sixteen marks = ((bytes | 5) == '\'') | ((bytes | 2) == '>') | (bytes == '\\') | (bytes < ' ');
  uint64_t halves[2];
  std::memcpy(halves, &marks, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

// Where the first byte stands that does not stand for itself. Nearly all of a page's bytes go through here, so it looks at many at once; what is left over,
// some of it plain after all ('#', line ends, letters outside ASCII), is looked up.
size_t end_of_plain(std::string_view text, size_t from, const Plain& plain) {
  while (from + 16 <= text.size() && are_surely_plain(text.data() + from)) from += 16;
  while (from + 8 <= text.size()) {
    const uint64_t eight = eight_bytes(text.data() + from);
    const uint64_t marks = bytes_that_are(eight | low_bits * 5, '\'') | bytes_that_are(eight | low_bits * 2, '>') | bytes_that_are(eight, '\\');  // " # & ' and < >
    const uint64_t fits = bytes_below(eight, 0x20) | bytes_not_ascii(eight) | marks;
    if (fits == 0) {
      from += 8;
      continue;
    }
    from += first_of(fits);
    if (!plain[static_cast<unsigned char>(text[from])]) return from;
    ++from;
  }
  while (from < text.size() && plain[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

constexpr std::string_view no_character = "\xEF\xBF\xBD";

// U+FFFE and U+FFFF, which XML forbids.
bool is_forbidden(std::string_view three) { return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF"; }

}  // namespace

void escape_html(std::string_view text, std::string& to) {
  for (size_t i = 0;;) {
    const size_t end = end_of_plain(text, i, plain_in_html);
    to.append(text.substr(i, end - i));
    if (end == text.size()) return;
    i = end + 1;
    switch (text[end]) {
      case '&': to += "&amp;"; break;
      case '<': to += "&lt;"; break;
      case '>': to += "&gt;"; break;
      case '"': to += "&quot;"; break;
      case '\'': to += "&#39;"; break;
      case '\xEF':
        if (is_forbidden(text.substr(end, 3))) {
          to += no_character;
          i = end + 3;
        } else {
          to += '\xEF';
        }
        break;
      default: to += no_character;  // also FE and FF, never in UTF-8: cmark-gfm writes them for &#xFFFE; and &#xFFFF;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 16);
  escape_html(text, result);
  return result;
}

namespace {

void add_json(std::string_view text, const Plain& plain, std::string& json) {
  json += '"';
  for (size_t i = 0;;) {
    const size_t end = end_of_plain(text, i, plain);
    json.append(text.substr(i, end - i));
    if (end == text.size()) break;
    i = end + 1;
    const char c = text[end];
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&') {
      constexpr char digits[] = "0123456789abcdef";
      json += "\\u00";
      json += digits[static_cast<unsigned char>(c) >> 4];
      json += digits[c & 0xF];
    } else if (c == '\xEF' && !is_forbidden(text.substr(end, 3))) {
      json += c;
    } else {
      json += no_character;  // as in escape_html
      if (c == '\xEF') i = end + 3;
    }
  }
  json += '"';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string json;
  json.reserve(text.size() + 2);
  add_json(text, plain_in_json, json);
  return json;
}

void add_json_in_html(std::string_view text, std::string& to) { add_json(text, plain_in_json_in_html, to); }

}  // namespace offer
