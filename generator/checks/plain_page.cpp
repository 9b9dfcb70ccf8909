#include "checks/plain_page.h"

#include <algorithm>

#include "base/text.h"

namespace offer {

std::string PlainPage::words_from(size_t first, size_t count) const {
  const PlainWord& last = words[first + count - 1];
  std::string result;
  for (const std::string_view word : words_of(std::string_view(text).substr(words[first].start, last.start + last.length - words[first].start)))
    result.append(result.empty() ? "" : " ").append(word);
  return result;
}

std::string_view PlainPage::gap_after(size_t word) const {
  const uint32_t end = words[word].start + words[word].length;
  return std::string_view(text).substr(end, (word + 1 < words.size() ? words[word + 1].start : text.size()) - end);
}

const PlainPart& PlainPage::part_at(size_t start) const {
  const auto after = std::upper_bound(parts.begin(), parts.end(), start, [](size_t wanted, const PlainPart& part) { return wanted < part.start; });
  return after == parts.begin() ? parts.front() : *(after - 1);
}

const PlainSentence& PlainPage::sentence_of(size_t word) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), word, [](size_t wanted, const PlainSentence& one) { return wanted < one.first_word; });
  return after == sentences.begin() ? sentences.front() : *(after - 1);
}

Place PlainPage::place_of(size_t start, size_t length) const { return place_of(part_at(start), start, length); }

Place PlainPage::place_of(const PlainPart& part, size_t start, size_t length) const {
  const auto after = std::upper_bound(pieces.begin() + part.first_piece, pieces.end(), start, [](size_t wanted, const Piece& one) { return wanted < one.start; });
  if (after == pieces.begin() + part.first_piece || part.kind == PartKind::title || part.kind == PartKind::field) return part.place;
  const Piece& piece = *(after - 1);
  const size_t offset = start - piece.start;
  if (piece.block->kind != BlockKind::text || offset > piece.block->text.size()) return piece.block->place.line > 0 ? piece.block->place : part.place;
  std::string_view shown = std::string_view(text).substr(start, length);
  // The source's line ends before the words do.
  if (const size_t line_end = piece.block->text.find('\n', offset); line_end != std::string_view::npos) shown = shown.substr(0, line_end - offset);
  const Place place = place_in(*piece.block, offset, characters_before(shown, shown.size()));
  return place.line == 0 ? part.place : place;
}

}  // namespace offer
