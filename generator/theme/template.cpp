#include "theme/template.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "base/escape.h"
#include "base/growing_text.h"
#include "base/text.h"
#include "theme/template_parser.h"
#include "theme/template_program.h"

namespace offer {

namespace {

// Our own mistake, never the editor's or the theme's.
[[noreturn]] void stop_at_once(const std::string& words) {
  std::fputs(("local-offer: a mistake in the program: " + words + "\n").c_str(), stderr);
  std::_Exit(70);
}

void require_slots(const Values& values, size_t slots) {
  if (values.texts.size() != slots || (!values.lists.empty() && values.lists.size() != slots))
    stop_at_once("a template was filled with the values of another schema");
}

// The lines that a literal is made of, from the one that it starts in.
void add_marks(const TemplateProgram& program, const TemplateProgram::Instruction& literal,
               size_t offset, std::vector<OutputMark>& marks) {
  auto line = std::upper_bound(program.lines.begin(), program.lines.end(), literal.a,
                               [](uint32_t start, const auto& one) { return start < one.start; });
  if (line != program.lines.begin()) --line;
  for (; line != program.lines.end() && line->start < literal.a + literal.b; ++line)
    marks.push_back({offset + (std::max(line->start, literal.a) - literal.a),
                     program.files[line->file], {line->number, 0, 0}});
}

}  // namespace

size_t slot_index(const Schema& schema, std::string_view name) {
  for (size_t i = 0; i < schema.size(); ++i)
    if (schema[i].name == name) return i;
  stop_at_once(fmt::format("the schema has no slot called '{}'", name));
}

Values::Values(const Schema& schema) : texts(schema.size()) {
  if (std::any_of(schema.begin(), schema.end(), [](const Slot& slot) { return slot.kind == SlotKind::list; })) lists.resize(schema.size());
}

Template::Template() = default;
Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

Template Template::compile(const std::vector<SourceFile>& files, std::string_view name,
                           const Schema& schema, std::string_view path_prefix, Report& report) {
  Template result;
  result.program_ =
      std::make_unique<TemplateProgram>(parse_template(files, name, schema, path_prefix, report));
  return result;
}

std::string Template::fill(const Values& values, std::vector<OutputMark>* marks) const {
  using Op = TemplateProgram::Op;
  if (!program_) return {};
  const TemplateProgram& program = *program_;
  require_slots(values, program.slots);
  const std::string_view literals = program.literals;
  thread_local GrowingText out;  // the same memory for page after page
  out.clear();

  std::array<const Values*, TemplateProgram::max_depth + 1> scope{};  // the item at each depth
  std::array<const Values*, TemplateProgram::max_depth + 1> end{};    // of the list it stands in
  scope[0] = &values;
  size_t depth = 0;
  const size_t count = program.instructions.size();
  size_t at = 0;
  while (at < count) {
    const TemplateProgram::Instruction& now = program.instructions[at++];
    const auto text = [&] { return scope[now.depth]->texts[now.slot]; };
    const auto list = [&]() -> const auto& {
      const auto& lists = scope[now.depth]->lists;
      if (now.slot >= lists.size()) stop_at_once("a template was filled with values that have no lists");
      return lists[now.slot];
    };
    switch (now.op) {
      case Op::literal:
        if (marks != nullptr) add_marks(program, now, out.size(), *marks);
        out += literals.substr(now.a, now.b);
        break;
      case Op::escaped:
        escape_html(text(), out);
        break;
      case Op::html:
        out += text();
        break;
      case Op::skip_empty:
        if (text().empty()) at = now.a;
        break;
      case Op::skip_text:
        if (!text().empty()) at = now.a;
        break;
      case Op::skip_list:
        if (!list().empty()) at = now.a;
        break;
      case Op::each: {
        const auto& items = list();
        if (items.empty()) {
          at = now.a;
          break;
        }
        for (const Values& item : items) require_slots(item, now.b);
        ++depth;
        scope[depth] = items.data();
        end[depth] = items.data() + items.size();
        break;
      }
      case Op::next:
        if (++scope[depth] != end[depth])
          at = now.a;
        else
          --depth;
        break;
    }
  }
  return std::string(out.view());
}

}  // namespace offer
