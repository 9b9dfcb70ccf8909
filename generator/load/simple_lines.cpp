#include "load/simple_lines.h"

#include "base/eight_bytes.h"

namespace offer {

uint32_t SimpleLines::characters_to(size_t where) {
  const uint32_t count = characters_before(body.substr(counted_to_), where - counted_to_);
  far_character_ = where;
  while (far_character_ + 16 <= body.size() && !any_of(sixteen_bytes(body.data() + far_character_) < 0)) far_character_ += 16;
  return count;
}

size_t SimpleLines::number_mark(size_t where) const {
  size_t end = where;
  while (end < where + 4 && is_digit(byte(end))) ++end;
  return end > where && byte(end) == '.' && byte(end + 1) == ' ' ? end + 2 - where : 0;
}

// A line of nothing but "2023.", which begins no list in the middle of a paragraph.
bool SimpleLines::is_number_alone(size_t where) const {
  const size_t first = where;
  while (is_digit(byte(where))) ++where;
  return where > first && byte(where) == '.' && byte(where + 1) == '\n';
}

size_t SimpleLines::level_of_heading(size_t where) const {
  size_t level = 0;
  while (byte(where + level) == '#') ++level;
  return level > 0 && level <= 6 && byte(where + level) == ' ' && byte(where + level + 1) > ' ' ? level : 0;
}

bool SimpleLines::may_begin_paragraph(size_t where) const {
  const char c = byte(where), next = byte(where + 1);
  if (is_letter(c) || (c & 0x80) != 0) return true;
  if (is_digit(c)) {
    while (is_digit(byte(where))) ++where;
    const char behind = byte(where + 1);
    return (byte(where) != '.' && byte(where) != ')') || (behind != ' ' && behind != '\n' && behind != '\t');
  }
  switch (c) {
    case '[':
    case '"':
    case '\'':
    case '(': return true;
    case '!': return next == '[';
    case '*': {  // not of a list, and no line across the page
      const char behind = next == '*' ? byte(where + 2) : next;
      return behind != ' ' && behind != '\n' && behind != '*';
    }
    default: return false;
  }
}

SimpleLines::Goes SimpleLines::paragraph_goes(size_t end, size_t indent) const {
  if (byte(end + 1) == '\n') return Goes::out;
  const size_t spaces = spaces_at(end + 1), first = end + 1 + spaces;
  const bool bullet = byte(first) == '-' && byte(first + 1) == ' ';
  if (spaces == indent) {
    if (may_begin_paragraph(first) || is_number_alone(first)) return Goes::on;
    if (bullet || (byte(first) == '1' && number_mark(first) == 3)) return Goes::out;
  } else if (spaces < indent && starts_item(first)) {  // the next item, of this list or of one around it
    return Goes::out;
  }
  return spaces == 0 && level_of_heading(first) > 0 ? Goes::out : Goes::nobody_knows;
}

}  // namespace offer
