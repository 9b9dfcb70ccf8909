// Owned: who owns whom in the accessibility tree: parents and children when aria-owns has moved elements and what says nothing is left out.
#pragma once

#include <vector>

#include "html/page.h"

namespace offer::html {

// Does assistive technology look through this element as if it were not there? A div or span with nothing to say, role="none".
bool is_looked_through(const Page& page, NodeId element);

// The elements that this one owns, hidden ones left out.
std::vector<NodeId> owned_elements(const Page& page, NodeId element);

// The element that owns this one; no_node: none.
NodeId owning_element(const Page& page, NodeId element);

}  // namespace offer::html
