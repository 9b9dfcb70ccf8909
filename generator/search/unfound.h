// Unfound words: what search-words.csv counts on and the site does not hold, because it was mistyped or because pages now say it otherwise.
#pragma once

#include <string>
#include <vector>

#include "model/site_view.h"

namespace offer {

struct UnfoundWords {
  enum class Why : uint8_t {
    on_no_page,    // under `means`: no page has these words side by side
    says_nothing,  // has only stop words
    too_long,      // under `means`: more words than are looked for
  };
  const SearchWords* row = nullptr;
  std::string words;         // as the row has them
  Why why = Why::on_no_page;
  std::string unknown_word;  // on_no_page: the first of them that is on no page at all, or nothing if each is somewhere
  std::string near_word;     // a word of the site that may be meant by it, or nothing
};

// In the order of the rows. Reads pages only until each phrase was found once, those first that the rows name; with site.threads() threads.
std::vector<UnfoundWords> unfound_words(const SiteView& site);

}  // namespace offer
