#include "load/simple_markdown.h"

#include <algorithm>

#include "load/markdown_limits.h"
#include "load/notice_kind.h"
#include "load/simple_inlines.h"
#include "load/simple_lines.h"

namespace offer {

namespace {

constexpr size_t most_marks = most_brackets / 2;  // of a body, of which not each is counted
constexpr size_t most_levels = 8;    // of lists inside each other

// Reads block by block. What returns false has met something that is not simple; then nothing counts that was made.
class SimpleMarkdownReader {
 public:
  SimpleMarkdownReader(std::string_view body, uint32_t first_line, Arena& arena, const MarkdownLimits& limits, WordsIn words)
      : lines_(body, first_line, arena, words), inlines_(lines_), body_(lines_.body), limits_(limits) {}

  Block* read() {
    Block* document = lines_.make(BlockKind::document, size_t{0});
    while (!lines_.at_end())
      if (!read_block(*document)) return nullptr;
    return inlines_.marks() <= most_marks ? document : nullptr;
  }

 private:
  bool read_block(Block& to) {
    const char c = lines_.byte(lines_.at);
    if (c == '\n') {
      lines_.next_line();
      return true;
    }
    if (c == '#') return read_heading(to);
    if (c == '|') return read_table(to);
    if (c == '>') return read_notice(to);
    if (c == '-' || lines_.number_mark(lines_.at) > 0) return read_list(to, 0, 1);
    return lines_.may_begin_paragraph(lines_.at) && read_paragraph(to, 0, ParagraphKind::plain);
  }

  bool read_heading(Block& to) {
    const size_t level = lines_.level_of_heading(lines_.at);
    if (level == 0) return false;
    const size_t end = lines_.line_end();
    if (body_[end - 1] == '#' || body_[end - 1] == ' ') return false;
    Block* heading = lines_.make(BlockKind::heading, lines_.at);
    heading->number = static_cast<uint16_t>(level);
    to.append(heading);
    lines_.at += level + 1;
    if (!read_line(*heading, end)) return false;
    lines_.next_line();
    return true;
  }

  bool read_paragraph(Block& to, size_t indent, ParagraphKind kind) {
    Block* paragraph = lines_.make(BlockKind::paragraph, lines_.at);
    paragraph->variant = static_cast<uint8_t>(kind);
    to.append(paragraph);
    if (!inlines_.read(*paragraph, body_.size(), indent)) return false;
    lines_.next_line();
    return true;
  }

  // "> [!NOTE]", and one line of words under it.
  bool read_notice(Block& to) {
    const size_t first_end = lines_.line_end();
    const std::string_view first = body_.substr(lines_.at, first_end - lines_.at);
    const auto kind = first.starts_with("> ") ? notice_kind(first.substr(2)) : std::nullopt;
    if (!kind) return false;
    Block* notice = lines_.make(BlockKind::notice, lines_.at);
    notice->variant = static_cast<uint8_t>(*kind);
    to.append(notice);
    Block* paragraph = lines_.make(BlockKind::paragraph, lines_.at + 2);
    notice->append(paragraph);
    lines_.at = first_end;
    lines_.next_line();
    const size_t end = lines_.line_end();
    if (lines_.byte(lines_.at) != '>' || lines_.byte(lines_.at + 1) != ' ' || !lines_.may_begin_paragraph(lines_.at + 2)) return false;
    lines_.at += 2;
    if (body_[end - 1] == ' ' || !read_line(*paragraph, end)) return false;
    lines_.next_line();
    return lines_.byte(lines_.at) == '\n';
  }

  // The list that begins here, `indent` spaces from the left.
  bool read_list(Block& to, size_t indent, size_t level) {
    if (level > most_levels || level > limits_.nesting) return false;
    const bool numbered = lines_.byte(lines_.at) != '-';
    Block* list = lines_.make(numbered ? BlockKind::numbered_list : BlockKind::bullet_list, lines_.at);
    to.append(list);
    bool with_lists = false, loose = false;
    for (bool first = true;; first = false) {
      const size_t mark = numbered ? lines_.number_mark(lines_.at) : 2;
      if (mark == 0 || lines_.byte(lines_.at + mark - 1) != ' ' || !lines_.may_begin_paragraph(lines_.at + mark)) return false;
      if (numbered && first) list->number = number_at(lines_.at);
      Block* item = lines_.make(BlockKind::item, lines_.at);
      list->append(item);
      lines_.at += mark;
      if (!read_paragraph(*item, indent + mark, ParagraphKind::tight)) return false;
      // A list under the words of the item.
      if (const size_t below = lines_.at + indent + mark; lines_.spaces_at(lines_.at) == indent + mark && lines_.starts_item(below)) {
        with_lists = true;
        lines_.at = below;
        if (!read_list(*item, indent + mark, level + 1)) return false;
      }
      // What comes next: an item of this list, perhaps behind empty lines, or something else.
      const bool gap = lines_.at_empty_line();
      if (gap && level > 1) return true;
      while (lines_.at_empty_line()) lines_.next_line();
      const size_t spaces = lines_.spaces_at(lines_.at);
      const bool goes_on = spaces == indent && lines_.starts_item(lines_.at + indent) && (lines_.byte(lines_.at + indent) != '-') == numbered;
      if (!goes_on) {
        if (level == 1 ? spaces > 0 : spaces >= indent) return false;
        break;
      }
      if (gap) loose = true;
      lines_.at += indent;
    }
    if (loose && with_lists) return false;
    if (loose)
      for (Block& item : children(*list)) item.first->variant = static_cast<uint8_t>(ParagraphKind::plain);
    return true;
  }

  // Of an item's mark.
  uint16_t number_at(size_t where) const {
    unsigned number = 0;
    for (; is_digit(lines_.byte(where)); ++where) number = number * 10 + static_cast<unsigned>(lines_.byte(where) - '0');
    return static_cast<uint16_t>(number);
  }

  // --- Tables ---

  bool read_table(Block& to) {
    Block* table = lines_.make(BlockKind::table, lines_.at);
    to.append(table);
    size_t columns = 0;
    if (!read_row(*table, columns)) return false;
    table->last->number = 1;
    if (columns > limits_.columns || !pass_hyphens(columns)) return false;
    while (lines_.byte(lines_.at) == '|') {
      size_t cells = 0;
      if (!read_row(*table, cells) || cells != columns) return false;
      cells_ += columns + 1;
    }
    return cells_ <= limits_.cells / 4 && lines_.byte(lines_.at) == '\n';
  }

  bool read_row(Block& table, size_t& cells) {
    const size_t end = lines_.line_end();
    if (end < lines_.at + 3 || body_[end - 1] != '|') return false;
    Block* row = lines_.make(BlockKind::row, lines_.at);
    table.append(row);
    for (++lines_.at; lines_.at < end; ++cells) {
      size_t bar = std::min(body_.find('|', lines_.at), end);
      if (bar >= end) return false;
      size_t from = lines_.at, to = bar;
      while (from < to && body_[from] == ' ') ++from;
      while (to > from && body_[to - 1] == ' ') --to;
      if (from == to) return false;
      Block* cell = lines_.make(BlockKind::cell, lines_.at);
      row->append(cell);
      lines_.at = from;
      if (!read_line(*cell, to)) return false;
      lines_.at = bar + 1;
    }
    lines_.next_line();
    return true;
  }

  // The line of hyphens under a table's first row.
  bool pass_hyphens(size_t columns) {
    if (lines_.byte(lines_.at) != '|') return false;
    const size_t end = lines_.line_end();
    for (++lines_.at; lines_.at < end; --columns) {
      if (columns == 0) return false;
      while (lines_.byte(lines_.at) == ' ') ++lines_.at;
      if (lines_.byte(lines_.at) == ':') ++lines_.at;
      const size_t first = lines_.at;
      while (lines_.byte(lines_.at) == '-') ++lines_.at;
      if (lines_.at == first) return false;
      if (lines_.byte(lines_.at) == ':') ++lines_.at;
      while (lines_.byte(lines_.at) == ' ') ++lines_.at;
      if (lines_.byte(lines_.at) != '|') return false;
      ++lines_.at;
    }
    lines_.next_line();
    return columns == 0;
  }

  // Words that end with the line, or before it.
  bool read_line(Block& to, size_t end) { return inlines_.read(to, end, 0) && lines_.at == end; }

  SimpleLines lines_;
  SimpleInlines inlines_;
  std::string_view body_;
  const MarkdownLimits& limits_;
  size_t cells_ = 0;
};

}  // namespace

Block* read_simple_markdown(std::string_view body, uint32_t first_line, Arena& arena, const MarkdownLimits& limits, WordsIn words) {
  if (body.size() > limits.bytes || body.starts_with("\xEF\xBB\xBF") || first_bad_utf8(body)) return nullptr;
  return SimpleMarkdownReader(body, first_line, arena, limits, words).read();
}

}  // namespace offer
