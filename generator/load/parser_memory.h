// ParserMemory: memory for cmark-gfm, one per thread, emptied before each file. Its own arena is shared by all threads, so we cannot use it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace offer {

class ParserMemory {
 public:
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    left_ = 0;
    if (!blocks_.empty()) next_ = blocks_.front().bytes.get(), left_ = blocks_.front().size;
  }

  void* take(size_t bytes) {
    const size_t whole = whole_of(bytes);
    if (whole > left_) add_block(whole);
    std::byte* at = next_;
    next_ += whole;
    left_ -= whole;
    return new (at) Header{bytes} + 1;
  }

  // The same memory with more bytes, or other memory with the same bytes in it.
  void* take_again(void* old, size_t bytes) {
    Header& header = *(static_cast<Header*>(old) - 1);
    if (bytes <= header.bytes) return old;
    const size_t before = whole_of(header.bytes), more = whole_of(bytes) - before;
    if (reinterpret_cast<std::byte*>(&header) + before == next_ && more <= left_) {  // nothing was taken since
      next_ += more;
      left_ -= more;
      header.bytes = bytes;
      return old;
    }
    void* memory = take(bytes);
    std::memcpy(memory, old, header.bytes);
    return memory;
  }

 private:
  static constexpr size_t block_size = size_t{1} << 20;
  struct alignas(16) Header { size_t bytes; };
  static size_t whole_of(size_t bytes) { return (bytes + sizeof(Header) + 15) & ~size_t{15}; }

  void add_block(size_t at_least) {
    const size_t size = std::max(at_least, block_size);
    blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    next_ = blocks_.back().bytes.get();
    left_ = size;
  }

  struct Piece {
    std::unique_ptr<std::byte[]> bytes;
    size_t size;
  };
  std::vector<Piece> blocks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace offer
