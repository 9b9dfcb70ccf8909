// ByteRecord: values written after each other as bytes, and read again, for files that only this program reads, on the machine that wrote them.
//
// Reading never goes past the end: after the first thing that cannot be, damaged() is true and all that is read is zero or empty.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace offer {

class RecordWriter {
 public:
  static constexpr size_t most_of_small = 10;  // bytes

  explicit RecordWriter(std::string& to) : to_(to) {}

  // In as many bytes as the machine has for it.
  void number(uint64_t value) { to_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  // In one byte if it is below 128, two below 16,384 and so on.
  void small(uint64_t value) {
    char bytes[most_of_small];
    to_.append(bytes, static_cast<size_t>(put_small(value, bytes) - bytes));
  }
  // Many of them. value: of the place from 0 to count - 1.
  template <class Value>
  void smalls(size_t count, Value&& value) {
    const size_t before = to_.size();
    to_.resize(before + count * most_of_small);
    char* at = to_.data() + before;
    for (size_t i = 0; i < count; ++i) at = put_small(value(i), at);
    to_.resize(static_cast<size_t>(at - to_.data()));
  }
  void text(std::string_view value) {
    small(value.size());
    to_ += value;
  }
  // Their bytes as they are in memory. Item: plain values without pointers.
  template <class Item>
  void items(const std::vector<Item>& values) {
    static_assert(std::is_trivially_copyable_v<Item>);
    small(values.size());
    to_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Item));
  }

 private:
  static char* put_small(uint64_t value, char* to) {
    for (; value >= 0x80; value >>= 7U) *to++ = static_cast<char>(value | 0x80U);
    *to++ = static_cast<char>(value);
    return to;
  }

  std::string& to_;
};

class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number() {
    uint64_t value = 0;
    const std::string_view bytes = take(sizeof value);
    if (!damaged_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  uint64_t small() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::string_view one = take(1);
      if (damaged_) return 0;
      value |= uint64_t{static_cast<unsigned char>(one[0]) & 0x7FU} << shift;
      if (static_cast<unsigned char>(one[0]) < 0x80) return value;
    }
    refuse();
    return 0;
  }
  // A view of the bytes that are read.
  std::string_view text() { return take(small()); }
  // How many things follow, each of at least one byte: so a damaged number asks for no memory.
  size_t count() {
    const uint64_t value = small();
    if (value > rest_.size()) refuse();
    return damaged_ ? 0 : value;
  }
  template <class Item>
  std::vector<Item> items() {
    static_assert(std::is_trivially_copyable_v<Item>);
    const uint64_t size = small();
    if (size > rest_.size() / sizeof(Item)) refuse();
    std::vector<Item> values(damaged_ ? 0 : size);
    if (!values.empty()) std::memcpy(values.data(), take(size * sizeof(Item)).data(), size * sizeof(Item));
    return values;
  }

  void refuse() {
    damaged_ = true;
    rest_ = {};
  }
  bool damaged() const { return damaged_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view take(uint64_t size) {
    if (damaged_ || size > rest_.size()) {
      refuse();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool damaged_ = false;
};

}  // namespace offer
