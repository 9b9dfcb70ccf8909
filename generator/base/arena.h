// Arena: memory for one page, handed out in order and given back all at once.
//
// Objects live as long as the arena, which never moves them; their destructors do not run, so only trivially destructible things
// go in. One thread at a time. Text is put at the far end of a block of memory, where nothing needs to begin at a multiple of eight.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace offer {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  void* allocate(size_t bytes) {
    bytes = (bytes + alignment - 1) & ~(alignment - 1);
    if (bytes > left_) add_block(bytes);
    std::byte* result = next_;
    next_ += bytes;
    left_ -= bytes;
    return result;
  }

  template <class T, class... Arguments>
  T* make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    static_assert(alignof(T) <= alignment);
    return new (allocate(sizeof(T))) T{std::forward<Arguments>(arguments)...};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) add_block(text.size());
    left_ -= text.size();
    char* to = reinterpret_cast<char*>(next_ + left_);
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  // Forgets all that is in it, but keeps some memory for what comes next.
  void clear() {
    if (blocks_.size() > 1) {
      const size_t size = bytes_ < most_kept ? bytes_ : block_size;
      blocks_.clear();
      bytes_ = 0;
      add_block(size);
    }
    if (!blocks_.empty()) next_ = blocks_.front().get(), left_ = bytes_;
  }

  // Where it stands, to come back to. Nothing that was taken since may be looked at then.
  struct Mark {
    size_t blocks;
    std::byte* next;
    size_t left, bytes;
  };
  Mark mark() const { return {blocks_.size(), next_, left_, bytes_}; }
  void back_to(const Mark& mark) {
    blocks_.resize(mark.blocks);
    next_ = mark.next;
    left_ = mark.left;
    bytes_ = mark.bytes;
  }

  size_t bytes() const { return bytes_; }

 private:
  static constexpr size_t alignment = 8;
  static constexpr size_t most_kept = size_t{1} << 20;
  static constexpr size_t block_size = 4096;  // small: there are ten thousand arenas, and half of each last block is empty

  void add_block(size_t at_least) {
    const size_t size = at_least > block_size ? at_least : block_size;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
    bytes_ += size;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
  size_t bytes_ = 0;
};

}  // namespace offer
