#include "html/tree.h"

#include <algorithm>

#include "base/text.h"
#include "html/tree_builder.h"

namespace offer::html {

Tree::Tree(std::string_view source) : source_(source.substr(0, 0xFFFFFFF0)) { TreeBuilder(*this).build(); }

const std::string_view* Tree::attribute(NodeId element, std::string_view name) const {
  for (const Attribute& one : attributes_of(element))
    if (one.name == name) return &one.value;
  return nullptr;
}

std::string_view Tree::value(NodeId element, std::string_view name) const {
  const std::string_view* found = attribute(element, name);
  return found == nullptr ? std::string_view{} : *found;
}

bool Tree::is_inside(NodeId node, NodeId top) const {
  for (; node != no_node; node = nodes_[node].parent)
    if (node == top) return true;
  return false;
}

uint32_t Tree::characters_up_to(uint32_t offset) const {
  const std::string_view piece = source_.substr(offset / stride * stride, offset % stride);
  return characters_[offset / stride] + characters_before(piece, piece.size());
}

Place Tree::place(uint32_t offset) const {
  if (lines_.empty()) {
    lines_.push_back(0);
    for (size_t at = 0; (at = source_.find('\n', at)) != std::string_view::npos; ++at) lines_.push_back(static_cast<uint32_t>(at + 1));
    uint32_t count = 0;
    for (size_t at = 0; at <= source_.size(); at += stride) {
      characters_.push_back(count);
      const std::string_view piece = source_.substr(at, stride);
      count += characters_before(piece, piece.size());
    }
  }
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
  return {.line = static_cast<uint32_t>(line - lines_.begin()) + 1, .column = characters_up_to(offset) - characters_up_to(*line) + 1};
}

}  // namespace offer::html
