// print_text: a Report as a person reads it in a terminal.
//
//   pathways/camhs.md:12:5: error[broken-links]: this link leads nowhere: there is no 'contakt.md'
//       12 | Ring [the office](../contakt.md).
//          |      ^
//       help: Did you mean 'contact.md'?
//
// One finding a paragraph; at most `most_of_a_code` of a code are shown, then how many more there are. Nothing is told by colour alone.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diagnose/report.h"

namespace offer {

// Where a Report's paths lead from: put before them, so that a terminal, a browser or another program can open them. Each ends with '/' or is empty.
struct ShownFolders {
  std::string site;   // "content/"
  std::string theme;  // in the place of "theme/" at the beginning of a path
  std::string rules;  // before the Easy Read rules: "easy-read/rules.yml", "easy-read/words/…"
};

std::string shown_path(std::string_view path, const ShownFolders& folders);

struct PrintOptions {
  bool colour = false;
  size_t most_of_a_code = 5;
  ShownFolders folders = {};
};

// source_of: the text of a file by its path, or an empty view if it is not known.
std::string print_text(const Report& report, const std::function<std::string_view(std::string_view)>& source_of,
                       const PrintOptions& options);

}  // namespace offer
