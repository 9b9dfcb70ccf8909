// What `local-offer explain` is made of: the pages of checks/docs, in a terminal and as a site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "commands/printing.h"

namespace offer {

// The page of a code in checks/docs as Markdown; empty if it has none.
std::string page_of_code(const Code& code);

// A page of checks/docs cut at its fences: running text (Markdown) and examples, which are files.
struct DocPiece {
  bool example = false;
  std::string file;  // of an example: the file that it would be
  std::string text;
};
std::vector<DocPiece> pieces_of_doc(std::string_view markdown);

// Codes by what they are about, each family in A to Z order.
struct CodeFamily {
  std::string title;
  std::vector<const Code*> codes;
};
std::vector<CodeFamily> families_of_codes();

// The page of a code as text of at most `width` characters a line: headings underlined, examples indented as they are. bold: marks headings and
// strong words for a terminal as well.
std::string explained_in_text(const Code& code, size_t width, bool bold);  // explain_text.cpp

// A site of all codes: what read_inputs would give for a folder that holds it.
std::vector<SourceFile> explained_as_site(Date today);  // explain_site.cpp

}  // namespace offer
