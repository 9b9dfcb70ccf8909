// Finding glossary terms in running text.
//
// The longest spelling wins ("EHC needs assessment" before "EHC"). Capitals do not matter, except for spellings that are all capitals:
// "SEND" is a term and "send" is a word. A plural "s" or "es" and a possessive "'s" belong to the word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace offer {

struct TermSpelling {
  std::string spelling;    // in lower case, white space as one space
  std::string as_written;
  bool capitals_only = false;
  size_t term = 0;         // index in Site::terms
};

// All spellings by what their first word begins with, the longest first. Made once for a site.
class TermFinder {
 public:
  explicit TermFinder(const std::vector<TermSpelling>& spellings);

  struct Found {
    size_t start = 0;
    size_t length = 0;
    size_t term = 0;
  };
  // The next term in `text` at or after `from`; length 0 if there is none.
  Found next(std::string_view text, size_t from) const;

 private:
  struct Start {
    uint64_t first;    // the first bytes of a spelling's first word, in small letters
    uint64_t mask;     // those of them that count
    size_t spelling;   // its number
  };
  Found at_word(std::string_view text, size_t at, uint64_t small, size_t slot) const;
  size_t match(std::string_view text, size_t at, const TermSpelling& spelling) const;
  std::vector<TermSpelling> spellings_;
  // By what a word begins with: how long words may be that begin so and perhaps are terms. Most words of a text are no further looked at.
  std::array<uint32_t, 1024> lengths_{};
  // Those words, in the same order: ends_[n] is where those of n end in starts_.
  std::vector<Start> starts_;
  std::array<uint32_t, 1024> ends_{};
};

// The term that `words` as a whole are a spelling of, or nothing.
const Term* find_term(const Site& site, std::string_view words);

}  // namespace offer
