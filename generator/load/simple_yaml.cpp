#include "load/simple_yaml.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/text.h"

namespace offer {

namespace {

enum YamlBytes : uint8_t { of_names = 1, of_items = 2 };  // bits
constexpr std::array<uint8_t, 256> byte_kinds = [] {
  std::array<uint8_t, 256> all{};
  for (size_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    const bool in_names = is_letter(c) || is_digit(c) || c == '_';
    all[i] = in_names ? of_names | of_items : c == '-' || c == '/' || c == '.' || c == ' ' ? of_items : 0;
  }
  return all;
}();
bool is_key_byte(char c) { return (byte_kinds[static_cast<unsigned char>(c)] & of_names) != 0; }
bool is_item_byte(char c) { return (byte_kinds[static_cast<unsigned char>(c)] & of_items) != 0; }
// Nothing that YAML could take for a sign of its own begins so.
bool may_begin_words(char c) { return is_letter(c) || is_digit(c) || c == '/' || c == '(' || (c & 0x80) != 0; }

// Only what libyaml takes for ordinary characters: no control characters, no other line ends (U+0085, U+2028, U+2029), no byte order mark; and no tabs,
// about which there is a message of its own.
bool has_only_ordinary_characters(std::string_view text) {
  if (first_bad_utf8(text)) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i + 16 <= text.size()) {
      const Sixteen bytes = sixteen_bytes(text.data() + i);
      if (!any_of(((bytes < 0x20) & (bytes != '\n')) | (bytes == '\x7F'))) {
        i += 15;
        continue;
      }
    }
    const auto byte = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
    if ((byte(0) < 0x20 && byte(0) != '\n') || byte(0) == 0x7F) return false;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return false;
    if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) return false;
    if (byte(0) == 0xEF) return false;
  }
  return true;
}

class SimpleYamlReader {
 public:
  SimpleYamlReader(std::string_view text, uint32_t first_line) : text_(text), line_(first_line) {}

  std::optional<YamlNode> read() {
    YamlNode root;
    root.kind = YamlNode::Kind::map;
    root.place = {line_, 1, 0};
    root.entries.reserve(static_cast<size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1);
    for (size_t start = 0; start < text_.size(); ++line_) {
      const size_t end = std::min(text_.find('\n', start), text_.size());
      if (!read_line(text_.substr(start, end - start), root)) return std::nullopt;
      start = end + 1;
    }
    if (root.entries.empty()) return std::nullopt;
    return root;
  }

 private:
  bool read_line(std::string_view line, YamlNode& root) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    size_t at = 0;
    while (at < line.size() && is_key_byte(line[at])) ++at;
    if (at == 0 || at > 60 || at + 2 >= line.size() || line[at] != ':' || line[at + 1] != ' ' || !is_letter(line[0])) return false;
    const std::string_view name = line.substr(0, at);
    if (root.find(name) != nullptr) return false;
    for (++at; at < line.size() && line[at] == ' ';) ++at;
    YamlNode::Entry& entry = root.entries.emplace_back();
    entry.key = name;
    entry.key_place = {line_, 1, static_cast<uint32_t>(name.size())};
    const std::string_view value = line.substr(at);
    entry.value.place = {line_, static_cast<uint32_t>(at) + 1, 0};
    if (value.front() == '"') return read_quoted(value, entry.value);
    if (value.front() == '[') return read_list(value, entry.value);
    return read_words(value, entry.value);
  }

  static bool read_quoted(std::string_view value, YamlNode& to) {
    if (value.size() < 2 || value.find('"', 1) != value.size() - 1 || value.find('\\') != std::string_view::npos) return false;
    to.text = value.substr(1, value.size() - 2);
    to.place.length = characters_before(value, value.size());
    return true;
  }

  static bool read_words(std::string_view value, YamlNode& to) {
    if (!may_begin_words(value.front())) return false;
    for (size_t colon = value.find(':'); colon != std::string_view::npos; colon = value.find(':', colon + 1))
      if (colon + 1 == value.size() || value[colon + 1] == ' ') return false;
    for (size_t hash = value.find('#'); hash != std::string_view::npos; hash = value.find('#', hash + 1))
      if (value[hash - 1] == ' ') return false;
    to.text = value;
    to.place.length = characters_before(value, value.size());
    return true;
  }

  bool read_list(std::string_view value, YamlNode& to) const {
    to.kind = YamlNode::Kind::list;
    if (value.back() != ']' || value.size() < 2) return false;
    const std::string_view inside = value.substr(1, value.size() - 2);
    if (inside.find_first_not_of(' ') == std::string_view::npos) return true;
    for (size_t start = 0; start <= inside.size();) {
      const size_t end = std::min(inside.find(',', start), inside.size());
      std::string_view item = inside.substr(start, end - start);
      size_t column = start;
      while (item.starts_with(' ')) item.remove_prefix(1), ++column;
      while (item.ends_with(' ')) item.remove_suffix(1);
      if (item.empty() || !(is_letter(item.front()) || is_digit(item.front())) || !std::all_of(item.begin(), item.end(), is_item_byte)) return false;
      YamlNode& node = to.items.emplace_back();
      node.text = item;
      node.place = {line_, to.place.column + 1 + static_cast<uint32_t>(column), static_cast<uint32_t>(item.size())};
      start = end + 1;
    }
    return true;
  }

  std::string_view text_;
  uint32_t line_;
};

}  // namespace

std::optional<YamlNode> read_simple_yaml(std::string_view text, uint32_t first_line) {
  if (!has_only_ordinary_characters(text)) return std::nullopt;
  return SimpleYamlReader(text, first_line).read();
}

}  // namespace offer
