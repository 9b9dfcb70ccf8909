// explain in a terminal: Markdown as text that is easy to read on a screen and through a screen reader.
#include "base/text.h"
#include "commands/explain.h"
#include "load/markdown.h"

namespace offer {

namespace {

class TextPage {
 public:
  TextPage(size_t width, bool bold) : width_(width), bold_(bold) {}

  void add_markdown(std::string_view markdown) {
    Arena arena;
    Report ignored;
    prepare_markdown();
    for (const Block& block : children(*parse_markdown(markdown, 1, "", arena, ignored))) add(block, "", "");
  }

  void add_example(const DocPiece& piece) {
    begin_block();
    if (!piece.file.empty()) text_ += piece.file + ":\n\n";
    for (const std::string_view line : split(trimmed_end(piece.text), '\n')) text_ += line.empty() ? "\n" : fmt::format("    {}\n", line);
  }

  std::string take() { return std::move(text_); }

 private:
  static std::string_view trimmed_end(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
  }

  void begin_block() {
    if (!text_.empty()) text_ += "\n";
  }

  std::string strong(const std::string& words) const { return bold_ ? "\033[1m" + words + "\033[0m" : words; }

  // Everything in a paragraph as one string; words that may not be parted are joined by a byte that a wrapped line turns into a space.
  void inlines(const Block& block, std::string& to) const {
    for (const Block& one : children(block)) {
      switch (one.kind) {
        case BlockKind::text: to += one.text; break;
        case BlockKind::code_span: to += fmt::format("`{}`", one.text); break;
        case BlockKind::line_break: to += "\n"; break;
        case BlockKind::link: {
          std::string words;
          inlines(one, words);
          to += words == one.target ? words : fmt::format("{} ({})", words, one.target);
          break;
        }
        default: inlines(one, to);
      }
    }
  }

  // Lines of at most width_ characters: `first` stands before the first one, `rest` before the others. A longer word stands alone.
  void wrapped(std::string_view words, std::string_view first, std::string_view rest) {
    std::string line(first);
    bool empty = true;
    for (const std::string_view word : words_of(words)) {
      if (!empty && characters_before(line, line.size()) + 1 + characters_before(word, word.size()) > width_) {
        text_ += line + "\n";
        line = rest;
        empty = true;
      }
      if (!empty) line += ' ';
      line += word;
      empty = false;
    }
    text_ += line + "\n";
  }

  void add(const Block& block, const std::string& first, const std::string& rest) {
    std::string words;
    switch (block.kind) {
      case BlockKind::heading: {
        inlines(block, words);
        begin_block();
        text_ += fmt::format("{}{}\n{}\n", rest, strong(words), rest + std::string(characters_before(words, words.size()), block.number <= 1 ? '=' : '-'));
        return;
      }
      case BlockKind::bullet_list:
      case BlockKind::numbered_list: {
        begin_block();
        size_t number = std::max<size_t>(block.number, 1);
        for (const Block& item : children(block)) {
          const std::string mark = block.kind == BlockKind::bullet_list ? "- " : fmt::format("{}. ", number++);
          add_item(item, rest + mark, rest + std::string(mark.size(), ' '));
        }
        return;
      }
      case BlockKind::code:
        begin_block();
        for (const std::string_view line : split(trimmed_end(block.text), '\n')) text_ += fmt::format("{}    {}\n", rest, line);
        return;
      case BlockKind::table:
        begin_block();
        for (const Block& row : children(block)) {
          std::string cells;
          for (const Block& cell : children(row)) cells += (cells.empty() ? "" : " | ") + plain_text(cell);
          wrapped(cells, rest, rest + "  ");
        }
        return;
      default:
        if (block.first != nullptr && !holds_inlines(block.kind)) {
          for (const Block& inside : children(block)) add(inside, rest + "  ", rest + "  ");
          return;
        }
        inlines(block, words);
        if (words.empty()) return;
        begin_block();
        wrapped(words, first.empty() ? rest : first, rest);
    }
  }

  // An item begins on the line of its mark; a tight list has no lines between.
  void add_item(const Block& item, const std::string& first, const std::string& rest) {
    bool begun = false;
    for (const Block& block : children(item)) {
      if (!begun && block.kind == BlockKind::paragraph) {
        std::string words;
        inlines(block, words);
        wrapped(words, first, rest);
      } else {
        add(block, rest, rest);
      }
      begun = true;
    }
  }

  size_t width_;
  bool bold_;
  std::string text_;
};

}  // namespace

std::string explained_in_text(const Code& code, size_t width, bool bold) {
  TextPage page(width, bold);
  const std::string doc = page_of_code(code);
  const std::string about = fmt::format("{} ({}; serves: {})", code.name, severity_word(code.severity), code.serves);
  if (doc.empty()) return about + "\n\nThis finding has no page yet.\n";
  std::string_view rest = doc;
  if (rest.starts_with("# ")) rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
  page.add_markdown(fmt::format("# {}\n\nHow bad: {}. Serves: {}.", code.name, severity_word(code.severity), code.serves));
  for (const DocPiece& piece : pieces_of_doc(rest)) {
    if (piece.example) page.add_example(piece);
    else page.add_markdown(piece.text);
  }
  return page.take();
}

}  // namespace offer
