// Focus: the tab key leads everywhere it should, nowhere else, and in the order of the page.
#include <charconv>

#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code tab_stops_in_hidden_parts{"tab-stops-in-hidden-parts", Severity::error, "WCAG 4.1.2", "6cfa84"};
constexpr Code tab_stops_in_controls{"tab-stops-in-controls", Severity::error, "WCAG 4.1.2", "307n5z"};
constexpr Code frames_without_tab_stop{"frames-without-tab-stop", Severity::error, "WCAG 2.1.1", "akn7bn"};
constexpr Code forced_tab_order{"forced-tab-order", Severity::warning, "WCAG 2.4.3"};
constexpr Code stolen_focus{"stolen-focus", Severity::warning, "WCAG 3.2.1"};

void hidden_parts(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    if (!equal_ignoring_case(page.tree.value(id, Attr::aria_hidden_), "true")) continue;
    // One message for each hidden part: the outermost.
    bool inside_another = false;
    for (NodeId above = page.tree[id].parent; above != no_node && !inside_another; above = page.tree[above].parent)
      inside_another = equal_ignoring_case(page.tree.value(above, Attr::aria_hidden_), "true");
    if (inside_another) continue;
    for (NodeId node = id; node != no_node; node = page.tree.next_in(id, node))
      if (!page.tree[node].is_text && page.is_tab_stop(node)) {
        found.add(tab_stops_in_hidden_parts, node,
                  fmt::format("the tab key leads to this {}, but aria-hidden hides it from screen readers", tag_in_words(page, node)),
                  "Take aria-hidden away, or take the element out of the order of tabs: tabindex=\"-1\", disabled or hidden.");
        break;
      }
  }
}

void in_controls(const html::Page& page, HtmlFindings& found) {
  for (auto number = static_cast<unsigned>(RoleId::no_role) + 1; number <= static_cast<unsigned>(RoleId::window_); ++number) {
    const auto role = static_cast<RoleId>(number);
    if (!role_data(role).is(html::Role::children_are_presentational)) continue;
    for (const NodeId id : page.with_role(role)) {
      if (!page.is_exposed(id)) continue;
      for (NodeId node = page.tree.next_in(id, id); node != no_node; node = page.tree.next_in(id, node)) {
        if (!page.spend(1)) return;
        if (page.tree[node].is_text || !page.is_tab_stop(node)) continue;
        found.add(tab_stops_in_controls, node, fmt::format("this {} stands in a {} ({}): nobody hears that it is there", tag_in_words(page, node),
                  role_name(role), tag_in_words(page, id)), fmt::format("Move it out of the {}, beside it.", role_name(role)));
        break;
      }
    }
  }
}

bool is_no_bigger_than_a_dot(const html::Page& page, NodeId id) {
  const auto size = [&](Attr attribute, Property property) -> double {
    for (const Declaration& one : declarations(page.tree.value(id, Attr::style_)))
      if (one.property == property)
        if (const auto length = pixels(one.value, page.font_size(id))) return *length;
    const auto length = number(page.tree.value(id, attribute));
    return length && length->unit != "%" ? length->value : 100;
  };
  return size(Attr::width_, Property::width) <= 1 || size(Attr::height_, Property::height) <= 1;
}

void frame_tab_stops(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::iframe_)) {
    const std::string_view* inside = page.tree.attribute(id, Attr::srcdoc_);
    if (inside == nullptr || !page.tree[id].is(Tag::iframe_) || !page.is_visible(id) || page.is_inert(id) || is_no_bigger_than_a_dot(page, id)) continue;
    int index = 0;
    const std::string_view tabindex = trim(page.tree.value(id, Attr::tabindex_));
    if (std::from_chars(tabindex.data(), tabindex.data() + tabindex.size(), index).ec != std::errc{} || index >= 0) continue;
    const html::Page content(*inside);
    for (const NodeId one : content.elements())
      if (content.is_tab_stop(one) && content.is_visible(one)) {
        found.add(frames_without_tab_stop, id, "there are links or fields in this frame, but tabindex keeps the tab key out of it", "Take tabindex=\"-1\" away.");
        break;
      }
  }
}

void order(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::tabindex)) {
    int index = 0;
    const std::string_view digits = trim(page.tree.value(id, Attr::tabindex_));
    if (std::from_chars(digits.data(), digits.data() + digits.size(), index).ec == std::errc{} && index > 0)
      found.add(forced_tab_order, id, fmt::format("tabindex=\"{}\" makes the tab key jump here before the rest of the page", index),
                "Put the element where it belongs in the page and write tabindex=\"0\", or nothing.");
  }
}

void focus_at_start(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::autofocus))
    if (page.is_rendered(id))
      found.add(stolen_focus, id, fmt::format("this {} takes the focus as soon as the page opens: what stands above it is not read out", tag_in_words(page, id)),
                "Take autofocus away.");
}

}  // namespace

const std::vector<HtmlCheck>& focus_checks() {
  static const std::vector<HtmlCheck> checks{
      {tab_stops_in_hidden_parts, hidden_parts}, {tab_stops_in_controls, in_controls}, {frames_without_tab_stop, frame_tab_stops},
      {forced_tab_order, order},                 {stolen_focus, focus_at_start},
  };
  return checks;
}

}  // namespace offer::html
