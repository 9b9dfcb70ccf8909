#include "html/tag_kinds.h"

namespace offer::html {

namespace {

constexpr bool is_head_part(Tag tag) {
  switch (tag) {
    case Tag::base_: case Tag::link_: case Tag::meta_: case Tag::title_: case Tag::style_: case Tag::script_: case Tag::noscript_: case Tag::template_:
    case Tag::basefont_: case Tag::bgsound_: case Tag::noframes_:
      return true;
    default: return false;
  }
}

constexpr bool is_heading(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

constexpr bool is_block_level(Tag tag) {
  switch (tag) {
    case Tag::address_: case Tag::article_: case Tag::aside_: case Tag::blockquote_: case Tag::center_: case Tag::details_: case Tag::dialog_:
    case Tag::dir_: case Tag::div_: case Tag::dl_: case Tag::fieldset_: case Tag::figcaption_: case Tag::figure_: case Tag::footer_:
    case Tag::header_: case Tag::hgroup_: case Tag::main_: case Tag::menu_: case Tag::nav_: case Tag::ol_: case Tag::search_: case Tag::section_:
    case Tag::summary_: case Tag::ul_: case Tag::pre_: case Tag::listing_: case Tag::form_:
      return true;
    default: return false;
  }
}

constexpr bool ends_others(Tag tag) {
  switch (tag) {
    case Tag::li_: case Tag::dd_: case Tag::dt_: case Tag::button_: case Tag::a_: case Tag::option_: case Tag::optgroup_: case Tag::select_: case Tag::rt_: case Tag::rp_: return true;
    default: return is_heading(tag);
  }
}

constexpr bool is_formatting(Tag tag) {
  switch (tag) {
    case Tag::a_: case Tag::b_: case Tag::big_: case Tag::code_: case Tag::em_: case Tag::font_: case Tag::i_: case Tag::nobr_: case Tag::s_:
    case Tag::small_: case Tag::strike_: case Tag::strong_: case Tag::tt_: case Tag::u_:
      return true;
    default: return false;
  }
}

constexpr bool breaks_out(Tag tag) {
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

constexpr bool is_empty(Tag tag) {
  switch (tag) {
    case Tag::area_: case Tag::base_: case Tag::basefont_: case Tag::bgsound_: case Tag::br_: case Tag::col_: case Tag::command_:
    case Tag::embed_: case Tag::frame_: case Tag::hr_: case Tag::image_: case Tag::img_: case Tag::input_: case Tag::keygen_:
    case Tag::link_: case Tag::meta_: case Tag::param_: case Tag::source_: case Tag::spacer_: case Tag::track_: case Tag::wbr_:
      return true;
    default: return false;
  }
}

constexpr bool is_special_in_html(Tag tag) {
  if (is_block_level(tag) || is_heading(tag) || is_empty(tag)) return true;
  switch (tag) {
    case Tag::applet_: case Tag::body_: case Tag::button_: case Tag::caption_: case Tag::colgroup_: case Tag::dd_: case Tag::dt_: case Tag::frameset_:
    case Tag::head_: case Tag::html_: case Tag::iframe_: case Tag::li_: case Tag::marquee_: case Tag::noembed_: case Tag::noframes_:
    case Tag::noscript_: case Tag::object_: case Tag::p_: case Tag::plaintext_: case Tag::script_: case Tag::select_: case Tag::style_:
    case Tag::table_: case Tag::tbody_: case Tag::td_: case Tag::template_: case Tag::textarea_: case Tag::tfoot_: case Tag::th_:
    case Tag::thead_: case Tag::title_: case Tag::tr_: case Tag::xmp_:
      return true;
    default: return false;
  }
}

constexpr bool is_table_part(Tag tag) {
  switch (tag) {
    case Tag::caption_: case Tag::colgroup_: case Tag::col_: case Tag::tbody_: case Tag::thead_: case Tag::tfoot_: case Tag::tr_: case Tag::td_: case Tag::th_: return true;
    default: return false;
  }
}

constexpr bool is_raw(Tag tag) {
  switch (tag) {
    case Tag::style_: case Tag::script_: case Tag::xmp_: case Tag::iframe_: case Tag::noembed_: case Tag::noframes_: return true;
    default: return false;
  }
}

constexpr unsigned kinds_of(Tag tag) {
  unsigned kinds = 0;
  const auto add = [&](bool fits, unsigned kind) { kinds |= fits ? kind : 0U; };
  add(tag == Tag::html_ || tag == Tag::head_ || tag == Tag::body_, TagKinds::whole_page);
  add(is_head_part(tag), TagKinds::head_part);
  add(is_heading(tag), TagKinds::heading);
  add(is_block_level(tag), TagKinds::block);
  add(is_block_level(tag) || is_heading(tag) || tag == Tag::table_ || tag == Tag::hr_ || tag == Tag::xmp_ || tag == Tag::plaintext_ || tag == Tag::p_, TagKinds::ends_paragraph);
  add(ends_others(tag), TagKinds::ends_others);
  add(is_formatting(tag), TagKinds::formatting);
  add(breaks_out(tag), TagKinds::breaks_out);
  add(is_special_in_html(tag), TagKinds::special);
  add(is_empty(tag), TagKinds::empty);
  add(is_table_part(tag), TagKinds::table_part);
  add(tag == Tag::table_ || tag == Tag::tbody_ || tag == Tag::thead_ || tag == Tag::tfoot_ || tag == Tag::tr_, TagKinds::structure);
  add(is_raw(tag), TagKinds::raw);
  add(tag == Tag::title_ || tag == Tag::textarea_, TagKinds::decoded_raw);
  return kinds;
}

constexpr std::array<uint16_t, 256> all_kinds = [] {
  std::array<uint16_t, 256> table{};
  for (size_t i = 0; i < table.size(); ++i) table[i] = static_cast<uint16_t>(kinds_of(static_cast<Tag>(i)));
  return table;
}();

}  // namespace

constinit const std::array<uint16_t, 256> TagKinds::of = all_kinds;

bool is_special(Tag tag, Space space) {
  if (space != Space::html) return tag == Tag::foreignobject_ || tag == Tag::desc_ || tag == Tag::title_;
  return is_a(tag, TagKinds::special);
}

bool holds_html_in_foreign(const Node& node) {
  if (node.space == Space::svg) return node.tag == Tag::foreignobject_ || node.tag == Tag::desc_ || node.tag == Tag::title_;
  return node.name == "mi" || node.name == "mo" || node.name == "mn" || node.name == "ms" || node.name == "mtext" || node.name == "annotation-xml";
}

}  // namespace offer::html
