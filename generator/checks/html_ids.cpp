// Ids: each once, and what refers to one leads somewhere.
#include <unordered_set>

#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code ids_used_twice{"ids-used-twice", Severity::error, "WCAG 4.1.1"};
constexpr Code references_to_nothing{"references-to-nothing", Severity::error, "WCAG 1.3.1"};

void once(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::id)) {
    const std::string_view name = page.tree.value(id, Attr::id_);
    if (!name.empty() && page.by_id(name) != id)
      found.add(ids_used_twice, id, fmt::format("the id '{}' is used twice on this page", name), "Give each element an id of its own: links and labels find only the first.");
  }
}

void look_for_ids(const html::Page& page, NodeId element, Attr attribute, HtmlFindings& found) {
  const std::string_view value = page.tree.value(element, attribute);
  if (value.empty()) return;
  for (const std::string_view name : words_of(value))
    if (page.by_id(name) == no_node) {
      found.add(references_to_nothing, element, fmt::format("{}=\"{}\" leads to nothing: there is no such id", name_of(attribute), name), "Name the id of an element that is there.");
      return;
    }
}

void references(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  for (const Tag tag : {Tag::label_, Tag::output_})
    for (const NodeId id : page.with_tag(tag))
      if (page.is_rendered(id)) look_for_ids(page, id, Attr::for_, found);
  for (const NodeId id : page.with(Marked::aria))
    for (const Attr attribute : {Attr::aria_labelledby_, Attr::aria_describedby_})
      if (page.is_rendered(id)) look_for_ids(page, id, attribute, found);
  std::unordered_set<std::string_view> anchors;  // <a name="…">, the old way
  for (const NodeId id : page.with_tag(Tag::a_))
    if (const std::string_view* name = tree.attribute(id, Attr::name_)) anchors.insert(*name);
  for (const NodeId id : page.with_tag(Tag::a_)) {
    const std::string_view address = tree.value(id, Attr::href_);
    if (address.size() < 2 || address[0] != '#' || !page.is_rendered(id)) continue;
    const std::string_view anchor = address.substr(1);
    if (page.by_id(anchor) != no_node || anchors.contains(anchor) || equal_ignoring_case(anchor, "top") || anchor.find_first_of("%:") != std::string_view::npos) continue;
    found.add(references_to_nothing, id, fmt::format("this link leads to '{}', which is not on the page", address), "Link to an id that is there.");
  }
}

}  // namespace

const std::vector<HtmlCheck>& id_checks() {
  static const std::vector<HtmlCheck> checks{{ids_used_twice, once}, {references_to_nothing, references}};
  return checks;
}

}  // namespace offer::html
