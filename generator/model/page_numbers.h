// PageNumbers: the numbers of a site's pages by their names: their addresses, ids or paths. A site asks for the target of every link, often, so a name is found
// with few looks into memory: all names stand behind each other, and what is looked through to find them is small.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class PageNumbers {
 public:
  // Of two pages with the same name the first keeps it. What is returned is the page that has it already, or nothing.
  std::optional<size_t> add(std::string_view name, size_t number);
  std::optional<size_t> number_of(std::string_view name) const;
  bool contains(std::string_view name) const { return number_of(name).has_value(); }

 private:
  static constexpr uint32_t free = UINT32_MAX;
  struct Slot {
    uint32_t hash = 0;     // its lower half
    uint32_t place = free;  // in names_
  };
  struct Name {
    uint64_t hash;
    size_t from;  // in bytes_
    uint32_t size;
    uint32_t number;
  };
  // Where the name stands, or the free slot where it belongs.
  size_t slot_of(std::string_view name, uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // as many as a power of two
  std::vector<Name> names_;                         // in the order in which they were added
  std::string bytes_;
};

}  // namespace offer
