// WordEdges: where the words of a text begin and end, and how many of them stand before any of its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/byte_bits.h"

namespace offer {

class WordEdges {
 public:
  // bits: of each byte whether it belongs to a word, 64 in a number, that of the first byte lowest.
  void find_in(const std::vector<uint64_t>& bits) {
    changes_.resize(bits.size() + 1);
    before_.resize(bits.size() + 1);
    places_.resize(64 * bits.size() + 1);
    uint32_t* place = places_.data();
    uint64_t last = 0;
    for (size_t n = 0; n < bits.size(); ++n) {
      const uint64_t changes = bits[n] ^ (bits[n] << 1 | last);
      last = bits[n] >> 63;
      changes_[n] = changes;
      before_[n] = static_cast<uint32_t>(place - places_.data());
      for (uint64_t left = changes; left != 0; left &= left - 1) *place++ = static_cast<uint32_t>(64 * n + first_bit(left));
    }
    if (last != 0) *place++ = static_cast<uint32_t>(64 * bits.size());
    changes_.back() = 0;
    before_.back() = static_cast<uint32_t>(place - places_.data());
  }

  size_t words() const { return before_.back() / 2; }
  // Where a word begins, where it ends, where the next begins …
  const uint32_t* places() const { return places_.data(); }

  uint32_t words_begun_before(size_t at) const { return (edges_before(at) + 1) / 2; }
  // The number of the first word that ends behind this byte.
  uint32_t word_at(size_t at) const { return edges_before(at + 1) / 2; }

 private:
  uint32_t edges_before(size_t at) const { return before_[at / 64] + static_cast<uint32_t>(count_of_bits(changes_[at / 64] & ((uint64_t{1} << at % 64) - 1))); }

  std::vector<uint32_t> places_;
  std::vector<uint64_t> changes_;  // a bit for each byte that is an edge
  std::vector<uint32_t> before_;   // edges before the first byte of each 64
};

}  // namespace offer
