// Forms: fields that browsers can fill in, and that belong to what they ask.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/autocomplete.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code unknown_autocomplete{"unknown-autocomplete", Severity::error, "WCAG 1.3.5", "73f2c2"};
constexpr Code choices_without_question{"choices-without-question", Severity::warning, "WCAG 1.3.1"};

void autocomplete(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  for (const Tag tag : {Tag::input_, Tag::select_, Tag::textarea_})
    for (const NodeId id : page.with_tag(tag)) {
      const std::string_view* value = tree.attribute(id, Attr::autocomplete_);
      if (value == nullptr || is_blank(*value) || !tree[id].is(tag)) continue;
      if (!page.is_visible(id) && !page.is_exposed(id)) continue;
      if (page.is_disabled(id) || equal_ignoring_case(tree.value(id, Attr::aria_disabled_), "true")) continue;
      const std::string type = lower(trim(tree.value(id, Attr::type_)));
      if (tag == Tag::input_ && (type == "hidden" || type == "button" || type == "submit" || type == "reset" || type == "image")) continue;
      // What is no control to anybody, and what the tab key does not reach, fills nothing in.
      const RoleId role = page.role(id);
      const bool control = role == RoleId::no_role || role_data(role).is(html::Role::widget);
      if ((!control && !page.is_tab_stop(id)) || is_autocomplete(*value)) continue;
      found.add(unknown_autocomplete, id, fmt::format("autocomplete=\"{}\" says nothing that browsers understand", value->substr(0, 60)),
                "Such words are: name, email, tel, street-address, postal-code, bday, \"work email\".");
    }
}

// Radio buttons of one name ask one question: it stands in a legend, or names a group around them.
void choices(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  std::vector<std::string_view> seen;
  for (const NodeId id : page.with_role(RoleId::radio_)) {
    const std::string_view name = tree.value(id, Attr::name_);
    if (name.empty() || !page.is_exposed(id) || (!seen.empty() && seen.back() == name)) continue;
    seen.push_back(name);
    bool asked = false;
    for (NodeId above = tree[id].parent; above != no_node && above != Tree::document && !asked; above = tree[above].parent) {
      const RoleId role = page.role(above);
      asked = (role == RoleId::group_ || role == RoleId::radiogroup_) && has_name(page, above);
    }
    if (!asked) found.add(choices_without_question, id, "nobody hears which question these choices answer", "<fieldset> <legend>How old is your child?</legend> … </fieldset>");
  }
}

}  // namespace

const std::vector<HtmlCheck>& form_checks() {
  static const std::vector<HtmlCheck> checks{{unknown_autocomplete, autocomplete}, {choices_without_question, choices}};
  return checks;
}

}  // namespace offer::html
