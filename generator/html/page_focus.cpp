// Focus: which elements take it, and which of them the tab key reaches (HTML standard, 6.6).
#include <charconv>

#include "base/text.h"
#include "html/page.h"

namespace offer::html {

namespace {

std::optional<int> tabindex_of(const Tree& tree, NodeId element) {
  const std::string_view* value = tree.attribute(element, Attr::tabindex_);
  if (value == nullptr) return std::nullopt;
  std::string_view digits = trim(*value);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  int number = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec != std::errc{}) return std::nullopt;
  return number;
}

bool is_form_control(const Node& node) {
  return node.is(Tag::button_) || node.is(Tag::input_) || node.is(Tag::select_) || node.is(Tag::textarea_);
}

bool is_summary_of_details(const Tree& tree, NodeId element) {
  const Node& node = tree[element];
  if (!node.is(Tag::summary_) || !tree[node.parent].is(Tag::details_)) return false;
  for (NodeId before = node.previous; before != no_node; before = tree[before].previous)
    if (tree[before].is(Tag::summary_)) return false;
  return true;
}

bool is_focusable_by_itself(const Tree& tree, NodeId element) {
  const Node& node = tree[element];
  if (node.space == Space::svg) return node.tag == Tag::a_ && (tree.has(element, Attr::href_) || tree.has(element, Attr::xlink_href_));
  if (node.space != Space::html) return false;
  switch (node.tag) {
    case Tag::a_: case Tag::area_: return tree.has(element, Attr::href_);
    case Tag::button_: case Tag::input_: case Tag::select_: case Tag::textarea_: return true;
    case Tag::audio_: case Tag::video_: return tree.has(element, Attr::controls_);
    case Tag::summary_: return is_summary_of_details(tree, element);
    default: break;
  }
  const std::string_view* editable = tree.attribute(element, Attr::contenteditable_);
  return editable != nullptr && !equal_ignoring_case(*editable, "false");
}

}  // namespace

bool Page::is_disabled(NodeId node) const {
  return is_form_control(tree[node]) && ((facts_[node].bits & disabled) != 0 || tree.has(node, Attr::disabled_));
}

bool Page::is_focusable(NodeId element) const {
  if ((facts_[element].bits & (not_rendered | invisible | inert | in_template)) != 0 || is_disabled(element)) return false;
  return is_focusable_by_itself(tree, element) || tabindex_of(tree, element);
}

bool Page::is_tab_stop(NodeId element) const { return is_focusable(element) && tabindex_of(tree, element).value_or(0) >= 0; }

}  // namespace offer::html
