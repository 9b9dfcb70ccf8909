#include "html/tree_builder.h"

#include <algorithm>

#include "base/text.h"

namespace offer::html {

namespace {

bool is_white_space(std::string_view text) {
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') return false;
  return true;
}

}  // namespace

TreeBuilder::TreeBuilder(Tree& tree) : tree_(tree), tokens_(tree.source_, tree.attributes_, tree.arena_) {
  tree_.nodes_.reserve(tree.source_.size() / 24 + 16);
  tree_.attributes_.reserve(tree.source_.size() / 48 + 16);
  open_.reserve(64);
  tree_.nodes_.push_back({});
}

void TreeBuilder::build() {
  Token token;
  for (;;) {
    tokens_.allow_cdata(!open_.empty() && open_.back().space != Space::html);
    const auto first_attribute = static_cast<uint32_t>(tree_.attributes_.size());
    tokens_.next(token);
    switch (token.kind) {
      case Token::Kind::text: add_text(token); break;
      case Token::Kind::start: start(token, first_attribute); break;
      case Token::Kind::end: end(token); break;
      case Token::Kind::finish:
        need_body(token.offset);
        tree_.xml_tags_ = tokens_.are_xml();
        return;
    }
  }
}

// --- Putting nodes into the tree

void TreeBuilder::insert_before(NodeId sibling, NodeId child) {
  tree_.in_order_ = false;
  Node& after = tree_.nodes_[sibling];
  Node& node = tree_.nodes_[child];
  node.parent = after.parent;
  node.previous = after.previous;
  node.next = sibling;
  if (after.previous == no_node) tree_.nodes_[after.parent].first_child = child;
  else tree_.nodes_[after.previous].next = child;
  after.previous = child;
}

void TreeBuilder::place_before_table(NodeId child) {
  const Tag tag = tree_[child].is_text ? Tag::unknown : tree_[child].tag;
  if (tag != Tag::script_ && tag != Tag::style_ && tag != Tag::template_ && tag != Tag::form_) {
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].is(Tag::template_)) break;
      if (open_[i].is(Tag::table_)) return insert_before(open_[i].id, child);
    }
  }
  append(current(), child);
}

void TreeBuilder::take_out(size_t place) {
  if (open_[place].space == Space::html) --counts_[static_cast<size_t>(open_[place].tag)];
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
}

NodeId TreeBuilder::insert_implied(Tag tag, uint32_t offset) {
  if (open_.size() >= deepest) pop();
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node& node = tree_.nodes_.emplace_back();
  node.name = name_of(tag);
  node.tag = tag;
  node.offset = offset;
  append(current(), id);
  push(id);
  return id;
}

void TreeBuilder::merge_attributes(NodeId into, uint32_t first_attribute) {
  // The attributes of a second <html> or <body> that the first does not have: all of both, together at the end.
  const Node& node = tree_[into];
  const std::vector<Attribute> more(tree_.attributes_.begin() + first_attribute, tree_.attributes_.end());
  if (more.empty() || node.attributes > 1000) return;
  const auto start = static_cast<uint32_t>(tree_.attributes_.size());
  std::vector<Attribute> all(tree_.attributes_.begin() + node.first_attribute, tree_.attributes_.begin() + node.first_attribute + node.attributes);
  for (const Attribute& one : more)
    if (all.size() < 1000 && !tree_.has(into, one.name)) all.push_back(one);
  if (all.size() == node.attributes) return;
  tree_.attributes_.insert(tree_.attributes_.end(), all.begin(), all.end());
  tree_.nodes_[into].first_attribute = start;
  tree_.nodes_[into].attributes = static_cast<uint32_t>(all.size());
}

// Makes <html>, <head> and <body> where the author left them out.
void TreeBuilder::need_body(uint32_t offset) {
  if (tree_.html_ == no_node) tree_.html_ = insert_implied(Tag::html_, offset);
  if (tree_.head_ == no_node) {
    pop_to(1);
    tree_.head_ = insert_implied(Tag::head_, offset);
  }
  if (tree_.body_ == no_node) {
    pop_to(1);
    tree_.body_ = insert_implied(Tag::body_, offset);
  }
}

void TreeBuilder::add_text(const Token& token) {
  if (token.words.empty()) return;
  const bool blank = is_white_space(token.words);
  if (tree_.body_ == no_node && (here().tag == Tag::unknown || here().is(Tag::html_) || here().is(Tag::head_))) {
    if (blank) return;
    need_body(token.offset);
  }
  const bool in_structure = in_table_structure();
  if (blank && in_structure) return;
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node& node = tree_.nodes_.emplace_back();
  node.text = token.words;
  node.offset = token.offset;
  node.is_text = true;
  if (!in_structure) append(current(), id);
  else place_here(id);
}

// --- What is open

size_t TreeBuilder::in_scope(Tag tag, Scope scope) const {
  if (counts_[static_cast<size_t>(tag)] == 0) return nowhere;
  for (size_t i = open_.size(); i-- > 0;) {
    const Open& node = open_[i];
    if (node.is(tag)) return i;
    if (node.space != Space::html) {
      if (scope != Scope::table && is_special(node.tag, node.space)) return nowhere;
      continue;
    }
    switch (node.tag) {
      case Tag::html_: case Tag::table_: case Tag::template_: return nowhere;
      case Tag::applet_: case Tag::caption_: case Tag::td_: case Tag::th_: case Tag::marquee_: case Tag::object_:
        if (scope != Scope::table) return nowhere;
        break;
      case Tag::ol_: case Tag::ul_:
        if (scope == Scope::list_item) return nowhere;
        break;
      case Tag::button_:
        if (scope == Scope::button) return nowhere;
        break;
      default: break;
    }
  }
  return nowhere;
}

bool TreeBuilder::close_if_open(Tag tag, Scope scope) {
  const size_t found = in_scope(tag, scope);
  if (found == nowhere) return false;
  pop_to(found);
  return true;
}

void TreeBuilder::close_implied(Tag but) {
  while (!open_.empty()) {
    const Open& node = open_.back();
    if (node.space != Space::html || node.tag == but) return;
    switch (node.tag) {
      case Tag::dd_: case Tag::dt_: case Tag::li_: case Tag::optgroup_: case Tag::option_: case Tag::p_: case Tag::rp_: case Tag::rt_: pop(); break;
      default: return;
    }
  }
}

void TreeBuilder::clear_to(std::initializer_list<Tag> tags) {
  while (!open_.empty()) {
    const Open& node = open_.back();
    if (node.space == Space::html &&
        (node.tag == Tag::html_ || node.tag == Tag::template_ || std::find(tags.begin(), tags.end(), node.tag) != tags.end()))
      return;
    pop();
  }
}

}  // namespace offer::html
