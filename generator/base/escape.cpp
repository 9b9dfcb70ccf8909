#include "base/escape.h"

#include <array>

namespace offer {

namespace {

// Bytes that stand for themselves in HTML, and in JSON: a loop over a table is what nearly all of a page's bytes go through.
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

size_t end_of_plain(std::string_view text, size_t from, const Plain& plain) {
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

std::string json_string(std::string_view text) {
  std::string json;
  json.reserve(text.size() + 2);
  json += '"';
  for (size_t i = 0;;) {
    const size_t end = end_of_plain(text, i, plain_in_json);
    json.append(text.substr(i, end - i));
    if (end == text.size()) return json += '"';
    i = end + 1;
    const char c = text[end];
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
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
}

}  // namespace offer
