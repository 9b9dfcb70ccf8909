// Builder: makes Blocks, for content types. It appends to a current parent; begin and end move it down and up.
//
// Everything lives in the arena that was handed in. Blocks of the page's own Markdown may be moved in with `adopt`.
#pragma once

#include <string_view>

#include "model/block.h"

namespace offer {

class Builder {
 public:
  Builder(Arena& arena, Block& root) : arena_(arena), parent_(&root) {}

  Block& add(BlockKind kind, std::string_view text = {}, std::string_view target = {});
  void paragraph(std::string_view words);
  void heading(uint16_t level, std::string_view words, std::string_view anchor);
  void fact(std::string_view name, std::string_view value, FactKind kind = FactKind::plain);
  void fact_with_link(std::string_view name, std::string_view words, std::string_view address);
  void link(std::string_view words, std::string_view address);
  void tag(std::string_view words, TagKind kind);

  // Everything that inside() adds goes below a new block.
  template <class Inside>
  Block& within(BlockKind kind, Inside&& inside) {
    Block& block = add(kind);
    Block* outer = parent_;
    parent_ = &block;
    inside();
    parent_ = outer;
    return block;
  }

  void adopt(Block& block) { parent_->append(&block); }  // the block must not be in any other list any more
  // A copy of a block and all below it, so that the page's own Blocks stay as they are. Strings are shared.
  Block* copy(const Block& block);
  // Shows a block of the page where it is being built, and all below it. Only the block itself is copied, so nothing below it may be changed, and the page
  // must outlive what is built: pages that nobody changes any more are shown as they are.
  void adopt_copy(const Block& block);

  std::string_view keep(std::string_view text) { return arena_.copy(text); }

 private:
  Arena& arena_;
  Block* parent_;
};

}  // namespace offer
