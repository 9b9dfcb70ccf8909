#include "model/packed_body.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace offer {

bool stands_in(std::string_view bytes, std::string_view part) {
  const auto at = reinterpret_cast<uintptr_t>(part.data());
  const auto start = reinterpret_cast<uintptr_t>(bytes.data());
  return part.empty() || (at >= start && at + part.size() <= start + bytes.size());
}

namespace {

// A Block begins with two bytes: its kind with what comes next, and which of its members are set. Then come those members, each as a number: seven
// bits a byte, the lowest first. Numbers that are near those of the Block before are told by the difference.
constexpr uint8_t has_children = 0x40;
constexpr uint8_t is_followed = 0x80;  // by a sibling
constexpr uint8_t kind_bits = 0x3F;

constexpr uint8_t text_in_words = 0x01;
constexpr uint8_t text_beside = 0x02;  // its bytes stand here
constexpr uint8_t target_in_words = 0x04;
constexpr uint8_t target_beside = 0x08;
constexpr uint8_t has_variant = 0x10;
constexpr uint8_t has_number = 0x20;
constexpr uint8_t has_place = 0x40;

static_assert(static_cast<uint8_t>(BlockKind::tag) <= kind_bits);

// What the differences are to.
struct Before {
  uint32_t line = 0;
  uint64_t end = 0;  // of the last text in the file
};

uint64_t folded(int64_t difference) { return static_cast<uint64_t>(difference) << 1U ^ static_cast<uint64_t>(difference >> 63); }
int64_t unfolded(uint64_t number) { return static_cast<int64_t>(number >> 1U) ^ -static_cast<int64_t>(number & 1U); }

class Packer {
 public:
  Packer(std::string_view words, std::string& to) : words_(words), to_(to) {}

  // A list of siblings, and all below them.
  void add(const Block* block) {
    for (; block != nullptr; block = block->next) {
      add_one(*block);
      if (block->first != nullptr) add(block->first);
    }
  }

 private:
  void add_one(const Block& block) {
    const bool text = !block.text.empty();
    const bool target = !block.target.empty();
    uint8_t members = 0;
    if (text) members |= stands_in(words_, block.text) ? text_in_words : text_beside;
    if (target) members |= stands_in(words_, block.target) ? target_in_words : target_beside;
    if (block.variant != 0) members |= has_variant;
    if (block.number != 0) members |= has_number;
    if (!(block.place == Place{})) members |= has_place;
    to_ += static_cast<char>(static_cast<uint8_t>(block.kind) | (block.first != nullptr ? has_children : 0) | (block.next != nullptr ? is_followed : 0));
    to_ += static_cast<char>(members);
    if ((members & has_variant) != 0) to_ += static_cast<char>(block.variant);
    if ((members & has_number) != 0) put(block.number);
    if ((members & has_place) != 0) {
      put(folded(static_cast<int64_t>(block.place.line) - before_.line));
      put(block.place.column);
      put(block.place.length);
      before_.line = block.place.line;
    }
    if (text) put(block.text, (members & text_in_words) != 0);
    if (target) put(block.target, (members & target_in_words) != 0);
  }

  void put(uint64_t number) {
    for (; number >= 0x80; number >>= 7U) to_ += static_cast<char>(number | 0x80);
    to_ += static_cast<char>(number);
  }

  void put(std::string_view text, bool in_words) {
    if (in_words) {
      const auto start = static_cast<uint64_t>(text.data() - words_.data());
      put(folded(static_cast<int64_t>(start - before_.end)));
      put(text.size());
      before_.end = start + text.size();
    } else {
      put(text.size());
      to_ += text;
    }
  }

  std::string_view words_;
  std::string& to_;
  Before before_;
};

class Unpacker {
 public:
  Unpacker(const char* at, const char* words, Arena& arena) : at_(at), words_(words), arena_(arena) {}

  void take(Block& parent) {
    for (;;) {
      const auto kind = static_cast<uint8_t>(*at_++);
      Block& block = take_one(kind & kind_bits);
      parent.append(&block);
      if ((kind & has_children) != 0) take(block);
      if ((kind & is_followed) == 0) return;
    }
  }

 private:
  Block& take_one(uint8_t kind) {
    Block& block = *arena_.make<Block>();
    block.kind = static_cast<BlockKind>(kind);
    const auto members = static_cast<uint8_t>(*at_++);
    if ((members & has_variant) != 0) block.variant = static_cast<uint8_t>(*at_++);
    if ((members & has_number) != 0) block.number = static_cast<uint16_t>(number());
    if ((members & has_place) != 0) {
      before_.line += static_cast<uint32_t>(unfolded(number()));
      block.place.line = before_.line;
      block.place.column = static_cast<uint32_t>(number());
      block.place.length = static_cast<uint32_t>(number());
    }
    if ((members & (text_in_words | text_beside)) != 0) block.text = text((members & text_in_words) != 0);
    if ((members & (target_in_words | target_beside)) != 0) block.target = text((members & target_in_words) != 0);
    return block;
  }

  uint64_t number() {
    uint64_t result = static_cast<uint8_t>(*at_++);
    if (result < 0x80) return result;
    result &= 0x7F;
    for (unsigned shift = 7;; shift += 7) {
      const auto next = static_cast<uint8_t>(*at_++);
      result |= static_cast<uint64_t>(next & 0x7F) << shift;
      if (next < 0x80) return result;
    }
  }

  std::string_view text(bool in_words) {
    if (in_words) {
      const uint64_t start = before_.end + static_cast<uint64_t>(unfolded(number()));
      const uint64_t size = number();
      before_.end = start + size;
      return {words_ + start, size};
    }
    const uint64_t size = number();
    const std::string_view result(at_, size);
    at_ += size;
    return result;
  }

  const char* at_;
  const char* words_;
  Arena& arena_;
  Before before_;
};

}  // namespace

PackedBody::PackedBody(const Block& document, std::string_view words) : words_(words.data()) {
  static std::atomic<uint64_t> last{0};
  number_ = ++last;
  if (document.first == nullptr) return;
  thread_local std::string packed;  // the same memory for page after page; what is kept is no longer than it must be
  packed.clear();
  Packer(words, packed).add(document.first);
  bytes_ = packed;
}

Block* PackedBody::unpack(Arena& arena) const {
  Block* document = arena.make<Block>();
  if (!empty()) Unpacker(bytes_.data(), words_, arena).take(*document);
  return document;
}

}  // namespace offer
