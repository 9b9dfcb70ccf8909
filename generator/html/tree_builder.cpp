#include "html/tree_builder.h"

#include <algorithm>

#include "base/text.h"
#include "html/tag_kinds.h"

namespace offer::html {

namespace {

constexpr size_t nowhere = static_cast<size_t>(-1);

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

// Elements that an end tag of another name does not reach through.
bool is_special(const Node& node) {
  if (node.space != Space::html) return node.tag == Tag::foreignobject_ || node.tag == Tag::desc_ || node.tag == Tag::title_;
  if (is_block(node.tag) || is_heading(node.tag) || is_void(node.tag)) return true;
  switch (node.tag) {
    case Tag::applet_: case Tag::body_: case Tag::button_: case Tag::caption_: case Tag::colgroup_: case Tag::dd_: case Tag::dt_: case Tag::frameset_:
    case Tag::head_: case Tag::html_: case Tag::iframe_: case Tag::li_: case Tag::marquee_: case Tag::noembed_: case Tag::noframes_:
    case Tag::noscript_: case Tag::object_: case Tag::p_: case Tag::plaintext_: case Tag::script_: case Tag::select_: case Tag::style_:
    case Tag::table_: case Tag::tbody_: case Tag::td_: case Tag::template_: case Tag::textarea_: case Tag::tfoot_: case Tag::th_:
    case Tag::thead_: case Tag::title_: case Tag::tr_: case Tag::xmp_:
      return true;
    default: return false;
  }
}

// Where HTML goes on inside SVG or MathML.
bool holds_html(const Node& node) {
  if (node.space == Space::html) return true;
  if (node.space == Space::svg) return node.tag == Tag::foreignobject_ || node.tag == Tag::desc_ || node.tag == Tag::title_;
  return node.name == "mi" || node.name == "mo" || node.name == "mn" || node.name == "ms" || node.name == "mtext" || node.name == "annotation-xml";
}

}  // namespace

TreeBuilder::TreeBuilder(Tree& tree) : tree_(tree), tokens_(tree.source_, tree.attributes_, tree.arena_) {
  tree_.nodes_.reserve(tree.source_.size() / 24 + 16);
  tree_.attributes_.reserve(tree.source_.size() / 48 + 16);
  open_.reserve(64);
  tree_.nodes_.push_back({});
}

void TreeBuilder::build() {
  for (;;) {
    tokens_.allow_cdata(tree_[current()].space != Space::html);
    const auto first_attribute = static_cast<uint32_t>(tree_.attributes_.size());
    const Token token = tokens_.next();
    switch (token.kind) {
      case Token::Kind::text: add_text(token); break;
      case Token::Kind::start: start(token, first_attribute); break;
      case Token::Kind::end: end(token); break;
      case Token::Kind::finish:
        need_body(token.offset);
        return;
    }
  }
}

// --- Putting nodes into the tree

void TreeBuilder::append(NodeId parent, NodeId child) {
  Node& above = tree_.nodes_[parent];
  Node& node = tree_.nodes_[child];
  node.parent = parent;
  node.previous = above.last_child;
  if (above.last_child == no_node) above.first_child = child;
  else tree_.nodes_[above.last_child].next = child;
  above.last_child = child;
}

void TreeBuilder::insert_before(NodeId sibling, NodeId child) {
  Node& after = tree_.nodes_[sibling];
  Node& node = tree_.nodes_[child];
  node.parent = after.parent;
  node.previous = after.previous;
  node.next = sibling;
  if (after.previous == no_node) tree_.nodes_[after.parent].first_child = child;
  else tree_.nodes_[after.previous].next = child;
  after.previous = child;
}

bool TreeBuilder::in_table_structure() const {
  const Node& node = tree_[current()];
  return node.is(Tag::table_) || node.is(Tag::tbody_) || node.is(Tag::thead_) || node.is(Tag::tfoot_) || node.is(Tag::tr_);
}

// What stands in a table but in no cell goes before the table.
void TreeBuilder::place_here(NodeId child) {
  if (in_table_structure()) {
    const Tag tag = tree_[child].is_text ? Tag::unknown : tree_[child].tag;
    if (tag != Tag::script_ && tag != Tag::style_ && tag != Tag::template_ && tag != Tag::form_) {
      for (size_t i = open_.size(); i-- > 0;) {
        if (tree_[open_[i]].is(Tag::template_)) break;
        if (tree_[open_[i]].is(Tag::table_)) return insert_before(open_[i], child);
      }
    }
  }
  append(current(), child);
}

NodeId TreeBuilder::make(const Token& token, Tag tag, uint32_t first_attribute, Space space) {
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node node;
  node.name = token.name;
  node.tag = tag;
  node.space = space;
  node.offset = token.offset;
  node.first_attribute = first_attribute;
  node.attributes = static_cast<uint32_t>(tree_.attributes_.size()) - first_attribute;
  tree_.nodes_.push_back(node);
  for (const std::string_view name : tokens_.repeated()) tree_.repeated_.push_back({id, name});
  return id;
}

void TreeBuilder::push(NodeId element) { open_.push_back(element); }

NodeId TreeBuilder::insert(const Token& token, Tag tag, uint32_t first_attribute, Space space) {
  if (open_.size() >= deepest) open_.pop_back();
  const NodeId id = make(token, tag, first_attribute, space);
  place_here(id);
  return id;
}

NodeId TreeBuilder::insert_implied(Tag tag, uint32_t offset) {
  if (open_.size() >= deepest) open_.pop_back();
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node node;
  node.name = name_of(tag);
  node.tag = tag;
  node.offset = offset;
  tree_.nodes_.push_back(node);
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
  if (token.text.empty()) return;
  const Node& here = tree_[current()];
  const bool blank = is_blank(token.text);
  if (tree_.body_ == no_node && (here.tag == Tag::unknown || here.is(Tag::html_) || here.is(Tag::head_))) {
    if (blank) return;
    need_body(token.offset);
  }
  if (blank && in_table_structure()) return;
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  Node node;
  node.text = token.text;
  node.offset = token.offset;
  node.is_text = true;
  tree_.nodes_.push_back(node);
  if (blank || !in_table_structure()) append(current(), id);
  else place_here(id);
}

// --- What is open

size_t TreeBuilder::in_scope(Tag tag, Scope scope) const {
  for (size_t i = open_.size(); i-- > 0;) {
    const Node& node = tree_[open_[i]];
    if (node.is(tag)) return i;
    if (node.space != Space::html) {
      if (scope != Scope::table && is_special(node)) return nowhere;
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
    const Node& node = tree_[current()];
    if (node.space != Space::html || node.tag == but) return;
    switch (node.tag) {
      case Tag::dd_: case Tag::dt_: case Tag::li_: case Tag::optgroup_: case Tag::option_: case Tag::p_: case Tag::rp_: case Tag::rt_: open_.pop_back(); break;
      default: return;
    }
  }
}

void TreeBuilder::clear_to(std::initializer_list<Tag> tags) {
  while (!open_.empty()) {
    const Node& node = tree_[current()];
    if (node.space == Space::html &&
        (node.tag == Tag::html_ || node.tag == Tag::template_ || std::find(tags.begin(), tags.end(), node.tag) != tags.end()))
      return;
    open_.pop_back();
  }
}

bool TreeBuilder::inside_template() const {
  return std::any_of(open_.begin(), open_.end(), [&](NodeId id) { return tree_[id].is(Tag::template_); });
}

// --- Start tags

void TreeBuilder::start(const Token& token, uint32_t first_attribute) {
  Tag tag = tag_of(token.name);
  if (start_in_foreign(token, tag, first_attribute)) return;
  if (tag == Tag::image_) tag = Tag::img_;
  if (start_of_page(token, tag, first_attribute)) return;
  if (start_of_table_part(token, tag, first_attribute)) return;
  close_for(tag);
  const Space space = tag == Tag::svg_ ? Space::svg : tag == Tag::math_ ? Space::math : Space::html;
  const NodeId id = insert(token, tag, first_attribute, space);
  if (tag == Tag::img_) tree_.nodes_[id].name = "img";
  if (space == Space::html ? is_void(tag) : token.closes_itself) return;
  push(id);
  switch (tag) {
    case Tag::title_: case Tag::textarea_: tokens_.raw_text(token.name, true); break;
    case Tag::style_: case Tag::script_: case Tag::xmp_: case Tag::iframe_: case Tag::noembed_: case Tag::noframes_: tokens_.raw_text(token.name, false); break;
    case Tag::plaintext_: tokens_.all_text(); break;
    default: break;
  }
}

bool TreeBuilder::start_of_page(const Token& token, Tag tag, uint32_t first_attribute) {
  if (tag == Tag::html_) {
    tree_.wrote_html_ = true;
    if (tree_.html_ != no_node) merge_attributes(tree_.html_, first_attribute);
    else push(tree_.html_ = insert(token, tag, first_attribute));
    return true;
  }
  if (tag == Tag::head_) {
    if (tree_.head_ != no_node || tree_.body_ != no_node) return true;
    if (tree_.html_ == no_node) tree_.html_ = insert_implied(Tag::html_, token.offset);
    push(tree_.head_ = insert(token, tag, first_attribute));
    return true;
  }
  if (tag == Tag::body_) {
    if (tree_.body_ != no_node) {
      merge_attributes(tree_.body_, first_attribute);
      return true;
    }
    if (tree_.html_ == no_node) tree_.html_ = insert_implied(Tag::html_, token.offset);
    if (tree_.head_ == no_node) tree_.head_ = insert_implied(Tag::head_, token.offset);
    pop_to(1);
    push(tree_.body_ = insert(token, tag, first_attribute));
    return true;
  }
  if (tree_.body_ != no_node) return false;
  if (inside_template() || (!open_.empty() && tree_[current()].is(Tag::noscript_))) return false;
  if (!belongs_to_head(tag)) {
    need_body(token.offset);
    return false;
  }
  if (tree_.html_ == no_node) tree_.html_ = insert_implied(Tag::html_, token.offset);
  pop_to(1);
  if (tree_.head_ == no_node) tree_.head_ = insert_implied(Tag::head_, token.offset);
  else push(tree_.head_);  // also after </head>, as browsers do
  return false;
}

bool TreeBuilder::start_in_foreign(const Token& token, Tag tag, uint32_t first_attribute) {
  if (open_.empty() || holds_html(tree_[current()])) return false;
  if (breaks_out_of_foreign(tag)) {
    while (!open_.empty() && !holds_html(tree_[current()])) open_.pop_back();
    return false;
  }
  const NodeId id = insert(token, tag, first_attribute, tree_[current()].space);
  if (!token.closes_itself) push(id);
  return true;
}

bool TreeBuilder::start_of_table_part(const Token& token, Tag tag, uint32_t first_attribute) {
  switch (tag) {
    case Tag::caption_: case Tag::colgroup_: case Tag::col_: case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: case Tag::tr_: case Tag::td_: case Tag::th_:
      break;
    case Tag::table_:
      // A table straight in a table ends the first.
      if (in_table_structure()) close_if_open(Tag::table_, Scope::table);
      return false;
    default: return false;
  }
  if (in_scope(Tag::table_, Scope::table) == nowhere) {
    if (!inside_template()) return true;  // a part of a table outside tables is no element at all
    close_implied(Tag::unknown);
    const NodeId id = insert(token, tag, first_attribute);
    if (!is_void(tag)) push(id);
    return true;
  }
  switch (tag) {
    case Tag::caption_: case Tag::colgroup_: case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: clear_to({Tag::table_}); break;
    case Tag::col_:
      clear_to({Tag::table_, Tag::colgroup_});
      if (!tree_[current()].is(Tag::colgroup_)) insert_implied(Tag::colgroup_, token.offset);
      break;
    case Tag::tr_:
      clear_to({Tag::table_, Tag::tbody_, Tag::thead_, Tag::tfoot_});
      if (tree_[current()].is(Tag::table_)) insert_implied(Tag::tbody_, token.offset);
      break;
    default:  // td, th
      clear_to({Tag::table_, Tag::tbody_, Tag::thead_, Tag::tfoot_, Tag::tr_});
      if (tree_[current()].is(Tag::table_)) insert_implied(Tag::tbody_, token.offset);
      if (!tree_[current()].is(Tag::tr_)) insert_implied(Tag::tr_, token.offset);
      break;
  }
  if (open_.size() >= deepest) open_.pop_back();
  const NodeId id = make(token, tag, first_attribute, Space::html);
  append(current(), id);
  if (!is_void(tag)) push(id);
  return true;
}

// Closes what a start tag of this kind closes.
void TreeBuilder::close_for(Tag tag) {
  if (is_block(tag) || is_heading(tag) || tag == Tag::table_ || tag == Tag::hr_ || tag == Tag::xmp_ || tag == Tag::plaintext_ || tag == Tag::p_)
    close_if_open(Tag::p_, Scope::button);
  if (is_heading(tag) && is_heading(tree_[current()].tag) && tree_[current()].space == Space::html) open_.pop_back();
  switch (tag) {
    case Tag::li_: case Tag::dd_: case Tag::dt_:
      for (size_t i = open_.size(); i-- > 0;) {
        const Node& node = tree_[open_[i]];
        if (node.is(tag) || (tag != Tag::li_ && (node.is(Tag::dd_) || node.is(Tag::dt_)))) {
          pop_to(i);
          break;
        }
        if (is_special(node) && !node.is(Tag::address_) && !node.is(Tag::div_) && !node.is(Tag::p_)) break;
      }
      close_if_open(Tag::p_, Scope::button);
      break;
    case Tag::button_: close_if_open(Tag::button_, Scope::normal); break;
    case Tag::a_: {
      const size_t found = in_scope(Tag::a_, Scope::normal);
      if (found != nowhere) open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(found));
      break;
    }
    case Tag::option_:
      if (tree_[current()].is(Tag::option_)) open_.pop_back();
      break;
    case Tag::optgroup_:
      if (tree_[current()].is(Tag::option_)) open_.pop_back();
      if (tree_[current()].is(Tag::optgroup_)) open_.pop_back();
      break;
    case Tag::select_: close_if_open(Tag::select_, Scope::normal); break;
    case Tag::rt_: case Tag::rp_:
      if (in_scope(Tag::ruby_, Scope::normal) != nowhere) close_implied(Tag::unknown);
      break;
    default: break;
  }
}

// --- End tags

bool TreeBuilder::end_in_foreign(const Token& token) {
  if (open_.empty() || tree_[current()].space == Space::html) return false;
  for (size_t i = open_.size(); i-- > 0;) {
    const Node& node = tree_[open_[i]];
    if (node.space == Space::html) return false;
    if (node.name == token.name) {
      pop_to(i);
      return true;
    }
  }
  return false;
}

void TreeBuilder::end(const Token& token) {
  const Tag tag = tag_of(token.name);
  if (end_in_foreign(token)) return;
  if (tag == Tag::html_ || tag == Tag::body_) return;  // what still comes belongs to the body
  if (tag == Tag::head_) {
    if (tree_.body_ == no_node && tree_.head_ != no_node) pop_to(1);
    return;
  }
  if (tag == Tag::br_ || tag == Tag::p_) {
    if (tag == Tag::p_ && close_if_open(Tag::p_, Scope::button)) return;
    need_body(token.offset);
    insert_implied(tag, token.offset);  // </p> and </br> alone make an empty element
    open_.pop_back();
    return;
  }
  if (is_heading(tag)) {
    for (size_t i = open_.size(); i-- > 0;) {
      const Node& node = tree_[open_[i]];
      if (is_heading(node.tag) && node.space == Space::html) return pop_to(i);
      if (node.is(Tag::table_) || node.is(Tag::td_) || node.is(Tag::th_) || node.is(Tag::button_) || node.is(Tag::template_)) return;
    }
    return;
  }
  if (is_block(tag) || tag == Tag::button_ || tag == Tag::object_ || tag == Tag::applet_ || tag == Tag::marquee_ || tag == Tag::dd_ || tag == Tag::dt_ ||
      tag == Tag::select_) {
    close_if_open(tag, Scope::normal);
    return;
  }
  if (tag == Tag::li_) {
    close_if_open(tag, Scope::list_item);
    return;
  }
  switch (tag) {
    case Tag::table_: case Tag::caption_: case Tag::colgroup_: case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: case Tag::tr_: case Tag::td_: case Tag::th_:
      close_if_open(tag, Scope::table);
      return;
    case Tag::template_: {
      for (size_t i = open_.size(); i-- > 0;)
        if (tree_[open_[i]].is(Tag::template_)) return pop_to(i);
      return;
    }
    default: break;
  }
  end_other(token, tag);
}

void TreeBuilder::end_other(const Token& token, Tag tag) {
  const bool formatting = is_formatting(tag);
  for (size_t i = open_.size(); i-- > 0;) {
    const Node& node = tree_[open_[i]];
    if (node.space == Space::html && node.name == token.name) {
      const bool whole = !formatting || std::none_of(open_.begin() + static_cast<std::ptrdiff_t>(i) + 1, open_.end(),
                                                     [&](NodeId id) { return is_special(tree_[id]); });
      if (whole) pop_to(i);
      else open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    if (!is_special(node)) continue;
    if (!formatting) return;
    switch (node.tag) {  // where formatting stops too
      case Tag::applet_: case Tag::caption_: case Tag::html_: case Tag::table_: case Tag::td_: case Tag::th_: case Tag::marquee_: case Tag::object_: case Tag::template_:
        return;
      default: break;
    }
  }
}

}  // namespace offer::html
