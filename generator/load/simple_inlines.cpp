#include "load/simple_inlines.h"

#include "base/byte_bits.h"
#include "load/markdown_limits.h"

namespace offer {

namespace {

constexpr char end_of_text = SimpleLines::end_of_text;

// What ends words: line ends and other signs of control, and signs that can be marks. '|' is one only outside of tables.
bool ends_words(char c) {
  switch (c) {
    case '*': case '[': case ']': case '!': case '&': case '\\': case '`': case '<': case '_': case '|': return true;
    default: return static_cast<unsigned char>(c) < 0x20;
  }
}

// The first byte of `text` from `at` on that ends words, or the end.
size_t end_of_words(std::string_view text, size_t at) {
  while (at + 16 <= text.size()) {
    const Sixteen bytes = sixteen_bytes(text.data() + at);
    const Sixteen ends = ((bytes > -1) & (bytes < 0x20)) | ((bytes | 7) == '_') | (bytes == '*') | (bytes == '!') | (bytes == '&') | (bytes == '`') | (bytes == '<') | (bytes == '|');
    if (!any_of(ends)) {
      at += 16;
      continue;
    }
    for (uint64_t bits = bits_of(ends); bits != 0; bits &= bits - 1)
      if (const size_t found = at + first_bit(bits); ends_words(text[found])) return found;  // X, Y, Z and ^ look like [ and its neighbours
    at += 16;
  }
  while (at < text.size() && !ends_words(text[at])) ++at;
  return at;
}

bool is_plain_byte(char c) { return is_letter(c) || is_digit(c); }
bool is_sign_byte(char c) { return c > ' ' && c < 0x7F && !is_plain_byte(c); }

// Only with a space or the beginning before it and a letter, a digit or a link behind it can stars open, and nothing else. first: where the words begin.
bool opens_mark(std::string_view text, size_t first, size_t at, size_t stars) {
  const char behind = at + stars < text.size() ? text[at + stars] : end_of_text;
  if (at == first || text[at - 1] == ' ' || text[at - 1] == '\n') return is_plain_byte(behind) || behind == '[';
  return text[at - 1] == '(' && is_plain_byte(behind);
}

// And only close where they stand behind words and before no word.
bool closes_mark(std::string_view text, size_t at, size_t stars) {
  const char before = text[at - 1];
  const char behind = at + stars < text.size() ? text[at + stars] : end_of_text;
  if (is_plain_byte(before)) return behind == ' ' || behind == '\n' || is_sign_byte(behind);
  return is_sign_byte(before) && before != '*' && (behind == ' ' || behind == '\n');
}

}  // namespace

bool SimpleInlines::read(Block& to, size_t end, size_t indent) {
  indent_ = indent;
  return read_words(to, end, Until::end);
}

bool SimpleInlines::read_words(Block& to, size_t end, Until until) {
  const std::string_view text = body_.substr(0, end);
  size_t& at = lines_.at;
  const size_t first = at;
  start_words();
  for (;;) {
    at = end_of_words(text, at);
    switch (at < end ? text[at] : end_of_text) {
      case '\n': {
        if (at > words_start_ && text[at - 1] == ' ') return false;
        const auto goes = at >= end ? SimpleLines::Goes::out : lines_.paragraph_goes(at, indent_);
        if (goes == SimpleLines::Goes::out) {
          end_words(to);
          return until == Until::end;
        }
        if (goes == SimpleLines::Goes::nobody_knows || in_link_) return false;
        lines_.next_line();  // of the same words: the line end stays in the text, and what the line is indented by
        at += indent_;
        break;
      }
      case '&':
        if (at + 1 < end && text[at + 1] != ' ') return false;
        ++at;
        break;
      case '!':
        if (at + 1 >= end || text[at + 1] != '[') {
          ++at;
          break;
        }
        end_words(to);
        if (in_link_ || !read_picture(to, end)) return false;
        start_words();
        break;
      case '[':
        end_words(to);
        if (in_link_ || !read_link(to, end)) return false;
        start_words();
        break;
      case ']': end_words(to); return until == Until::bracket;
      case '*': {
        const size_t stars = at + 1 < end && text[at + 1] == '*' ? 2 : 1;
        if (at + stars < end && text[at + stars] == '*') return false;
        if (until == Until::star || until == Until::two_stars) {
          end_words(to);
          return until == (stars == 2 ? Until::two_stars : Until::star) && closes_mark(text, at, stars);
        }
        if (!opens_mark(text, first, at, stars)) return false;
        end_words(to);
        if (!read_stars(to, end, stars)) return false;
        start_words();
        break;
      }
      default: return false;
    }
  }
}

void SimpleInlines::start_words() {
  words_start_ = lines_.at;
  if (lines_.byte(words_start_) == '\n') words_place_ = {lines_.line(), 0, 0};  // cmark gives a line end no place of its own
  else words_place_ = lines_.place(words_start_);
}

void SimpleInlines::end_words(Block& to) {
  if (words_start_ == lines_.at) return;
  Block* words = lines_.make(BlockKind::text, words_place_);
  words->text = lines_.keep(words_start_, lines_.at);
  to.append(words);
}

bool SimpleInlines::read_stars(Block& to, size_t end, size_t stars) {
  Block* block = lines_.make(stars == 2 ? BlockKind::strong : BlockKind::emphasis, lines_.at);
  to.append(block);
  lines_.at += stars;
  marks_ += 2 * stars;
  if (!read_words(*block, end, stars == 2 ? Until::two_stars : Until::star)) return false;
  lines_.at += stars;
  return true;
}

bool SimpleInlines::read_link(Block& to, size_t end) {
  Block* link = lines_.make(BlockKind::link, lines_.at);
  to.append(link);
  ++lines_.at;
  in_link_ = true;
  if (!read_words(*link, end, Until::bracket)) return false;
  in_link_ = false;
  ++lines_.at;
  return read_address(link->target, end);
}

bool SimpleInlines::read_picture(Block& to, size_t end) {
  Block* picture = lines_.make(BlockKind::picture, lines_.at);
  to.append(picture);
  const size_t words = lines_.at += 2;
  lines_.at = end_of_words(body_.substr(0, end), words);
  if (lines_.at >= end || body_[lines_.at] != ']') return false;
  picture->text = lines_.keep(words, lines_.at);
  ++lines_.at;
  return read_address(picture->target, end);
}

// "(/pathways/)". Low lines and stars mean nothing in it.
bool SimpleInlines::read_address(std::string_view& target, size_t end) {
  size_t& at = lines_.at;
  if (at >= end || body_[at] != '(') return false;
  const size_t start = ++at;
  for (; at < end && body_[at] != ')'; ++at) {
    const char c = body_[at];
    if (static_cast<unsigned char>(c) <= ' ' || c == '(' || c == '<' || c == '\\' || c == '&' || c == '|') return false;
    if (c == '_' || c == '*' || c == '[' || c == '`') ++marks_;
  }
  if (at >= end || at == start || at - start > longest_address) return false;
  ++marks_;
  target = lines_.keep(start, at);
  ++at;
  return true;
}

}  // namespace offer
