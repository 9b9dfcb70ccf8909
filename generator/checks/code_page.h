// The page of a finding: checks/docs/CODE.md, which says why it matters and whom it helps, with a wrong and a right example.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnose/code.h"

namespace offer {

// As a heading: "Broken links".
std::string title_of_code(const Code& code);
// "An error. The site is not published until it is mended."
std::string_view how_bad(Severity severity);

// The page of a code in checks/docs as Markdown; empty if it has none.
std::string page_of_code(const Code& code);

// A page of checks/docs cut at its fences: running text (Markdown) and examples, which are files.
struct DocPiece {
  bool example = false;
  std::string file;  // of an example: the file that it would be
  std::string text;
};
std::vector<DocPiece> pieces_of_doc(std::string_view markdown);

}  // namespace offer
