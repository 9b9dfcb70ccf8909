// PageAddresses: the numbers of a site's pages by their addresses. A site asks for the target of every link, often, so an address is found with few looks into
// memory: all addresses stand behind each other, and what is looked through to find them is small.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class PageAddresses {
 public:
  // Of two pages with the same address the first keeps it. What is returned is the page that has it already, or nothing.
  std::optional<size_t> add(std::string_view address, size_t number);
  std::optional<size_t> number_of(std::string_view address) const;
  bool contains(std::string_view address) const { return number_of(address).has_value(); }

 private:
  static constexpr uint32_t free = UINT32_MAX;
  struct Slot {
    uint32_t hash = 0;     // its lower half
    uint32_t place = free;  // in addresses_
  };
  struct Address {
    uint64_t hash;
    size_t from;  // in bytes_
    uint32_t size;
    uint32_t number;
  };
  // Where the address stands, or the free slot where it belongs.
  size_t slot_of(std::string_view address, uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // as many as a power of two
  std::vector<Address> addresses_;                   // in the order in which they were added
  std::string bytes_;
};

}  // namespace offer
