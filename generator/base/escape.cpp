#include "base/escape.h"

#include <array>

#include "base/byte_bits.h"
#include "base/growing_text.h"
#include "base/text.h"

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

// Those of sixteen bytes that may mean something in HTML or JSON: " # & ' and < > and \, those below a space, and what is not ASCII.
Sixteen may_mean_something(Sixteen bytes) { return ((bytes | 5) == '\'') | ((bytes | 2) == '>') | (bytes == '\\') | (bytes < ' '); }

bool are_surely_plain(const char* at) { return !any_of(may_mean_something(sixteen_bytes(at))); }

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

namespace {

// What a byte that is not plain becomes. Takes what it stands for off the front of `rest`, which begins with it.
std::string_view taken_and_escaped(std::string_view& rest) {
  const char c = rest.front();
  const bool forbidden = c == '\xEF' && is_forbidden(rest.substr(0, 3));
  rest.remove_prefix(forbidden ? 3 : 1);
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\xEF': return forbidden ? no_character : std::string_view("\xEF");
    default: return no_character;  // also FE and FF, never in UTF-8: cmark-gfm writes them for &#xFFFE; and &#xFFFF;
  }
}

}  // namespace

void escape_html(std::string_view text, std::string& to) {
  while (!text.empty()) {
    const size_t end = end_of_plain(text, 0, plain_in_html);
    to.append(text.substr(0, end));
    text.remove_prefix(end);
    if (!text.empty()) to += taken_and_escaped(text);
  }
}

namespace {

// Copies sixteen bytes and then asks whether they may stay: most do.
template <bool lines>
void add_escaped(std::string_view text, GrowingText& to) {
  constexpr size_t slack = 16;
  while (!text.empty()) {
    const char* from = text.data();
    const char* const end = from + text.size();
    char* const room = to.room(text.size() + slack);
    char* out = room;
    const auto stays = [](char c) { return plain_in_html[static_cast<unsigned char>(c)] && (!lines || c != '\n'); };
    bool all = true;
    while (all && end - from >= 16) {
      const Sixteen bytes = sixteen_bytes(from);
      std::memcpy(out, &bytes, sizeof bytes);
      size_t kept = 16;
      for (uint64_t doubtful = bits_of(may_mean_something(bytes)); doubtful != 0 && all; doubtful &= doubtful - 1)
        if (!stays(from[first_bit(doubtful)])) kept = first_bit(doubtful), all = false;
      from += kept;
      out += kept;
    }
    while (all && from < end) {
      all = stays(*from);
      if (all) *out++ = *from++;
    }
    to.used(static_cast<size_t>(out - room));
    text.remove_prefix(static_cast<size_t>(from - text.data()));
    if (all) return;
    if (lines && text.front() == '\n') {
      to += '\n';
      text.remove_prefix(std::min(text.find_first_not_of(' ', 1), text.size()));
    } else {
      to += taken_and_escaped(text);
    }
  }
}

}  // namespace

void escape_html(std::string_view text, GrowingText& to) { add_escaped<false>(text, to); }
void escape_lines(std::string_view text, GrowingText& to) { add_escaped<true>(text, to); }

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
  add_json_string(text, json);
  return json;
}

void add_json_string(std::string_view text, std::string& to) { add_json(text, plain_in_json, to); }

void add_json_in_html(std::string_view text, std::string& to) { add_json(text, plain_in_json_in_html, to); }

std::string yaml_string(std::string_view words) { return fmt::format("\"{}\"", replace_all(replace_all(std::string(words), "\\", "\\\\"), "\"", "\\\"")); }

}  // namespace offer
