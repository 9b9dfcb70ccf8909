// What `local-offer explain` is made of: the pages of checks/docs, in a terminal and as a site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/code_page.h"
#include "commands/printing.h"

namespace offer {

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
