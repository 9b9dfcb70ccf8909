// parse_template: a theme's template as a flat program. Called by Template::compile only.
//
// The program needs neither the schema nor the files afterwards. It holds: literal text as places
// in one string, values as (depth, slot), and jumps. Depth 0 is the page; each list section around
// an instruction adds one. A section on a text, html or address slot adds none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "theme/template.h"

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

  std::vector<Instruction> instructions;
  std::string literals;
  size_t slots = 0;  // of the schema
};

TemplateProgram parse_template(const std::vector<SourceFile>& files, std::string_view name,
                               const Schema& schema, std::string_view path_prefix, Report& report);

}  // namespace offer
