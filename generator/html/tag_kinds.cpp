#include "html/tag_kinds.h"

namespace offer::html {

// Elements that stand in <head> when nothing else has come yet.
bool belongs_to_head(Tag tag) {
  switch (tag) {
    case Tag::base_: case Tag::link_: case Tag::meta_: case Tag::title_: case Tag::style_: case Tag::script_: case Tag::noscript_: case Tag::template_:
    case Tag::basefont_: case Tag::bgsound_: case Tag::noframes_:
      return true;
    default: return false;
  }
}

bool is_heading(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

// A start tag that ends an open paragraph; an end tag of theirs closes whatever is still open in them.
bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address_: case Tag::article_: case Tag::aside_: case Tag::blockquote_: case Tag::center_: case Tag::details_: case Tag::dialog_:
    case Tag::dir_: case Tag::div_: case Tag::dl_: case Tag::fieldset_: case Tag::figcaption_: case Tag::figure_: case Tag::footer_:
    case Tag::header_: case Tag::hgroup_: case Tag::main_: case Tag::menu_: case Tag::nav_: case Tag::ol_: case Tag::search_: case Tag::section_:
    case Tag::summary_: case Tag::ul_: case Tag::pre_: case Tag::listing_: case Tag::form_:
      return true;
    default: return false;
  }
}

bool is_formatting(Tag tag) {
  switch (tag) {
    case Tag::a_: case Tag::b_: case Tag::big_: case Tag::code_: case Tag::em_: case Tag::font_: case Tag::i_: case Tag::nobr_: case Tag::s_:
    case Tag::small_: case Tag::strike_: case Tag::strong_: case Tag::tt_: case Tag::u_:
      return true;
    default: return false;
  }
}

// HTML tags that end an SVG drawing that somebody forgot to close.
bool breaks_out_of_foreign(Tag tag) {
  if (is_heading(tag)) return true;
  switch (tag) {
    case Tag::b_: case Tag::big_: case Tag::blockquote_: case Tag::body_: case Tag::br_: case Tag::center_: case Tag::code_: case Tag::dd_:
    case Tag::div_: case Tag::dl_: case Tag::dt_: case Tag::em_: case Tag::embed_: case Tag::head_: case Tag::hr_: case Tag::i_: case Tag::img_:
    case Tag::li_: case Tag::listing_: case Tag::menu_: case Tag::meta_: case Tag::nobr_: case Tag::ol_: case Tag::p_: case Tag::pre_:
    case Tag::ruby_: case Tag::s_: case Tag::small_: case Tag::span_: case Tag::strong_: case Tag::strike_: case Tag::sub_: case Tag::sup_:
    case Tag::table_: case Tag::tt_: case Tag::u_: case Tag::ul_: case Tag::var_:
      return true;
    default: return false;
  }
}

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

}  // namespace offer::html
