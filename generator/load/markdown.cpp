#include "load/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <set>

#include "base/text.h"
#include "diagnose/codes.h"
#include "load/markdown_limits.h"
#include "load/notice_kind.h"
#include "load/parser_memory.h"
#include "load/simple_markdown.h"

namespace offer {

namespace {

// --- Memory for cmark-gfm ---

constinit thread_local ParserMemory* parser_memory = nullptr;  // of the file that this thread reads

void* take_zeroed(size_t count, size_t size) {
  void* memory = parser_memory->take(count * size);
  std::memset(memory, 0, count * size);
  return memory;
}

void* take_again(void* old, size_t size) { return old == nullptr ? parser_memory->take(size) : parser_memory->take_again(old, size); }

void give_back(void*) {}

cmark_mem memory_functions{take_zeroed, take_again, give_back};
cmark_syntax_extension* table_extension = nullptr;

// --- From cmark-gfm's tree to ours ---

class Converter {
 public:
  Converter(std::string_view body, uint32_t first_line, std::string_view path, Arena& arena, Report& report, WordsIn words)
      : body_(body), first_line_(first_line), path_(path), arena_(arena), report_(report), words_(words), lines_(lines_of_thread()) {
    for (size_t start = 0, end = 0; end != std::string_view::npos; start = end + 1) {
      end = body.find('\n', start);
      lines_.push_back(body.substr(start, end - start));
    }
  }

  Block* convert(cmark_node* root) {
    Block* document = make(BlockKind::document, root);
    add_children(root, *document, 0);
    return document;
  }

 private:
  // The same memory for file after file.
  static std::vector<std::string_view>& lines_of_thread() {
    thread_local std::vector<std::string_view> lines;
    lines.clear();
    return lines;
  }

  static constexpr int deepest = 200;  // inlines inside inlines too

  Place place_of(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    if (line < 1) return {};
    const auto index = static_cast<size_t>(line) - 1;
    uint32_t character = 0;
    if (column >= 1 && index < lines_.size()) character = 1 + characters_on_line(index, static_cast<size_t>(column) - 1);
    return {first_line_ + static_cast<uint32_t>(line) - 1, character, 0};
  }

  // Counts on from where it counted last: most nodes stand behind the one before, on the same line.
  uint32_t characters_on_line(size_t line, size_t bytes) const {
    if (counted_line_ != line || bytes < counted_bytes_) counted_line_ = line, counted_bytes_ = 0, counted_ = 0;
    counted_ += characters_before(lines_[line].substr(std::min(counted_bytes_, lines_[line].size())), bytes - counted_bytes_);
    counted_bytes_ = bytes;
    return counted_;
  }

  Block* make(BlockKind kind, cmark_node* node) {
    Block* block = arena_.make<Block>();
    block->kind = kind;
    block->place = place_of(node);
    return block;
  }

  std::string_view keep(const char* text) { return text == nullptr ? std::string_view{} : arena_.copy(text); }

  void add_children(cmark_node* node, Block& to, int depth) {
    if (depth > deepest) {
      if (!too_deep_) report_.add(codes::nesting_too_deep, path_, place_of(node), "marks go too deep inside each other here",
                                  "Take some of the stars, brackets or list marks away.");
      too_deep_ = true;
      return;
    }
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      const cmark_node_type type = cmark_node_get_type(child);
      if (type == CMARK_NODE_TEXT) {
        const char* literal = cmark_node_get_literal(child);
        add_text(child, literal == nullptr ? "" : literal);
      } else if (type == CMARK_NODE_SOFTBREAK) {
        const bool first = pending_.empty();
        add_text(child, "\n" + std::string(indent_of(cmark_node_next(child)), ' '));
        // cmark gives a line end no place of its own: it ends the line before the next word's.
        if (first && cmark_node_next(child) != nullptr) pending_place_ = {place_of(cmark_node_next(child)).line - 1, 0, 0};
      } else {
        add_pending_text(to);
        add(child, to, depth + 1);
      }
    }
    add_pending_text(to);
  }

  void add_with_children(BlockKind kind, cmark_node* node, Block& to, int depth) {
    Block* block = make(kind, node);
    add_children(node, *block, depth);
    to.append(block);
  }

  // Neighbouring pieces of text, and the line ends between them, become one Block, so that later steps see whole sentences. A line end
  // stays a '\n' in the text, followed by as many spaces as the next line is indented, so that a place can still be counted from it.
  void add_text(cmark_node* node, std::string_view text) {
    if (pending_.empty()) {
      pending_place_ = place_of(node);
      pending_start_ = start_of(node);
    }
    pending_ += text;
  }

  // Where the words of a node seem to begin in the file, or nothing. cmark is not always right about it.
  const char* start_of(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
    if (line < 1 || column < 1 || static_cast<size_t>(line) > lines_.size()) return nullptr;
    const std::string_view words = lines_[static_cast<size_t>(line) - 1];
    return static_cast<size_t>(column) > words.size() ? nullptr : words.data() + column - 1;
  }

  std::string_view pending_words() {
    const char* end = body_.data() + body_.size();
    const bool in_file = words_ == WordsIn::file && pending_start_ != nullptr && static_cast<size_t>(end - pending_start_) >= pending_.size();
    if (in_file && std::memcmp(pending_start_, pending_.data(), pending_.size()) == 0) return {pending_start_, pending_.size()};
    return arena_.copy(pending_);
  }

  // How many characters stand on the line of `node` before its words: spaces, and the marks of quotations.
  size_t indent_of(cmark_node* node) const {
    const int line = node == nullptr ? 0 : cmark_node_get_start_line(node);
    if (line < 1 || static_cast<size_t>(line) > lines_.size()) return 0;
    const std::string_view text = lines_[static_cast<size_t>(line) - 1];
    return std::min<size_t>(std::min(text.find_first_not_of(" \t>"), text.size()), 200);
  }

  void add_pending_text(Block& to) {
    if (pending_.empty()) return;
    Block* block = arena_.make<Block>();
    block->kind = BlockKind::text;
    block->place = pending_place_;
    block->text = pending_words();
    to.append(block);
    pending_.clear();
  }

  void add_raw_html(cmark_node* node, Block& to) {
    const std::string_view literal = keep(cmark_node_get_literal(node));
    Block* block = make(BlockKind::raw_html, node);
    block->text = literal;
    to.append(block);
    // A comment is an editor's note to themselves: it says nothing to readers and is left out without a word. What stands behind it on
    // its line would be lost with it.
    if (trim(literal).starts_with("<!--")) {
      const size_t end = trim(literal).find("-->");
      if (end == std::string_view::npos) {
        report_.add(codes::raw_html, path_, block->place, "a comment begins here and never ends, so all after it would be lost",
                    "End it with -->");
        return;
      }
      if (trim(trim(literal).substr(end + 3)).empty()) return;
      report_.add(codes::raw_html, path_, block->place, "what stands on a line with a comment is lost with it",
                  "Put the comment on a line of its own, with an empty line after it.");
      return;
    }
    const std::string_view shown = trim(literal).substr(0, trim(literal).find('\n'));
    // One cause, one message: what ends a part was reported where the part begins.
    const bool ends_part = shown.starts_with("</");
    const std::string_view name = shown.substr(ends_part ? 2 : 1);
    const std::string tag = lower(name.substr(0, name.find_first_of(" />")));
    if (ends_part && html_tags_.contains(tag)) return;
    html_tags_.insert(tag);
    report_.add(codes::raw_html, path_, block->place, fmt::format("'{}' is HTML, which pages cannot have", shown.substr(0, 60)),
                "Write it in Markdown: ## for a heading, ** for bold, - for a list. If you want to show a '<', write \\<.");
  }

  void add_link(cmark_node* node, Block& to, int depth) {
    add_with_children(BlockKind::link, node, to, depth);
    Block& link = *to.last;
    link.target = keep(cmark_node_get_url(node));
    // Of a link that goes on in the next line cmark says where it ends.
    if (link.first != nullptr && link.first->place.line > 0 && link.first->place.line < link.place.line && link.first->place.column > 1) {
      link.place = link.first->place;
      --link.place.column;
    }
    if (link.target.size() <= longest_address) return;
    report_.add(codes::unsafe_addresses, path_, link.place, fmt::format("this link's address has {} characters", link.target.size()),
                fmt::format("{} are the most. Link to the page itself, without what a search put after it.", longest_address));
    link.target = {};
  }

  void add_picture(cmark_node* node, Block& to) {
    Block* block = make(BlockKind::picture, node);
    block->target = keep(cmark_node_get_url(node));
    Block words;
    add_children(node, words, deepest - 20);
    block->text = arena_.copy(plain_text(words));
    to.append(block);
  }

  void add_quote(cmark_node* node, Block& to, int depth) {
    Block* block = make(BlockKind::quote, node);
    add_children(node, *block, depth);
    to.append(block);
    Block* paragraph = block->first;
    if (paragraph == nullptr || paragraph->kind != BlockKind::paragraph || paragraph->first == nullptr ||
        paragraph->first->kind != BlockKind::text)
      return;
    Block& text = *paragraph->first;
    const size_t end = std::min(text.text.find('\n'), text.text.size());
    const auto kind = notice_kind(trim(text.text.substr(0, end)));
    if (!kind) return;
    block->kind = BlockKind::notice;
    block->variant = static_cast<uint8_t>(*kind);
    text.text.remove_prefix(std::min(end + 1, text.text.size()));
    const size_t indent = std::min(text.text.find_first_not_of(' '), text.text.size());
    text.text.remove_prefix(indent);
    text.place = {text.place.line + 1, static_cast<uint32_t>(indent) + 1, 0};
    if (!text.text.empty()) return;
    paragraph->first = text.next;
    if (paragraph->first == nullptr) {
      block->first = paragraph->next;
      if (block->first == nullptr) block->last = nullptr;
    }
  }

  void add_list(cmark_node* node, Block& to, int depth) {
    const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    Block* list = make(numbered ? BlockKind::numbered_list : BlockKind::bullet_list, node);
    if (numbered) list->number = static_cast<uint16_t>(std::clamp(cmark_node_get_list_start(node), 0, 9999));
    add_children(node, *list, depth);
    if (cmark_node_get_list_tight(node) != 0)
      for (Block& item : children(*list))
        for (Block& inside : children(item))
          if (inside.kind == BlockKind::paragraph) inside.variant = static_cast<uint8_t>(ParagraphKind::tight);
    to.append(list);
  }

  void add_row(cmark_node* node, Block& to, int depth) {
    Block* row = make(BlockKind::row, node);
    row->number = cmark_gfm_extensions_get_table_row_is_header(node) != 0 ? 1 : 0;
    add_children(node, *row, depth);
    to.append(row);
  }

  void add(cmark_node* node, Block& to, int depth) {
    const cmark_node_type type = cmark_node_get_type(node);
    switch (type) {
      case CMARK_NODE_BLOCK_QUOTE: return add_quote(node, to, depth);
      case CMARK_NODE_LIST: return add_list(node, to, depth);
      case CMARK_NODE_ITEM: return add_with_children(BlockKind::item, node, to, depth);
      case CMARK_NODE_PARAGRAPH: return add_with_children(BlockKind::paragraph, node, to, depth);
      case CMARK_NODE_THEMATIC_BREAK: to.append(make(BlockKind::rule, node)); return;
      case CMARK_NODE_HEADING:
        add_with_children(BlockKind::heading, node, to, depth);
        to.last->number = static_cast<uint16_t>(cmark_node_get_heading_level(node));
        return;
      case CMARK_NODE_CODE_BLOCK:
        to.append(make(BlockKind::code, node));
        to.last->text = keep(cmark_node_get_literal(node));
        return;
      case CMARK_NODE_LINEBREAK: to.append(make(BlockKind::line_break, node)); return;
      case CMARK_NODE_CODE:
        to.append(make(BlockKind::code_span, node));
        to.last->text = keep(cmark_node_get_literal(node));
        return;
      case CMARK_NODE_STRONG: return add_with_children(BlockKind::strong, node, to, depth);
      case CMARK_NODE_EMPH: return add_with_children(BlockKind::emphasis, node, to, depth);
      case CMARK_NODE_LINK: return add_link(node, to, depth);
      case CMARK_NODE_IMAGE: return add_picture(node, to);
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE: return add_raw_html(node, to);
      default: return add_of_extension(node, to, depth);
    }
  }

  // Kinds that the table extension adds have numbers that are known only at run time; their names are fixed.
  void add_of_extension(cmark_node* node, Block& to, int depth) {
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table") return add_with_children(BlockKind::table, node, to, depth);
    if (name == "table_row" || name == "table_header") return add_row(node, to, depth);
    if (name == "table_cell") return add_with_children(BlockKind::cell, node, to, depth);
    add_children(node, to, depth);
  }

  std::string_view body_;
  uint32_t first_line_;
  std::string_view path_;
  Arena& arena_;
  Report& report_;
  WordsIn words_;
  std::vector<std::string_view>& lines_;
  mutable size_t counted_line_ = 0;
  mutable size_t counted_bytes_ = 0;
  mutable uint32_t counted_ = 0;  // characters in the first counted_bytes_ of that line
  std::string pending_;
  const char* pending_start_ = nullptr;
  Place pending_place_;
  bool too_deep_ = false;
  std::set<std::string> html_tags_;  // names of the tags that were reported
};

}  // namespace

void prepare_markdown() {
  cmark_gfm_core_extensions_ensure_registered();
  table_extension = cmark_find_syntax_extension("table");
}

Block* parse_markdown(std::string_view body, uint32_t first_line, std::string_view path,
                      Arena& arena, Report& report, const MarkdownLimits& limits, WordsIn words) {
  const Arena::Mark before = arena.mark();
  if (Block* simple = read_simple_markdown(body, first_line, arena, limits, words)) return simple;
  arena.back_to(before);
  return parse_any_markdown(body, first_line, path, arena, report, limits, words);
}

Block* parse_any_markdown(std::string_view body, uint32_t first_line, std::string_view path,
                          Arena& arena, Report& report, const MarkdownLimits& limits, WordsIn words) {
  if (!within_limits(body, first_line, path, limits, report)) {
    Block* empty = arena.make<Block>();
    return empty;
  }
  thread_local ParserMemory memory;
  memory.clear();
  parser_memory = &memory;
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory_functions);
  cmark_parser_attach_syntax_extension(parser, table_extension);
  cmark_parser_feed(parser, body.data(), body.size());
  cmark_node* root = cmark_parser_finish(parser);
  // Nothing of root and parser is given back one by one: all their memory is forgotten before the next file.
  return Converter(body, first_line, path, arena, report, words).convert(root);
}

}  // namespace offer
