#include "theme/css_tokens.h"

#include <string>

#include "base/text.h"

namespace offer {

namespace {

using Kind = CssToken::Kind;

bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

size_t spaces_end(string_view css, size_t at) {
  while (at < css.size() && is_space(css[at])) ++at;
  return at;
}

// After the escape whose \ stands at `at`. One white space after hexadecimal digits is part of it.
// string_view::npos: not an escape.
size_t escape_end(string_view css, size_t at) {
  ++at;
  if (at >= css.size() || is_line_end(css[at])) return string_view::npos;
  if (!is_hex(css[at])) return at + 1;
  const size_t begin = at;
  while (at < css.size() && at < begin + 6 && is_hex(css[at])) ++at;
  if (css.substr(at, 2) == "\r\n") return at + 2;
  return at < css.size() && is_space(css[at]) ? at + 1 : at;
}

// After the string that begins at `at`. string_view::npos: it is not closed on its line.
size_t string_end(string_view css, size_t at) {
  const char quote = css[at];
  for (++at; at < css.size(); ++at) {
    if (css[at] == quote) return at + 1;
    if (is_line_end(css[at])) return string_view::npos;
    if (css[at] == '\\') ++at;  // an escaped line end is allowed; \r\n is not worth a rule: string_view::npos
  }
  return string_view::npos;
}

size_t word_end(string_view css, size_t at) {
  while (at < css.size()) {
    if (is_word_byte(css[at]) || css[at] == '-' || css[at] == '_') {
      ++at;
    } else if (css[at] == '\\') {
      at = escape_end(css, at);
      if (at == string_view::npos) return string_view::npos;
    } else {
      break;
    }
  }
  return at;
}

// After url(…) without quotes, whose word ends at `at`; `at` itself if it has quotes.
size_t url_end(string_view css, size_t at) {
  const size_t inside = spaces_end(css, at + 1);
  if (inside < css.size() && (css[inside] == '"' || css[inside] == '\'')) return at;
  for (size_t i = inside; i < css.size(); ++i) {
    if (css[i] == ')') return i + 1;
    if (css[i] == '\\') ++i;
  }
  return string_view::npos;
}

// After the white space and comments that begin at `at`. spaced: there is white space among them.
size_t gap_end(string_view css, size_t at, bool& spaced) {
  while (at < css.size()) {
    if (is_space(css[at])) {
      spaced = true;
      ++at;
    } else if (css.substr(at, 2) == "/*") {
      const size_t end = css.find("*/", at + 2);
      if (end == string_view::npos) return string_view::npos;
      at = end + 2;
    } else {
      break;
    }
  }
  return at;
}

// Brackets and braces closed in the order in which they were opened.
class Nesting {
 public:
  bool allows(char c) {
    if (c == '(' || c == '[' || c == '{') open_ += c;
    if (c != ')' && c != ']' && c != '}') return true;
    const char opening = c == ')' ? '(' : c == ']' ? '[' : '{';
    if (open_.empty() || open_.back() != opening) return false;
    open_.pop_back();
    return true;
  }
  bool closed() const { return open_.empty(); }

 private:
  std::string open_;
};

}  // namespace

std::optional<std::vector<CssToken>> css_tokens(string_view css) {
  std::vector<CssToken> tokens;
  Nesting nesting;
  size_t at = 0;
  while (at < css.size()) {
    const size_t begin = at;
    const char c = css[at];
    Kind kind = Kind::mark;
    if (is_space(c) || css.substr(at, 2) == "/*") {
      bool spaced = false;
      at = gap_end(css, at, spaced);
      kind = spaced ? Kind::space : Kind::glue;
    } else if (c == '"' || c == '\'') {
      at = string_end(css, at);
      kind = Kind::fixed;
    } else if ((at = word_end(css, at)) != begin) {
      kind = Kind::word;
      if (at != string_view::npos && css.substr(at, 1) == "(" &&
          equal_ignoring_case(css.substr(begin, at - begin), "url")) {
        const size_t end = url_end(css, at);
        if (end != at) kind = Kind::fixed;
        at = end;
      }
    } else {
      if (!nesting.allows(c)) return std::nullopt;
      ++at;
    }
    if (at == string_view::npos) return std::nullopt;
    tokens.push_back({kind, css.substr(begin, at - begin)});
  }
  if (!nesting.closed()) return std::nullopt;
  return tokens;
}

}  // namespace offer
