// Look: how checks/faultless.cpp looks at a page: once, from its first byte to its last, with the elements that are open at hand, and no tree.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/faultless_memory.h"
#include "checks/faultless_tags.h"
#include "html/attributes.h"
#include "html/roles.h"

namespace offer::faultless {

using html::Attr;
using html::AttrSet;
using html::RoleId;
using html::Tag;

// Does somebody hear or see these words, as they are written? False is also said of what is doubtful.
bool says_something(std::string_view written, bool in_attribute);

// The ids of a page.
class Ids {
 public:
  static constexpr size_t most = 1000;
  Ids() { ids_.reserve(64); }
  // Its number; `most`: it was there already, or there are too many.
  size_t add(std::string_view name) {
    uint16_t& slot = slot_of(name);
    if (slot != 0 || ids_.size() == most) return most;
    ids_.push_back({name, {}});
    slot = static_cast<uint16_t>(ids_.size());
    return ids_.size() - 1;
  }
  const Id* find(std::string_view name) {
    const uint16_t slot = slot_of(name);
    return slot == 0 ? nullptr : &ids_[slot - 1U];
  }
  Id& operator[](size_t number) { return ids_[number]; }
  size_t size() const { return ids_.size(); }

 private:
  uint16_t& slot_of(std::string_view name) {
    size_t at = std::hash<std::string_view>{}(name) % slots_.size();
    while (slots_[at] != 0 && ids_[slots_[at] - 1U].name != name) at = (at + 1) % slots_.size();
    return slots_[at];
  }

  std::vector<Id> ids_;
  std::array<uint16_t, 2048> slots_{};
};

// A table: has each header cells below it or beside it? Without cells that span others.
class TableRows {
 public:
  void begin() { *this = {}; }
  void add_cell() { ++cells_; }
  void add_header(bool of_column) { (of_column ? column_header_ : row_header_) = ++cells_; }
  bool end_row() {
    const bool right = cells_ > row_header_;  // also: there is a cell
    if (cells_ >= waiting_) waiting_ = 0;
    waiting_ = std::max(waiting_, column_header_);
    cells_ = column_header_ = row_header_ = 0;
    ++rows_;
    return right;
  }
  bool end_group() { return std::exchange(rows_, 0) > 0 && (grouped_ = true); }
  bool end() const { return grouped_ && waiting_ == 0; }

 private:
  uint32_t cells_ = 0;
  uint32_t column_header_ = 0;  // the last of this row, counted from 1
  uint32_t row_header_ = 0;
  uint32_t waiting_ = 0;  // the last header of a column below which nothing came yet
  uint32_t rows_ = 0;     // of this group
  bool grouped_ = false;
};

// One page. The source must outlive it.
class Look {
 public:
  explicit Look(std::string_view source) : at_(source.data()), end_(source.data() + source.size()) {
    wanted_.reserve(64);
    landmarks_.reserve(16);
  }
  bool finds_nothing();

 private:
  using E = PlainElement;

  struct Open {
    Tag tag;
    uint8_t opens;
    bool silent;           // what it holds is no part of what the elements around it say
    uint32_t words;        // how many texts came before it
    std::string_view name;
    const char* content;   // where that begins
    size_t id;             // its number; Ids::most: it has none
    std::string_view target;  // of a label
    ElementMemory::Place* place;  // where to keep it; nullptr: it is not kept
  };
  // What there was of each before an element that is to be kept.
  struct Before {
    const char* start;
    size_t ids, wanted, labelled, fields, landmarks, counted;
  };

  bool text();
  bool start_tag();
  bool end_tag();
  bool read_attributes(const char*& at);
  bool stands_right(Tag tag) const;
  bool judge_attribute(Attr one, Tag tag, Open& open);
  bool judge_element(Tag tag, Open& open);
  bool judge_aria(Attr one, Tag tag, Open& open);
  bool judge_input(Open& open);
  bool add_landmark(RoleId role, std::string_view label, std::string_view labelledby);
  static ElementMemory& memory();
  bool take(const KnownElement& known);
  void keep(const Open& open, const Before& before);
  bool references_lead_somewhere();
  bool landmarks_differ();
  std::string name_of(const Landmark& landmark);

  Tag parent(size_t above = 1) const { return depth_ >= above ? open_[depth_ - above].tag : Tag::unknown; }
  // All that what is found in an element depends on, besides its bytes; but for elements that there may be only one of (see counted).
  uint32_t surroundings() const { return static_cast<uint32_t>(parent()) | inside_ << 8U | static_cast<uint32_t>(depth_) << 16U; }
  // Elements that there may be only one of, and whose places matter to the page.
  size_t counted() const { return heads_ + bodies_ + titles_ + mains_ + main_headings_ + headers_ + footers_ + (rooted_ ? 1 : 0); }
  bool has(Attr one) const { return seen_.has(one); }
  std::string_view value(Attr one) const { return has(one) ? values_[static_cast<size_t>(one)] : std::string_view{}; }

  const char* at_;
  const char* const end_;
  static constexpr size_t most_depth = 64;

  std::array<Open, most_depth> open_;
  std::array<Before, most_depth> before_;
  size_t depth_ = 0;
  unsigned inside_ = 0;    // PlainElement::Place of all that is open
  uint32_t words_ = 0;     // texts that somebody hears
  size_t silent_ = 0;      // silent elements that are open
  std::string_view last_text_;
  AttrSet seen_;           // of the tag that is read
  AttrSet with_references_;
  std::array<std::string_view, 128> values_;  // of those seen
  std::array<std::string_view, 16> others_;   // names that we do not know
  TableRows table_;
  Ids ids_;
  std::vector<std::string_view> wanted_;      // ids that something leads to
  std::vector<std::string_view> labelled_, fields_;
  std::vector<Landmark> landmarks_;
  size_t heads_ = 0, bodies_ = 0, titles_ = 0, mains_ = 0, main_headings_ = 0, headers_ = 0, footers_ = 0;
  bool rooted_ = false;
};

}  // namespace offer::faultless
