#include "model/page_numbers.h"

#include "base/eight_bytes.h"

namespace offer {

namespace {

uint64_t hash_of_name(std::string_view name) {
  uint64_t hash = name.size() * 0x9E3779B97F4A7C15ULL;
  const auto add = [&](uint64_t eight) {
    hash = (hash ^ eight) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= name.size(); at += 8) add(eight_bytes(name.data() + at));
  if (at == name.size()) return hash;
  uint64_t last = 0;
  for (size_t k = 0; at + k < name.size(); ++k) last |= static_cast<uint64_t>(static_cast<unsigned char>(name[at + k])) << 8 * k;
  add(last);
  return hash;
}

}  // namespace

size_t PageNumbers::slot_of(std::string_view name, uint64_t hash) const {
  size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].place != free; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash != static_cast<uint32_t>(hash)) continue;
    const Name& known = names_[slots_[at].place];
    if (std::string_view(bytes_).substr(known.from, known.size) == name) break;
  }
  return at;
}

void PageNumbers::grow() {
  slots_.assign(slots_.size() * 4, {});
  for (uint32_t place = 0; place < names_.size(); ++place) {
    const uint64_t hash = names_[place].hash;
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].place != free) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<uint32_t>(hash), place};
  }
}

std::optional<size_t> PageNumbers::add(std::string_view name, size_t number) {
  if ((names_.size() + 1) * 2 > slots_.size()) grow();
  const uint64_t hash = hash_of_name(name);
  Slot& slot = slots_[slot_of(name, hash)];
  if (slot.place != free) return names_[slot.place].number;
  slot = {static_cast<uint32_t>(hash), static_cast<uint32_t>(names_.size())};
  names_.push_back({hash, bytes_.size(), static_cast<uint32_t>(name.size()), static_cast<uint32_t>(number)});
  bytes_ += name;
  return std::nullopt;
}

std::optional<size_t> PageNumbers::number_of(std::string_view name) const {
  const Slot& slot = slots_[slot_of(name, hash_of_name(name))];
  return slot.place == free ? std::nullopt : std::optional<size_t>(names_[slot.place].number);
}

}  // namespace offer
