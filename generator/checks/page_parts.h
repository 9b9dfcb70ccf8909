// PageParts: a page's Blocks sorted by what checks ask for, with what each stands in, and what the bytes of its texts can hold.
//
// Made once a page by run_checks, in one walk and with one look at each text: a check for links then looks at links alone, one for names only at
// texts that may hold one. It looks into the page, which must outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "base/arena.h"
#include "checks/found_contacts.h"
#include "checks/found_dates.h"
#include "model/page.h"

namespace offer {

// In what a Block stands.
struct Surroundings {
  const Block* holder = nullptr;  // the paragraph, heading or cell
  const Block* link = nullptr;    // whose words it belongs to
};

struct PagePart {
  const Block* block = nullptr;
  Surroundings around;
  size_t order = 0;  // among all Blocks of the page, in reading order
};

struct PageText : PagePart {
  // What its bytes can hold. Most checks look for something that few texts have.
  enum Holds : uint16_t {
    digit = 1,
    at_sign = 2,
    far_letter = 4,      // one that is neither ASCII nor of Western Europe: of another script, perhaps
    two_capitals = 8,    // a word with two: "EHCP", "SENCo"
    two_names = 16,      // two words beside each other that begin with capitals, O'Brien, or a word that ends outside ASCII
    web_address = 32,    // "://", or a word that begins with "ww"
    placeholder = 64,    // a word that begins as words do that were meant to be replaced: "tbc", "to be", "xx"
  };
  uint16_t holds = 0;
  size_t first_of_holder = 0;  // in PageParts::texts: where the words of its paragraph, heading or cell begin

  bool has(unsigned what) const { return (holds & what) != 0; }
};

struct PageLink : PagePart {
  std::string_view words;  // as plain_text gives them
  std::string_view path;   // of its address: what comes before '?' or '#'
};

struct PageParts {
  explicit PageParts(const Page& page);
  PageParts(const PageParts&) = delete;
  PageParts& operator=(const PageParts&) = delete;

  std::vector<PageText> texts;
  std::vector<PageLink> links;
  std::vector<PagePart> pictures;
  std::vector<PagePart> code;      // code Blocks and code spans
  std::vector<PagePart> lines;     // paragraphs and headings
  std::vector<PagePart> lists;     // with bullets or numbers
  std::vector<PagePart> items;     // of lists
  std::vector<PagePart> tables;
  std::vector<Contact> contacts;   // of texts that stand in the source
  FoundDates dates;                // of full pages: of texts that stand in the source, then of fields

 private:
  void read(const Block& block);
  void read_link(const Block& link);
  void see_texts();
  void read_children(const Block& block) {
    for (const Block& child : children(block)) read(child);
  }
  PagePart part_of(const Block& block) const { return {&block, around_, order_}; }

  const Page& page_;
  Arena arena_;  // holds words of links that are not one text
  Surroundings around_;
  size_t order_ = 0;
  size_t first_of_holder_ = 0;
};

// What the bytes of these words can hold: PageText::Holds.
uint16_t holds_of(std::string_view words);

// How many words there are between white space.
size_t count_words(std::string_view text);

}  // namespace offer
