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

struct PrintOptions {
  bool colour = false;
  size_t most_of_a_code = 5;
  std::string site_folder;  // put before paths, so that a terminal can open them: "content/"
  std::string theme_folder; // the same for paths that begin with "theme/"
  std::string rules_folder = {};  // the same for those of the Easy Read rules: "easy-read/rules.yml", "easy-read/words/…"
};

// source_of: the text of a file by its path, or an empty view if it is not known.
std::string print_text(const Report& report, const std::function<std::string_view(std::string_view)>& source_of,
                       const PrintOptions& options);

}  // namespace offer
