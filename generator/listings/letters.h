// Entries under the letters A to Z.
#pragma once

#include <string>
#include <vector>

namespace offer {

class Builder;

struct LetterEntry {
  std::string words;    // "SEND Improvement Board"
  std::string address;
  std::string more;     // after the link: ", now SEND Strategy Board"; may be empty
};

// Links to the letters, then a heading and a list for each.
void add_letters(std::vector<LetterEntry> entries, Builder& to);

}  // namespace offer
