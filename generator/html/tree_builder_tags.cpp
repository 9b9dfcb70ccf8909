// What start and end tags do: the greater part of the tree builder.
#include <algorithm>

#include "base/text.h"
#include "html/tree_builder.h"

namespace offer::html {

void TreeBuilder::start(const Token& token, uint32_t first_attribute) {
  Tag tag = token.tag;
  if (here().space != Space::html && start_in_foreign(token, tag, first_attribute)) return;
  if (tag == Tag::image_) tag = Tag::img_;
  if ((tree_.body_ == no_node || is_a(tag, TagKinds::whole_page)) && start_of_page(token, tag, first_attribute)) return;
  if ((is_a(tag, TagKinds::table_part) || tag == Tag::table_) && start_of_table_part(token, tag, first_attribute)) return;
  if (is_a(tag, TagKinds::ends_paragraph | TagKinds::ends_others)) close_for(tag);
  const Space space = tag == Tag::svg_ ? Space::svg : tag == Tag::math_ ? Space::math : Space::html;
  const NodeId id = insert(token, tag, first_attribute, space);
  if (tag == Tag::img_) tree_.nodes_[id].name = "img";
  if (space == Space::html ? is_a(tag, TagKinds::empty) : token.closes_itself) return;
  push(id);
  if (is_a(tag, TagKinds::raw | TagKinds::decoded_raw)) tokens_.raw_text(token.words, is_a(tag, TagKinds::decoded_raw));
  if (tag == Tag::plaintext_) tokens_.all_text();
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
  if (inside_template() || here().is(Tag::noscript_)) return false;
  if (!is_a(tag, TagKinds::head_part)) {
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
  if (holds_html_in_foreign(tree_[current()])) return false;
  if (is_a(tag, TagKinds::breaks_out)) {
    while (here().space != Space::html && !holds_html_in_foreign(tree_[current()])) pop();
    return false;
  }
  const NodeId id = insert(token, tag, first_attribute, tree_[current()].space);
  if (!token.closes_itself) push(id);
  return true;
}

bool TreeBuilder::start_of_table_part(const Token& token, Tag tag, uint32_t first_attribute) {
  if (tag == Tag::table_) {
    // A table straight in a table ends the first.
    if (in_table_structure()) close_if_open(Tag::table_, Scope::table);
    return false;
  }
  if (in_scope(Tag::table_, Scope::table) == nowhere) {
    if (!inside_template()) return true;  // a part of a table outside tables is no element at all
    close_implied(Tag::unknown);
    const NodeId id = insert(token, tag, first_attribute);
    if (!is_a(tag, TagKinds::empty)) push(id);
    return true;
  }
  switch (tag) {
    case Tag::caption_: case Tag::colgroup_: case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: clear_to({Tag::table_}); break;
    case Tag::col_:
      clear_to({Tag::table_, Tag::colgroup_});
      if (!here().is(Tag::colgroup_)) insert_implied(Tag::colgroup_, token.offset);
      break;
    case Tag::tr_:
      clear_to({Tag::table_, Tag::tbody_, Tag::thead_, Tag::tfoot_});
      if (here().is(Tag::table_)) insert_implied(Tag::tbody_, token.offset);
      break;
    default:  // td, th
      clear_to({Tag::table_, Tag::tbody_, Tag::thead_, Tag::tfoot_, Tag::tr_});
      if (here().is(Tag::table_)) insert_implied(Tag::tbody_, token.offset);
      if (!here().is(Tag::tr_)) insert_implied(Tag::tr_, token.offset);
      break;
  }
  if (open_.size() >= deepest) pop();
  const NodeId id = make(token, tag, first_attribute, Space::html);
  append(current(), id);
  if (!is_a(tag, TagKinds::empty)) push(id);
  return true;
}

// Closes what a start tag of this kind closes.
void TreeBuilder::close_for(Tag tag) {
  if (is_a(tag, TagKinds::ends_paragraph)) close_if_open(Tag::p_, Scope::button);
  if (is_a(tag, TagKinds::heading) && is_a(here().tag, TagKinds::heading) && here().space == Space::html) pop();
  switch (tag) {
    case Tag::li_: case Tag::dd_: case Tag::dt_:
      for (size_t i = open_.size(); i-- > 0;) {
        const Open& node = open_[i];
        if (node.is(tag) || (tag != Tag::li_ && (node.is(Tag::dd_) || node.is(Tag::dt_)))) {
          pop_to(i);
          break;
        }
        if (is_special(node.tag, node.space) && !node.is(Tag::address_) && !node.is(Tag::div_) && !node.is(Tag::p_)) break;
      }
      close_if_open(Tag::p_, Scope::button);
      break;
    case Tag::button_: close_if_open(Tag::button_, Scope::normal); break;
    case Tag::a_: {
      const size_t found = in_scope(Tag::a_, Scope::normal);
      if (found != nowhere) take_out(found);
      break;
    }
    case Tag::option_:
      if (here().is(Tag::option_)) pop();
      break;
    case Tag::optgroup_:
      if (here().is(Tag::option_)) pop();
      if (here().is(Tag::optgroup_)) pop();
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
  for (size_t i = open_.size(); i-- > 0;) {
    const Node& node = tree_[open_[i].id];
    if (node.space == Space::html) return false;
    if (node.name == token.words) {
      pop_to(i);
      return true;
    }
  }
  return false;
}

void TreeBuilder::end(const Token& token) {
  const Tag tag = token.tag;
  // Nearly all end the element that is open.
  if (here().is(tag) && tag != Tag::unknown && !is_a(tag, TagKinds::whole_page)) return pop();
  if (here().space != Space::html && end_in_foreign(token)) return;
  if (tag == Tag::html_ || tag == Tag::body_) return;  // what still comes belongs to the body
  if (tag == Tag::head_) {
    if (tree_.body_ == no_node && tree_.head_ != no_node) pop_to(1);
    return;
  }
  if (tag == Tag::br_ || tag == Tag::p_) {
    if (tag == Tag::p_ && close_if_open(Tag::p_, Scope::button)) return;
    need_body(token.offset);
    insert_implied(tag, token.offset);  // </p> and </br> alone make an empty element
    pop();
    return;
  }
  if (is_a(tag, TagKinds::heading)) {
    for (size_t i = open_.size(); i-- > 0;) {
      const Open& node = open_[i];
      if (is_a(node.tag, TagKinds::heading) && node.space == Space::html) return pop_to(i);
      if (node.is(Tag::table_) || node.is(Tag::td_) || node.is(Tag::th_) || node.is(Tag::button_) || node.is(Tag::template_)) return;
    }
    return;
  }
  if (is_a(tag, TagKinds::block) || tag == Tag::button_ || tag == Tag::object_ || tag == Tag::applet_ || tag == Tag::marquee_ || tag == Tag::dd_ || tag == Tag::dt_ ||
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
        if (open_[i].is(Tag::template_)) return pop_to(i);
      return;
    }
    default: break;
  }
  end_other(token, tag);
}

void TreeBuilder::end_other(const Token& token, Tag tag) {
  const bool formatting = is_a(tag, TagKinds::formatting);
  for (size_t i = open_.size(); i-- > 0;) {
    const Open& node = open_[i];
    if (node.space == Space::html && tree_[node.id].name == token.words) {
      const bool whole = !formatting || std::none_of(open_.begin() + static_cast<std::ptrdiff_t>(i) + 1, open_.end(),
                                                     [](const Open& one) { return is_special(one.tag, one.space); });
      if (whole) pop_to(i);
      else take_out(i);
      return;
    }
    if (!is_special(node.tag, node.space)) continue;
    if (!formatting) return;
    switch (node.tag) {  // where formatting stops too
      case Tag::applet_: case Tag::caption_: case Tag::html_: case Tag::table_: case Tag::td_: case Tag::th_: case Tag::marquee_: case Tag::object_: case Tag::template_:
        return;
      default: break;
    }
  }
}

}  // namespace offer::html
