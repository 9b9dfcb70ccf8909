// The page as a whole: a title, no surprise reloading, freedom to zoom, attributes once, and no code in the text.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/meta.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code pages_without_title{"pages-without-title", Severity::error, "WCAG 2.4.2", "2779a5"};
constexpr Code delayed_reloading{"delayed-reloading", Severity::error, "WCAG 2.2.1", "bc659a bisz58"};
constexpr Code late_reloading{"late-reloading", Severity::warning, "WCAG 2.2.4", "bisz58"};
constexpr Code locked_zoom{"locked-zoom", Severity::error, "WCAG 1.4.4", "b4f0c3"};
constexpr Code repeated_attributes{"repeated-attributes", Severity::error, "WCAG 4.1.1"};
constexpr Code code_in_pages{"code-in-pages", Severity::error, "content security"};
constexpr Code new_windows{"new-windows", Severity::warning, "WCAG 3.2.5"};

void title(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  if (!tree.wrote_html()) return;  // a part of a page, as an editor's snippet is
  for (const NodeId id : page.with_tag(Tag::title_)) {
    if (!tree[id].is(Tag::title_)) continue;
    for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next)
      if (tree[child].is_text && !is_blank(tree[child].text)) return;
    break;  // only the first counts
  }
  found.add(pages_without_title, tree.html(), "this page has no title: a list of open pages shows its address", "<title>Help with travel - Local Offer</title>");
}

constexpr uint32_t twenty_hours = 72000;

void reloading(const html::Page& page, HtmlFindings& found, bool late) {
  const Tree& tree = page.tree;
  for (const NodeId id : page.with_tag(Tag::meta_)) {
    if (!equal_ignoring_case(trim(tree.value(id, Attr::http_equiv_)), "refresh")) continue;
    const auto delay = refresh_delay(tree.value(id, Attr::content_));
    if (!delay) continue;
    // Only the first that browsers understand counts.
    if (*delay > 0 && (*delay > twenty_hours) == late)
      found.add(late ? late_reloading : delayed_reloading, id, fmt::format("this page loads again, or another in its place, after {}", count_of(*delay, "second", "seconds")),
                "Take it away, or send readers on at once: content=\"0; url=/new/\".");
    return;
  }
}

void soon(const html::Page& page, HtmlFindings& found) { reloading(page, found, false); }
void late(const html::Page& page, HtmlFindings& found) { reloading(page, found, true); }

void zoom(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::meta_)) {
    if (!equal_ignoring_case(trim(page.tree.value(id, Attr::name_)), "viewport")) continue;
    const ZoomRule rule = zoom_rule(page.tree.value(id, Attr::content_));
    if (rule.speaks_of_zoom && !rule.allows_zoom)
      found.add(locked_zoom, id, "this page does not let readers make it twice as big", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
  }
}

void attributes_once(const html::Page& page, HtmlFindings& found) {
  for (const RepeatedAttribute& one : page.tree.repeated_attributes())
    found.add(repeated_attributes, one.element, fmt::format("{} has the attribute '{}' twice: browsers drop the second", tag_in_words(page, one.element), one.name),
              "Keep one of them.");
}

// What the page's content security policy would stop: styles and scripts inside the page.
void code(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  constexpr std::string_view help = "Put it into a file of the theme: our pages may not run code or take styles from inside themselves.";
  for (const NodeId id : page.with(Marked::style)) found.add(code_in_pages, id, fmt::format("{} has a style attribute", tag_in_words(page, id)), std::string(help));
  for (const NodeId id : page.with_tag(Tag::style_)) found.add(code_in_pages, id, "there is a <style> element in the page", std::string(help));
  for (const NodeId id : page.with_tag(Tag::script_)) {
    const std::string type = lower(trim(tree.value(id, Attr::type_)));
    const bool data = !type.empty() && type != "module" && type.find("javascript") == std::string::npos;
    if (!data && !tree.has(id, Attr::src_)) found.add(code_in_pages, id, "there is a script in the page", std::string(help));
  }
  for (const NodeId id : page.with(Marked::code))
    for (const Attribute& one : tree.attributes_of(id))
      if (one.name.size() > 4 && one.name.starts_with("on"))
        found.add(code_in_pages, id, fmt::format("{} has code in the attribute '{}'", tag_in_words(page, id), one.name), std::string(help));
  for (const Tag tag : {Tag::a_, Tag::area_})
    for (const NodeId id : page.with_tag(tag))
      if (equal_ignoring_case(trim(tree.value(id, Attr::href_)).substr(0, 11), "javascript:"))
        found.add(code_in_pages, id, "this link runs code instead of leading somewhere", std::string(help));
}

void windows(const html::Page& page, HtmlFindings& found) {
  for (const Tag tag : {Tag::a_, Tag::area_, Tag::form_})
    for (const NodeId id : page.with_tag(tag))
      if (equal_ignoring_case(trim(page.tree.value(id, Attr::target_)), "_blank") && page.is_exposed(id))
        found.add(new_windows, id, "this opens in a new window: the way back is lost", "Take target=\"_blank\" away.");
}

}  // namespace

const std::vector<HtmlCheck>& page_checks() {
  static const std::vector<HtmlCheck> checks{
      {pages_without_title, title},   {delayed_reloading, soon}, {late_reloading, late}, {locked_zoom, zoom}, {repeated_attributes, attributes_once},
      {code_in_pages, code, true},    {new_windows, windows},
  };
  return checks;
}

}  // namespace offer::html
