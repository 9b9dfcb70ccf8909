// Tree: an HTML page as a browser understands it, whoever wrote it and however badly.
//
// Made once per page, in one pass, by the HTML standard's rules (end tags that may be left out, parts of tables, raw text, SVG in HTML); what it
// leaves out is said in DECISIONS.md. Any bytes make a tree: time and memory grow with the page's length, and no element is nested deeper than
// `deepest`, as in browsers, so that walks may recurse. The tree looks into the source, which must outlive it. One thread at a time while it is
// made; any thread afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "diagnose/place.h"
#include "html/attributes.h"
#include "html/tags.h"

namespace offer::html {

using NodeId = uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;
inline constexpr size_t deepest = 512;

struct Attribute {
  std::string_view name;   // in small letters
  std::string_view value;  // character references replaced
  Attr known = Attr::unknown;
};

enum class Space : uint8_t { html, svg, math };

struct Node {
  std::string_view name;  // of an element, in small letters; empty for text
  std::string_view text;  // of a text node
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId last_child = no_node;
  NodeId next = no_node;      // the next child of the same parent
  NodeId previous = no_node;
  uint32_t first_attribute = 0;
  uint32_t attributes = 0;
  uint32_t offset = 0;        // of '<' or of the text's first byte, from the start of the source
  Tag tag = Tag::unknown;
  Space space = Space::html;
  bool is_text = false;

  bool is(Tag wanted) const { return tag == wanted && space == Space::html; }
};

// An attribute that stands twice in one tag: browsers drop the second.
struct RepeatedAttribute {
  NodeId element;
  std::string_view name;
};

class Tree {
 public:
  explicit Tree(std::string_view source);

  std::string_view source() const { return source_; }
  size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  // The document stands above all; `html`, `head` and `body` are there even if nobody wrote them. body: no_node on a page of frames only.
  static constexpr NodeId document = 0;
  NodeId html() const { return html_; }
  NodeId head() const { return head_; }
  NodeId body() const { return body_; }
  bool wrote_html() const { return wrote_html_; }  // did the author write <html>?
  bool has_styles() const { return has_styles_; }  // is there a <style> or another element of that name?
  bool has_xml_tags() const { return xml_tags_; }  // is every tag as XML has it? See html/well_formed.h

  // The attribute's value; nullptr if the element does not have it.
  const std::string_view* attribute(NodeId element, Attr wanted) const {
    for (const Attribute& one : attributes_of(element))
      if (one.known == wanted) return &one.value;
    return nullptr;
  }
  // The same, "" if it does not have it.
  std::string_view value(NodeId element, Attr wanted) const {
    const std::string_view* found = attribute(element, wanted);
    return found == nullptr ? std::string_view{} : *found;
  }
  bool has(NodeId element, Attr wanted) const { return attribute(element, wanted) != nullptr; }
  // The same for attributes of any name.
  const std::string_view* attribute(NodeId element, std::string_view name) const;
  std::string_view value(NodeId element, std::string_view name) const;
  bool has(NodeId element, std::string_view name) const { return attribute(element, name) != nullptr; }

  std::span<const Attribute> attributes_of(NodeId element) const {
    const Node& node = nodes_[element];
    return {attributes_.data() + node.first_attribute, node.attributes};
  }

  // Do the nodes have their numbers in tree order? Nearly always; not where something stood between the parts of a table.
  bool is_in_order() const { return in_order_; }
  // The next node in tree order below `top`; after_children leaves out the node's own children. no_node: that was the last.
  NodeId next_in(NodeId top, NodeId node) const { return nodes_[node].first_child != no_node ? nodes_[node].first_child : after_children(top, node); }
  NodeId after_children(NodeId top, NodeId node) const {
    while (node != top && node != no_node) {
      if (nodes_[node].next != no_node) return nodes_[node].next;
      node = nodes_[node].parent;
    }
    return no_node;
  }
  bool is_inside(NodeId node, NodeId top) const;  // also if they are the same

  const std::vector<RepeatedAttribute>& repeated_attributes() const { return repeated_; }
  // Line and column (in characters) of a byte of the source. The first call counts the lines.
  Place place(uint32_t offset) const;

 private:
  friend class TreeBuilder;

  std::string_view source_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<RepeatedAttribute> repeated_;
  Arena arena_;
  NodeId html_ = no_node;
  NodeId head_ = no_node;
  NodeId body_ = no_node;
  bool wrote_html_ = false;
  bool has_styles_ = false;
  bool in_order_ = true;
  bool xml_tags_ = false;
  uint32_t characters_up_to(uint32_t offset) const;

  static constexpr size_t stride = 1024;
  mutable std::vector<uint32_t> lines_;       // where each line starts
  mutable std::vector<uint32_t> characters_;  // before each `stride` bytes, so that a page of one line is not counted again for each finding
};

}  // namespace offer::html
