// ElementMemory: elements in which nothing was found, letter for letter, and what each brought to its page.
//
// A site's menu and footer, and what its glossary words mean, stand on thousands of pages. What is found in an element depends on its bytes and
// on where it stands (Look::surroundings), and all that it changes is what a KnownElement says; so the next one that is the same need not be read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "html/roles.h"

namespace offer::faultless {

// An element with an id, and what it says if that is all that it holds.
struct Id {
  std::string_view name;
  std::string_view words;
};

struct Landmark {
  html::RoleId role;
  std::string_view label;
  std::string_view labelledby;  // an id
};

struct KnownElement {
  std::string bytes;  // from its first tag to its last; all views below lie in them
  uint32_t surroundings = 0;
  uint32_t words = 0;  // texts that somebody hears
  std::vector<Id> ids;
  std::vector<std::string_view> wanted, labelled, fields;  // as in Look
  std::vector<Landmark> landmarks;
};

// The same words in another copy of what they stand in.
inline std::string_view moved(std::string_view words, const char* from, const char* to) {
  return words.data() == nullptr ? words : std::string_view(to + (words.data() - from), words.size());
}

// Of one thread. No answer depends on what it holds: an element that wants the place of another takes it.
class ElementMemory {
 public:
  static constexpr size_t longest = 4096;  // bytes of an element that is worth its room

  struct Place {
    uint64_t key = 0;              // of the last element that wanted this place: how it begins, and where it stands
    uint32_t disappointments = 0;  // how often, one after another, an element with this key was not the one that is kept
    std::unique_ptr<KnownElement> known;
  };

  ElementMemory() : places_(4096) {}

  // The element that `rest` begins with; nullptr: it is not known, and if `place` is there, then keep it in this place, once it was read.
  const KnownElement* find(std::string_view rest, uint32_t surroundings, Place*& place);

 private:
  std::vector<Place> places_;
};

}  // namespace offer::faultless
