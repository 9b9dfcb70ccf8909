// TemplateProgram: a compiled template. ProgramWriter: makes one, piece by piece, in the order of
// the page. Called by template_parser.cpp (writing) and template.cpp (running) only.
//
// The program needs neither the schema nor the files afterwards. It holds: literal text as places
// in one string, values as (depth, slot), and jumps. Depth 0 is the page; each list section around
// an instruction adds one. A section on a text, html or address slot adds none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "theme/html_spot.h"
#include "theme/visible_names.h"

namespace offer {

struct TemplateProgram {
  // a and b, where used:
  //   literal     a: where it starts in `literals`; b: its length
  //   escaped     the value at depth and slot, escaped;  html: as it is
  //   skip_empty  a: where to go on if the value is empty
  //   skip_text   a: where to go on if the value is not empty;  skip_list: if the list is not
  //   each        a: where to go on if the list is empty; b: slots that each item must have
  //   next        a: the first instruction of the loop's body
  enum class Op : uint8_t { literal, escaped, html, skip_empty, skip_text, skip_list, each, next };
  struct Instruction {
    Op op;
    uint8_t depth = 0;
    uint16_t slot = 0;
    uint32_t a = 0;
    uint32_t b = 0;
  };

  static constexpr size_t max_depth = 16;  // list sections inside each other

  // Each line of literal text: where it starts in `literals`, and where it stands in the theme.
  struct Line {
    uint32_t start = 0;
    uint32_t file = 0;  // in `files`
    uint32_t number = 0;
  };

  std::vector<Instruction> instructions;
  std::string literals;
  std::vector<Line> lines;         // in the order of `literals`
  std::vector<std::string> files;  // "theme/templates/page.html"
  size_t slots = 0;  // of the schema
};

class ProgramWriter {
 public:
  using Op = TemplateProgram::Op;

  // What the writer must know at the end of a section.
  struct Opening {
    std::optional<size_t> jump;  // the instruction that skips the section; nothing: it has none
    bool loop = false;
    bool fresh = false;  // fresh_line_ before it
  };

  // What was met in literal text: where tags or comments begin, and what is wrong with them.
  struct Markup {
    std::optional<size_t> last_begin;
    std::vector<std::pair<size_t, std::string>> troubles;
  };

  explicit ProgramWriter(const Schema& schema) { program_.slots = schema.size(); }

  // The text from `from` to `to` of a file, which has no tags there. Offsets: in the file.
  // path: the file's; line: where `from` stands.
  Markup literal(std::string_view file, size_t from, size_t to, std::string_view path, uint32_t line);
  void value(const FoundName& name);
  Opening begin_section(const FoundName& name, bool inverted);
  Opening begin_unknown_section() const { return {std::nullopt, false, fresh_line_}; }
  void end_section(const Opening& opening);

  HtmlSpot& spot() { return spot_; }  // where the page stands now
  size_t size() const { return program_.literals.size(); }
  TemplateProgram finish() { return std::move(program_); }

 private:
  void mark_line(std::string_view path, uint32_t line);
  uint32_t here() const { return static_cast<uint32_t>(program_.instructions.size()); }
  bool begins_loop() const;

  TemplateProgram program_;
  HtmlSpot spot_;
  bool fresh_line_ = true;      // what was rendered before here, if anything, ends with a line end
  size_t jump_target_ = 0;      // some instruction goes on here: literals do not grow over it
  bool loop_is_fresh_ = false;  // before the loop that begins just here
  // Loops around here: the indentation of the first line, in the instruction after the jump.
  std::vector<size_t> loop_indentations_;
};

}  // namespace offer
