// What a theme's templates may name (slots), and the values of one page for it. For frame.cpp only.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "formats/frame.h"

namespace offer {

struct FrameItem {
  std::string_view name;
  SlotKind kind;
};
struct FrameSlot {
  std::string_view name;
  SlotKind kind;
  std::span<const FrameItem> items = {};  // of a list
};

inline constexpr FrameItem link_items[]{{"title", SlotKind::text}, {"address", SlotKind::address}};
inline constexpr FrameItem current_items[]{{"title", SlotKind::text}, {"address", SlotKind::address}, {"current", SlotKind::text}};
inline constexpr FrameItem way_items[]{{"title", SlotKind::text}, {"address", SlotKind::address}, {"current", SlotKind::text}, {"language", SlotKind::text}};
inline constexpr FrameItem style_items[]{{"address", SlotKind::address}, {"paper", SlotKind::text}};
inline constexpr FrameItem script_items[]{{"address", SlotKind::address}};
inline constexpr FrameItem word_items[]{{"word", SlotKind::text}, {"meaning", SlotKind::text}};

inline constexpr FrameSlot frame_slots[]{
    {"language", SlotKind::text},
    {"other_language", SlotKind::text},  // of the page, if it is not the site's
    {"right_to_left", SlotKind::text},   // the page is written so
    {"page_title", SlotKind::text},
    {"title", SlotKind::text},
    {"summary", SlotKind::text},
    {"description", SlotKind::text},
    {"canonical", SlotKind::address},
    {"root", SlotKind::address},
    {"stylesheet", SlotKind::address},
    {"icon", SlotKind::address},
    {"feed", SlotKind::address},
    {"feed_json", SlotKind::address},
    {"structured_data", SlotKind::html},
    {"noindex", SlotKind::text},
    {"site_name", SlotKind::text},
    {"council", SlotKind::text},
    {"demonstration", SlotKind::text},
    {"home", SlotKind::text},
    {"easy_read", SlotKind::text},
    {"kind", SlotKind::text},
    {"kind_title", SlotKind::text},
    {"menu", SlotKind::list, current_items},
    {"breadcrumbs", SlotKind::list, link_items},
    {"has_ways", SlotKind::text},
    {"other_ways", SlotKind::list, way_items},
    {"other_formats_address", SlotKind::address},
    {"contents", SlotKind::list, link_items},
    {"body", SlotKind::html},
    {"has_related", SlotKind::text},
    {"related", SlotKind::list, link_items},
    {"status_words", SlotKind::text},
    {"reviewed", SlotKind::text},
    {"review_by", SlotKind::text},
    {"review_overdue", SlotKind::text},
    {"owner", SlotKind::text},
    {"help_title", SlotKind::text},
    {"help_words", SlotKind::text},
    {"help_phone", SlotKind::text},
    {"help_phone_address", SlotKind::address},
    {"help_email", SlotKind::text},
    {"help_email_address", SlotKind::address},
    {"help_hours", SlotKind::text},
    {"contact_address", SlotKind::address},
    {"footer", SlotKind::list, link_items},
    {"checked_words", SlotKind::text},
    {"styles", SlotKind::list, style_items},
    {"scripts", SlotKind::list, script_items},
    {"search", SlotKind::address},
    {"search_page", SlotKind::text},
    {"search_index", SlotKind::address},
    {"search_description", SlotKind::address},
    {"drift_words", SlotKind::text},
    {"part_words", SlotKind::text},
    {"parts", SlotKind::list, current_items},
    {"words", SlotKind::list, word_items},
};

// A name of the frame as its slot. A name that there is not does not compile.
struct FrameName {
  size_t slot = 0;
  consteval FrameName(const char* name) {  // NOLINT: written as the name itself
    while (frame_slots[slot].name != name) ++slot;
  }
};

// The values of one page. Words are copied, so that they may be made on the spot; all are forgotten with the next Filling of the thread.
class Filling {
 public:
  explicit Filling(Arena& words) : values_(emptied_values()), words_(words) {}

  Filling& set(FrameName name, std::string_view value) { return set_lasting(name, words_.copy(value)); }
  // For long ones: the caller keeps it until the page is made.
  Filling& set_lasting(FrameName name, std::string_view value) {
    values_.texts[name.slot] = value;
    return *this;
  }

  // An item of a list, filled by its own names.
  class Item {
   public:
    Item(FrameName list, Arena& words) : list_(list), values_(frame_schema()[list.slot].items), words_(words) {}
    Item& set(std::string_view name, std::string_view value) {
      values_.texts[slot_index(frame_schema()[list_.slot].items, name)] = words_.copy(value);
      return *this;
    }

   private:
    friend class Filling;
    FrameName list_;
    Values values_;
    Arena& words_;
  };
  Item add(FrameName list) const { return {list, words_}; }
  void put(Item&& item) {
    std::vector<Values>& list = values_.lists[item.list_.slot];
    if (list.empty()) list.reserve(8);
    list.push_back(std::move(item.values_));
  }

  const Values& values() const { return values_; }

 private:
  // The same memory for page after page.
  static Values& emptied_values() {
    thread_local Values values(frame_schema());
    std::fill(values.texts.begin(), values.texts.end(), std::string_view{});
    for (std::vector<Values>& list : values.lists) list.clear();
    return values;
  }

  Values& values_;
  Arena& words_;
};

}  // namespace offer
