// TemplateTag: one {{ }} of a template, as written. Called by template_parser.cpp only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace offer {

struct TemplateTag {
  char kind = '=';  // '=' value, '{' HTML value, '#', '^', '/', '>', '!'
  size_t begin = 0;
  size_t end = 0;
  std::string_view name;
  bool opened = true;  // with two braces, not one
  bool closed = true;

  std::string_view opening() const;  // "{{#"
  std::string written() const;       // "{{#menu}}", as it should be; long names are cut
};

// Where the next tag begins, or npos: the next {{, or a { that was meant to be one, as in {#menu}}.
size_t find_tag(std::string_view text, size_t at);

// The tag that begins at `begin`. One that is not closed is taken to end after its name, so that
// what follows it is read as it was meant.
TemplateTag read_tag(std::string_view text, size_t begin);

// For a section, part or comment tag that is alone on its line, the whole line. For a comment of
// several lines, all of them.
struct TagLine {
  size_t begin = 0;
  size_t after = 0;  // its line end
};
std::optional<TagLine> line_of_its_own(std::string_view text, const TemplateTag& tag);

}  // namespace offer
