#include "html/names.h"

#include <algorithm>

#include "base/text.h"

namespace offer::html {

namespace {

constexpr size_t longest_shown = 160;

// One run of the computation. Text is gathered until `limit` bytes are there.
class NameRun {
 public:
  NameRun(const Page& page, size_t limit) : page_(page), tree_(page.tree), limit_(limit) {}

  std::string of(NodeId element);
  std::string written(NodeId element);
  std::string content(NodeId element);

 private:
  struct Way {
    bool referred = false;  // on the way of an aria-labelledby: no other one is followed
    bool hidden_too = false;
    NodeId for_control = no_node;  // whose label this is: the control's own value is no part of it
  };

  std::string referred(NodeId element);
  std::string native(NodeId element);
  std::string labels(NodeId element);
  std::string first_child_of(NodeId element, Tag tag);
  void add_children(NodeId element, const Way& way, std::string& to);
  void add_node(NodeId node, const Way& way, std::string& to);
  std::string value_of_control(NodeId control) const;
  bool enough(const std::string& text) const { return text.size() >= limit_ && !is_blank(text); }
  std::string cut_title(NodeId element) const { return std::string(tree_.value(element, Attr::title_).substr(0, longest_shown)); }
  std::string attribute(NodeId element, Attr name) const { return std::string(tree_.value(element, name).substr(0, 4 * longest_shown)); }

  // Counts up for as long as it lives.
  struct Inside {
    explicit Inside(unsigned& count) : count_(count) { ++count_; }
    ~Inside() { --count_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    unsigned& count_;
  };
  // Trees are less deep; labels that hold each other's controls are not.
  static constexpr unsigned most_depth = 600;

  const Page& page_;
  const Tree& tree_;
  size_t limit_;
  unsigned referring_ = 0;  // on the way of an aria-labelledby, also where a drawing's title or a label is read on that way
  unsigned depth_ = 0;
};

bool stands_apart(Tag tag) {
  switch (tag) {
    case Tag::div_: case Tag::p_: case Tag::li_: case Tag::td_: case Tag::th_: case Tag::tr_: case Tag::br_: case Tag::ul_: case Tag::ol_: case Tag::section_:
    case Tag::h1_: case Tag::h2_: case Tag::h3_: case Tag::h4_: case Tag::h5_: case Tag::h6_: case Tag::dt_: case Tag::dd_: case Tag::article_: case Tag::option_:
    case Tag::figcaption_: case Tag::blockquote_: case Tag::pre_: case Tag::table_:
      return true;
    default: return false;
  }
}

// One space, however many elements ask for one: what is blank stays short.
void add_space(std::string& to) {
  if (to.empty() || to.back() != ' ') to += ' ';
}

bool is_button_input(const Tree& tree, NodeId id) {
  const std::string_view type = trim(tree.value(id, Attr::type_));
  return tree[id].is(Tag::input_) && (equal_ignoring_case(type, "button") || equal_ignoring_case(type, "submit") || equal_ignoring_case(type, "reset"));
}

bool is_image_input(const Tree& tree, NodeId id) { return tree[id].is(Tag::input_) && equal_ignoring_case(trim(tree.value(id, Attr::type_)), "image"); }

// aria-labelledby: the words of each element that it names.
std::string NameRun::referred(NodeId element) {
  std::string name;
  const std::string_view* ids = tree_.attribute(element, Attr::aria_labelledby_);
  if (ids == nullptr || referring_ > 0) return name;
  const Inside reference(referring_);
  for (const std::string_view id : words_of(*ids)) {
    const NodeId target = page_.by_id(id);
    if (target == no_node) continue;
    if (!page_.spend(1)) return "?";
    const Way way{.referred = true, .hidden_too = !page_.is_exposed(target)};
    add_space(name);
    if (std::string label = attribute(target, Attr::aria_label_); !is_blank(label)) name += label;
    else if (std::string own = native(target); !is_blank(own)) name += own;
    else {
      std::string words;
      add_children(target, way, words);
      name += is_blank(words) ? cut_title(target) : words;
    }
    if (enough(name)) break;
  }
  return name;
}

std::string NameRun::labels(NodeId element) {
  std::string name;
  for (const NodeId label : page_.labels_of(element)) {
    if (!page_.spend(1)) return "?";
    add_space(name);
    const Way way{.referred = false, .hidden_too = !page_.is_exposed(label), .for_control = element};
    if (std::string spoken = attribute(label, Attr::aria_label_); !is_blank(spoken)) name += spoken;
    else add_children(label, way, name);
    if (enough(name)) break;
  }
  return name;
}

std::string NameRun::first_child_of(NodeId element, Tag tag) {
  for (NodeId child = tree_[element].first_child; child != no_node; child = tree_[child].next)
    if (!tree_[child].is_text && tree_[child].tag == tag) {
      std::string words;
      add_children(child, {.hidden_too = true}, words);
      return words;
    }
  return {};
}

// What HTML itself offers as a name: alt, a label, a caption …
std::string NameRun::native(NodeId id) {
  const Node& node = tree_[id];
  if (node.space == Space::svg) {
    std::string title = first_child_of(id, Tag::title_);
    if (is_blank(title) && node.tag == Tag::a_) title = attribute(id, Attr::xlink_title_);
    return title;
  }
  if (node.space != Space::html) return {};
  switch (node.tag) {
    case Tag::img_: case Tag::area_: return page_.role(id) == RoleId::none_ ? std::string{} : attribute(id, Attr::alt_);
    case Tag::input_:
      if (is_image_input(tree_, id)) return attribute(id, Attr::alt_);
      if (is_button_input(tree_, id)) {
        if (std::string label = labels(id); !is_blank(label)) return label;
        if (const std::string_view* value = tree_.attribute(id, Attr::value_)) return std::string(value->substr(0, longest_shown));
        const std::string_view type = trim(tree_.value(id, Attr::type_));
        return equal_ignoring_case(type, "submit") ? "Submit" : equal_ignoring_case(type, "reset") ? "Reset" : "";
      }
      return labels(id);
    case Tag::button_: case Tag::select_: case Tag::textarea_: case Tag::meter_: case Tag::progress_: case Tag::output_: return labels(id);
    case Tag::fieldset_: return first_child_of(id, Tag::legend_);
    case Tag::table_: return first_child_of(id, Tag::caption_);
    case Tag::figure_: return first_child_of(id, Tag::figcaption_);
    case Tag::optgroup_: case Tag::track_: return attribute(id, Attr::label_);
    case Tag::option_: return attribute(id, Attr::label_);
    default: return {};
  }
}

std::string NameRun::value_of_control(NodeId control) const {
  const Node& node = tree_[control];
  switch (page_.role(control)) {
    case RoleId::textbox_: case RoleId::searchbox_:
      return node.is(Tag::input_) ? attribute(control, Attr::value_) : std::string{};
    case RoleId::slider_: case RoleId::spinbutton_: case RoleId::progressbar_: case RoleId::meter_: case RoleId::scrollbar_:
      for (const Attr from : {Attr::aria_valuetext_, Attr::aria_valuenow_, Attr::value_})
        if (std::string value = attribute(control, from); !is_blank(value)) return value;
      return {};
    default: return {};
  }
}

void NameRun::add_node(NodeId id, const Way& way, std::string& to) {
  if (enough(to)) return;
  const Inside here(depth_);
  if (depth_ > most_depth) {
    to += '?';
    return;
  }
  const Node& node = tree_[id];
  if (node.is_text) {
    const std::string_view words = node.text.substr(0, std::max<size_t>(limit_, 4096));
    if (is_blank(words)) add_space(to);
    else to.append(words);
    return;
  }
  if (node.tag == Tag::script_ || node.tag == Tag::style_ || node.is(Tag::template_) || node.is(Tag::noscript_) || node.is(Tag::datalist_)) return;
  if (!way.hidden_too && (page_.hides_itself(id) || !page_.is_exposed(id))) return;
  if (node.is(Tag::br_)) {
    add_space(to);
    return;
  }
  std::string words;
  if (!way.referred) words = referred(id);
  if (is_blank(words)) words = attribute(id, Attr::aria_label_);
  if (is_blank(words) && id != way.for_control) words = value_of_control(id);
  const RoleId role = page_.role(id);
  if (is_blank(words) && id != way.for_control) {
    if (node.is(Tag::select_)) {
      // A list of choices within a label says the choice that is made.
      for (NodeId option = tree_.next_in(id, id); option != no_node && is_blank(words); option = tree_.next_in(id, option))
        if (tree_[option].is(Tag::option_) && tree_.has(option, Attr::selected_)) add_children(option, way, words);
    } else if (node.is(Tag::img_) || node.is(Tag::area_) || node.space == Space::svg || is_button_input(tree_, id) || is_image_input(tree_, id)) {
      if (role != RoleId::none_) words = native(id);
    }
  }
  const bool has_content = !node.is(Tag::select_) && !node.is(Tag::iframe_) && id != way.for_control && !(role == RoleId::textbox_ && node.is(Tag::input_));
  if (is_blank(words) && has_content && !(node.tag == Tag::svg_ && role == RoleId::img_)) add_children(id, way, words);
  if (is_blank(words) && role != RoleId::none_) words = cut_title(id);
  if (stands_apart(node.tag)) add_space(to);
  to += words;
  if (stands_apart(node.tag)) add_space(to);
}

void NameRun::add_children(NodeId element, const Way& way, std::string& to) {
  for (NodeId child = tree_[element].first_child; child != no_node && !enough(to); child = tree_[child].next) {
    if (!page_.spend(1)) {
      to += '?';
      return;
    }
    add_node(child, way, to);
  }
  if (const std::string_view* owned = tree_.attribute(element, Attr::aria_owns_); owned != nullptr && !way.referred)
    for (const std::string_view id : words_of(*owned)) {
      const NodeId node = page_.by_id(id);
      if (node != no_node && page_.owner(node) == element && !enough(to) && page_.spend(1)) add_node(node, {.referred = true, .hidden_too = false}, to);
    }
}

std::string NameRun::written(NodeId element) {
  std::string name = referred(element);
  if (is_blank(name)) name = attribute(element, Attr::aria_label_);
  if (is_blank(name)) name = cut_title(element);
  return name;
}

std::string NameRun::content(NodeId element) {
  std::string words;
  add_children(element, {.hidden_too = !page_.is_exposed(element)}, words);
  return words;
}

std::string NameRun::of(NodeId element) {
  std::string name = referred(element);
  if (is_blank(name)) name = attribute(element, Attr::aria_label_);
  if (is_blank(name)) name = native(element);
  const Node& node = tree_[element];
  if (is_blank(name) && (role_data(page_.role(element)).is(Role::named_from_content) || node.is(Tag::summary_))) {
    name.clear();
    add_children(element, {}, name);
  }
  if (is_blank(name)) name = cut_title(element);
  if (is_blank(name) && (node.is(Tag::input_) || node.is(Tag::textarea_))) name = attribute(element, Attr::placeholder_);
  if (is_blank(name)) name = attribute(element, Attr::aria_placeholder_);
  return name;
}

std::string put_together(std::string_view text) {
  std::string result;
  if (is_blank(text)) return result;
  for (const std::string_view word : words_of(text)) {
    if (!result.empty()) result += ' ';
    result += word;
    if (result.size() > longest_shown) break;
  }
  if (result.size() > longest_shown) {
    size_t end = longest_shown;
    while (end > 0 && (result[end] & 0xC0) == 0x80) --end;
    result.resize(end);
    result += "…";
  }
  return result;
}

}  // namespace

bool is_blank(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto byte = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
    if (byte(0) <= 0x20) i += 1;
    else if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85 || byte(1) == 0xAD)) i += 2;                     // no-break space, soft hyphen
    else if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) <= 0x8F || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF)) i += 3;  // spaces, no width
    else if (byte(0) == 0xE2 && byte(1) == 0x81 && (byte(2) == 0x9F || byte(2) == 0xA0)) i += 3;
    else if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) i += 3;                                          // a wide space
    else if (byte(0) == 0xE1 && byte(1) == 0x9A && byte(2) == 0x80) i += 3;
    else if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) i += 3;
    else return false;
  }
  return true;
}

std::string accessible_name(const Page& page, NodeId element) { return put_together(NameRun(page, longest_shown).of(element)); }
// Called by its content, and begins with words: nearly every link, button and heading.
bool begins_with_words(const Page& page, NodeId element) {
  const NodeId first = page.tree[element].first_child;
  if (first == no_node || !page.tree[first].is_text || is_blank(page.tree[first].text)) return false;
  return page.tree[element].is(Tag::summary_) || role_data(page.role(element)).is(Role::named_from_content);
}

bool has_name(const Page& page, NodeId element) { return begins_with_words(page, element) || !is_blank(NameRun(page, 1).of(element)); }
bool has_written_name(const Page& page, NodeId element) { return !is_blank(NameRun(page, 1).written(element)); }
std::string words_inside(const Page& page, NodeId element) { return put_together(NameRun(page, longest_shown).content(element)); }

}  // namespace offer::html
