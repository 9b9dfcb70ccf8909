#include "theme/template_tag.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

namespace {

constexpr size_t longest_tag = 300;  // bytes; comments may be longer
constexpr size_t longest_shown = 40;

bool is_tag_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}
bool is_tag_sign(char c) {
  return string_view("{#^/>!").find(c) != string_view::npos;
}
bool is_slot_byte(char c) {
  return is_word_byte(c) || c == '-' || c == '_' || c == '.';
}

// Where the closing braces of a tag begin, or string_view::npos. `at`: after its opening braces and sign.
size_t find_close(string_view text, size_t at, char kind) {
  if (kind == '!') return text.substr(0, text.find("{{", at)).find("}}", at);
  const size_t close = text.substr(0, at + longest_tag).find(kind == '{' ? "}}}" : "}}", at);
  if (close == string_view::npos) return string_view::npos;
  return text.substr(at, close - at).find_first_of("{<\"\n") == string_view::npos ? close : string_view::npos;
}

}  // namespace

string_view TemplateTag::opening() const {
  switch (kind) {
    case '{':
      return "{{{";
    case '#':
      return "{{#";
    case '^':
      return "{{^";
    case '/':
      return "{{/";
    case '>':
      return "{{>";
    case '!':
      return "{{!";
    default:
      return "{{";
  }
}

std::string TemplateTag::written() const {
  string_view shown = name;
  if (shown.size() > longest_shown) {
    size_t length = longest_shown;
    while ((shown[length] & 0xC0) == 0x80) --length;  // not inside a character
    shown = shown.substr(0, length);
  }
  return fmt::format("{}{}{}{}", opening(), shown, shown.size() < name.size() ? "…" : "",
                     kind == '{' ? "}}}" : "}}");
}

size_t find_tag(string_view text, size_t at) {
  const size_t begin = text.find("{{", at);
  const string_view before = text.substr(0, begin);
  for (size_t close = before.find("}}", at); close != string_view::npos; close = before.find("}}", close + 2)) {
    size_t name = close;
    while (name > at && is_slot_byte(text[name - 1])) --name;
    if (name == close) continue;
    if (name > at && is_tag_sign(text[name - 1])) --name;
    if (name > at && text[name - 1] == '{') return name - 1;
  }
  return begin;
}

TemplateTag read_tag(string_view text, size_t begin) {
  TemplateTag tag;
  tag.begin = begin;
  tag.opened = text.substr(begin, 2) == "{{";
  size_t at = tag.end = begin + (tag.opened ? 2 : 1);
  while (at < text.size() && is_tag_blank(text[at])) ++at;
  if (at < text.size() && is_tag_sign(text[at])) tag.kind = text[at++];
  const size_t close = find_close(text, at, tag.kind);
  if (close != string_view::npos) {
    tag.name = trim(text.substr(at, close - at));
    tag.end = close + (tag.kind == '{' ? 3 : 2);
    return tag;
  }
  tag.closed = false;
  if (tag.kind == '!') {
    tag.end = std::min(text.find('\n', at), text.size());
    return tag;
  }
  while (at < text.size() && is_tag_blank(text[at])) ++at;
  const size_t name_begin = at;
  while (at < text.size() && is_slot_byte(text[at])) ++at;
  tag.name = text.substr(name_begin, at - name_begin);
  if (tag.name.empty()) return tag;
  for (int braces = 0; braces < 2 && at < text.size() && text[at] == '}'; ++braces) ++at;
  tag.end = at;
  return tag;
}

std::optional<TagLine> line_of_its_own(string_view text, const TemplateTag& tag) {
  if (tag.kind == '=' || tag.kind == '{') return std::nullopt;
  size_t begin = tag.begin;
  while (begin > 0 && is_tag_blank(text[begin - 1])) --begin;
  if (begin > 0 && text[begin - 1] != '\n') return std::nullopt;
  size_t after = tag.end;
  while (after < text.size() && is_tag_blank(text[after])) ++after;
  if (after < text.size() && text[after] != '\n') return std::nullopt;
  return TagLine{begin, std::min(after + 1, text.size())};
}

}  // namespace offer
