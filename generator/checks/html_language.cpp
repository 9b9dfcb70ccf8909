// Language: a screen reader's voice speaks the page in the language that `lang` says.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/languages.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code pages_without_language{"pages-without-language", Severity::error, "WCAG 3.1.1", "b5c3f8"};
constexpr Code unknown_page_languages{"unknown-page-languages", Severity::error, "WCAG 3.1.1", "bf051a"};
constexpr Code unknown_part_languages{"unknown-part-languages", Severity::error, "WCAG 3.1.2", "de46e4"};

constexpr std::string_view help_with_language = "Write the language's short name: en, cy, pl, ur, zh-Hans.";

void page_has_language(const html::Page& page, HtmlFindings& found) {
  const NodeId id = page.tree.html();
  if (id != no_node && page.tree.wrote_html() && is_blank(page.tree.value(id, Attr::lang_)))
    found.add(pages_without_language, id, "this page does not say in which language it is", "<html lang=\"en\">");
}

void page_language(const html::Page& page, HtmlFindings& found) {
  const NodeId id = page.tree.html();
  if (id == no_node) return;
  const std::string_view language = page.tree.value(id, Attr::lang_);
  if (!is_blank(language) && !is_known_language(language))
    found.add(unknown_page_languages, id, fmt::format("there is no language '{}'", language.substr(0, 60)), std::string(help_with_language));
}

// Does anybody read or hear words that are in the language of this element, and not in one that an element inside it says?
bool holds_words(const html::Page& page, NodeId top) {
  const Tree& tree = page.tree;
  for (NodeId node = top; node != no_node;) {
    if (!page.spend(1)) return false;
    const Node& one = tree[node];
    const bool other_language = node != top && !one.is_text && tree.has(node, Attr::lang_);
    if (one.is_text) {
      if (!is_blank(one.text) && (page.is_visible(node) || page.is_exposed(node)) && !tree[one.parent].is(Tag::script_)) return true;
    } else if (!other_language && (page.is_exposed(node) || page.is_visible(node))) {
      const bool speaks = (one.is(Tag::img_) && !is_blank(tree.value(node, Attr::alt_))) || !is_blank(tree.value(node, Attr::aria_label_)) ||
                          (one.is(Tag::input_) && (!is_blank(tree.value(node, Attr::placeholder_)) || !is_blank(tree.value(node, Attr::value_))));
      if (speaks) return true;
    }
    node = other_language ? tree.after_children(top, node) : tree.next_in(top, node);
  }
  return false;
}

void part_languages(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  for (const NodeId id : page.with(Marked::lang)) {
    if (id == tree.html() || tree[id].space != Space::html) continue;
    const std::string_view* language = tree.attribute(id, Attr::lang_);
    if (language == nullptr || language->empty() || is_known_language(trim(*language))) continue;
    if (tree.body() == no_node || !tree.is_inside(id, tree.body()) || !holds_words(page, id)) continue;
    found.add(unknown_part_languages, id, fmt::format("there is no language '{}'", language->substr(0, 60)), std::string(help_with_language));
  }
}

}  // namespace

const std::vector<HtmlCheck>& language_checks() {
  static const std::vector<HtmlCheck> checks{
      {pages_without_language, page_has_language}, {unknown_page_languages, page_language}, {unknown_part_languages, part_languages}};
  return checks;
}

}  // namespace offer::html
