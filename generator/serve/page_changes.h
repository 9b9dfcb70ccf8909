// Page changes: what two versions of a page say differently, sentence by sentence: for the person who approves the new one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace offer {

struct ChangedSentence {
  enum class Kind { same, added, removed };
  Kind kind = Kind::same;
  std::string words;
  bool heading = false;
};

// A link whose words stayed and that leads elsewhere now.
struct ChangedLink {
  std::string words;
  std::string before;
  std::string now;
};

struct PageChanges {
  std::vector<ChangedSentence> sentences;  // all of both, in reading order; what was taken out stands before what took its place
  std::vector<ChangedLink> links;
  size_t added = 0;
  size_t removed = 0;
  bool none() const { return added == 0 && removed == 0 && links.empty(); }
};

// before, now: HTML. Menus and what nobody sees are left out; a row of a table and the description of a picture count as a sentence.
PageChanges page_changes(std::string_view before, std::string_view now);

// The same as a page shows it: what is new and what was taken out, with the sentence before and after; the rest in numbers.
std::string changes_html(const PageChanges& changes);

}  // namespace offer
