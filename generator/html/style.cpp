#include "html/style.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/text.h"

namespace offer::html {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(Property::count_)> property_names{
    "display", "visibility", "position", "left", "top", "right", "bottom", "margin-left", "text-indent", "width", "height", "overflow", "clip",
    "clip-path", "opacity", "font-size", "letter-spacing", "word-spacing", "line-height"};

constexpr size_t most_rules = 500;       // of a page: what matches them must stay linear
constexpr size_t most_parts = 16;        // of a selector

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

// Where `end` stands in css from `at` on, outside quotation marks, brackets and comments; the size if nowhere.
size_t find_outside(std::string_view css, size_t at, std::string_view ends) {
  int depth = 0;
  for (; at < css.size(); ++at) {
    const char c = css[at];
    if (c == '/' && at + 1 < css.size() && css[at + 1] == '*') {
      const size_t end = css.find("*/", at + 2);
      if (end == std::string_view::npos) return css.size();
      at = end + 1;
    } else if (depth == 0 && ends.find(c) != std::string_view::npos) {
      return at;
    } else if (c == '"' || c == '\'') {
      at = std::min(css.find(c, at + 1), css.size());
    } else if (c == '\\') {
      ++at;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return css.size();
}

std::string_view without_comments_around(std::string_view s) {
  for (s = trimmed(s); s.starts_with("/*");) {
    const size_t end = s.find("*/", 2);
    s = end == std::string_view::npos ? std::string_view{} : trimmed(s.substr(end + 2));
  }
  while (s.ends_with("*/")) {
    const size_t start = s.rfind("/*");
    if (start == std::string_view::npos) break;
    s = trimmed(s.substr(0, start));
  }
  return s;
}

// Can the property have this value? A browser leaves out what it does not understand, and then the declaration before counts.
bool understood(Property property, std::string_view value) {
  if (value.empty()) return false;
  for (const std::string_view word : {"inherit", "initial", "unset", "revert", "revert-layer"})
    if (equal_ignoring_case(value, word)) return true;
  if (value.find('(') != std::string_view::npos) return true;
  const auto size = number(value);
  switch (property) {
    case Property::letter_spacing:
    case Property::word_spacing: return equal_ignoring_case(value, "normal") || (size && (size->value == 0 || !size->unit.empty()));
    case Property::line_height: return equal_ignoring_case(value, "normal") || (size && size->value >= 0);
    case Property::font_size: return !size || (size->value >= 0 && (size->value == 0 || !size->unit.empty()));
    default: return true;
  }
}

}  // namespace

std::optional<Number> number(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with('+')) value.remove_prefix(1);
  Number result;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result.value, std::chars_format::fixed);
  if (error != std::errc{}) return std::nullopt;
  result.unit = value.substr(static_cast<size_t>(end - value.data()));
  return result;
}

std::optional<double> pixels(std::string_view value, double em) {
  const auto size = number(value);
  if (!size) return std::nullopt;
  static constexpr std::array<std::pair<std::string_view, double>, 8> units{
      {{"px", 1}, {"pt", 4.0 / 3}, {"pc", 16}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"q", 96 / 101.6}, {"rem", 16}}};
  if (size->unit.empty()) return size->value == 0 ? std::optional<double>(0) : std::nullopt;
  if (equal_ignoring_case(size->unit, "em")) return size->value * em;
  if (equal_ignoring_case(size->unit, "ex") || equal_ignoring_case(size->unit, "ch")) return size->value * em / 2;
  for (const auto& [unit, length] : units)
    if (equal_ignoring_case(size->unit, unit)) return size->value * length;
  // Of the window's size: a common one.
  if (equal_ignoring_case(size->unit, "vw")) return size->value * 12.8;
  if (equal_ignoring_case(size->unit, "vh")) return size->value * 8;
  return std::nullopt;
}

std::vector<Declaration> declarations(std::string_view style) {
  std::vector<Declaration> found;
  while (!style.empty()) {
    const size_t end = find_outside(style, 0, ";");
    const std::string_view one = without_comments_around(style.substr(0, end));
    style.remove_prefix(std::min(end + 1, style.size()));
    const size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = without_comments_around(one.substr(0, colon));
    std::string_view value = without_comments_around(one.substr(colon + 1));
    bool important = false;
    if (const size_t mark = value.rfind('!'); mark != std::string_view::npos) {
      if (!equal_ignoring_case(without_comments_around(value.substr(mark + 1)), "important")) continue;
      important = true;
      value = without_comments_around(value.substr(0, mark));
    }
    for (size_t i = 0; i < property_names.size(); ++i)
      if (equal_ignoring_case(name, property_names[i]) && understood(static_cast<Property>(i), value))
        found.push_back({static_cast<Property>(i), value, important});
  }
  return found;
}

StyleRules::StyleRules(const Tree& tree) : tree_(tree) {
  if (!tree.has_styles()) return;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (node.is_text || node.tag != Tag::style_) continue;
    const std::string_view media = trim(tree.value(id, Attr::media_));
    if (!media.empty() && !equal_ignoring_case(media, "all") && !equal_ignoring_case(media, "screen")) continue;
    for (NodeId child = node.first_child; child != no_node; child = tree[child].next)
      if (tree[child].is_text) read(tree[child].text);
  }
}

void StyleRules::read(std::string_view css) {
  while (!css.empty() && rules_.size() < most_rules) {
    css = without_comments_around(css);
    const size_t open = find_outside(css, 0, "{;");
    if (open >= css.size()) return;
    if (css[open] == ';') {  // @import …;
      css.remove_prefix(open + 1);
      continue;
    }
    const size_t close = find_outside(css, open + 1, "}");
    const std::string_view selectors = trimmed(css.substr(0, open));
    if (!selectors.starts_with('@')) read_rule(selectors, css.substr(open + 1, close - open - 1));
    css.remove_prefix(std::min(close + 1, css.size()));
  }
}

void StyleRules::read_rule(std::string_view selectors, std::string_view body) {
  std::vector<Declaration> found = declarations(body);
  if (found.empty()) return;
  while (!selectors.empty() && rules_.size() < most_rules) {
    const size_t comma = find_outside(selectors, 0, ",");
    Rule rule;
    if (read_selector(without_comments_around(selectors.substr(0, comma)), rule)) {
      rule.declarations = found;
      rules_.push_back(std::move(rule));
    }
    selectors.remove_prefix(std::min(comma + 1, selectors.size()));
  }
}

bool StyleRules::read_selector(std::string_view selector, Rule& rule) {
  bool child = false;
  while (!selector.empty()) {
    const size_t end = find_outside(selector, 0, " \t\n\r\f>");
    if (end > 0) {
      Part part;
      part.child = child;
      if (rule.parts.size() == most_parts || !read_part(selector.substr(0, end), part, rule.specificity)) return false;
      rule.parts.push_back(std::move(part));
      child = false;
    }
    selector.remove_prefix(end);
    while (!selector.empty() && (is_space(selector.front()) || selector.front() == '>')) {
      child = child || selector.front() == '>';
      selector.remove_prefix(1);
    }
  }
  return !rule.parts.empty() && !child;
}

bool StyleRules::read_part(std::string_view text, Part& part, uint32_t& specificity) {
  const auto word = [&] {
    size_t end = 0;
    while (end < text.size() && (is_word_byte(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
    const std::string_view found = text.substr(0, end);
    text.remove_prefix(end);
    return found;
  };
  if (text.starts_with('*')) text.remove_prefix(1);
  else if (!text.empty() && (is_letter(text.front()) || text.front() == '_')) part.tag = word(), specificity += 1;
  while (!text.empty()) {
    const char sign = text.front();
    text.remove_prefix(1);
    if (sign == '.' || sign == '#') {
      const std::string_view found = word();
      if (found.empty()) return false;
      if (sign == '.') part.classes.push_back(found), specificity += 0x100;
      else part.id = found, specificity += 0x10000;
    } else if (sign == '[') {
      const size_t end = text.find(']');
      if (end == std::string_view::npos) return false;
      const std::string_view inside = text.substr(0, end);
      text.remove_prefix(end + 1);
      const size_t equals = inside.find('=');
      const std::string_view name = trimmed(inside.substr(0, equals));
      if (name.empty() || name.find_first_of("~|^$*") != std::string_view::npos) return false;
      std::optional<std::string_view> value;
      if (equals != std::string_view::npos) {
        value = trimmed(inside.substr(equals + 1));
        if (value->size() >= 2 && (value->front() == '"' || value->front() == '\'') && value->back() == value->front())
          value = value->substr(1, value->size() - 2);
      }
      part.attributes.emplace_back(name, value);
      specificity += 0x100;
    } else {
      return false;  // :hover, ::before, + and ~
    }
  }
  return true;
}

bool StyleRules::matches(const Part& part, NodeId element) const {
  const Node& node = tree_[element];
  if (!part.tag.empty() && !equal_ignoring_case(part.tag, node.name)) return false;
  if (!part.id.empty() && tree_.value(element, Attr::id_) != part.id) return false;
  if (!part.classes.empty()) {
    const auto classes = words_of(tree_.value(element, Attr::class_));
    for (const std::string_view one : part.classes)
      if (std::find(classes.begin(), classes.end(), one) == classes.end()) return false;
  }
  for (const auto& [name, value] : part.attributes) {
    const std::string_view* has = tree_.attribute(element, lower(name));
    if (has == nullptr || (value && *has != *value)) return false;
  }
  return true;
}

bool StyleRules::matches(const Rule& rule, NodeId element) const {
  if (!matches(rule.parts.back(), element)) return false;
  // The parts before, from the last to the first, each at the nearest ancestor that fits: enough for what we decide.
  NodeId above = tree_[element].parent;
  bool child = rule.parts.back().child;
  for (size_t i = rule.parts.size() - 1; i-- > 0;) {
    while (above != no_node && above != Tree::document && !matches(rule.parts[i], above)) {
      if (child) return false;
      above = tree_[above].parent;
    }
    if (above == no_node || above == Tree::document) return false;
    child = rule.parts[i].child;
    above = tree_[above].parent;
  }
  return true;
}

bool StyleRules::winners(NodeId element, std::string_view inline_style, Winners& result) const {
  struct Rank {
    bool important = false;
    uint32_t specificity = 0;
  };
  std::array<Rank, static_cast<size_t>(Property::count_)> ranks;
  bool any = false;
  const auto consider = [&](const Declaration& one, uint32_t specificity) {
    const auto place = static_cast<size_t>(one.property);
    Rank& best = ranks[place];
    if (result[place] && (best.important && !one.important)) return;
    if (result[place] && best.important == one.important && best.specificity > specificity) return;
    best = {one.important, specificity};
    result[place] = Winner{one.value, one.important, specificity == 0xFFFFFFFF};
    any = true;
  };
  for (const Rule& rule : rules_)
    if (matches(rule, element))
      for (const Declaration& one : rule.declarations) consider(one, rule.specificity);
  if (!inline_style.empty())
    for (const Declaration& one : declarations(inline_style)) consider(one, 0xFFFFFFFF);
  return any;
}

}  // namespace offer::html
