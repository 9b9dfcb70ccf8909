// Page: a Tree together with what can be known of each of its elements: is it shown, can it be focused, what is its role, what is its name.
//
// The checks of checks/html_*.cpp ask these questions. Answers are worked out once and kept. One thread at a time.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html/roles.h"
#include "html/style.h"
#include "html/tree.h"

namespace offer::html {

class TableGrid;

// Attributes whose elements checks ask for.
enum class Marked : uint8_t { aria /* role or any aria- attribute */, style, id, lang, tabindex, autofocus, code /* onclick and the like */, count_ };

// Elements in tree order, sorted by a small number.
class Sorted {
 public:
  // kind(element): less than 256.
  template <class Kind>
  void fill(const std::vector<NodeId>& elements, const Kind& kind) {
    std::vector<uint8_t> kinds(elements.size());
    starts_.assign(258, 0);
    for (size_t i = 0; i < elements.size(); ++i) ++starts_[(kinds[i] = static_cast<uint8_t>(kind(elements[i]))) + 2];
    for (size_t i = 2; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    elements_.resize(elements.size());
    for (size_t i = 0; i < elements.size(); ++i) elements_[starts_[kinds[i] + 1]++] = elements[i];  // which then is where the next kind starts
  }
  bool empty() const { return starts_.empty(); }
  std::span<const NodeId> of(size_t kind) const { return std::span(elements_).subspan(starts_[kind], starts_[kind + 1] - starts_[kind]); }

 private:
  std::vector<NodeId> elements_;
  std::vector<uint32_t> starts_;
};

class Page {
 public:
  explicit Page(std::string_view source);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  const Tree tree;

  // The elements in tree order, without those inside <template>; all, and those that a check is about.
  const std::vector<NodeId>& elements() const { return elements_; }
  std::span<const NodeId> with_tag(Tag tag) const { return by_tag_.of(static_cast<size_t>(tag)); }  // also in SVG
  std::span<const NodeId> with_role(RoleId role) const;
  const std::vector<NodeId>& with(Marked attribute) const { return marked_[static_cast<size_t>(attribute)]; }

  // Hidden from everybody: display: none, `hidden`, script and the like; of the element itself or one around it.
  bool is_rendered(NodeId node) const { return (facts_[node].bits & not_rendered) == 0; }
  // In the accessibility tree, as far as hiding goes: rendered, not visibility: hidden, not aria-hidden. Text is as its element is.
  bool is_exposed(NodeId node) const { return (facts_[node].bits & (not_rendered | invisible | aria_hidden)) == 0; }
  // On the screen: rendered, not visibility: hidden, not moved off the screen, not clipped to nothing.
  bool is_visible(NodeId node) const { return (facts_[node].bits & (not_rendered | invisible | off_screen)) == 0; }
  // Hidden by visibility or aria-hidden or not rendered, by the element itself rather than by one around it.
  bool hides_itself(NodeId node) const { return (facts_[node].bits & hidden_itself) != 0; }
  bool is_inert(NodeId node) const { return (facts_[node].bits & inert) != 0; }
  bool is_disabled(NodeId node) const;          // a form control that is, or stands in a fieldset that is
  double font_size(NodeId node) const { return facts_[node].font_size; }  // in CSS pixels
  const StyleRules& rules() const { return rules_; }

  // The element with this id: the first, as browsers have it; no_node if there is none.
  NodeId by_id(std::string_view id) const;
  // Elements whose aria-owns takes in this one from elsewhere; no_node: its parent in the tree owns it.
  NodeId owner(NodeId node) const;
  const std::vector<NodeId>& labels_of(NodeId control) const;  // its <label> elements, in order

  // Can somebody put the focus there; does the tab key lead there?
  bool is_focusable(NodeId element) const;
  bool is_tab_stop(NodeId element) const;

  // The role that browsers tell to assistive technology. RoleId::generic for a div; RoleId::no_role where the standards give none.
  RoleId role(NodeId element) const {
    const RoleId known = facts_[element].role;
    return known != RoleId::unknown ? known : find_role(element);
  }
  RoleId implicit_role(NodeId element) const;
  // The first role of the role attribute that exists; no_role if there is none.
  RoleId explicit_role(NodeId element) const;
  // What makes the browser ignore role="none": a global aria attribute, or that it can be focused.
  bool has_presentational_conflict(NodeId element) const;

  const TableGrid& grid(NodeId table) const;
  NodeId table_of(NodeId part) const;  // the table that a cell, row or caption belongs to; no_node: none

  // A page may cost so many steps of walking subtrees again and again (names, owned elements). False: they are used up, and whoever asks
  // answers as if all were well. Only pages made to be slow get there.
  bool spend(size_t steps) const;

 private:
  static constexpr uint16_t not_rendered = 1, invisible = 2, aria_hidden = 4, off_screen = 8, inert = 16, disabled = 32, hidden_itself = 64, in_template = 128,
                            with_aria = 256;  // Marked::aria
  struct Facts {
    uint16_t bits = 0;
    RoleId role = RoleId::unknown;
    float font_size = 16;

    void add(unsigned more) { bits = static_cast<uint16_t>(bits | more); }
  };

  RoleId find_role(NodeId element) const;
  void gather_facts();
  void gather_attributes(NodeId id, Facts& facts, float above);
  void gather_style(NodeId id, std::string_view style, bool hidden, Facts& facts, float above);
  void gather_references();
  RoleId implicit_role_of_header(NodeId cell) const;
  RoleId implicit_role_of_input(NodeId input) const;

  StyleRules rules_;
  mutable std::vector<Facts> facts_;
  std::vector<NodeId> elements_;
  std::array<std::vector<NodeId>, static_cast<size_t>(Marked::count_)> marked_;
  Sorted by_tag_;
  mutable Sorted by_role_;
  std::unordered_map<std::string_view, NodeId> ids_;
  std::unordered_map<NodeId, NodeId> owners_;
  std::unordered_map<NodeId, std::vector<NodeId>> labels_;
  mutable std::unordered_map<NodeId, std::unique_ptr<TableGrid>> grids_;
  mutable size_t steps_left_;
};

}  // namespace offer::html
