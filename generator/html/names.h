// Names: what assistive technology calls an element (Accessible Name and Description Computation 1.2, HTML-AAM 1.0).
#pragma once

#include <string>

#include "html/page.h"

namespace offer::html {

// The element's accessible name, white space put together; its first part if it is longer than a message can show.
std::string accessible_name(const Page& page, NodeId element);
// The same question when only the answer's being there matters: stops at the first letter. Also true when the page's steps are used up.
bool has_name(const Page& page, NodeId element);
// A name that the author wrote for it: by aria-labelledby, aria-label or title; not its content, label or alt.
bool has_written_name(const Page& page, NodeId element);
// What an element and those in it say, hidden parts left out.
std::string words_inside(const Page& page, NodeId element);

// Only white space of any kind, or signs without width?
bool is_blank(std::string_view text);

}  // namespace offer::html
