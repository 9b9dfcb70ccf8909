#include "html/page.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "html/table_grid.h"

namespace offer::html {

namespace {

// Shown unless something hides them: most elements of a page.
constexpr std::array<bool, 256> simply_shown = [] {
  std::array<bool, 256> table{};
  for (const Tag tag : {Tag::a_, Tag::article_, Tag::b_, Tag::body_, Tag::button_, Tag::dd_, Tag::div_, Tag::dl_, Tag::dt_, Tag::em_, Tag::footer_, Tag::form_, Tag::h1_, Tag::h2_,
                        Tag::h3_, Tag::h4_, Tag::header_, Tag::html_, Tag::label_, Tag::li_, Tag::main_, Tag::nav_, Tag::ol_, Tag::p_, Tag::section_, Tag::span_, Tag::strong_,
                        Tag::table_, Tag::tbody_, Tag::td_, Tag::th_, Tag::thead_, Tag::tr_, Tag::ul_})
    table[static_cast<size_t>(tag)] = true;
  return table;
}();

// Elements that browsers never show.
bool is_never_shown(const Tree& tree, NodeId id) {
  const Node& node = tree[id];
  const Tag parent = tree[node.parent].tag;
  const bool instead = parent == Tag::audio_ || parent == Tag::video_;  // what they hold is for browsers without sound and film
  if (node.space == Space::html && simply_shown[static_cast<size_t>(node.tag)]) return instead;
  if (node.space == Space::svg) {
    switch (node.tag) {
      case Tag::title_: case Tag::desc_: case Tag::defs_: case Tag::metadata_: case Tag::symbol_: case Tag::clippath_: case Tag::mask_: case Tag::script_: case Tag::style_:
        return true;
      default: return false;
    }
  }
  switch (node.tag) {
    case Tag::head_: case Tag::script_: case Tag::style_: case Tag::template_: case Tag::title_: case Tag::meta_: case Tag::link_: case Tag::base_:
    case Tag::noscript_: case Tag::noembed_: case Tag::noframes_: case Tag::param_: case Tag::source_: case Tag::track_: case Tag::datalist_:
    case Tag::col_: case Tag::colgroup_: case Tag::rp_:
      return true;
    case Tag::dialog_: return !tree.has(id, Attr::open_);
    case Tag::input_: return equal_ignoring_case(tree.value(id, Attr::type_), "hidden");
    case Tag::audio_: return !tree.has(id, Attr::controls_);
    default: return instead;
  }
}

// Those of them that do not change the size of the text either.
constexpr std::array<bool, 256> plainly_shown = [] {
  std::array<bool, 256> table = simply_shown;
  for (const Tag tag : {Tag::h1_, Tag::h2_, Tag::h3_, Tag::h4_}) table[static_cast<size_t>(tag)] = false;
  return table;
}();

double usual_font_size(Tag tag, double above) {
  switch (tag) {
    case Tag::h1_: return above * 2;
    case Tag::h2_: return above * 1.5;
    case Tag::h3_: return above * 1.17;
    case Tag::h5_: return above * 0.83;
    case Tag::h6_: return above * 0.67;
    case Tag::small_: case Tag::sub_: case Tag::sup_: return above / 1.2;
    case Tag::big_: return above * 1.2;
    default: return above;
  }
}

double font_size_of(std::string_view value, double above) {
  static constexpr std::array<std::pair<std::string_view, double>, 8> words{{{"xx-small", 9}, {"x-small", 10}, {"small", 13}, {"medium", 16},
                                                                             {"large", 18}, {"x-large", 24}, {"xx-large", 32}, {"initial", 16}}};
  for (const auto& [word, size] : words)
    if (equal_ignoring_case(value, word)) return size;
  if (equal_ignoring_case(value, "smaller")) return above / 1.2;
  if (equal_ignoring_case(value, "larger")) return above * 1.2;
  if (const auto part = number(value); part && part->unit == "%") return above * part->value / 100;
  return pixels(value, above).value_or(above);
}

bool is_labelable(const Tree& tree, NodeId id) {
  if (tree[id].space != Space::html) return false;
  switch (tree[id].tag) {
    case Tag::button_: case Tag::meter_: case Tag::output_: case Tag::progress_: case Tag::select_: case Tag::textarea_: return true;
    case Tag::input_: return !equal_ignoring_case(tree.value(id, Attr::type_), "hidden");
    default: return false;
  }
}

std::string_view value_of(const Winners& winners, Property property) {
  const auto& winner = winners[static_cast<size_t>(property)];
  return winner ? winner->value : std::string_view{};
}

// Moved away, cut off or made clear, so that nobody sees it.
bool is_out_of_sight(const Winners& winners, double em) {
  const auto length = [&](Property property) { return pixels(value_of(winners, property), em); };
  const std::string_view position = value_of(winners, Property::position);
  constexpr double far = 500;
  if (!position.empty() && !equal_ignoring_case(position, "static"))
    for (const Property side : {Property::left, Property::top, Property::right, Property::bottom})
      if (const auto moved = length(side); moved && (*moved <= -far || *moved >= 5000)) return true;
  for (const Property side : {Property::margin_left, Property::text_indent})
    if (const auto moved = length(side); moved && *moved <= -far) return true;
  const auto width = length(Property::width);
  const auto height = length(Property::height);
  if (width && height && *width <= 1 && *height <= 1 && equal_ignoring_case(value_of(winners, Property::overflow), "hidden")) return true;
  const std::string_view clip = value_of(winners, Property::clip);
  if (clip.starts_with("rect(0") || clip.starts_with("rect(1px, 1px, 1px, 1px") || clip.starts_with("rect(1px 1px 1px 1px")) return true;
  const std::string_view path = value_of(winners, Property::clip_path);
  if (path.starts_with("inset(50%") || path.starts_with("inset(100%") || path.starts_with("circle(0")) return true;
  const auto opacity = number(value_of(winners, Property::opacity));
  return opacity && opacity->value <= 0;
}

}  // namespace

Page::Page(std::string_view source) : tree(source), rules_(tree), steps_left_(tree.size() * 64 + 100000) {
  gather_facts();
  gather_references();
}

Page::~Page() = default;

bool Page::spend(size_t steps) const {
  if (steps_left_ < steps) {
    steps_left_ = 0;
    return false;
  }
  steps_left_ -= steps;
  return true;
}

void Page::gather_style(NodeId id, std::string_view style, bool none, Facts& facts, float above) {
  facts.font_size = static_cast<float>(usual_font_size(tree[id].tag, above));
  if (style.empty() && rules_.empty()) {
    if (none || is_never_shown(tree, id)) facts.add(not_rendered | hidden_itself);
    return;
  }
  Winners winners;
  if (spend(rules_.empty() ? 1 : 20) && rules_.winners(id, style, winners)) {
    if (const std::string_view size = value_of(winners, Property::font_size); !size.empty())
      facts.font_size = static_cast<float>(font_size_of(size, above));
    if (const std::string_view display = value_of(winners, Property::display); !display.empty()) none = equal_ignoring_case(display, "none");
    const std::string_view visibility = value_of(winners, Property::visibility);
    if (equal_ignoring_case(visibility, "hidden") || equal_ignoring_case(visibility, "collapse")) facts.add(invisible | hidden_itself);
    else if (equal_ignoring_case(visibility, "visible") || equal_ignoring_case(visibility, "initial")) facts.bits = static_cast<uint16_t>(facts.bits & ~invisible);
    if (is_out_of_sight(winners, facts.font_size)) facts.add(off_screen);
  }
  if (none || is_never_shown(tree, id)) facts.add(not_rendered | hidden_itself);
}

// One walk over the element's attributes: what hides it, and which lists it belongs to.
void Page::gather_attributes(NodeId id, Facts& facts, float above) {
  std::string_view style;
  bool hidden = false;
  unsigned listed = 0;  // a bit for each Marked
  const auto mark = [&](Marked attribute) { listed |= 1U << static_cast<unsigned>(attribute); };
  for (const Attribute& one : tree.attributes_of(id)) switch (one.known) {
      case Attr::id_: mark(Marked::id); break;
      case Attr::role_: mark(Marked::aria); break;
      case Attr::lang_: mark(Marked::lang); break;
      case Attr::style_: mark(Marked::style), style = one.value; break;
      case Attr::inert_: facts.add(inert); break;
      case Attr::hidden_: hidden = true; break;
      case Attr::tabindex_: mark(Marked::tabindex); break;
      case Attr::autofocus_: mark(Marked::autofocus); break;
      case Attr::unknown:
        if (one.name.size() > 4 && one.name.starts_with("on")) mark(Marked::code);
        else if (one.name.starts_with("aria-")) mark(Marked::aria);
        break;
      default:
        if (!aria_of(one.known)) break;
        mark(Marked::aria);
        if (one.known == Attr::aria_hidden_ && equal_ignoring_case(one.value, "true")) facts.add(aria_hidden | hidden_itself);
    }
  if ((listed & 1U << static_cast<unsigned>(Marked::aria)) != 0) facts.add(with_aria);
  gather_style(id, style, hidden, facts, above);
  if ((facts.bits & in_template) != 0) return;
  for (; listed != 0; listed &= listed - 1) marked_[static_cast<size_t>(std::countr_zero(listed))].push_back(id);
}

void Page::gather_facts() {
  facts_.resize(tree.size());
  elements_.reserve(tree.size() / 2);
  constexpr uint16_t handed_down = not_rendered | invisible | aria_hidden | off_screen | inert | disabled | in_template;
  const bool styled = !rules_.empty();
  const auto next = [&](NodeId id) { return !tree.is_in_order() ? tree.next_in(Tree::document, id) : id + 1 < tree.size() ? id + 1 : no_node; };
  for (NodeId id = next(Tree::document); id != no_node; id = next(id)) {
    const Node& node = tree[id];
    const Facts& above = facts_[node.parent];
    Facts& facts = facts_[id];
    facts.bits = above.bits & handed_down;
    facts.font_size = above.font_size;
    if (node.is_text) continue;
    const Node& parent = tree[node.parent];
    if (parent.is(Tag::template_)) facts.add(in_template);
    const bool plain = node.attributes == 0 && !styled && node.space == Space::html && plainly_shown[static_cast<size_t>(node.tag)] && parent.tag != Tag::audio_ && parent.tag != Tag::video_;
    if (!plain) gather_attributes(id, facts, above.font_size);
    if (parent.is(Tag::fieldset_) && tree.has(node.parent, Attr::disabled_)) {
      // All but what stands in its legend.
      bool first_legend = node.is(Tag::legend_);
      for (NodeId before = node.previous; before != no_node && first_legend; before = tree[before].previous) first_legend = !tree[before].is(Tag::legend_);
      if (!first_legend) facts.add(disabled);
    }
    if ((facts.bits & in_template) != 0) continue;
    elements_.push_back(id);
  }
  by_tag_.fill(elements_, [&](NodeId id) { return tree[id].tag; });
}

std::span<const NodeId> Page::with_role(RoleId wanted) const {
  if (by_role_.empty()) by_role_.fill(elements_, [&](NodeId id) { return role(id); });
  return by_role_.of(static_cast<size_t>(wanted));
}

void Page::gather_references() {
  for (const NodeId id : with(Marked::id))
    if (const std::string_view name = tree.value(id, Attr::id_); !name.empty()) ids_.emplace(name, id);
  NodeId label = no_node;  // the innermost label without `for` that still waits for its control
  for (const NodeId id : elements_) {
    if (tree[id].is(Tag::label_)) {
      label = no_node;
      if (const std::string_view* target = tree.attribute(id, Attr::for_)) {
        const NodeId control = by_id(*target);
        if (control != no_node && is_labelable(tree, control)) labels_[control].push_back(id);
      } else {
        label = id;
      }
    } else if (label != no_node && is_labelable(tree, id)) {
      if (tree.is_inside(id, label)) labels_[id].push_back(label);
      label = no_node;
    }
  }
  for (const NodeId id : with(Marked::aria))
    if (const std::string_view* owns = tree.attribute(id, Attr::aria_owns_))
      for (const std::string_view name : words_of(*owns)) {
        const NodeId owned = by_id(name);
        if (owned != no_node && !tree.is_inside(id, owned)) owners_.emplace(owned, id);
      }
}

NodeId Page::by_id(std::string_view id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? no_node : found->second;
}

NodeId Page::owner(NodeId node) const {
  if (owners_.empty()) return no_node;
  const auto found = owners_.find(node);
  return found == owners_.end() ? no_node : found->second;
}

const std::vector<NodeId>& Page::labels_of(NodeId control) const {
  static const std::vector<NodeId> none;
  const auto found = labels_.find(control);
  return found == labels_.end() ? none : found->second;
}

NodeId Page::table_of(NodeId part) const {
  for (NodeId above = tree[part].parent; above != no_node; above = tree[above].parent)
    if (tree[above].is(Tag::table_)) return above;
  return no_node;
}

const TableGrid& Page::grid(NodeId table) const {
  auto& grid = grids_[table];
  if (grid == nullptr) grid = std::make_unique<TableGrid>(tree, table);
  return *grid;
}

}  // namespace offer::html
