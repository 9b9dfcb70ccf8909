#include "html/well_formed.h"

#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace offer::html {

namespace {

// More than these is left to libxml2, which has limits of its own.
constexpr size_t most_bytes = 8'000'000;
constexpr size_t most_depth = 200;
constexpr size_t most_attributes = 64;
constexpr size_t longest_name = 200;

// What a byte may be.
constexpr uint8_t in_text = 1;      // of text, with nothing to think about
constexpr uint8_t in_value = 2;     // the same of an attribute's value
constexpr uint8_t begins_name = 4;
constexpr uint8_t in_name = 8;
constexpr uint8_t space = 16;

constexpr std::array<uint8_t, 256> kinds = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0x20; c < 256; ++c) table[c] = in_text | in_value;
  for (const char c : {'\t', '\n', '\r', ' '}) table[static_cast<uint8_t>(c)] = in_text | in_value | space;
  for (const char c : {'<', '&', ']'}) table[static_cast<uint8_t>(c)] = 0;
  table[']'] = in_value;
  table['"'] = table['\''] = in_text;
  table[0x7F] = in_text | in_value;
  table[0xEF] = 0;  // may begin U+FFFE or U+FFFF, which are no characters of XML
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

// Every step leaves `at_` behind what it accepted, or says false.
class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

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

  bool comment() {
    at_ += 4;
    const size_t end = source_.find("--", at_);
    if (end == std::string_view::npos || end + 2 >= source_.size() || source_[end + 2] != '>') return false;
    for (; at_ < end; ++at_)
      if (const char c = source_[at_]; !is(c, in_text) && c != '<' && c != '&' && c != ']') return false;
    at_ = end + 3;
    return true;
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

  // A byte that text or a value may hold only in some company.
  bool odd_byte(bool text) {
    const char c = source_[at_];
    if (c == '&') return reference();
    if (c == ']' && text) {
      if (source_.substr(at_).starts_with("]]>")) return false;
      ++at_;
      return true;
    }
    if (c == '\xEF') {
      const std::string_view rest = source_.substr(at_, 3);
      if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") return false;
      ++at_;
      return true;
    }
    return false;
  }

  bool value() {
    if (at_ >= source_.size()) return false;
    const char quote = source_[at_++];
    if (quote != '"' && quote != '\'') return false;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (is(c, in_value)) {
        ++at_;
      } else if (c == quote) {
        ++at_;
        return true;
      } else if (c == '"' || c == '\'') {
        ++at_;
      } else if (!odd_byte(false)) {
        return false;
      }
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
      if (source_[at_] == '/') return take("/>") ;
      if (at_ == before || count == most_attributes) return false;
      const size_t start = at_;
      if (!take("xml:lang") && !take("xmlns:")) name();
      else name();  // what follows the prefix
      const std::string_view attribute = source_.substr(start, at_ - start);
      if (attribute.empty() || attribute.size() > longest_name || attribute == "xmlns:") return false;
      for (size_t i = 0; i < count; ++i)
        if (attributes_[i] == attribute) return false;
      attributes_[count++] = attribute;
      if (!take("=") || !value()) return false;
    }
  }

  bool content() {
    while (at_ < source_.size() && is(source_[at_], in_text)) ++at_;
    if (at_ >= source_.size()) return false;
    if (source_[at_] != '<') return odd_byte(true);
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

bool surely_well_formed(std::string_view source) {
  return source.size() <= most_bytes && !first_bad_utf8(source) && Scanner(source).accepts();
}

}  // namespace offer::html
