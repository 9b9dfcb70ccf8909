// Spacing: a style that says !important must not keep readers from spreading letters, words and lines (WCAG 1.4.12).
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code tight_letters{"tight-letters", Severity::error, "WCAG 1.4.12", "24afc2"};
constexpr Code tight_words{"tight-words", Severity::error, "WCAG 1.4.12", "9e45ec"};
constexpr Code tight_lines{"tight-lines", Severity::error, "WCAG 1.4.12", "78fd32"};

struct Spacing {
  const Code& code;
  Property property;
  std::string_view name;
  double least;  // of the text's size
  std::string_view what;
};

bool hands_down(std::string_view value) {
  for (const std::string_view word : {"inherit", "unset", "revert", "revert-layer"})
    if (equal_ignoring_case(value, word)) return true;
  return false;
}

std::optional<Winner> winner_of(const html::Page& page, NodeId id, Property property) {
  Winners winners;
  page.rules().winners(id, page.tree.value(id, Attr::style_), winners);
  return winners[static_cast<size_t>(property)];
}

// How wide the spacing is for text of this size; nothing if we cannot know. own_size: of the element that sets it.
std::optional<double> width_of(const Spacing& spacing, std::string_view value, double own_size, double text_size) {
  if (equal_ignoring_case(value, "normal") || equal_ignoring_case(value, "initial"))
    return spacing.property == Property::line_height ? 1.2 * text_size : 0;
  const auto size = number(value);
  if (!size) return std::nullopt;
  if (size->unit == "%") return size->value / 100 * own_size;
  if (spacing.property == Property::line_height && size->unit.empty()) return size->value * text_size;
  return pixels(value, own_size);
}

// Is there text under `top` whose spacing comes from `top`, and for which it is too tight?
bool squeezes_text(const html::Page& page, NodeId top, const Spacing& spacing, std::string_view value) {
  const Tree& tree = page.tree;
  for (NodeId node = tree.next_in(top, top); node != no_node;) {
    if (!page.spend(1)) return false;
    const Node& one = tree[node];
    bool own = false;
    if (!one.is_text && (tree.has(node, Attr::style_) || !page.rules().empty())) {
      const auto winner = page.spend(10) ? winner_of(page, node, spacing.property) : std::nullopt;
      own = winner && !hands_down(winner->value);
    }
    if (one.is_text && !is_blank(one.text) && page.is_visible(node)) {
      constexpr double slack = 0.0001;  // of the arithmetic
      const double text_size = page.font_size(node);
      const auto width = width_of(spacing, value, page.font_size(top), text_size);
      if (width && *width < spacing.least * text_size - slack) return true;
    }
    node = own ? tree.after_children(top, node) : tree.next_in(top, node);
  }
  return false;
}

void look(const html::Page& page, const Spacing& spacing, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::style)) {
    if (page.tree[id].space != Space::html || !page.is_visible(id)) continue;
    const auto winner = winner_of(page, id, spacing.property);
    if (!winner || !winner->important || !winner->from_attribute || hands_down(winner->value) || !squeezes_text(page, id, spacing, winner->value)) continue;
    found.add(spacing.code, id, fmt::format("{}: {} !important keeps the {} tight, whatever readers set", spacing.name, winner->value, spacing.what),
              fmt::format("Take !important away, or give at least {} times the size of the text.", spacing.least));
  }
}

void spaced_letters(const html::Page& page, HtmlFindings& found) { look(page, {tight_letters, Property::letter_spacing, "letter-spacing", 0.12, "letters"}, found); }
void spaced_words(const html::Page& page, HtmlFindings& found) { look(page, {tight_words, Property::word_spacing, "word-spacing", 0.16, "words"}, found); }
void spaced_lines(const html::Page& page, HtmlFindings& found) { look(page, {tight_lines, Property::line_height, "line-height", 1.5, "lines"}, found); }

}  // namespace

const std::vector<HtmlCheck>& spacing_checks() {
  static const std::vector<HtmlCheck> checks{{tight_letters, spaced_letters}, {tight_words, spaced_words}, {tight_lines, spaced_lines}};
  return checks;
}

}  // namespace offer::html
