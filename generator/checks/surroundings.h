// walk_with_surroundings: like walk (model/block.h), and says in what each Block stands: for checks to which that matters.
#pragma once

#include "model/block.h"

namespace offer {

struct Surroundings {
  const Block* holder = nullptr;  // the paragraph, heading or cell
  const Block* link = nullptr;    // the link whose words it belongs to
  const Block* item = nullptr;    // the list's item
};

// visit(block, surroundings)
template <class Visit>
void walk_with_surroundings(const Block& block, Visit&& visit, Surroundings around = {}) {
  visit(block, around);
  if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::cell) around.holder = &block;
  if (block.kind == BlockKind::link) around.link = &block;
  if (block.kind == BlockKind::item) around.item = &block;
  for (const Block& child : children(block)) walk_with_surroundings(child, visit, around);
}

}  // namespace offer
