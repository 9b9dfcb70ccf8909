// ARIA only where it is right: roles that exist, attributes that exist, fit their role and have a value that means something.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code unknown_roles{"unknown-roles", Severity::error, "WCAG 4.1.2", "674b10"};
constexpr Code unknown_aria_attributes{"unknown-aria-attributes", Severity::error, "WCAG 4.1.2", "5f99a7"};
constexpr Code wrong_aria_values{"wrong-aria-values", Severity::error, "WCAG 4.1.2", "6a7281"};
constexpr Code missing_aria_states{"missing-aria-states", Severity::error, "WCAG 4.1.2", "4e8ab6"};
constexpr Code aria_out_of_place{"aria-out-of-place", Severity::error, "WCAG 4.1.2", "5c01ea"};
constexpr Code names_out_of_place{"names-out-of-place", Severity::error, "WCAG 1.3.1", "kb1m8s"};
constexpr Code speaking_decorations{"speaking-decorations", Severity::warning, "WCAG 1.1.1", "46ca7f"};

// Calls f(attribute as written, what we know of it) for each aria- attribute of the element that exists.
template <class F>
void each_aria(const html::Page& page, NodeId id, const F& f) {
  for (const Attribute& one : page.tree.attributes_of(id))
    if (const auto known = aria_of(one.known)) f(one, *known);
}

void known_roles(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    const std::string_view* role = page.tree.attribute(id, Attr::role_);
    if (role == nullptr || is_blank(*role) || !page.is_exposed(id) || page.explicit_role(id) != RoleId::no_role) continue;
    found.add(unknown_roles, id, fmt::format("there is no role '{}'", trim(*role)), "Use an element that says what it is, such as <button> or <nav>, or a role of WAI-ARIA.");
  }
}

void known_attributes(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria))
    for (const Attribute& one : page.tree.attributes_of(id))
      if (one.known == Attr::unknown && one.name.starts_with("aria-"))
        found.add(unknown_aria_attributes, id, fmt::format("there is no attribute '{}'", one.name), "Look for a slip of the pen, or take it away.");
}

// A property that the role needs must lead to something that is there.
bool leads_nowhere(const html::Page& page, NodeId id, Aria attribute, std::string_view value) {
  const AriaValue kind = aria_data(attribute).value;
  if ((kind != AriaValue::id && kind != AriaValue::ids) || !role_data(page.role(id)).required.has(attribute)) return false;
  for (const std::string_view target : words_of(value))
    if (page.by_id(target) != no_node) return false;
  return true;
}

void values(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria))
    each_aria(page, id, [&](const Attribute& one, Aria known) {
      if (one.value.empty()) return;
      const AriaAttribute& attribute = aria_data(known);
      if (!is_aria_value(attribute, one.value))
        found.add(wrong_aria_values, id, fmt::format("{}=\"{}\" says nothing that anybody understands", one.name, one.value.substr(0, 60)),
                  fmt::format("It takes {}.", aria_values_in_words(attribute)));
      else if (leads_nowhere(page, id, known, one.value))
        found.add(wrong_aria_values, id, fmt::format("{}=\"{}\" leads to nothing: there is no such id", one.name, one.value.substr(0, 60)), "Name the id of an element that is there.");
    });
}

// What the browser says of the element without the attribute: a checkbox says itself whether it is checked.
bool says_itself(const html::Page& page, NodeId id, Aria attribute) {
  const Node& node = page.tree[id];
  if (!node.is(Tag::input_)) return false;
  const std::string type = lower(trim(page.tree.value(id, Attr::type_)));
  if (attribute == Aria::checked_) return type == "checkbox" || type == "radio";
  return attribute == Aria::valuenow_ && (type == "range" || type == "number");
}

void missing(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    const RoleId role = page.role(id);
    if (role != page.explicit_role(id) || role == RoleId::no_role || !page.is_exposed(id) || page.implicit_role(id) == role) continue;
    AriaSet required = role_data(role).required;
    if (role == RoleId::separator_ && page.is_focusable(id)) required.add(Aria::valuenow_);
    if (role == RoleId::combobox_ && equal_ignoring_case(page.tree.value(id, Attr::aria_expanded_), "true")) required.add(Aria::controls_);
    if (required.empty()) continue;
    for (unsigned i = 0; i <= static_cast<unsigned>(Aria::valuetext_); ++i) {
      const auto attribute = static_cast<Aria>(i);
      if (!required.has(attribute) || says_itself(page, id, attribute) || !is_blank(page.tree.value(id, attr_of(attribute)))) continue;
      found.add(missing_aria_states, id, fmt::format("role=\"{}\" needs {}", role_name(role), aria_data(attribute).name),
                fmt::format("Add it: {} takes {}.", aria_data(attribute).name, aria_values_in_words(aria_data(attribute))));
    }
  }
}

// Elements without a role that take what a field takes: passwords, dates …
AriaSet supported_by(const html::Page& page, NodeId id) {
  const RoleId role = page.role(id);
  if (role != RoleId::no_role) return role_data(role).supported;
  const Node& node = page.tree[id];
  if (node.is(Tag::input_)) return role_data(RoleId::textbox_).supported;
  if (node.is(Tag::summary_)) return role_data(RoleId::button_).supported;
  return {};
}

void places(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    if (!page.is_exposed(id)) continue;
    each_aria(page, id, [&](const Attribute& one, Aria known) {
      if (aria_data(known).global || supported_by(page, id).has(known)) return;
      const RoleId role = page.role(id);
      found.add(aria_out_of_place, id,
                role == RoleId::no_role || role == RoleId::generic_ ? fmt::format("{} means nothing on {}", one.name, tag_in_words(page, id))
                                                                   : fmt::format("{} means nothing on what is a {}", one.name, role_name(role)),
                "Take it away, or give the element the role that it is meant to have.");
    });
  }
}

void named_where_allowed(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    if (!page.is_exposed(id) || page.tree[id].space != Space::html) continue;
    const RoleId role = page.role(id);
    if (!role_data(role).is(html::Role::naming_prohibited)) continue;
    each_aria(page, id, [&](const Attribute& one, Aria known) {
      const bool name = known == Aria::label_ || known == Aria::labelledby_ || known == Aria::braillelabel_;
      const bool description = known == Aria::roledescription_ || known == Aria::brailleroledescription_;
      if (one.value.empty() || !(name || (description && (role == RoleId::generic_ || role == RoleId::none_)))) return;
      found.add(names_out_of_place, id, fmt::format("{} on {} is not read out: such an element has no name", one.name, tag_in_words(page, id)),
                "Write the words into the page, or give the element a role, such as role=\"group\" or role=\"img\".");
    });
  }
}

bool marked_as_decoration(const html::Page& page, NodeId id) {
  const RoleId role = page.explicit_role(id);
  if (role != RoleId::no_role) return role == RoleId::none_;
  const std::string_view* alt = page.tree.attribute(id, Attr::alt_);
  return page.tree[id].is(Tag::img_) && alt != nullptr && alt->empty();
}

void decorations(const html::Page& page, HtmlFindings& found) {
  const auto look = [&](NodeId id) {
    if (marked_as_decoration(page, id) && page.is_exposed(id) && page.role(id) != RoleId::none_ && page.has_presentational_conflict(id))
      found.add(speaking_decorations, id, fmt::format("{} is marked as decoration, but its name or its focus makes it speak", tag_in_words(page, id)),
                "Take away the aria- attributes and tabindex, or say what it shows.");
  };
  for (const NodeId id : page.with(Marked::aria)) look(id);
  for (const NodeId id : page.with_tag(Tag::img_)) {
    // Those with aria attributes were asked above.
    bool aria = false;
    for (const Attribute& one : page.tree.attributes_of(id)) aria = aria || one.known == Attr::role_ || one.name.starts_with("aria-");
    if (!aria) look(id);
  }
}

}  // namespace

const std::vector<HtmlCheck>& aria_checks() {
  static const std::vector<HtmlCheck> checks{
      {unknown_roles, known_roles},        {unknown_aria_attributes, known_attributes}, {wrong_aria_values, values},        {missing_aria_states, missing},
      {aria_out_of_place, places},   {names_out_of_place, named_where_allowed},           {speaking_decorations, decorations},
  };
  return checks;
}

}  // namespace offer::html
