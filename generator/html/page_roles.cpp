// Roles of elements: those that HTML gives them (HTML-AAM), and what the role attribute makes of it (WAI-ARIA 1.2, 7 and 8).
#include "base/text.h"
#include "html/page.h"
#include "html/table_grid.h"

namespace offer::html {

namespace {

// The `type` of an input in small letters; "text" for what browsers do not know.
std::string input_type(const Tree& tree, NodeId input) { return lower(trim(tree.value(input, Attr::type_))); }

bool says(const Tree& tree, NodeId element, Attr attribute) { return !trim(tree.value(element, attribute)).empty(); }

bool has_authors_name(const Tree& tree, NodeId element) {
  return says(tree, element, Attr::aria_label_) || says(tree, element, Attr::aria_labelledby_) || says(tree, element, Attr::title_);
}

bool is_in_section(const Page& page, NodeId element, bool main_too) {
  const Tree& tree = page.tree;
  for (NodeId above = tree[element].parent; above != no_node; above = tree[above].parent) {
    const Node& node = tree[above];
    if (node.is(Tag::article_) || node.is(Tag::aside_) || node.is(Tag::nav_) || node.is(Tag::section_) || (main_too && node.is(Tag::main_))) return true;
    if (node.attributes == 0) continue;
    switch (page.explicit_role(above)) {
      case RoleId::article_: case RoleId::complementary_: case RoleId::navigation_: case RoleId::region_: return true;
      case RoleId::main_: if (main_too) return true; break;
      default: break;
    }
  }
  return false;
}

bool is_table_role(RoleId role) { return role == RoleId::table_ || role == RoleId::grid_ || role == RoleId::treegrid_; }

}  // namespace

RoleId Page::implicit_role_of_input(NodeId input) const {
  const std::string type = input_type(tree, input);
  const bool choices = tree.has(input, Attr::list_);
  if (type == "checkbox") return RoleId::checkbox_;
  if (type == "radio") return RoleId::radio_;
  if (type == "number") return RoleId::spinbutton_;
  if (type == "range") return RoleId::slider_;
  if (type == "button" || type == "submit" || type == "reset" || type == "image") return RoleId::button_;
  if (type == "search") return choices ? RoleId::combobox_ : RoleId::searchbox_;
  for (const std::string_view other : {"password", "color", "date", "datetime-local", "file", "month", "time", "week", "hidden"})
    if (type == other) return RoleId::no_role;
  return choices ? RoleId::combobox_ : RoleId::textbox_;
}

RoleId Page::implicit_role_of_header(NodeId cell) const {
  const NodeId table = table_of(cell);
  if (table == no_node) return RoleId::generic_;
  const RoleId role_of_table = role(table);
  if (!is_table_role(role_of_table)) return RoleId::generic_;
  switch (grid(table).direction(cell)) {
    case TableGrid::Direction::column: return RoleId::columnheader_;
    case TableGrid::Direction::row: return RoleId::rowheader_;
    case TableGrid::Direction::none: break;
  }
  return role_of_table == RoleId::table_ ? RoleId::cell_ : RoleId::gridcell_;
}

RoleId Page::implicit_role(NodeId id) const {
  const Node& node = tree[id];
  if (node.is_text) return RoleId::no_role;
  if (node.space == Space::math) return node.tag == Tag::math_ ? RoleId::math_ : RoleId::no_role;
  if (node.space == Space::svg) {
    if (node.tag == Tag::svg_) return RoleId::graphics_document_;
    return node.tag == Tag::a_ && (tree.has(id, Attr::href_) || tree.has(id, Attr::xlink_href_)) ? RoleId::link_ : RoleId::no_role;
  }
  switch (node.tag) {
    case Tag::a_: case Tag::area_: return tree.has(id, Attr::href_) ? RoleId::link_ : RoleId::generic_;
    case Tag::address_: case Tag::details_: case Tag::fieldset_: case Tag::hgroup_: case Tag::optgroup_: return RoleId::group_;
    case Tag::article_: return RoleId::article_;
    case Tag::aside_: return is_in_section(*this, id, false) && !has_authors_name(tree, id) ? RoleId::generic_ : RoleId::complementary_;
    case Tag::blockquote_: return RoleId::blockquote_;
    case Tag::button_: return RoleId::button_;
    case Tag::caption_: return RoleId::caption_;
    case Tag::code_: return RoleId::code_;
    case Tag::datalist_: return RoleId::listbox_;
    case Tag::dd_: return RoleId::definition_;
    case Tag::del_: case Tag::s_: return RoleId::deletion_;
    case Tag::dfn_: case Tag::dt_: return RoleId::term_;
    case Tag::dialog_: return RoleId::dialog_;
    case Tag::em_: return RoleId::emphasis_;
    case Tag::figure_: return RoleId::figure_;
    case Tag::footer_: return is_in_section(*this, id, true) ? RoleId::generic_ : RoleId::contentinfo_;
    case Tag::form_: return RoleId::form_;
    case Tag::h1_: case Tag::h2_: case Tag::h3_: case Tag::h4_: case Tag::h5_: case Tag::h6_: return RoleId::heading_;
    case Tag::header_: return is_in_section(*this, id, true) ? RoleId::generic_ : RoleId::banner_;
    case Tag::hr_: return RoleId::separator_;
    case Tag::html_: return RoleId::document_;
    case Tag::img_: {
      const std::string_view* alt = tree.attribute(id, Attr::alt_);
      return alt != nullptr && alt->empty() && !has_presentational_conflict(id) ? RoleId::none_ : RoleId::img_;
    }
    case Tag::input_: return implicit_role_of_input(id);
    case Tag::ins_: return RoleId::insertion_;
    case Tag::li_: {
      const NodeId parent = node.parent;
      return parent != no_node && role(parent) == RoleId::list_ ? RoleId::listitem_ : RoleId::generic_;
    }
    case Tag::main_: return RoleId::main_;
    case Tag::menu_: case Tag::ol_: case Tag::ul_: return RoleId::list_;
    case Tag::meter_: return RoleId::meter_;
    case Tag::nav_: return RoleId::navigation_;
    case Tag::option_: return RoleId::option_;
    case Tag::output_: return RoleId::status_;
    case Tag::p_: return RoleId::paragraph_;
    case Tag::progress_: return RoleId::progressbar_;
    case Tag::search_: return RoleId::search_;
    case Tag::section_: return has_authors_name(tree, id) ? RoleId::region_ : RoleId::generic_;
    case Tag::select_: {
      const std::string_view size = trim(tree.value(id, Attr::size_));
      return tree.has(id, Attr::multiple_) || (!size.empty() && size != "1" && size != "0") ? RoleId::listbox_ : RoleId::combobox_;
    }
    case Tag::strong_: return RoleId::strong_;
    case Tag::sub_: return RoleId::subscript_;
    case Tag::sup_: return RoleId::superscript_;
    case Tag::table_: return RoleId::table_;
    case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: case Tag::tr_: case Tag::td_: {
      const NodeId table = table_of(id);
      const RoleId above = table == no_node ? RoleId::no_role : role(table);
      if (!is_table_role(above)) return RoleId::generic_;
      if (node.tag == Tag::tr_) return RoleId::row_;
      if (node.tag == Tag::td_) return above == RoleId::table_ ? RoleId::cell_ : RoleId::gridcell_;
      return RoleId::rowgroup_;
    }
    case Tag::th_: return implicit_role_of_header(id);
    case Tag::textarea_: return RoleId::textbox_;
    case Tag::time_: return RoleId::time_;
    case Tag::b_: case Tag::bdi_: case Tag::bdo_: case Tag::body_: case Tag::data_: case Tag::div_: case Tag::i_: case Tag::pre_: case Tag::q_: case Tag::samp_:
    case Tag::small_: case Tag::span_: case Tag::u_: case Tag::center_: case Tag::font_: case Tag::big_: case Tag::tt_:
      return RoleId::generic_;
    default: return RoleId::no_role;
  }
}

RoleId Page::explicit_role(NodeId element) const {
  if ((facts_[element].bits & with_aria) == 0) return RoleId::no_role;
  const std::string_view* roles = tree.attribute(element, Attr::role_);
  if (roles == nullptr) return RoleId::no_role;
  for (const std::string_view word : words_of(*roles))
    if (const RoleId role = html::find_role(word); role != RoleId::no_role) return role;
  return RoleId::no_role;
}

bool Page::has_presentational_conflict(NodeId element) const {
  for (const Attribute& one : tree.attributes_of(element))
    if (const auto known = aria_of(one.known); known && aria_data(*known).may_undo_none) return true;
  return is_focusable(element);
}

RoleId Page::find_role(NodeId element) const {
  RoleId role = tree[element].is_text ? RoleId::no_role : explicit_role(element);
  if (role == RoleId::no_role || (role == RoleId::none_ && has_presentational_conflict(element))) role = implicit_role(element);
  return facts_[element].role = role;
}

}  // namespace offer::html
