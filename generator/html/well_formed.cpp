#include "html/well_formed.h"

#include <array>
#include <cstdint>
#include <vector>

#include "base/eight_bytes.h"
#include "base/text.h"

namespace offer::html {

namespace {

// More than these is left to libxml2, which has limits of its own.
constexpr size_t most_bytes = 8'000'000;
constexpr size_t most_depth = 200;
constexpr size_t most_attributes = 64;
constexpr size_t longest_name = 200;

// What a byte may be.
constexpr uint8_t begins_name = 1;
constexpr uint8_t in_name = 2;
constexpr uint8_t space = 4;
constexpr uint8_t plain = 8;  // white space, and ASCII without control characters: what text and values hold, but for signs with a meaning

constexpr std::array<uint8_t, 256> kinds = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0x20; c < 0x80; ++c) table[c] = plain;
  for (const char c : {'\t', '\n', '\r', ' '}) table[static_cast<uint8_t>(c)] = plain | space;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<size_t>(c)] |= begins_name | in_name;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<size_t>(c)] |= begins_name | in_name;
  table['_'] |= begins_name | in_name;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<size_t>(c)] |= in_name;
  for (const char c : {'-', '.'}) table[static_cast<uint8_t>(c)] |= in_name;
  return table;
}();

bool is(char c, uint8_t kind) { return (kinds[static_cast<uint8_t>(c)] & kind) != 0; }

bool is_xml_character(uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Every step leaves `at_` behind what it accepted, or says false. Every byte is looked at by name(), skip_space(), take() or skip_plain().
class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) { open_.reserve(64); }

  bool accepts() {
    take("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    if (!skip_between()) return false;
    if (take("<!DOCTYPE html>") && !skip_between()) return false;
    if (!peek('<') || !start_tag()) return false;
    while (!open_.empty())
      if (!content()) return false;
    return skip_between() && at_ == source_.size();
  }

 private:
  bool peek(char c) const { return at_ < source_.size() && source_[at_] == c; }
  bool take(std::string_view words) {
    if (!source_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  void skip_space() {
    while (at_ < source_.size() && is(source_[at_], space)) ++at_;
  }
  // White space and comments outside the root.
  bool skip_between() {
    for (skip_space(); source_.substr(at_).starts_with("<!--"); skip_space())
      if (!comment()) return false;
    return true;
  }

  // Skips characters that XML has, up to the first of these signs of ASCII. False: something else comes, or the source ends.
  template <char... signs>
  bool skip_plain() {
    for (;;) {
      for (; at_ + 8 <= source_.size(); at_ += 8) {
        const uint64_t eight = eight_bytes(source_.data() + at_);
        const uint64_t found = bytes_below(eight, 0x20) | bytes_not_ascii(eight) | (bytes_that_are(eight, signs) | ...);
        if (found == 0) continue;
        at_ += first_of(found);
        break;
      }
      if (at_ >= source_.size()) return false;
      const char c = source_[at_];
      if (((c == signs) || ...)) return true;
      if (is(c, plain)) ++at_;
      else if (!skip_character()) return false;
    }
  }

  // A character outside ASCII.
  bool skip_character() {
    const auto byte = [&](size_t i) { return at_ + i < source_.size() ? static_cast<uint32_t>(static_cast<unsigned char>(source_[at_ + i])) : 0U; };
    const uint32_t first = byte(0);
    const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return false;
    uint32_t character = first & (0x7FU >> length);
    for (size_t i = 1; i < length; ++i) {
      if ((byte(i) & 0xC0) != 0x80) return false;
      character = character << 6 | (byte(i) & 0x3F);
    }
    constexpr std::array<uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (character < least[length] || !is_xml_character(character)) return false;
    at_ += length;
    return true;
  }

  bool comment() {
    for (at_ += 4; skip_plain<'-'>(); ++at_)
      if (source_.substr(at_).starts_with("--")) return take("-->");
    return false;
  }

  std::string_view name() {
    const size_t start = at_;
    if (at_ < source_.size() && is(source_[at_], begins_name))
      for (++at_; at_ < source_.size() && is(source_[at_], in_name);) ++at_;
    return source_.substr(start, at_ - start);
  }

  bool reference() {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
      if (take(known)) return true;
    if (!take("&#")) return false;
    const bool hexadecimal = take("x");
    uint32_t character = 0;
    size_t digits = 0;
    for (; at_ < source_.size() && digits < 8; ++at_, ++digits) {
      const char c = source_[at_];
      if (is_digit(c)) character = character * (hexadecimal ? 16 : 10) + static_cast<uint32_t>(c - '0');
      else if (hexadecimal && c >= 'a' && c <= 'f') character = character * 16 + static_cast<uint32_t>(c - 'a' + 10);
      else if (hexadecimal && c >= 'A' && c <= 'F') character = character * 16 + static_cast<uint32_t>(c - 'A' + 10);
      else break;
    }
    return digits > 0 && digits < 8 && take(";") && is_xml_character(character);
  }

  template <char quote>
  bool value() {
    while (skip_plain<quote, '<', '&'>()) {
      if (source_[at_] == quote) {
        ++at_;
        return true;
      }
      if (source_[at_] == '<' || !reference()) return false;
    }
    return false;
  }

  bool start_tag() {
    ++at_;
    const std::string_view element = name();
    if (element.empty() || element.size() > longest_name) return false;
    size_t count = 0;
    for (;;) {
      const size_t before = at_;
      skip_space();
      if (at_ >= source_.size()) return false;
      if (source_[at_] == '>') {
        ++at_;
        open_.push_back(element);
        return open_.size() <= most_depth;
      }
      if (source_[at_] == '/') return take("/>");
      if (at_ == before || count == most_attributes) return false;
      const size_t start = at_;
      if (!take("xml:lang")) take("xmlns:");
      name();  // also what follows a prefix
      const std::string_view attribute = source_.substr(start, at_ - start);
      if (attribute.empty() || attribute.size() > longest_name || attribute.ends_with(':')) return false;
      for (size_t i = 0; i < count; ++i)
        if (attributes_[i] == attribute) return false;
      attributes_[count++] = attribute;
      if (!take("=") || !(take("\"") ? value<'"'>() : take("'") && value<'\''>())) return false;
    }
  }

  bool content() {
    if (!skip_plain<'<', '&', ']'>()) return false;
    if (source_[at_] == '&') return reference();
    if (source_[at_] == ']') return !source_.substr(at_).starts_with("]]>") && take("]");
    if (at_ + 1 >= source_.size()) return false;
    if (source_[at_ + 1] == '/') {
      at_ += 2;
      if (!take(open_.back())) return false;
      open_.pop_back();
      skip_space();
      return take(">");
    }
    if (source_[at_ + 1] == '!') return source_.substr(at_).starts_with("<!--") && comment();
    return start_tag();
  }

  std::string_view source_;
  size_t at_ = 0;
  std::vector<std::string_view> open_;
  std::array<std::string_view, most_attributes> attributes_;
};

}  // namespace

bool surely_well_formed(std::string_view source) { return source.size() <= most_bytes && Scanner(source).accepts(); }

}  // namespace offer::html
