// Parts in their whole: a list owns list items, a menu its entries, and these stand nowhere else.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"
#include "html/owned.h"

namespace offer::html {

namespace {

constexpr Code wrong_parts{"wrong-parts", Severity::error, "WCAG 1.3.1", "bc4a75"};
constexpr Code stray_parts{"stray-parts", Severity::error, "WCAG 1.3.1", "ff89c9"};
constexpr Code stray_list_items{"stray-list-items", Severity::error, "WCAG 1.3.1"};

std::string roles_in_words(std::string_view roles) {
  std::string words;
  for (const std::string_view role : words_of(roles)) words += fmt::format("{}{}", words.empty() ? "" : " or ", role);
  return words;
}

// May a group stand between such a whole and its parts?
bool has_groups(RoleId whole) {
  return whole == RoleId::menu_ || whole == RoleId::menubar_ || whole == RoleId::listbox_ || whole == RoleId::tree_;
}

struct Parts {
  bool right = false;
  NodeId wrong = no_node;
};

void look_at_parts(const html::Page& page, NodeId whole, RoleId role, size_t depth, Parts& parts) {
  const RoleSet& right = role_data(role).children_set;
  each_owned(page, whole, [&](NodeId child) {
    const RoleId child_role = page.role(child);
    if (is_among(child_role, right)) parts.right = true;
    else if (child_role == RoleId::group_ && has_groups(role) && depth < 8) look_at_parts(page, child, role, depth + 1, parts);
    else if (parts.wrong == no_node) parts.wrong = child;
  });
}

bool has_element_inside(const html::Page& page, NodeId element) {
  for (NodeId child = page.tree[element].first_child; child != no_node; child = page.tree[child].next)
    if (!page.tree[child].is_text && page.is_rendered(child)) return true;
  return page.tree.has(element, Attr::aria_owns_);
}

void wholes(const html::Page& page, HtmlFindings& found) {
  for (auto number = static_cast<unsigned>(RoleId::no_role); number <= static_cast<unsigned>(RoleId::window_); ++number) {
    const auto role = static_cast<RoleId>(number);
    const html::Role& data = role_data(role);
    if (data.children.empty()) continue;
    for (const NodeId id : page.with_role(role)) {
      if (!page.is_exposed(id) || equal_ignoring_case(page.tree.value(id, Attr::aria_busy_), "true")) continue;
      const bool written = page.explicit_role(id) == role;
      if (!written && !has_element_inside(page, id)) continue;  // an empty <ul> or <table> is nothing to anybody
      Parts parts;
      look_at_parts(page, id, role, 0, parts);
      if (!page.spend(1)) return;
      if (parts.wrong != no_node && role != RoleId::radiogroup_)
        found.add(wrong_parts, parts.wrong, fmt::format("{} stands in a {}, which may only own: {}", tag_in_words(page, parts.wrong), data.name, roles_in_words(data.children)),
                  "Move it out, or give it the role that it has there.");
      else if (!parts.right)
        found.add(wrong_parts, id, fmt::format("this {} ({}) owns no {}", data.name, tag_in_words(page, id), roles_in_words(data.children)),
                  "Give its parts their roles, or take its own role away.");
    }
  }
}

void parts(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    const RoleId role = page.explicit_role(id);
    if (role == RoleId::no_role || page.role(id) != role || role_data(role).parents.empty() || !page.is_exposed(id)) continue;
    const NodeId owner = owning_element(page, id);
    if (owner != no_node && is_among(page.role(owner), role_data(role).parents_set)) continue;
    found.add(stray_parts, id, fmt::format("role=\"{}\" stands alone: it belongs straight into a {}", role_name(role), roles_in_words(role_data(role).parents)),
              "Put such an element around it, or take the role away.");
  }
}

void list_items(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::li_)) {
    const Node& node = page.tree[id];
    const Node& parent = page.tree[node.parent];
    if (!node.is(Tag::li_) || parent.is(Tag::ul_) || parent.is(Tag::ol_) || parent.is(Tag::menu_) || page.explicit_role(id) != RoleId::no_role) continue;
    if (page.explicit_role(node.parent) == RoleId::list_ || !page.is_exposed(id)) continue;
    found.add(stray_list_items, id, "this <li> stands in no list", "Put <ul> or <ol> straight around it.");
  }
  for (const Tag tag : {Tag::dt_, Tag::dd_})
    for (const NodeId id : page.with_tag(tag)) {
      const Node& node = page.tree[id];
      NodeId above = node.parent;
      if (page.tree[above].is(Tag::div_)) above = page.tree[above].parent;
      if (!node.is(tag) || above == no_node || page.tree[above].is(Tag::dl_) || !page.is_exposed(id)) continue;
      found.add(stray_list_items, id, fmt::format("this {} stands in no list of terms", tag_in_words(page, id)), "Put <dl> straight around it.");
    }
}

}  // namespace

const std::vector<HtmlCheck>& owned_checks() {
  static const std::vector<HtmlCheck> checks{{wrong_parts, wholes}, {stray_parts, parts}, {stray_list_items, list_items}};
  return checks;
}

}  // namespace offer::html
