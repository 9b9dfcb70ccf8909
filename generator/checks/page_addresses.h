// PageAddresses: the numbers of a site's pages by their addresses, for whoever asks for the target of every link of the site. SiteView::page_at
// finds the same with more looks into memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace offer {

class PageAddresses {
 public:
  // The pages must outlive it. Of two with the same address the first is found.
  explicit PageAddresses(const std::vector<Page>& pages);
  std::optional<size_t> number_of(std::string_view address) const;

 private:
  struct Slot {
    uint64_t hash = 0;
    const char* bytes = nullptr;  // nothing: it is free
    uint32_t size = 0;
    uint32_t number = 0;
  };
  // Where the address stands, or the free place where it belongs.
  size_t place_of(std::string_view address, uint64_t hash) const;

  std::vector<Slot> slots_;  // their number is a power of two
};

}  // namespace offer
