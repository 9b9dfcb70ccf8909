#include "load/simple_markdown.h"

#include <algorithm>

#include "base/byte_bits.h"
#include "base/text.h"
#include "load/notice_kind.h"

namespace offer {

namespace {

constexpr size_t most_marks = 1000;   // brackets, stars and low lines of a body; the limits are at 2000 for a paragraph
constexpr size_t most_levels = 8;     // of lists inside each other
constexpr size_t longest_address = 2000;
constexpr char end_of_text = '\n';    // stands for what is behind the last byte

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

bool is_everyday(char c) { return is_letter(c) || is_digit(c); }
bool is_sign(char c) { return c > ' ' && c < 0x7F && !is_everyday(c); }

// Reads block by block. What returns false has met something that is not simple; then nothing counts that was made.
class SimpleReader {
 public:
  SimpleReader(std::string_view body, uint32_t first_line, Arena& arena, const MarkdownLimits& limits, WordsIn words)
      : body_(body), line_(first_line), arena_(arena), limits_(limits), words_(words) {}

  Block* read() {
    Block* document = make(BlockKind::document, 0);
    while (at_ < body_.size())
      if (!read_block(*document)) return nullptr;
    return marks_ <= most_marks ? document : nullptr;
  }

 private:
  // --- Where we are ---

  char byte(size_t at) const { return at < body_.size() ? body_[at] : end_of_text; }
  void next_line() {
    ++at_;
    ++line_;
    counted_to_ = at_;
    counted_ = 0;
  }
  size_t line_end() const { return at_ < body_.size() ? std::min(body_.find('\n', at_), body_.size()) : body_.size(); }

  Place place(size_t at) {
    counted_ += characters_before(body_.substr(counted_to_), at - counted_to_);
    counted_to_ = at;
    return {line_, counted_ + 1, 0};
  }

  Block* make(BlockKind kind, size_t at) {
    Block* block = arena_.make<Block>();
    block->kind = kind;
    block->place = place(at);
    return block;
  }

  std::string_view keep(size_t start, size_t end) const {
    const std::string_view part = body_.substr(start, end - start);
    return words_ == WordsIn::file ? part : arena_.copy(part);
  }

  // The length of "12. " at `at`, or 0. Longer numbers are not simple.
  size_t number_mark(size_t at) const {
    size_t end = at;
    while (end < at + 4 && is_digit(byte(end))) ++end;
    return end > at && byte(end) == '.' && byte(end + 1) == ' ' ? end + 2 - at : 0;
  }
  bool may_be_number_mark(size_t at) const {
    while (is_digit(byte(at))) ++at;
    return (byte(at) == '.' || byte(at) == ')') && byte(at + 1) <= ' ' && byte(at + 1) >= 0;
  }

  // A line of nothing but "2023.", which begins no list in the middle of a paragraph.
  bool is_number_alone(size_t at) const {
    const size_t first = at;
    while (is_digit(byte(at))) ++at;
    return at > first && byte(at) == '.' && byte(at + 1) == '\n';
  }

  size_t level_of_heading(size_t at) const {
    size_t level = 0;
    while (byte(at + level) == '#') ++level;
    return level > 0 && level <= 6 && byte(at + level) == ' ' && byte(at + level + 1) > ' ' ? level : 0;
  }

  // Whether a paragraph, and nothing else, begins with it or goes on with it.
  bool may_begin_paragraph(size_t at) const {
    const char c = byte(at);
    if (is_digit(c)) return !may_be_number_mark(at);
    if (is_letter(c) || (c & 0x80) != 0) return true;
    switch (c) {
      case '[': case '"': case '\'': case '(': return true;
      case '*': return byte(at + 1) != ' ' && byte(at + 1) != '\n' && !(byte(at + 1) == '*' && (byte(at + 2) == '*' || byte(at + 2) == ' ' || byte(at + 2) == '\n'));
      case '!': return byte(at + 1) == '[';
      default: return false;
    }
  }

  // --- Blocks ---

  bool read_block(Block& to) {
    const char c = byte(at_);
    if (c == '\n') {
      next_line();
      return true;
    }
    if (c == '#') return read_heading(to);
    if (c == '|') return read_table(to);
    if (c == '>') return read_notice(to);
    if (c == '-' || number_mark(at_) > 0) return read_list(to, 0, 1);
    return may_begin_paragraph(at_) && read_paragraph(to, 0, ParagraphKind::plain);
  }

  bool read_heading(Block& to) {
    const size_t level = level_of_heading(at_);
    if (level == 0) return false;
    const size_t end = line_end();
    if (body_[end - 1] == '#' || body_[end - 1] == ' ') return false;
    Block* heading = make(BlockKind::heading, at_);
    heading->number = static_cast<uint16_t>(level);
    to.append(heading);
    at_ += level + 1;
    if (!read_inlines(*heading, end) || at_ != end) return false;
    next_line();
    return true;
  }

  bool read_paragraph(Block& to, size_t indent, ParagraphKind kind) {
    Block* paragraph = make(BlockKind::paragraph, at_);
    paragraph->variant = static_cast<uint8_t>(kind);
    to.append(paragraph);
    indent_ = indent;
    if (!read_inlines(*paragraph, body_.size())) return false;
    next_line();
    return true;
  }

  // "> [!NOTE]", and one line of words under it.
  bool read_notice(Block& to) {
    const size_t first_end = line_end();
    const std::string_view first = body_.substr(at_, first_end - at_);
    const auto kind = first.starts_with("> ") ? notice_kind(first.substr(2)) : std::nullopt;
    if (!kind) return false;
    Block* notice = make(BlockKind::notice, at_);
    notice->variant = static_cast<uint8_t>(*kind);
    to.append(notice);
    Block* paragraph = make(BlockKind::paragraph, at_ + 2);
    notice->append(paragraph);
    at_ = first_end;
    next_line();
    const size_t end = line_end();
    if (!body_.substr(std::min(at_, body_.size())).starts_with("> ") || !may_begin_paragraph(at_ + 2)) return false;
    at_ += 2;
    marks_ += 2;
    if (!read_inlines(*paragraph, end) || at_ != end || body_[end - 1] == ' ') return false;
    next_line();
    return byte(at_) == '\n';
  }

  enum class Goes { on, out, nobody_knows };

  // Whether the line behind the one that ends at `end` belongs to the same paragraph.
  Goes paragraph_goes(size_t end) const {
    size_t at = end + 1;
    if (at >= body_.size() || body_[at] == '\n') return Goes::out;
    while (byte(at) == ' ') ++at;
    const size_t indent = at - end - 1;
    if (indent == indent_) {
      if (may_begin_paragraph(at) || is_number_alone(at)) return Goes::on;
      if (byte(at) == '-' && byte(at + 1) == ' ') return Goes::out;
      // Inside an item a number may go on with the list or begin one.
      if (byte(at) == '1' && number_mark(at) == 3) return Goes::out;
    }
    if (indent < indent_) {  // the next item, of this list or of one around it
      if (byte(at) == '-' && byte(at + 1) == ' ') return Goes::out;
      if (number_mark(at) > 0) return Goes::out;
    }
    return indent == 0 && level_of_heading(at) > 0 ? Goes::out : Goes::nobody_knows;
  }

  // The list that begins here, `indent` spaces from the left.
  bool read_list(Block& to, size_t indent, size_t level) {
    if (level > most_levels || level > limits_.nesting) return false;
    const bool numbered = byte(at_) != '-';
    Block* list = make(numbered ? BlockKind::numbered_list : BlockKind::bullet_list, at_);
    to.append(list);
    bool with_lists = false, loose = false;
    for (bool first = true;; first = false) {
      const size_t mark = numbered ? number_mark(at_) : 2;
      if (mark == 0 || byte(at_ + mark - 1) != ' ' || !may_begin_paragraph(at_ + mark)) return false;
      if (numbered && first) list->number = number_at(at_);
      Block* item = make(BlockKind::item, at_);
      list->append(item);
      at_ += mark;
      if (!read_paragraph(*item, indent + mark, ParagraphKind::tight)) return false;
      // A list under the words of the item.
      if (const size_t below = at_ + indent + mark; spaces_at(at_) == indent + mark && starts_item(below)) {
        with_lists = true;
        at_ = below;
        if (!read_list(*item, indent + mark, level + 1)) return false;
      }
      // What comes next: an item of this list, perhaps behind empty lines, or something else.
      const bool gap = at_ < body_.size() && body_[at_] == '\n';
      if (gap && level > 1) return true;
      while (at_ < body_.size() && body_[at_] == '\n') next_line();
      const size_t spaces = spaces_at(at_);
      const bool goes_on = spaces == indent && at_ < body_.size() && starts_item(at_ + indent) && (byte(at_ + indent) != '-') == numbered;
      if (!goes_on) {
        if (level == 1 && spaces > 0) return false;
        if (level > 1 && spaces >= indent) return false;
        break;
      }
      if (gap) loose = true;
      if (level > 1 && gap) return false;
      at_ += indent;
    }
    if (loose && with_lists) return false;
    if (loose)
      for (Block& item : children(*list)) item.first->variant = static_cast<uint8_t>(ParagraphKind::plain);
    return true;
  }

  size_t spaces_at(size_t at) const {
    size_t end = at;
    while (byte(end) == ' ') ++end;
    return end - at;
  }
  bool starts_item(size_t at) const { return (byte(at) == '-' && byte(at + 1) == ' ') || number_mark(at) > 0; }
  uint16_t number_at(size_t at) const {
    unsigned number = 0;
    for (; is_digit(byte(at)); ++at) number = number * 10 + static_cast<unsigned>(byte(at) - '0');
    return static_cast<uint16_t>(number);
  }

  // --- Tables ---

  bool read_table(Block& to) {
    Block* table = make(BlockKind::table, at_);
    to.append(table);
    size_t columns = 0;
    if (!read_row(*table, columns)) return false;
    table->last->number = 1;
    if (columns > limits_.columns || !pass_hyphens(columns)) return false;
    for (size_t rows = 2; at_ < body_.size() && body_[at_] == '|'; ++rows) {
      size_t cells = 0;
      if (!read_row(*table, cells) || cells != columns) return false;
      cells_ += columns + 1;
    }
    return cells_ <= limits_.cells / 4 && (at_ >= body_.size() || body_[at_] == '\n');
  }

  bool read_row(Block& table, size_t& cells) {
    const size_t end = line_end();
    if (end < at_ + 3 || body_[end - 1] != '|') return false;
    Block* row = make(BlockKind::row, at_);
    table.append(row);
    for (++at_; at_ < end; ++cells) {
      size_t bar = std::min(body_.find('|', at_), end);
      if (bar >= end) return false;
      size_t from = at_, to = bar;
      while (from < to && body_[from] == ' ') ++from;
      while (to > from && body_[to - 1] == ' ') --to;
      if (from == to) return false;
      Block* cell = make(BlockKind::cell, at_);
      row->append(cell);
      at_ = from;
      if (!read_inlines(*cell, to) || at_ != to) return false;
      at_ = bar + 1;
    }
    next_line();
    return true;
  }

  // The line of hyphens under a table's first row.
  bool pass_hyphens(size_t columns) {
    if (byte(at_) != '|') return false;
    const size_t end = line_end();
    for (++at_; at_ < end; --columns) {
      if (columns == 0) return false;
      while (byte(at_) == ' ') ++at_;
      if (byte(at_) == ':') ++at_;
      const size_t first = at_;
      while (byte(at_) == '-') ++at_;
      if (at_ == first) return false;
      if (byte(at_) == ':') ++at_;
      while (byte(at_) == ' ') ++at_;
      if (byte(at_) != '|') return false;
      ++at_;
    }
    next_line();
    return columns == 0;
  }

  // --- Words, and marks among them ---

  // Up to `end`, or where the paragraph ends before that; at_ is then there.
  bool read_inlines(Block& to, size_t end) {
    return read_words(to, end, at_, '\0') && (at_ == end || body_[at_] == '\n');
  }

  // Words and marks, from at_ on, until `closing`: ']' of a link, '*' of italic words, 'b' for the stars of bold ones, or 0 for the end.
  bool read_words(Block& to, size_t end, size_t first, char closing) {
    const std::string_view text = body_.substr(0, end);
    start_words();
    for (;;) {
      at_ = end_of_words(text, at_);
      const char c = at_ < end ? text[at_] : end_of_text;
      switch (c) {
        case '\n': {
          if (at_ > first && at_ > words_start_ && text[at_ - 1] == ' ') return false;
          const Goes goes = at_ >= end ? Goes::out : paragraph_goes(at_);
          if (goes == Goes::nobody_knows || (goes == Goes::on && in_link_)) return false;
          if (goes == Goes::out) {
            end_words(to, at_);
            return closing == '\0';
          }
          pass_line_end();
          break;
        }
        case '&':
          if (at_ + 1 < end && text[at_ + 1] != ' ') return false;
          ++at_;
          break;
        case '!':
          if (at_ + 1 < end && text[at_ + 1] == '[') {
            end_words(to, at_);
            if (closing == ']' || !read_picture(to, end)) return false;
            start_words();
          } else {
            ++at_;
          }
          break;
        case '[':
          end_words(to, at_);
          if (in_link_ || !read_link(to, end)) return false;
          start_words();
          break;
        case ']':
          if (closing != ']') return false;
          end_words(to, at_);
          return true;
        case '*': {
          const size_t stars = at_ + 1 < end && text[at_ + 1] == '*' ? 2 : 1;
          if (at_ + stars < end && text[at_ + stars] == '*') return false;
          const char kind = stars == 2 ? 'b' : '*';
          if (closing == kind) {
            if (!closes(text, at_, stars)) return false;
            end_words(to, at_);
            return true;
          }
          if (closing == 'b' || closing == '*' || !opens(text, first, at_, stars)) return false;
          end_words(to, at_);
          if (!read_stars(to, end, stars, kind)) return false;
          start_words();
          break;
        }
        default: return false;
      }
    }
  }

  void start_words() {
    words_start_ = at_;
    if (at_ < body_.size() && body_[at_] == '\n') words_place_ = {line_, 0, 0};  // cmark gives a line end no place of its own
    else words_place_ = place(at_);
  }

  void end_words(Block& to, size_t end) {
    if (words_start_ == end) return;
    Block* block = arena_.make<Block>();
    block->kind = BlockKind::text;
    block->place = words_place_;
    block->text = keep(words_start_, end);
    to.append(block);
  }

  // The next line belongs to the same words: a line end stays in the text, and what the line is indented by.
  void pass_line_end() {
    next_line();
    at_ += indent_;
  }

  // Only with a space or the beginning before it and a letter, a digit or a link behind it can stars open, and nothing else.
  static bool opens(std::string_view text, size_t first, size_t at, size_t stars) {
    const char behind = at + stars < text.size() ? text[at + stars] : end_of_text;
    if (at == first || text[at - 1] == ' ' || text[at - 1] == '\n') return is_everyday(behind) || behind == '[';
    return text[at - 1] == '(' && is_everyday(behind);
  }

  // And only close where they stand behind words and before no word.
  static bool closes(std::string_view text, size_t at, size_t stars) {
    const char before = text[at - 1];
    const char after = at + stars < text.size() ? text[at + stars] : end_of_text;
    if (is_everyday(before)) return after == ' ' || after == '\n' || is_sign(after);
    return is_sign(before) && before != '*' && (after == ' ' || after == '\n');
  }

  bool read_stars(Block& to, size_t end, size_t stars, char kind) {
    Block* block = make(stars == 2 ? BlockKind::strong : BlockKind::emphasis, at_);
    to.append(block);
    at_ += stars;
    marks_ += 2 * stars;
    if (!read_words(*block, end, at_, kind)) return false;
    at_ += stars;
    return true;
  }

  bool read_link(Block& to, size_t end) {
    Block* link = make(BlockKind::link, at_);
    to.append(link);
    ++at_;
    in_link_ = true;
    if (!read_words(*link, end, at_, ']')) return false;
    in_link_ = false;
    ++at_;
    return read_address(link->target, end);
  }

  bool read_picture(Block& to, size_t end) {
    Block* picture = make(BlockKind::picture, at_);
    to.append(picture);
    at_ += 2;
    const size_t words = at_;
    at_ = end_of_words(body_.substr(0, end), at_);
    if (at_ >= end || body_[at_] != ']') return false;
    picture->text = keep(words, at_);
    ++at_;
    return read_address(picture->target, end);
  }

  // "(/pathways/)". Low lines and stars mean nothing in it.
  bool read_address(std::string_view& target, size_t end) {
    if (at_ >= end || body_[at_] != '(') return false;
    const size_t start = ++at_;
    for (; at_ < end && body_[at_] != ')'; ++at_) {
      const char c = body_[at_];
      if (static_cast<unsigned char>(c) <= ' ' || c == '(' || c == '<' || c == '\\' || c == '&' || c == '|') return false;
      if (c == '_' || c == '*' || c == '[' || c == '`') ++marks_;
    }
    if (at_ >= end || at_ == start || at_ - start > longest_address) return false;
    ++marks_;
    target = keep(start, at_);
    ++at_;
    return true;
  }

  std::string_view body_;
  size_t at_ = 0;
  uint32_t line_;
  size_t counted_to_ = 0;  // of the line at hand, characters are counted up to here
  uint32_t counted_ = 0;
  Arena& arena_;
  const MarkdownLimits& limits_;
  WordsIn words_;
  size_t indent_ = 0;       // of the lines of the paragraph at hand
  size_t words_start_ = 0;  // of the words at hand
  Place words_place_;
  bool in_link_ = false;
  size_t marks_ = 0;
  size_t cells_ = 0;
};

}  // namespace

Block* read_simple_markdown(std::string_view body, uint32_t first_line, Arena& arena, const MarkdownLimits& limits, WordsIn words) {
  if (body.size() > limits.bytes || body.starts_with("\xEF\xBB\xBF") || first_bad_utf8(body)) return nullptr;
  return SimpleReader(body, first_line, arena, limits, words).read();
}

}  // namespace offer
