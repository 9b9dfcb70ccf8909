// Sentences and words of English text by the Unicode rules (UAX 29), through ICU. Whoever counts words asks here.
//
// Offsets are in bytes of the UTF-8 text handed in. ICU's iterators are slow to make, so each thread keeps its own; plain ASCII text takes a
// quicker way with the same results. Safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace offer {

struct Span {
  size_t start = 0;
  size_t length = 0;
  bool operator==(const Span&) const = default;
};

// Each sentence without the white space around it. "Dr. Jones" and "e.g. this" do not end one.
std::vector<Span> sentences_in(std::string_view text);
// The same in a list that is used again and again. to: is emptied first.
void find_sentences(std::string_view text, std::vector<Span>& to);
// The same for whoever has read the text already: it is ASCII without control characters, and its '.', '!' and '?' stand at `ends`, counted from
// `offset` bytes before it.
void find_sentences(std::string_view text, std::span<const uint32_t> ends, size_t offset, std::vector<Span>& to);

// Each word or number: "don't" and "3,000" are one, "e-mail" is two, signs and white space are none.
std::vector<Span> words_in(std::string_view text);

// The same through ICU alone: for tests that the quicker way is right.
std::vector<Span> sentences_by_icu(std::string_view text);
std::vector<Span> words_by_icu(std::string_view text);

}  // namespace offer
