// Style: as much of CSS as static HTML can decide: what hides an element, where it stands, and the spacing of its text.
//
// Read from `style` attributes and <style> elements. Selectors: elements, classes, ids, attributes (there or equal), descendants and children;
// a rule with anything else in its selector is left out, and so are blocks like @media, whose conditions nobody can know here.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "html/tree.h"

namespace offer::html {

enum class Property : uint8_t {
  display, visibility, position, left, top, right, bottom, margin_left, text_indent, width, height, overflow, clip, clip_path, opacity, font_size,
  letter_spacing, word_spacing, line_height, count_
};

struct Declaration {
  Property property;
  std::string_view value;
  bool important = false;
};

// The declarations of a style attribute that we know, in order.
std::vector<Declaration> declarations(std::string_view style);

// What wins of an element's declarations. important and inline_: of the winner.
struct Winner {
  std::string_view value;
  bool important = false;
  bool from_attribute = false;
};
using Winners = std::array<std::optional<Winner>, static_cast<size_t>(Property::count_)>;

// The <style> elements of a page.
class StyleRules {
 public:
  explicit StyleRules(const Tree& tree);
  bool empty() const { return rules_.empty(); }
  // False: nothing applies to this element. inline_style: its style attribute.
  bool winners(NodeId element, std::string_view inline_style, Winners& result) const;

 private:
  struct Part {  // div.a#b[c=d]
    std::string_view tag;
    std::string_view id;
    std::vector<std::string_view> classes;
    std::vector<std::pair<std::string_view, std::optional<std::string_view>>> attributes;
    bool child = false;  // of the part before: '>' instead of white space
  };
  struct Rule {
    std::vector<Part> parts;
    uint32_t specificity = 0;
    std::vector<Declaration> declarations;
  };

  void read(std::string_view css);
  void read_rule(std::string_view selectors, std::string_view body);
  static bool read_selector(std::string_view selector, Rule& rule);
  static bool read_part(std::string_view text, Part& part, uint32_t& specificity);
  bool matches(const Part& part, NodeId element) const;
  bool matches(const Rule& rule, NodeId element) const;

  const Tree& tree_;
  std::vector<Rule> rules_;
};

// A length in CSS pixels; nothing if it is none that we can know (percentages, calc(), words). em: the font size that em stands for.
std::optional<double> pixels(std::string_view value, double em);
// A number and what stands after it: "1.5em" is 1.5 and "em".
struct Number {
  double value = 0;
  std::string_view unit;
};
std::optional<Number> number(std::string_view value);

}  // namespace offer::html
