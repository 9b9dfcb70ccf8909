// Template: a theme's frame of a page, compiled once, filled many times.
//
// The language is a small subset of Mustache:
//   {{name}}                 the value, escaped for HTML text and quoted attributes
//   {{{name}}}               the value as it is; only for names the schema marks as HTML
//   {{#name}} … {{/name}}    once for each item of a list; or once if the value is not empty
//   {{^name}} … {{/name}}    if the list or value is empty
//   {{>part}}                the template "part"; a part that includes itself is refused
//   {{! words }}             nothing
// Inside a list's section the item's own names come first, then the names outside.
// A line that holds nothing but one section, part or comment tag leaves no empty line, and lines
// lose their indentation (but not in <pre>, <textarea>, a comment, or an attribute's value).
//
// Names become slots when the template is compiled; a name that the schema does not have is a
// Diagnostic with the nearest name, at its line and column in the theme's file. Values can stand
// between tags and in quoted attributes and nowhere else (html_spot.h), so that with escaping no
// text can become a tag, an attribute or a script. In an attribute that holds an address, only a
// value marked as an address may stand at the start.
//
// A section or a part ends in the same kind of place as it begins (not: begins between tags, ends
// inside an attribute), so what holds for the template holds for every page made with it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/output.h"

namespace offer {

// What a name may stand for.
enum class SlotKind { text, html, address, list };

struct Slot {
  std::string_view name;  // must outlive the compiling, not the Template
  SlotKind kind;
  std::vector<Slot> items = {};  // for a list: the names of each item
};
using Schema = std::vector<Slot>;

// Values for one filling, in the order of a Schema's slots. Whoever makes them keeps the words until the template is filled.
struct Values {
  std::vector<std::string_view> texts;     // one per slot; unused for lists
  std::vector<std::vector<Values>> lists;  // one per slot; unused for the others; empty if the schema has no lists
  explicit Values(const Schema& schema);
};

// Stops the program if there is no such slot.
size_t slot_index(const Schema& schema, std::string_view name);

struct TemplateProgram;

class Template {
 public:
  // `files`: the theme's files; templates are those named templates/NAME.html. `name`: which one to
  // compile. Problems go to `report` with path `path_prefix` + the file's path, one for each place.
  // A template with problems renders as far as it can; nothing refused is ever in the output.
  static Template compile(const std::vector<SourceFile>& files, std::string_view name,
                          const Schema& schema, std::string_view path_prefix, Report& report);

  // Safe from several threads. Stops the program if `values` were made for another schema.
  // `marks`: if there, gets a mark for each line of the theme's files that the page is made of. Their
  // paths live as long as the Template.
  std::string fill(const Values& values, std::vector<OutputMark>* marks = nullptr) const;

  Template();  // renders nothing
  ~Template();
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;

 private:
  std::unique_ptr<TemplateProgram> program_;
};

}  // namespace offer
