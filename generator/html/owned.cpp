#include "html/owned.h"

#include "base/text.h"

namespace offer::html {

bool is_looked_through(const Page& page, NodeId element) {
  const RoleId role = page.role(element);
  if (role == RoleId::none_) return true;
  const Node& node = page.tree[element];
  if (role == RoleId::no_role) return !page.is_focusable(element);
  if (role != RoleId::generic_ || page.is_focusable(element)) return false;
  if (node.attributes > 0)
    for (const Attribute& one : page.tree.attributes_of(element))
      if (one.name.starts_with("aria-"))
        if (const auto known = find_aria_attribute(one.name); known && aria_data(*known).global && one.name != "aria-hidden") return false;
  return true;
}

namespace {

void add_owned(const Page& page, NodeId element, size_t depth, std::vector<NodeId>& to) {
  const Tree& tree = page.tree;
  const auto add = [&](NodeId child) {
    if (tree[child].is_text || !page.is_exposed(child) || !page.spend(1)) return;
    if (is_looked_through(page, child)) {
      if (depth < deepest) add_owned(page, child, depth + 1, to);
    } else {
      to.push_back(child);
    }
  };
  for (NodeId child = tree[element].first_child; child != no_node; child = tree[child].next)
    if (page.owner(child) == no_node) add(child);
  if (const std::string_view* owns = tree.attribute(element, "aria-owns"))
    for (const std::string_view id : words_of(*owns))
      if (const NodeId child = page.by_id(id); child != no_node && page.owner(child) == element) add(child);
}

}  // namespace

std::vector<NodeId> owned_elements(const Page& page, NodeId element) {
  std::vector<NodeId> owned;
  add_owned(page, element, 0, owned);
  return owned;
}

NodeId owning_element(const Page& page, NodeId element) {
  NodeId at = element;
  for (size_t steps = 0; steps < 2 * deepest; ++steps) {
    const NodeId owner = page.owner(at);
    at = owner != no_node ? owner : page.tree[at].parent;
    if (at == no_node || at == Tree::document) return no_node;
    if (!is_looked_through(page, at)) return at;
  }
  return no_node;
}

}  // namespace offer::html
