#include "model/block.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace offer {

bool holds_inlines(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::cell:
    case BlockKind::strong:
    case BlockKind::emphasis:
    case BlockKind::link:
    case BlockKind::term:
    case BlockKind::hard_word:
      return true;
    case BlockKind::document:
    case BlockKind::quote:
    case BlockKind::notice:
    case BlockKind::bullet_list:
    case BlockKind::numbered_list:
    case BlockKind::item:
    case BlockKind::steps:
    case BlockKind::step:
    case BlockKind::facts:
    case BlockKind::fact:
    case BlockKind::cards:
    case BlockKind::card:
    case BlockKind::words:
    case BlockKind::word:
    case BlockKind::letters:
    case BlockKind::filters:
    case BlockKind::filter:
    case BlockKind::narrowed:
    case BlockKind::values:
    case BlockKind::ticks:
    case BlockKind::tick:
    case BlockKind::deadlines:
    case BlockKind::deadline:
    case BlockKind::drawing:
    case BlockKind::easy_row:
    case BlockKind::table:
    case BlockKind::row:
    case BlockKind::code:
    case BlockKind::rule:
    case BlockKind::raw_html:
    case BlockKind::text:
    case BlockKind::code_span:
    case BlockKind::picture:
    case BlockKind::line_break:
    case BlockKind::tag:
      return false;
  }
  return false;
}

Place place_in(const Block& text, size_t offset, uint32_t length) {
  const std::string_view before = text.text.substr(0, offset);
  uint32_t lines = 0;
  size_t line_start = 0;
  for (size_t end = before.find('\n'); end != std::string_view::npos; end = before.find('\n', line_start)) ++lines, line_start = end + 1;
  const uint32_t column = characters_before(before.substr(line_start), offset - line_start);
  if (lines > 0) return {text.place.line + lines, column + 1, length};
  return {text.place.line, text.place.column == 0 ? 0 : text.place.column + column, length};
}

bool is_list_of_links(const Block& block) {
  if (block.kind != BlockKind::bullet_list || block.first == nullptr) return false;
  for (const Block& item : children(block)) {
    const Block* paragraph = item.first;
    if (paragraph == nullptr || paragraph->next != nullptr || paragraph->kind != BlockKind::paragraph) return false;
    if (paragraph->first == nullptr || paragraph->first->kind != BlockKind::link) return false;
  }
  return true;
}

namespace {

void add_plain_text(const Block& block, std::string& to) {
  if (block.kind == BlockKind::line_break) {
    to += ' ';
  } else if (block.kind != BlockKind::picture && block.kind != BlockKind::values) {
    // A line end, with the indent after it, is one space.
    for (std::string_view rest = block.text; !rest.empty();) {
      const size_t end = rest.find('\n');
      to.append(rest.substr(0, end));
      if (end == std::string_view::npos) break;
      to += ' ';
      rest.remove_prefix(std::min(rest.find_first_not_of(' ', end + 1), rest.size()));
    }
  }
  for (const Block& child : children(block)) {
    if (!to.empty() && !holds_inlines(block.kind) && to.back() != ' ') to += ' ';
    add_plain_text(child, to);
  }
}

}  // namespace

Block* empty_document() {
  static Block nothing;
  return &nothing;
}

void put_plain_text(const Block& block, std::string& to) {
  to.clear();
  add_plain_text(block, to);
}

std::string plain_text(const Block& block) {
  std::string result;
  add_plain_text(block, result);
  return result;
}

}  // namespace offer
