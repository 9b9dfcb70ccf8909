#include "types/labels.h"

#include "base/text.h"
#include "model/builder.h"
#include "types/structure.h"

namespace offer {

const Label* find_label(std::span<const Label> labels, std::string_view words) {
  for (const Label& label : labels)
    if (equal_ignoring_case(label.words, words)) return &label;
  return nullptr;
}

bool take_labelled(std::span<const Label> labels, const Block& block, std::vector<Labelled>& to) {
  const auto label = label_of(block);
  const bool list = block.kind == BlockKind::bullet_list || block.kind == BlockKind::numbered_list;
  if (label && find_label(labels, *label) != nullptr) to.push_back({&block});
  else if (list && !to.empty()) to.back().push_back(&block);
  else return false;
  return true;
}

void add_labelled(std::span<const Label> labels, const std::vector<Labelled>& labelled, Builder& to) {
  if (labelled.empty()) return;
  to.within(BlockKind::facts, [&] {
    for (const Labelled& blocks : labelled) {
      const Label& label = *find_label(labels, *label_of(*blocks.front()));
      Block& fact = to.within(BlockKind::fact, [&] {
        Block* words = without_label(*blocks.front(), to);
        if (words->first != nullptr) to.adopt(*words);
        for (size_t i = 1; i < blocks.size(); ++i) to.adopt_copy(*blocks[i]);
      });
      fact.text = label.words;
      fact.variant = static_cast<uint8_t>(label.kind);
    }
  });
}

}  // namespace offer
