#include "theme/visible_names.h"

namespace offer {

FoundName VisibleNames::find(std::string_view name) const {
  for (size_t depth = scopes_.size(); depth-- > 0;) {
    const Schema& names = *scopes_[depth];
    for (size_t i = 0; i < names.size(); ++i)
      if (names[i].name == name) return {&names[i], depth, i};
  }
  return {};
}

std::vector<std::string_view> VisibleNames::all() const {
  std::vector<std::string_view> names;
  for (size_t depth = scopes_.size(); depth-- > 0;)
    for (const Slot& slot : *scopes_[depth]) names.push_back(slot.name);
  return names;
}

std::vector<std::string_view> VisibleNames::addresses() const {
  std::vector<std::string_view> names;
  for (size_t depth = scopes_.size(); depth-- > 0;)
    for (const Slot& slot : *scopes_[depth])
      if (slot.kind == SlotKind::address) names.push_back(slot.name);
  return names;
}

const Slot* VisibleNames::list_with(std::string_view name) const {
  for (size_t depth = scopes_.size(); depth-- > 0;)
    for (const Slot& slot : *scopes_[depth])
      for (const Slot& item : slot.items)
        if (item.name == name) return &slot;
  return nullptr;
}

}  // namespace offer
