#include "model/packed_body.h"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <vector>

namespace offer {

bool stands_in(std::string_view bytes, std::string_view part) {
  const auto at = reinterpret_cast<uintptr_t>(part.data());
  const auto start = reinterpret_cast<uintptr_t>(bytes.data());
  return part.empty() || (at >= start && at + part.size() <= start + bytes.size());
}

namespace {

// How many Blocks there are, as four bytes; then the Blocks; then some bytes that may be read and mean nothing. A Block is the first four bytes of a
// Record, or all of it where it has a text in the file, and most Blocks are no more. `also` says what stands behind it, in this order; numbers there are
// seven bits a byte, the lowest first, and what may be below nothing is folded. Lines and texts are told by the difference to the Block before.
struct Record {
  uint8_t kind;     // with has_children and is_followed
  uint8_t also;
  uint8_t place[2];  // a number: the column, and in the upper four bits how far below the line of the Block before, folded
  uint8_t gap;       // how far behind the end of the text before this one begins in the file, folded
  uint8_t size[2];   // of the text: a number
};
constexpr size_t without_text = 4;
static_assert(sizeof(Record) == 7);
constexpr uint32_t most_packed_columns = 0xFFF, most_lines = 0xF;

constexpr uint8_t has_children = 0x40;
constexpr uint8_t is_followed = 0x80;  // by a sibling
constexpr uint8_t kind_bits = 0x3F;
static_assert(static_cast<uint8_t>(BlockKind::tag) <= kind_bits);

constexpr uint8_t has_text = 0x01;          // in the file
constexpr uint8_t has_wide_numbers = 0x02;  // line (itself), column, gap and size of the text stand behind the Record: they are too large for it, or there is no line
constexpr uint8_t has_length = 0x04;        // of its place
constexpr uint8_t has_variant = 0x08;
constexpr uint8_t has_number = 0x10;
constexpr uint8_t text_beside = 0x20;       // its size and its bytes stand here
constexpr uint8_t target_in_words = 0x40;
constexpr uint8_t target_beside = 0x80;

// A number of two bytes.
uint32_t two_bytes(const uint8_t (&bytes)[2]) {
  uint16_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}
void set_two_bytes(uint8_t (&bytes)[2], uint64_t number) {
  const auto two = static_cast<uint16_t>(number);
  std::memcpy(bytes, &two, sizeof two);
}

// What the differences are to.
struct Before {
  uint32_t line = 0;
  uint64_t end = 0;  // of the last text in the file
};

uint64_t zigzag(int64_t difference) { return static_cast<uint64_t>(difference) << 1U ^ static_cast<uint64_t>(difference >> 63); }
int64_t unfolded(uint64_t number) { return static_cast<int64_t>(number >> 1U) ^ -static_cast<int64_t>(number & 1U); }

class Packer {
 public:
  // to: its bytes are a place to write; what is packed begins there.
  Packer(std::string_view words, std::vector<char>& to) : words_(words), to_(to) {}

  // A list of siblings, and all below them.
  void add(const Block* block) {
    for (; block != nullptr; block = block->next) {
      add_one(*block);
      if (block->first != nullptr) add(block->first);
    }
  }

  size_t size() const { return size_; }
  uint32_t blocks() const { return blocks_; }

 private:
  void add_one(const Block& block) {
    ++blocks_;
    const size_t most = 100 + block.text.size() + block.target.size();
    if (to_.size() - size_ < most) to_.resize(2 * to_.size() + most);
    char* const start = to_.data() + size_;
    const bool in_words = !block.text.empty() && stands_in(words_, block.text);
    at_ = start + (in_words ? sizeof(Record) : without_text);

    const uint64_t lines = zigzag(static_cast<int64_t>(block.place.line) - before_.line);
    const auto text = in_words ? static_cast<uint64_t>(block.text.data() - words_.data()) : before_.end;
    const uint64_t gap = zigzag(static_cast<int64_t>(text - before_.end));
    const uint64_t size = in_words ? block.text.size() : 0;
    const bool wide = block.place.line == 0 || lines > most_lines || block.place.column > most_packed_columns || gap > UINT8_MAX || size > UINT16_MAX;
    Record record{};
    record.kind = static_cast<uint8_t>(static_cast<uint8_t>(block.kind) | (block.first != nullptr ? has_children : 0) | (block.next != nullptr ? is_followed : 0));
    if (in_words) record.also |= has_text;
    if (wide) {
      record.also |= has_wide_numbers;
      for (const uint64_t number : {uint64_t{block.place.line}, uint64_t{block.place.column}, gap, size}) put(number);
    } else {
      set_two_bytes(record.place, block.place.column | lines << 12U);
      record.gap = static_cast<uint8_t>(gap);
      set_two_bytes(record.size, size);
    }
    if (block.place.line != 0) before_.line = block.place.line;
    before_.end = text + size;

    if (block.place.length != 0) record.also |= has_length, put(block.place.length);
    if (block.variant != 0) record.also |= has_variant, *at_++ = static_cast<char>(block.variant);
    if (block.number != 0) record.also |= has_number, put(block.number);
    if (!block.text.empty() && !in_words) record.also |= text_beside, put_beside(block.text);
    if (!block.target.empty()) {
      if (stands_in(words_, block.target)) record.also |= target_in_words, put_place_of(block.target);
      else record.also |= target_beside, put_beside(block.target);
    }
    std::memcpy(start, &record, in_words ? sizeof(Record) : without_text);
    size_ += static_cast<size_t>(at_ - start);
  }

  void put(uint64_t number) {
    for (; number >= 0x80; number >>= 7U) *at_++ = static_cast<char>(number | 0x80);
    *at_++ = static_cast<char>(number);
  }

  void put_beside(std::string_view text) {
    put(text.size());
    at_ += text.copy(at_, text.size());
  }

  void put_place_of(std::string_view part) {
    const auto start = static_cast<uint64_t>(part.data() - words_.data());
    put(zigzag(static_cast<int64_t>(start - before_.end)));
    put(part.size());
    before_.end = start + part.size();
  }

  std::string_view words_;
  std::vector<char>& to_;
  size_t size_ = 0;
  char* at_ = nullptr;
  uint32_t blocks_ = 0;
  Before before_;
};

class Unpacker {
 public:
  // blocks: room for all of them.
  Unpacker(const char* at, const char* words, Block* blocks) : at_(at), words_(words), next_(blocks) {}

  void take(Block& parent) {
    parent.first = next_;
    for (;;) {
      Record record;
      std::memcpy(&record, at_, sizeof record);
      const unsigned text = record.also & has_text;  // 1 or 0
      at_ += without_text + text * (sizeof(Record) - without_text);
      Block& block = *new (next_++) Block;
      block.kind = static_cast<BlockKind>(record.kind & kind_bits);
      const uint32_t place = two_bytes(record.place);
      if ((record.also & has_wide_numbers) == 0) {
        before_.line += static_cast<uint32_t>(unfolded(place >> 12U));
        block.place.line = before_.line;
        block.place.column = place & most_packed_columns;
        set_text(block, text * record.gap, text * two_bytes(record.size));
      }
      if ((record.also & ~has_text) != 0) take_more(block, record.also);
      if ((record.kind & has_children) != 0) take(block);
      if ((record.kind & is_followed) == 0) {
        parent.last = &block;
        return;
      }
      block.next = next_;
    }
  }

 private:
  void set_text(Block& block, uint64_t gap, uint64_t size) {
    const uint64_t start = before_.end + static_cast<uint64_t>(unfolded(gap));
    block.text = {words_ + start, size};
    before_.end = start + size;
  }

  void take_more(Block& block, uint8_t also) {
    if ((also & has_wide_numbers) != 0) {
      block.place.line = static_cast<uint32_t>(number());
      if (block.place.line != 0) before_.line = block.place.line;
      block.place.column = static_cast<uint32_t>(number());
      const uint64_t gap = number();
      set_text(block, gap, number());
    }
    if ((also & has_length) != 0) block.place.length = static_cast<uint32_t>(number());
    if ((also & has_variant) != 0) block.variant = static_cast<uint8_t>(*at_++);
    if ((also & has_number) != 0) block.number = static_cast<uint16_t>(number());
    if ((also & text_beside) != 0) block.text = beside();
    if ((also & target_in_words) != 0) {
      const uint64_t start = before_.end + static_cast<uint64_t>(unfolded(number()));
      block.target = {words_ + start, number()};
      before_.end = start + block.target.size();
    }
    if ((also & target_beside) != 0) block.target = beside();
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

  std::string_view beside() {
    const uint64_t size = number();
    at_ += size;
    return {at_ - size, size};
  }

  const char* at_;
  const char* words_;
  Block* next_;
  Before before_;
};

}  // namespace

PackedBody::PackedBody(const Block& document, std::string_view words) : words_(words.data()) {
  static std::atomic<uint64_t> last{0};
  number_ = ++last;
  if (document.first == nullptr) return;
  thread_local std::vector<char> room;  // the same memory for page after page; what is kept is no longer than it must be
  Packer packer(words, room);
  packer.add(document.first);
  const uint32_t blocks = packer.blocks();
  constexpr size_t behind = sizeof(Record) - without_text;  // a Record is read whole
  bytes_.reserve(sizeof blocks + packer.size() + behind);
  bytes_.assign(reinterpret_cast<const char*>(&blocks), sizeof blocks).append(room.data(), packer.size()).append(behind, '\0');
}

Block* PackedBody::unpack(Arena& arena) const {
  Block* document = arena.make<Block>();
  if (empty()) return document;
  uint32_t blocks = 0;
  std::memcpy(&blocks, bytes_.data(), sizeof blocks);
  Unpacker(bytes_.data() + sizeof blocks, words_, static_cast<Block*>(arena.allocate(blocks * sizeof(Block)))).take(*document);
  return document;
}

}  // namespace offer
