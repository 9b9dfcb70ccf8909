// Names: everything that can be used or looked at has words that assistive technology can say.
#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"

namespace offer::html {

namespace {

constexpr Code images_without_name{"images-without-name", Severity::error, "WCAG 1.1.1", "23a2a8"};
constexpr Code drawings_without_name{"drawings-without-name", Severity::error, "WCAG 1.1.1", "7d6734"};
constexpr Code objects_without_name{"objects-without-name", Severity::error, "WCAG 1.1.1", "8fc3b6"};
constexpr Code links_without_name{"links-without-name", Severity::error, "WCAG 2.4.4", "c487ae"};
constexpr Code buttons_without_name{"buttons-without-name", Severity::error, "WCAG 4.1.2", "97a4e1"};
constexpr Code image_buttons_without_name{"image-buttons-without-name", Severity::error, "WCAG 1.1.1", "59796f"};
constexpr Code fields_without_name{"fields-without-name", Severity::error, "WCAG 4.1.2", "e086e5"};
constexpr Code menu_items_without_name{"menu-items-without-name", Severity::error, "WCAG 4.1.2", "m6b1q3"};
constexpr Code summaries_without_name{"summaries-without-name", Severity::error, "WCAG 4.1.2", "2t702h"};
constexpr Code headings_without_name{"headings-without-name", Severity::error, "WCAG 2.4.6", "ffd0e9"};
constexpr Code frames_without_name{"frames-without-name", Severity::error, "WCAG 4.1.2", "cae760"};

bool is_image_button(const html::Page& page, NodeId id) {
  return page.tree[id].is(Tag::input_) && equal_ignoring_case(trim(page.tree.value(id, Attr::type_)), "image");
}

void images(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::img_))
    if (page.tree[id].space == Space::html && page.is_exposed(id) && !has_name(page, id))
      found.add(images_without_name, id, fmt::format("this picture ({}) has no words for people who cannot see it", tag_in_words(page, id)),
                "Say what it shows: alt=\"A bus in front of a school\". If it says nothing new: alt=\"\".");
}

void drawings(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with(Marked::aria)) {
    if (page.tree[id].space != Space::svg || !page.is_exposed(id)) continue;
    const RoleId role = page.explicit_role(id);
    if ((role == RoleId::img_ || role == RoleId::graphics_document_ || role == RoleId::graphics_symbol_) && !has_name(page, id))
      found.add(drawings_without_name, id, fmt::format("this drawing ({} role=\"{}\") has no words for people who cannot see it",
                tag_in_words(page, id), role_name(role)), "Put <title>what it shows</title> first inside it, or aria-label=\"what it shows\" on it.");
  }
}

// What an <object> loads is no text: a picture, a film or a sound.
bool loads_no_text(const Tree& tree, NodeId object) {
  const std::string type = lower(trim(tree.value(object, Attr::type_)));
  if (!type.empty()) return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
  std::string_view address = trim(tree.value(object, Attr::data_));
  for (const std::string_view kind : {"data:image/", "data:audio/", "data:video/"})
    if (address.size() > kind.size() && equal_ignoring_case(address.substr(0, kind.size()), kind)) return true;
  address = address.substr(0, address.find_first_of("?#"));
  const size_t slash = address.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? address : address.substr(slash + 1);
  const size_t point = file.rfind('.');
  if (point == std::string_view::npos) return false;
  const std::string ending = lower(file.substr(point + 1));
  for (const std::string_view one : {"png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "tif", "tiff", "apng", "jxl", "heic", "mp3", "ogg",
                                     "oga", "wav", "flac", "m4a", "aac", "opus", "weba", "mid", "midi", "mp4", "m4v", "webm", "ogv", "mov", "avi", "mkv",
                                     "mpg", "mpeg", "3gp", "wmv"})
    if (ending == one) return true;
  return false;
}

void objects(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::object_))
    if (page.tree[id].is(Tag::object_) && page.is_exposed(id) && page.explicit_role(id) == RoleId::no_role && loads_no_text(page.tree, id) &&
        !has_name(page, id))
      found.add(objects_without_name, id, "this picture, film or sound (<object>) has no words for people who cannot see or hear it",
                "Say what it is: aria-label=\"…\" or title=\"…\". What stands inside the element is not read out.");
}

void links(const html::Page& page, HtmlFindings& found) {
  for (const RoleId role : {RoleId::link_, RoleId::doc_backlink_, RoleId::doc_biblioref_, RoleId::doc_glossref_, RoleId::doc_noteref_})
    for (const NodeId id : page.with_role(role)) {
      const Node& node = page.tree[id];
      if (node.space != Space::html || !page.is_exposed(id) || has_name(page, id)) continue;
      found.add(links_without_name, id, fmt::format("this link ({}) has no words: nobody hears where it leads", tag_in_words(page, id)),
                node.is(Tag::area_) ? "Say where it leads: alt=\"The school\"." : "Put words inside it, or describe the picture inside it: alt=\"Home\".");
    }
}

void buttons(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::button_))
    if (page.tree[id].space == Space::html && page.is_exposed(id) && !is_image_button(page, id) && !has_name(page, id))
      found.add(buttons_without_name, id, fmt::format("this button ({}) has no words: nobody hears what it does", tag_in_words(page, id)),
                "Put words inside it, such as Search, or aria-label=\"Search\" on it.");
}

void image_buttons(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::input_))
    if (is_image_button(page, id) && page.is_exposed(id) && !has_name(page, id))
      found.add(image_buttons_without_name, id, "this picture button has no words: nobody hears what it does", "Say what it does: alt=\"Search\".");
}

bool is_field_role(RoleId role) {
  switch (role) {
    case RoleId::checkbox_: case RoleId::combobox_: case RoleId::listbox_: case RoleId::menuitemcheckbox_: case RoleId::menuitemradio_: case RoleId::radio_:
    case RoleId::searchbox_: case RoleId::slider_: case RoleId::spinbutton_: case RoleId::switch_: case RoleId::textbox_:
      return true;
    default: return false;
  }
}

void field(const html::Page& page, NodeId id, HtmlFindings& found) {
  if (page.tree[id].space != Space::html || !page.is_exposed(id) || has_name(page, id)) return;
  found.add(fields_without_name, id, fmt::format("this field ({}) has no label: nobody hears what to put in", tag_in_words(page, id)),
            "Give it an id and a label that names it: <label for=\"name\">Your name</label> <input id=\"name\">.");
}

void fields(const html::Page& page, HtmlFindings& found) {
  for (auto role = static_cast<unsigned>(RoleId::no_role); role <= static_cast<unsigned>(RoleId::window_); ++role)
    if (is_field_role(static_cast<RoleId>(role)))
      for (const NodeId id : page.with_role(static_cast<RoleId>(role))) field(page, id, found);
  // Fields that have no role: dates, colours, passwords, files.
  for (const NodeId id : page.with_tag(Tag::input_))
    if (page.role(id) == RoleId::no_role && page.is_rendered(id)) field(page, id, found);
}

void menu_items(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::menuitem_))
    if (page.tree[id].space == Space::html && page.is_exposed(id) && !has_name(page, id))
      found.add(menu_items_without_name, id, "this entry of a menu has no words", "Put words inside it, or aria-label=\"New file\" on it.");
}

void summary_names(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::summary_)) {
    const Node& node = page.tree[id];
    if (!node.is(Tag::summary_) || !page.tree[node.parent].is(Tag::details_) || !page.is_exposed(id)) continue;
    bool first = true;
    for (NodeId before = node.previous; before != no_node; before = page.tree[before].previous) first = first && !page.tree[before].is(Tag::summary_);
    const RoleId role = page.explicit_role(id);
    if (!first || (role != RoleId::no_role && role != RoleId::none_) || has_name(page, id)) continue;
    if (role == RoleId::none_ && !page.has_presentational_conflict(id)) continue;
    found.add(summaries_without_name, id, "this <summary> has no words: nobody hears what opens", "<summary>Opening times</summary>");
  }
}

void headings(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_role(RoleId::heading_))
    if (page.tree[id].space == Space::html && page.is_exposed(id) && !has_name(page, id))
      found.add(headings_without_name, id, fmt::format("this heading ({}) has no words", tag_in_words(page, id)),
                "Write some, or take the heading away. A picture in a heading needs alt words.");
}

void frame_names(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::iframe_)) {
    if (!page.tree[id].is(Tag::iframe_) || !page.is_exposed(id) || page.is_inert(id)) continue;
    if (page.explicit_role(id) == RoleId::none_ && !page.has_presentational_conflict(id)) continue;
    if (trim(page.tree.value(id, Attr::tabindex_)).starts_with('-') || has_name(page, id)) continue;
    found.add(frames_without_name, id, "this frame has no title: nobody hears what it holds", "Say what it holds: title=\"Map of the school\".");
  }
}

}  // namespace

const std::vector<HtmlCheck>& name_checks() {
  static const std::vector<HtmlCheck> checks{
      {images_without_name, images},       {drawings_without_name, drawings},           {objects_without_name, objects},
      {links_without_name, links},         {buttons_without_name, buttons},             {image_buttons_without_name, image_buttons},
      {fields_without_name, fields},       {menu_items_without_name, menu_items},       {summaries_without_name, summary_names},
      {headings_without_name, headings},   {frames_without_name, frame_names},
  };
  return checks;
}

}  // namespace offer::html
