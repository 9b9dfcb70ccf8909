// Ids: each once, and what refers to one leads somewhere.
#include <unordered_set>

#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer {

using namespace html;

namespace {

constexpr Code ids_used_twice{"ids-used-twice", Severity::error, "WCAG 4.1.1"};
constexpr Code references_to_nothing{"references-to-nothing", Severity::error, "WCAG 1.3.1"};

void once(const Page& page, HtmlFindings& found) {
  for (const NodeId id : page.elements()) {
    const std::string_view* name = page.tree[id].attributes == 0 ? nullptr : page.tree.attribute(id, "id");
    if (name != nullptr && !name->empty() && page.by_id(*name) != id)
      found.add(ids_used_twice, id, fmt::format("the id '{}' is used twice on this page", *name), "Give each element an id of its own: links and labels find only the first.");
  }
}

void references(const Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  std::unordered_set<std::string_view> anchors;  // <a name="…">, the old way
  for (const NodeId id : page.with_tag(Tag::a_))
    if (const std::string_view* name = tree.attribute(id, "name")) anchors.insert(*name);
  for (const NodeId id : page.elements()) {
    if (!page.is_rendered(id)) continue;
    for (const Attribute& one : tree.attributes_of(id)) {
      const bool label = one.name == "for" && (tree[id].is(Tag::label_) || tree[id].is(Tag::output_));
      const bool aria = one.name == "aria-labelledby" || one.name == "aria-describedby";
      const bool link = one.name == "href" && one.value.size() > 1 && one.value.starts_with('#') && tree[id].is(Tag::a_);
      if (!label && !aria && !link) continue;
      if (link) {
        const std::string_view anchor = one.value.substr(1);
        if (page.by_id(anchor) != no_node || anchors.contains(anchor) || equal_ignoring_case(anchor, "top") || anchor.find_first_of("%:") != std::string_view::npos) continue;
        found.add(references_to_nothing, id, fmt::format("this link leads to '{}', which is not on the page", one.value), "Link to an id that is there.");
        continue;
      }
      for (const std::string_view name : words_of(one.value))
        if (page.by_id(name) == no_node) {
          found.add(references_to_nothing, id, fmt::format("{}=\"{}\" leads to nothing: there is no such id", one.name, name), "Name the id of an element that is there.");
          break;
        }
    }
  }
}

}  // namespace

const std::vector<HtmlCheck>& html_id_checks() {
  static const std::vector<HtmlCheck> checks{{ids_used_twice, once}, {references_to_nothing, references}};
  return checks;
}

}  // namespace offer
