// VisibleNames: the names that a template can use at one point: those of the page, and those of the
// items of each list section around it. Called by template_parser.cpp only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "theme/template.h"

namespace offer {

// slot: nothing if there is no such name. depth: 0 is the page, 1 the outermost list, and so on.
struct FoundName {
  const Slot* slot = nullptr;
  size_t depth = 0;
  size_t index = 0;
};

class VisibleNames {
 public:
  explicit VisibleNames(const Schema& page) : scopes_{&page} {}

  void enter(const Slot& list) { scopes_.push_back(&list.items); }
  void leave() { scopes_.pop_back(); }
  size_t depth() const { return scopes_.size() - 1; }

  FoundName find(std::string_view name) const;      // the innermost
  std::vector<std::string_view> all() const;        // innermost first
  std::vector<std::string_view> addresses() const;  // those of them that are addresses

  // The list whose items have this name, though the name is not visible here; or nothing.
  const Slot* list_with(std::string_view name) const;

 private:
  std::vector<const Schema*> scopes_;
};

}  // namespace offer
