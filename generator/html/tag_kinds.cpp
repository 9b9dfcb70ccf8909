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

}  // namespace offer::html
