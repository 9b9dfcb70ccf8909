// Landmarks: the parts of a page between which people with screen readers jump.
#include <map>

#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code pages_without_main{"pages-without-main", Severity::warning, "WCAG 2.4.1"};
constexpr Code repeated_main{"repeated-main", Severity::error, "WCAG 1.3.1"};
constexpr Code landmarks_without_name{"landmarks-without-name", Severity::warning, "WCAG 2.4.1"};
constexpr Code pages_without_heading{"pages-without-heading", Severity::warning, "WCAG 2.4.6"};
constexpr Code repeated_main_headings{"repeated-main-headings", Severity::warning, "WCAG 2.4.6"};

bool is_whole_page(const html::Page& page) { return page.tree.wrote_html() && page.tree.body() != no_node && page.tree[page.tree.body()].first_child != no_node; }

void main_part(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::main_))
    if (page.is_exposed(id)) return;
  if (is_whole_page(page) && !is_blank(words_inside(page, page.tree.body())))
    found.add(pages_without_main, page.tree.body(), "this page does not say where its main part begins", "Put <main> around it, after the menu and before the foot.");
}

void one_main(const html::Page& page, HtmlFindings& found) {
  size_t count = 0;
  for (const NodeId id : page.with_role(RoleId::main_))
    if (page.is_exposed(id) && ++count > 1) found.add(repeated_main, id, "this page has a second main part", "Keep one <main>; make the other a <section>.");
}

void landmark_names(const html::Page& page, HtmlFindings& found) {
  for (const RoleId role : {RoleId::navigation_, RoleId::complementary_, RoleId::search_, RoleId::region_, RoleId::banner_, RoleId::contentinfo_}) {
    std::vector<NodeId> landmarks;
    for (const NodeId id : page.with_role(role))
      if (page.is_exposed(id)) landmarks.push_back(id);
    if (landmarks.size() < 2) continue;
    std::map<std::string, size_t> names;
    for (const NodeId id : landmarks) {
      const std::string name = lower(accessible_name(page, id));
      if (name.empty())
        found.add(landmarks_without_name, id, fmt::format("this {} ({}) is one of several and has no name of its own", role_name(role), tag_in_words(page, id)),
                  "Name it: aria-label=\"Pages of this part\".");
      else if (++names[name] == 2)
        found.add(landmarks_without_name, id, fmt::format("this {} ({}) has the same name as another: '{}'", role_name(role), tag_in_words(page, id), name), "Give it a name of its own.");
    }
  }
}

bool is_first_level(const html::Page& page, NodeId id) {
  const std::string_view level = trim(page.tree.value(id, Attr::aria_level_));
  return level.empty() ? page.tree[id].is(Tag::h1_) : level == "1";
}

void heading(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::heading_))
    if (page.is_exposed(id) && is_first_level(page, id)) return;
  if (is_whole_page(page) && !is_blank(words_inside(page, page.tree.body())))
    found.add(pages_without_heading, page.tree.body(), "this page has no main heading", "Put <h1> at the start of its main part.");
}

void one_heading(const html::Page& page, HtmlFindings& found) {
  size_t count = 0;
  for (const NodeId id : page.with_role(RoleId::heading_))
    if (page.is_exposed(id) && is_first_level(page, id) && ++count > 1)
      found.add(repeated_main_headings, id, "this page has a second main heading", "Make it an <h2>.");
}

}  // namespace

const std::vector<HtmlCheck>& landmark_checks() {
  static const std::vector<HtmlCheck> checks{
      {pages_without_main, main_part},  {repeated_main, one_main},          {landmarks_without_name, landmark_names},
      {pages_without_heading, heading}, {repeated_main_headings, one_heading},
  };
  return checks;
}

}  // namespace offer::html
