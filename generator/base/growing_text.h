// GrowingText: bytes that are written one after the other, many small pieces of them, into the same memory for text after text.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace offer {

class GrowingText {
 public:
  size_t size() const { return size_; }
  std::string_view view() const { return {bytes_.get(), size_}; }
  // Forgets what is there, but keeps the memory, as long as that is not much.
  void clear() {
    size_ = 0;
    if (capacity_ > most_kept) bytes_.reset(), capacity_ = 0;
  }

  // Where so many bytes may be written behind what is there; used() says how many were.
  char* room(size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return bytes_.get() + size_;
  }
  void used(size_t bytes) { size_ += bytes; }

  // In one piece where the compiler knows the text.
  [[gnu::always_inline]] GrowingText& operator+=(std::string_view text) {
    if (text.empty()) return *this;
    std::memcpy(room(text.size()), text.data(), text.size());
    used(text.size());
    return *this;
  }
  GrowingText& operator+=(char c) {
    *room(1) = c;
    used(1);
    return *this;
  }

 private:
  static constexpr size_t most_kept = size_t{1} << 20;

  [[gnu::noinline]] void grow(size_t bytes) {
    capacity_ = size_ + bytes + std::max<size_t>(size_ / 4, 16 * 1024);  // not twice as much: the C library keeps what was once large for itself
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
  }

  std::unique_ptr<char[]> bytes_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace offer
