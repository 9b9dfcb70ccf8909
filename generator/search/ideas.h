// Ideas: what different words mean the same. The glossary makes one of each term with its short form and other names; search-words.csv makes more
// out of what families say.
//
// An idea is told of by some phrases (a page that has one of them is about it) and asked for by some (a reader who types one of them finds these pages).
#pragma once

#include <string>
#include <vector>

#include "model/site_view.h"

namespace offer {

struct Idea {
  std::vector<std::vector<std::string>> told;   // stems of each phrase
  std::vector<std::vector<std::string>> asked;  // the same
  std::vector<size_t> pages;                    // that answer it, whatever their words: places in the site's pages
  const SearchWords* row = nullptr;             // of search-words.csv, if the idea is from there
};

constexpr size_t longest_phrase = 8;  // stems: longer ones are not looked for

std::vector<Idea> ideas_of(const SiteView& site);

}  // namespace offer
