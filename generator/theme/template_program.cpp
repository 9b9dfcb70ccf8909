#include "theme/template_program.h"

#include <algorithm>

namespace offer {

bool ProgramWriter::begins_loop() const {
  return !program_.instructions.empty() && program_.instructions.back().op == Op::each;
}

// Indentation goes if a line end stands before it however the page comes here. Before a loop's
// first line stands the line before the loop, and then the loop's last line: whether its
// indentation can go is known at the end of the loop; until then it stays.
ProgramWriter::Markup ProgramWriter::literal(std::string_view file, size_t from, size_t to,
                                             std::string_view path, uint32_t line) {
  Markup markup;
  mark_line(path, line);
  const size_t begin = program_.literals.size();
  const bool line_begins = from == 0 || file[from - 1] == '\n';
  bool indentation = line_begins && fresh_line_;
  if (line_begins && begins_loop() && loop_is_fresh_ && !spot_.indentation_matters())
    loop_indentations_.back() =
        std::min(file.substr(0, to).find_first_not_of(" \t", from), to) - from;
  for (size_t at = from; at < to; ++at) {
    const char c = file[at];
    indentation = indentation && (c == ' ' || c == '\t') && !spot_.indentation_matters();
    if (indentation) continue;
    const bool between = spot_.between_tags();
    std::string trouble = spot_.step(file.substr(at, to - at));
    if (between && !spot_.between_tags()) markup.last_begin = at;
    if (!trouble.empty()) markup.troubles.emplace_back(at, std::move(trouble));
    program_.literals += c;
    if (c == '\n') mark_line(path, ++line);
    indentation = fresh_line_ = c == '\n';
  }
  const auto length = static_cast<uint32_t>(program_.literals.size() - begin);
  if (length == 0) return markup;
  if (here() > jump_target_ && program_.instructions.back().op == Op::literal)
    program_.instructions.back().b += length;
  else
    program_.instructions.push_back({Op::literal, 0, 0, static_cast<uint32_t>(begin), length});
  return markup;
}

void ProgramWriter::mark_line(std::string_view path, uint32_t line) {
  if (program_.files.empty() || program_.files.back() != path) program_.files.emplace_back(path);
  program_.lines.push_back({static_cast<uint32_t>(program_.literals.size()),
                            static_cast<uint32_t>(program_.files.size() - 1), line});
}

void ProgramWriter::value(const FoundName& name) {
  const Op op = name.slot->kind == SlotKind::html ? Op::html : Op::escaped;
  program_.instructions.push_back(
      {op, static_cast<uint8_t>(name.depth), static_cast<uint16_t>(name.index)});
  fresh_line_ = false;
}

ProgramWriter::Opening ProgramWriter::begin_section(const FoundName& name, bool inverted) {
  const bool list = name.slot->kind == SlotKind::list;
  const Opening opening{here(), list && !inverted, fresh_line_};
  Op op = inverted ? Op::skip_text : Op::skip_empty;
  if (list) op = inverted ? Op::skip_list : Op::each;
  program_.instructions.push_back({op, static_cast<uint8_t>(name.depth),
                                   static_cast<uint16_t>(name.index), 0,
                                   static_cast<uint32_t>(name.slot->items.size())});
  if (opening.loop) {
    loop_is_fresh_ = fresh_line_;
    fresh_line_ = false;
    loop_indentations_.push_back(0);
  }
  return opening;
}

void ProgramWriter::end_section(const Opening& opening) {
  if (opening.loop) {
    const auto indentation = static_cast<uint32_t>(loop_indentations_.back());
    loop_indentations_.pop_back();
    if (fresh_line_ && indentation > 0) {
      program_.instructions[*opening.jump + 1].a += indentation;
      program_.instructions[*opening.jump + 1].b -= indentation;
    }
    program_.instructions.push_back({Op::next, 0, 0, static_cast<uint32_t>(*opening.jump + 1)});
  }
  if (opening.jump) program_.instructions[*opening.jump].a = here();
  fresh_line_ = fresh_line_ && opening.fresh;
  jump_target_ = here();
}

}  // namespace offer
