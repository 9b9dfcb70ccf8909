// Which bytes of a file are a page's own words. Blocks say what is words; each piece is then found in the file byte for byte, and what is not
// found there exactly (an entity, a backslash) is left alone.
#include <algorithm>

#include "base/text.h"
#include "mend/mend.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// Settings that hold running words. Names of bodies, papers and places are none.
constexpr std::string_view settings_of_words[]{"summary", "for", "starts_when", "because", "wait"};

// Follows quotation marks through a paragraph.
class Quotes {
 public:
  // To be called for each character, with the one before it and the bytes after it. True if the character is inside quotation marks, or is one.
  bool inside(std::string_view text, size_t at, char before) {
    const std::string_view rest = text.substr(at);
    const bool opening = !is_word_byte(before);
    const auto letter_after = [&](size_t length) { return rest.size() > length && is_word_byte(rest[length]); };
    if (rest.front() == '"') return toggle(double_);
    if (rest.starts_with("“")) return open(curly_);
    if (rest.starts_with("”")) return close(curly_);
    if (rest.starts_with("«")) return open(curly_);
    if (rest.starts_with("»")) return close(curly_);
    if (rest.starts_with("‘")) return open(single_);
    if (rest.starts_with("’") && single_ && !letter_after(3)) return close(single_);
    if (rest.front() == '\'' && !straight_ && opening && letter_after(1)) return open(straight_);
    if (rest.front() == '\'' && straight_ && !letter_after(1)) return close(straight_);
    return any();
  }
  bool any() const { return double_ || curly_ || single_ || straight_; }

 private:
  static bool open(bool& mark) { return mark = true; }
  static bool close(bool& mark) {
    mark = false;
    return true;
  }
  static bool toggle(bool& mark) {
    mark = !mark;
    return true;
  }
  bool double_ = false;
  bool curly_ = false;
  bool single_ = false;
  bool straight_ = false;
};

class Finder {
 public:
  Finder(const Page& page, std::string_view bytes) : page_(page), bytes_(bytes) {
    size_t at = 0;
    while (true) {
      const size_t end = std::min(bytes.find('\n', at), bytes.size());
      lines_.push_back({at, end > at && bytes[end - 1] == '\r' ? end - 1 : end});
      if (end == bytes.size()) break;
      at = end + 1;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) lines_.front().from = 3;
  }

  std::vector<Stretch> find() {
    for (const Fields::Entry& entry : page_.fields.all()) setting(entry);
    for (const Block& block : children(page_.document())) visit(block, StretchKind::prose);
    std::sort(found_.begin(), found_.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    // Two Blocks that seem to stand in one place: neither is certain.
    std::vector<Stretch> apart;
    for (const Stretch& one : found_)
      if (apart.empty() || apart.back().to <= one.from) apart.push_back(one);
      else apart.back().kind = StretchKind::other;
    return apart;
  }

 private:
  struct Line {
    size_t from;
    size_t to;
  };

  void setting(const Fields::Entry& entry) {
    const std::string* words = std::get_if<std::string>(&entry.value);
    if (words == nullptr || std::find(std::begin(settings_of_words), std::end(settings_of_words), entry.field->name) == std::end(settings_of_words)) return;
    size_t at = 0;
    if (!place(*words, entry.place.line, entry.place.column, at)) {
      // In quotation marks of YAML, which are no quotation.
      if (!place(*words, entry.place.line, entry.place.column + 1, at)) return;
    }
    if (words->find_first_of("\"“‘\\") != std::string::npos) return;
    found_.push_back({at, at + words->size(), StretchKind::setting, true});
  }

  void visit(const Block& block, StretchKind kind) {
    switch (block.kind) {
      case BlockKind::quote:
      case BlockKind::code:
      case BlockKind::raw_html: return;
      case BlockKind::heading: return words_of_block(block, StretchKind::other);
      case BlockKind::row:
        for (const Block& cell : children(block)) words_of_block(cell, block.number == 1 ? StretchKind::other : StretchKind::label);
        return;
      default:
        if (holds_inlines(block.kind)) return words_of_block(block, kind);
        for (const Block& inside : children(block)) visit(inside, kind);
    }
  }

  void words_of_block(const Block& block, StretchKind kind) {
    Quotes quotes;
    std::vector<Stretch> pending;
    begins_ = true;
    size_t opened = 0;
    inlines(block, kind, quotes, pending, opened);
    // A quotation that nothing closes: all from its beginning may belong to it.
    if (quotes.any())
      for (size_t i = opened; i < pending.size(); ++i) pending[i].kind = StretchKind::other;
    found_.insert(found_.end(), pending.begin(), pending.end());
  }

  void inlines(const Block& block, StretchKind kind, Quotes& quotes, std::vector<Stretch>& to, size_t& opened) {
    for (const Block& one : children(block)) {
      if (one.kind == BlockKind::text) text(one, kind, quotes, to, opened);
      else if (one.kind == BlockKind::line_break) begins_ = false;
      else if (one.first != nullptr) inlines(one, kind == StretchKind::prose ? StretchKind::label : kind, quotes, to, opened);
      begins_ = false;
    }
  }

  // One text Block may stand on several lines.
  void text(const Block& block, StretchKind kind, Quotes& quotes, std::vector<Stretch>& to, size_t& opened) {
    uint32_t line = block.place.line;
    bool first = true;
    char before = ' ';
    for (std::string_view piece : split(block.text, '\n')) {
      uint32_t column = block.place.column;
      if (!first) {
        const size_t indent = std::min(piece.find_first_not_of(' '), piece.size());
        piece.remove_prefix(indent);
        column = static_cast<uint32_t>(indent) + 1;
        before = ' ';
      }
      size_t at = 0;
      const bool certain = place(piece, line, column, at);
      const size_t none_yet = piece.size();
      size_t start = none_yet;
      const auto end_run = [&](size_t end, StretchKind what) {
        if (start != none_yet && certain && end > start) to.push_back({at + start, at + end, what, begins_ && first && start == 0});
        start = none_yet;
      };
      bool was_inside = quotes.any();
      for (size_t i = 0; i < piece.size(); i += character_length(piece, i)) {
        const bool open_before = quotes.any();
        const bool inside = quotes.inside(piece, i, before);
        if (!open_before && quotes.any()) opened = to.size() + (start != none_yet && certain && i > start ? 1 : 0);
        if (inside != was_inside) end_run(i, was_inside ? StretchKind::other : kind);
        if (start == none_yet) start = i;
        was_inside = inside;
        before = piece[i + character_length(piece, i) - 1];
      }
      end_run(piece.size(), was_inside ? StretchKind::other : kind);
      ++line;
      first = false;
    }
  }

  // Where `words` stand in a line: where the column says, or in the only place where they are.
  bool place(std::string_view words, uint32_t line, uint32_t column, size_t& at) {
    if (line == 0 || line > lines_.size() || words.empty()) return false;
    const std::string_view whole = bytes_.substr(lines_[line - 1].from, lines_[line - 1].to - lines_[line - 1].from);
    // Pieces of a line come in their order, so each is counted from the one before.
    if (counted_line_ != line || counted_column_ > column) counted_line_ = line, counted_column_ = 1, counted_offset_ = 0;
    for (; counted_column_ < column && counted_offset_ < whole.size(); ++counted_column_) counted_offset_ += character_length(whole, counted_offset_);
    const size_t offset = std::min(counted_offset_, whole.size());
    if (whole.substr(offset).starts_with(words)) {
      at = lines_[line - 1].from + offset;
      return true;
    }
    // Where addresses or code stand in the line, only the column can tell; and nobody writes lines so long.
    if (whole.size() > 5000 || whole.find("](") != std::string_view::npos || whole.find_first_of("<`&\\") != std::string_view::npos) return false;
    const size_t only = whole.find(words);
    if (only == std::string_view::npos || whole.find(words, only + 1) != std::string_view::npos) return false;
    at = lines_[line - 1].from + only;
    return true;
  }

  const Page& page_;
  std::string_view bytes_;
  std::vector<Line> lines_;
  std::vector<Stretch> found_;
  bool begins_ = true;
  uint32_t counted_line_ = 0;
  uint32_t counted_column_ = 1;
  size_t counted_offset_ = 0;
};

}  // namespace

std::vector<Stretch> stretches_of(const Page& page, std::string_view bytes) { return Finder(page, bytes).find(); }

}  // namespace offer
