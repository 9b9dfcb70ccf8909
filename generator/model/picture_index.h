// PictureIndex: from a word in any form to the pictures that stand for it.
//
// Made once for a site's pictures. Nobody changes it after that.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "model/site.h"

namespace offer {

class PictureIndex {
 public:
  explicit PictureIndex(const ByName<Picture>& pictures);

  struct Fit {
    std::string concept_name;
    std::string word;  // of the picture's list, that the sentence has
  };
  // The pictures whose words stand in the sentence, each once; those that match more words come first. words: in small letters.
  std::vector<Fit> that_fit(const std::vector<std::string>& words) const;

 private:
  struct Entry {
    std::vector<std::string> words;  // "ask someone": in small letters
    std::string as_written;
    std::string concept_name;
  };
  std::unordered_map<std::string, std::vector<Entry>, StringHash, std::equal_to<>> by_first_word_;
};

}  // namespace offer
