#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/eight_bytes.h"

namespace offer {

namespace {

// The length of a sign outside ASCII that is no letter: U+00A0 to U+00BF, U+00D7, U+00F7, U+2000 to U+206F; else 0.
size_t sign_length(string_view text, size_t at) {
  const auto byte = [&](size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
  if (byte(at) == 0xC2 && byte(at + 1) >= 0xA0) return 2;
  if (byte(at) == 0xC3 && (byte(at + 1) == 0x97 || byte(at + 1) == 0xB7)) return 2;
  if (byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) return 3;
  return 0;
}

// True if none of the sixteen bytes at `at` is one that an address writes with '%'.
bool is_surely_plain_address(const char* at) {
  const Sixteen bytes = sixteen_bytes(at);
  return !any_of((bytes == ' ') | (bytes == '"') | (bytes == '%') | ((bytes | 2) == '>') | (bytes == '?') | (bytes == '\\') | (bytes == '^') | (bytes == '`') | (bytes > 'z'));
}
}  // namespace

size_t word_length(string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_word_byte(text[end]) && ((text[end] & 0x80) == 0 || sign_length(text, end) == 0)) ++end;
  return end - at;
}

size_t character_length(string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return end - at;
}

std::string percent_encoded(string_view address) {
  std::string result;
  add_percent_encoded(address, result);
  return result;
}

void add_percent_encoded(string_view address, std::string& to) {
  static constexpr auto plain = [] {
    std::array<bool, 256> is{};
    is.fill(true);
    for (const char c : string_view(" ?%\"<>\\^`{|}")) is[static_cast<unsigned char>(c)] = false;
    return is;
  }();
  for (size_t i = 0;;) {
    size_t end = i;
    while (end + 16 <= address.size() && is_surely_plain_address(address.data() + end)) end += 16;
    while (end < address.size() && plain[static_cast<unsigned char>(address[end])]) ++end;
    to.append(address.substr(i, end - i));
    if (end == address.size()) return;
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(address[end]);
    to += '%';
    to += digits[byte >> 4];
    to += digits[byte & 0xF];
    i = end + 1;
  }
}

string_view trim(string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

std::string lower(string_view s) {
  std::string result(s);
  std::transform(result.begin(), result.end(), result.begin(), lower_char);
  return result;
}

bool equal_ignoring_case(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_char(x) == lower_char(y); });
}

std::vector<string_view> split(string_view s, char by) {
  std::vector<string_view> parts;
  size_t start = 0;
  for (size_t end = s.find(by); end != string_view::npos; end = s.find(by, start)) {
    parts.push_back(s.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(s.substr(start));
  return parts;
}

std::vector<string_view> words_of(string_view s) {
  std::vector<string_view> words;
  size_t i = 0;
  while (i < s.size()) {
    while (i < s.size() && is_space(s[i])) ++i;
    const size_t start = i;
    while (i < s.size() && !is_space(s[i])) ++i;
    if (i > start) words.push_back(s.substr(start, i - start));
  }
  return words;
}

std::string join(const std::vector<std::string>& parts, string_view between) {
  std::string result;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += between;
    result += parts[i];
  }
  return result;
}

std::string joined_words(const std::vector<std::string>& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return join({parts.begin(), parts.end() - 1}, ", ") + " and " + parts.back();
}

std::string replace_all(std::string s, string_view from, string_view to) {
  for (size_t at = s.find(from); at != std::string::npos; at = s.find(from, at + to.size()))
    s.replace(at, from.size(), to);
  return s;
}

std::string slug(string_view title) {
  std::string result(title.size(), '-');
  size_t size = 0;
  for (size_t i = 0; i < title.size(); ++i) {
    const char c = title[i];
    if (const size_t sign = (c & 0x80) != 0 ? sign_length(title, i) : 0; sign > 0) {
      i += sign - 1;
    } else if (is_word_byte(c)) {
      result[size++] = lower_char(c);
    } else if ((is_space(c) || c == '-') && size > 0 && result[size - 1] != '-') {
      result[size++] = '-';
    }
  }
  while (size > 0 && result[size - 1] == '-') --size;
  result.resize(size);
  return result;
}

std::optional<size_t> first_bad_utf8(string_view bytes) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  const size_t n = bytes.size();
  size_t i = 0;
  while (i < n) {
    if (p[i] < 0x80) {
      ++i;
      while (i + 16 <= n && !any_of(sixteen_bytes(bytes.data() + i) < 0)) i += 16;  // sixteen letters of ASCII at once
      continue;
    }
    size_t length = 0;
    uint32_t least = 0;
    uint32_t point = 0;
    if ((p[i] & 0xE0) == 0xC0) length = 2, least = 0x80, point = p[i] & 0x1F;
    else if ((p[i] & 0xF0) == 0xE0) length = 3, least = 0x800, point = p[i] & 0x0F;
    else if ((p[i] & 0xF8) == 0xF0) length = 4, least = 0x10000, point = p[i] & 0x07;
    else return i;
    if (i + length > n) return i;
    for (size_t k = 1; k < length; ++k) {
      if ((p[i + k] & 0xC0) != 0x80) return i;
      point = (point << 6) | (p[i + k] & 0x3F);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < least || point > 0x10FFFF || surrogate) return i;
    i += length;
  }
  return std::nullopt;
}

uint32_t characters_before(string_view line, size_t bytes) {
  const size_t end = std::min(bytes, line.size());
  uint32_t count = 0;
  size_t i = 0;
  for (; i + 8 <= end; i += 8) {
    const uint64_t eight = eight_bytes(line.data() + i);
    const uint64_t going_on = (eight & ~(eight << 1) & top_bits) >> 7;  // 1 for each byte that goes on with a character
    count += 8 - static_cast<uint32_t>(going_on * low_bits >> 56);
  }
  for (; i < end; ++i)
    if ((line[i] & 0xC0) != 0x80) ++count;
  return count;
}

std::string size_in_words(size_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 999) / 1000);
  const size_t tenths = (bytes + 99'999) / 100'000;
  return tenths % 10 == 0 ? fmt::format("{} MB", tenths / 10) : fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

std::string count_of(size_t n, string_view one, string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace offer
