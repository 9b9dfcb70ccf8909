// Labels: paragraphs that begin in bold with agreed words ("**When:** within 6 weeks"), shown as facts.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/block.h"

namespace offer {

class Builder;

struct Label {
  std::string_view words;
  FactKind kind;
};

// The label with these words (letters' case does not matter), or nothing.
const Label* find_label(std::span<const Label> labels, std::string_view words);

// A labelled paragraph and the lists that follow it.
using Labelled = std::vector<const Block*>;

// Takes `block` into the last of `to`, or as a new one; false if it is neither labelled nor a list that follows a label.
bool take_labelled(std::span<const Label> labels, const Block& block, std::vector<Labelled>& to);

// All of them as facts; nothing if there are none.
void add_labelled(std::span<const Label> labels, const std::vector<Labelled>& labelled, Builder& to);

}  // namespace offer
