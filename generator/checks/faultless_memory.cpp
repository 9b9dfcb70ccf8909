#include "checks/faultless_memory.h"

#include "base/hash.h"

namespace offer::faultless {

namespace {

constexpr size_t beginning = 64;              // bytes: shorter elements are read as quickly as they are looked up
constexpr uint32_t most_disappointments = 8;  // what begins as on other pages, but goes on in another way each time, is not worth a copy

}  // namespace

const KnownElement* ElementMemory::find(std::string_view rest, uint32_t surroundings, Place*& place) {
  place = nullptr;
  if (rest.size() < beginning) return nullptr;
  const uint64_t key = quick_hash(rest.substr(0, beginning)) ^ surroundings;
  Place& its = places_[key % places_.size()];
  if (its.key != key) {
    // Most elements come once: the first of its kind is only noted.
    its.key = key;
    its.disappointments = 0;
    its.known.reset();
    return nullptr;
  }
  if (its.known != nullptr && its.known->surroundings == surroundings && rest.starts_with(its.known->bytes)) {
    its.disappointments = 0;
    return its.known.get();
  }
  if (its.disappointments++ < most_disappointments) place = &its;
  return nullptr;
}

}  // namespace offer::faultless
