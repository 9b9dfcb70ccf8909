// As heard: a page as a screen reader tells it: the accessibility tree as lines of text, in reading order.
//
// Made of the page's own HTML alone: what scripts add is not known, and of styles only what stands in it (html/style.h). Screen readers word it a
// little differently; the order, the names and the roles are those of the standards (HTML-AAM, accessible name computation).
#pragma once

#include <string>
#include <vector>

#include "html/page.h"

namespace offer::html {

struct HeardLine {
  size_t depth = 0;   // in what it stands: landmarks, lists, tables
  std::string role;   // "Heading level 2", "List with 3 items"; empty for plain words
  std::string words;  // its name or its words; links in a line of words stand as "[link: Ask us]"
};

std::vector<HeardLine> as_heard(const Page& page);

// The same as text, two spaces for each depth: "Heading level 2: Who can ask".
std::string heard_text(const std::vector<HeardLine>& lines);

}  // namespace offer::html
