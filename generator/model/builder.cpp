#include "model/builder.h"

namespace offer {

Block& Builder::add(BlockKind kind, std::string_view text, std::string_view target) {
  Block* block = arena_.make<Block>();
  block->kind = kind;
  block->text = keep(text);
  block->target = keep(target);
  parent_->append(block);
  return *block;
}

void Builder::paragraph(std::string_view words) {
  within(BlockKind::paragraph, [&] { add(BlockKind::text, words); });
}

void Builder::heading(uint16_t level, std::string_view words, std::string_view anchor) {
  Block& block = within(BlockKind::heading, [&] { add(BlockKind::text, words); });
  block.number = level;
  block.target = keep(anchor);
}

void Builder::fact(std::string_view name, std::string_view value, FactKind kind) {
  Block& block = within(BlockKind::fact, [&] { paragraph(value); });
  block.text = keep(name);
  block.variant = static_cast<uint8_t>(kind);
}

void Builder::fact_with_link(std::string_view name, std::string_view words,
                             std::string_view address) {
  Block& block = within(BlockKind::fact, [&] {
    within(BlockKind::paragraph, [&] { link(words, address); });
  });
  block.text = keep(name);
}

void Builder::link(std::string_view words, std::string_view address) {
  within(BlockKind::link, [&] { add(BlockKind::text, words); }).target = keep(address);
}

void Builder::tag(std::string_view words, TagKind kind) {
  add(BlockKind::tag, words).variant = static_cast<uint8_t>(kind);
}

void Builder::adopt_copy(const Block& block) { parent_->append(arena_.make<Block>(block)); }

Block* Builder::copy(const Block& block) {
  Block* result = arena_.make<Block>(block);
  result->first = result->last = result->next = nullptr;
  for (const Block& child : children(block)) result->append(copy(child));
  return result;
}

}  // namespace offer
