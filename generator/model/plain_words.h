// plain_words: what plain_text gives, without a copy where the words stand in one piece, as they mostly do.
#pragma once

#include <string>
#include <string_view>

#include "model/block.h"

namespace offer {

// block: of a kind that holds inlines. room: where the words are put together if they must be.
inline std::string_view plain_words(const Block& block, std::string& room) {
  const Block* only = block.first;
  const bool in_one_piece = only != nullptr && only->next == nullptr && only->kind == BlockKind::text && only->first == nullptr && block.text.empty();
  if (in_one_piece && only->text.find('\n') == std::string_view::npos) return only->text;
  put_plain_text(block, room);
  return room;
}

}  // namespace offer
