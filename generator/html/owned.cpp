#include "html/owned.h"

namespace offer::html {

bool is_looked_through(const Page& page, NodeId element) {
  const RoleId role = page.role(element);
  if (role == RoleId::none_) return true;
  if (role == RoleId::no_role) return !page.is_focusable(element);
  if (role != RoleId::generic_ || page.is_focusable(element)) return false;
  for (const Attribute& one : page.tree.attributes_of(element))
    if (const auto known = aria_of(one.known); known && aria_data(*known).global && known != Aria::hidden_) return false;
  return true;
}

std::vector<NodeId> owned_elements(const Page& page, NodeId element) {
  std::vector<NodeId> owned;
  each_owned(page, element, [&](NodeId one) { owned.push_back(one); });
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
