// SimpleLines: where a reader of simple Markdown is in a body, and what the line at hand can be.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/arena.h"
#include "base/text.h"
#include "load/markdown.h"
#include "model/block.h"

namespace offer {

class SimpleLines {
 public:
  static constexpr char end_of_text = '\n';  // stands for what is behind the last byte

  // text: UTF-8, whose first line is line `first_line` of the file.
  SimpleLines(std::string_view text, uint32_t first_line, Arena& arena, WordsIn words) : body(text), line_(first_line), arena_(arena), words_(words) {}

  const std::string_view body;
  size_t at = 0;  // the byte at hand

  bool at_end() const { return at >= body.size(); }
  char byte(size_t where) const { return where < body.size() ? body[where] : end_of_text; }
  bool at_empty_line() const { return !at_end() && body[at] == '\n'; }  // at: the beginning of a line
  uint32_t line() const { return line_; }
  size_t line_end() const { return at_end() ? body.size() : std::min(body.find('\n', at), body.size()); }
  size_t spaces_at(size_t where) const {
    const size_t first = where;
    while (byte(where) == ' ') ++where;
    return where - first;
  }
  // at: the end of the line.
  void next_line() {
    ++at;
    ++line_;
    counted_to_ = at;
    counted_ = 0;
  }

  // Of a byte of the line at hand; never before one that was asked for already.
  Place place(size_t where) {
    counted_ += where <= far_character_ ? static_cast<uint32_t>(where - counted_to_) : characters_to(where);
    counted_to_ = where;
    return {line_, counted_ + 1, 0};
  }
  Block* make(BlockKind kind, size_t where) { return make(kind, place(where)); }
  Block* make(BlockKind kind, const Place& place) {
    Block* block = arena_.make<Block>();
    block->kind = kind;
    block->place = place;
    return block;
  }
  std::string_view keep(size_t start, size_t end) const {
    const std::string_view part = body.substr(start, end - start);
    return words_ == WordsIn::file ? part : arena_.copy(part);
  }

  // The length of "12. ", or 0. Longer numbers are not simple.
  size_t number_mark(size_t where) const;
  bool starts_item(size_t where) const { return (byte(where) == '-' && byte(where + 1) == ' ') || number_mark(where) > 0; }
  // The level of the heading, or 0.
  size_t level_of_heading(size_t where) const;
  // Whether a paragraph, and nothing else, begins with it or goes on with it.
  bool may_begin_paragraph(size_t where) const;

  enum class Goes { on, out, nobody_knows };
  // Whether the line behind the one that ends at `end` belongs to the same paragraph, whose lines begin behind `indent` spaces.
  Goes paragraph_goes(size_t end, size_t indent) const;

 private:
  bool is_number_alone(size_t where) const;
  // The characters from counted_to_ on, where not all of them are ASCII.
  uint32_t characters_to(size_t where);

  uint32_t line_;
  size_t counted_to_ = 0;  // of the line at hand, characters are counted up to here
  uint32_t counted_ = 0;
  size_t far_character_ = 0;  // all between counted_to_ and this are ASCII
  Arena& arena_;
  WordsIn words_;
};

}  // namespace offer
