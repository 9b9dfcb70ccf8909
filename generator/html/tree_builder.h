// TreeBuilder: puts the tokens of an HTML source in their places (HTML standard, 13.2.6). Used by Tree's constructor alone.
//
// What we leave out of the standard: quirks; forms in forms; the full "adoption agency" for tags that overlap (<a><div></a> closes the a and
// keeps the div) and the reopening of formatting after it; what scripts write.
#pragma once

#include <array>
#include <vector>

#include "html/tag_kinds.h"
#include "html/tokens.h"
#include "html/tree.h"

namespace offer::html {

inline constexpr size_t nowhere = static_cast<size_t>(-1);

class TreeBuilder {
 public:
  explicit TreeBuilder(Tree& tree);
  void build();

 private:
  enum class Scope { normal, list_item, button, table };

  struct Open {
    NodeId id = Tree::document;
    Tag tag = Tag::unknown;
    Space space = Space::html;

    bool is(Tag wanted) const { return tag == wanted && space == Space::html; }
  };

  void add_text(const Token& token);
  void start(const Token& token, uint32_t first_attribute);
  void end(const Token& token);
  // Parts of start and end: each says whether it took the tag.
  bool start_of_page(const Token& token, Tag tag, uint32_t first_attribute);
  bool start_in_foreign(const Token& token, Tag tag, uint32_t first_attribute);
  bool start_of_table_part(const Token& token, Tag tag, uint32_t first_attribute);
  void close_for(Tag tag);
  bool end_in_foreign(const Token& token);
  void end_other(const Token& token, Tag tag);

  NodeId make(const Token& token, Tag tag, uint32_t first_attribute, Space space);
  NodeId insert(const Token& token, Tag tag, uint32_t first_attribute, Space space = Space::html);
  NodeId insert_implied(Tag tag, uint32_t offset);
  void append(NodeId parent, NodeId child);
  void insert_before(NodeId sibling, NodeId child);
  // What stands in a table but in no cell goes before the table.
  void place_here(NodeId child) {
    if (in_table_structure()) place_before_table(child);
    else append(current(), child);
  }
  void place_before_table(NodeId child);
  void need_body(uint32_t offset);
  void merge_attributes(NodeId into, uint32_t first_attribute);

  // What is open, the innermost last.
  Open here() const { return open_.empty() ? Open{} : open_.back(); }
  NodeId current() const { return here().id; }
  void push(NodeId element);
  void pop() {
    if (open_.back().space == Space::html) --counts_[static_cast<size_t>(open_.back().tag)];
    open_.pop_back();
  }
  void pop_to(size_t place) {
    while (open_.size() > place) pop();
  }
  void take_out(size_t place);
  bool in_table_structure() const { return !open_.empty() && open_.back().space == Space::html && is_a(open_.back().tag, TagKinds::structure); }
  // Where an open element of this kind stands in open_, as far as the scope allows; npos: nowhere.
  size_t in_scope(Tag tag, Scope scope) const;
  bool close_if_open(Tag tag, Scope scope);
  void close_implied(Tag but);
  void clear_to(std::initializer_list<Tag> tags);
  bool inside_template() const { return counts_[static_cast<size_t>(Tag::template_)] > 0; }

  Tree& tree_;
  Tokens tokens_;
  std::vector<Open> open_;
  std::array<uint16_t, 256> counts_{};  // by Tag: how many elements of HTML are open
};

// What happens for every element.

inline void TreeBuilder::append(NodeId parent, NodeId child) {
  Node& above = tree_.nodes_[parent];
  Node& node = tree_.nodes_[child];
  node.parent = parent;
  node.previous = above.last_child;
  if (above.last_child == no_node) above.first_child = child;
  else tree_.nodes_[above.last_child].next = child;
  above.last_child = child;
}

inline NodeId TreeBuilder::make(const Token& token, Tag tag, uint32_t first_attribute, Space space) {
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node& node = tree_.nodes_.emplace_back();
  node.name = token.words;
  node.tag = tag;
  node.space = space;
  node.offset = token.offset;
  node.first_attribute = first_attribute;
  node.attributes = static_cast<uint32_t>(tree_.attributes_.size()) - first_attribute;
  if (tag == Tag::style_) tree_.has_styles_ = true;
  for (const std::string_view name : tokens_.repeated()) tree_.repeated_.push_back({id, name});
  return id;
}

inline void TreeBuilder::push(NodeId element) {
  const Node& node = tree_[element];
  open_.push_back({element, node.tag, node.space});
  if (node.space == Space::html) ++counts_[static_cast<size_t>(node.tag)];
}

inline NodeId TreeBuilder::insert(const Token& token, Tag tag, uint32_t first_attribute, Space space) {
  if (open_.size() >= deepest) pop();
  const NodeId id = make(token, tag, first_attribute, space);
  place_here(id);
  return id;
}

}  // namespace offer::html
