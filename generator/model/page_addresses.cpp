#include "model/page_addresses.h"

#include "base/eight_bytes.h"

namespace offer {

namespace {

uint64_t hash_of_address(std::string_view address) {
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

size_t PageAddresses::slot_of(std::string_view address, uint64_t hash) const {
  size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].place != free; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash != static_cast<uint32_t>(hash)) continue;
    const Address& known = addresses_[slots_[at].place];
    if (std::string_view(bytes_).substr(known.from, known.size) == address) break;
  }
  return at;
}

void PageAddresses::grow() {
  slots_.assign(slots_.size() * 4, {});
  for (uint32_t place = 0; place < addresses_.size(); ++place) {
    const uint64_t hash = addresses_[place].hash;
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].place != free) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<uint32_t>(hash), place};
  }
}

std::optional<size_t> PageAddresses::add(std::string_view address, size_t number) {
  if ((addresses_.size() + 1) * 2 > slots_.size()) grow();
  const uint64_t hash = hash_of_address(address);
  Slot& slot = slots_[slot_of(address, hash)];
  if (slot.place != free) return addresses_[slot.place].number;
  slot = {static_cast<uint32_t>(hash), static_cast<uint32_t>(addresses_.size())};
  addresses_.push_back({hash, bytes_.size(), static_cast<uint32_t>(address.size()), static_cast<uint32_t>(number)});
  bytes_ += address;
  return std::nullopt;
}

std::optional<size_t> PageAddresses::number_of(std::string_view address) const {
  const Slot& slot = slots_[slot_of(address, hash_of_address(address))];
  return slot.place == free ? std::nullopt : std::optional<size_t>(addresses_[slot.place].number);
}

}  // namespace offer
