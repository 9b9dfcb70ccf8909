#include "html/well_formed.h"

#include <vector>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "html/tokens.h"

namespace offer::html {

namespace {

// How many bytes the character of XML outside ASCII at `at` has; 0: it is none.
size_t xml_character_length(std::string_view source, size_t at) {
  const auto byte = [&](size_t i) { return at + i < source.size() ? static_cast<uint32_t>(static_cast<unsigned char>(source[at + i])) : 0U; };
  const uint32_t first = byte(0);
  if (first < 0xC2 || first > 0xF4) return 0;
  const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  uint32_t character = first & (0x7FU >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    character = character << 6 | (byte(i) & 0x3F);
  }
  const uint32_t least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  return character < least || character > 0x10FFFF || surrogate || character == 0xFFFE || character == 0xFFFF ? 0 : length;
}

constexpr size_t block = 64;

// Nothing in it but ASCII without ']' and control characters, and ends of lines: most blocks of most pages. As signed numbers, bytes outside ASCII
// are below ' ' too.
bool is_plain(const char* at) {
  Sixteen brackets{};
  Sixteen fit = ~brackets;
  for (size_t i = 0; i < block; i += sizeof(Sixteen)) {
    const Sixteen sixteen = sixteen_bytes(at + i);
    fit &= (sixteen > '\x1F') | (sixteen == '\n');
    brackets |= sixteen == ']';
  }
  return !any_of(~fit | brackets);
}

}  // namespace

bool has_only_xml_characters(std::string_view source) {
  for (size_t at = 0, looked = 0; at < source.size();) {
    for (; at >= looked && at + block <= source.size() && is_plain(source.data() + at); at += block) looked = at + block;
    if (at >= looked) looked = at + block;  // from here on with care
    for (; at < looked && at + 8 <= source.size(); at += 8) {
      const uint64_t eight = eight_bytes(source.data() + at);
      if (const uint64_t others = bytes_below(eight, 0x20) | bytes_not_ascii(eight) | bytes_that_are(eight, ']'); others != 0) {
        at += first_of(others);
        break;
      }
    }
    if (at >= source.size()) break;
    const char c = source[at];
    size_t length = 1;
    if ((c & 0x80) != 0) length = xml_character_length(source, at);
    else if (c == ']' ? source.substr(at).starts_with("]]>") : static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') length = 0;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

bool surely_well_formed(std::string_view source) {
  std::vector<Attribute> attributes;
  Arena arena;
  Tokens tokens(source, attributes, arena);
  Token token;
  do {
    tokens.next(token);
    attributes.clear();
  } while (token.kind != Token::Kind::finish);
  return tokens.are_xml() && has_only_xml_characters(source);
}

bool surely_well_formed(const Tree& tree) { return tree.has_xml_tags() && has_only_xml_characters(tree.source()); }

}  // namespace offer::html
