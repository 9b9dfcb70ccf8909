// TextHolds: what the bytes of texts can hold (PageText::Holds), for many texts at once.
//
// The texts are put behind each other and looked at 64 bytes at a time: a look at each text by itself would mostly be a look at what stands behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace offer {

class TextHolds {
 public:
  void add(std::string_view text);
  // Of each text, in order. It is kept until the next text is added; then all begins anew.
  const std::vector<uint16_t>& find();

 private:
  void look(size_t at);
  void see_begins(size_t at, uint64_t begins);
  void see(size_t at);
  void add_to_text_at(size_t at, unsigned holds);
  bool has_capital_before(size_t at) const;

  // Each text with a zero behind it, which is no byte of a word; at the end some more.
  std::vector<char> bytes_;
  size_t size_ = 0;
  std::vector<uint32_t> starts_;  // where each text begins, and where the next would
  std::vector<uint16_t> holds_;
  bool found_ = false;

  size_t text_ = 0;  // in which the last byte stood that something was said of
  // From 64 bytes to the next: whether the last byte belonged to a word, or to a number, and what is carried over it.
  uint64_t word_before_ = 0, digit_before_ = 0, word_carry_ = 0, gap_carry_ = 0;
};

}  // namespace offer
