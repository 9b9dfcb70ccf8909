#include "checks/page_addresses.h"

#include <bit>

#include "base/eight_bytes.h"

namespace offer {

namespace {

uint64_t hash_of(std::string_view address) {
  uint64_t hash = address.size() * 0x9E3779B97F4A7C15ULL;
  const auto add = [&](uint64_t eight) {
    hash = (hash ^ eight) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= address.size(); at += 8) add(eight_bytes(address.data() + at));
  if (at == address.size()) return hash;
  uint64_t last = 0;
  for (size_t k = 0; at + k < address.size(); ++k) last |= static_cast<uint64_t>(static_cast<unsigned char>(address[at + k])) << 8 * k;
  add(last);
  return hash;
}

}  // namespace

PageAddresses::PageAddresses(const std::vector<Page>& pages) : slots_(std::bit_ceil(pages.size() * 2 + 1)) {
  for (size_t number = 0; number < pages.size(); ++number) {
    const std::string_view address = pages[number].address;
    const uint64_t hash = hash_of(address);
    Slot& slot = slots_[place_of(address, hash)];
    if (slot.bytes == nullptr) slot = {hash, address.data(), static_cast<uint32_t>(address.size()), static_cast<uint32_t>(number)};
  }
}

size_t PageAddresses::place_of(std::string_view address, uint64_t hash) const {
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].bytes != nullptr && (slots_[at].hash != hash || std::string_view(slots_[at].bytes, slots_[at].size) != address)) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::optional<size_t> PageAddresses::number_of(std::string_view address) const {
  const Slot& slot = slots_[place_of(address, hash_of(address))];
  return slot.bytes == nullptr ? std::nullopt : std::optional<size_t>(slot.number);
}

}  // namespace offer
