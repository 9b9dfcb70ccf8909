// NameTable: names that are known beforehand, found by their first and last letters. For tags and attributes, of which a page has hundreds.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace offer::html {

template <size_t places>
class NameTable {
  static_assert((places & (places - 1)) == 0);

 public:
  // names: each once; the first is left out. They must outlive the table.
  template <size_t count>
  explicit constexpr NameTable(const std::array<std::string_view, count>& names) : names_(names.data()) {
    static_assert(count < places / 2 && count <= 0xFFFF);
    for (size_t i = 1; i < count; ++i) {
      const uint64_t key = key_of(names[i]);
      size_t at = place_of(key, names[i].size());
      while (slots_[at].number != 0) at = (at + 1) % places;
      slots_[at] = {key, static_cast<uint16_t>(i), static_cast<uint16_t>(names[i].size())};
    }
  }

  // The name's index among the names; 0 if it is none of them.
  constexpr size_t find(std::string_view name) const {
    if (name.empty()) return 0;
    const uint64_t key = key_of(name);
    for (size_t at = place_of(key, name.size()); slots_[at].number != 0; at = (at + 1) % places) {
      const Slot& slot = slots_[at];
      if (slot.key == key && slot.length == name.size() && (name.size() <= 8 || names_[slot.number] == name)) return slot.number;
    }
    return 0;
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint16_t number = 0;
    uint16_t length = 0;
  };

  static constexpr uint64_t four(std::string_view name, size_t at) {
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
      uint32_t bytes = 0;
      std::memcpy(&bytes, name.data() + at, sizeof bytes);
      return bytes;
    }
    const auto byte = [&](size_t i) { return static_cast<uint64_t>(static_cast<unsigned char>(name[at + i])); };
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
  }

  // With its length this is all of a name of up to eight bytes.
  static constexpr uint64_t key_of(std::string_view name) {
    const size_t size = name.size();
    if (size >= 4) return four(name, 0) | four(name, size - 4) << 32;
    const auto byte = [&](size_t i) { return static_cast<uint64_t>(static_cast<unsigned char>(name[i])); };
    return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }
  static constexpr size_t place_of(uint64_t key, size_t size) { return ((key ^ size) * 0x9E3779B97F4A7C15ULL >> 40) % places; }

  const std::string_view* names_;
  std::array<Slot, places> slots_{};
};

}  // namespace offer::html
