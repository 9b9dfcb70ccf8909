// Owned: who owns whom in the accessibility tree: parents and children when aria-owns has moved elements and what says nothing is left out.
#pragma once

#include <vector>

#include "base/text.h"
#include "html/page.h"

namespace offer::html {

// Does assistive technology look through this element as if it were not there? A div or span with nothing to say, role="none".
bool is_looked_through(const Page& page, NodeId element);

// Calls visit(id) for each element that this one owns, hidden ones left out.
template <class Visit>
void each_owned(const Page& page, NodeId element, const Visit& visit, size_t depth = 0) {
  const Tree& tree = page.tree;
  const auto look_at = [&](NodeId child) {
    if (tree[child].is_text || !page.is_exposed(child) || !page.spend(1)) return;
    if (!is_looked_through(page, child)) visit(child);
    else if (depth < deepest) each_owned(page, child, visit, depth + 1);
  };
  for (NodeId child = tree[element].first_child; child != no_node; child = tree[child].next)
    if (page.owner(child) == no_node) look_at(child);
  if (const std::string_view* owns = tree.attribute(element, Attr::aria_owns_))
    for (const std::string_view id : words_of(*owns))
      if (const NodeId child = page.by_id(id); child != no_node && page.owner(child) == element) look_at(child);
}

std::vector<NodeId> owned_elements(const Page& page, NodeId element);

// The element that owns this one; no_node: none.
NodeId owning_element(const Page& page, NodeId element);

}  // namespace offer::html
