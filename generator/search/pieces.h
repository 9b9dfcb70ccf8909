// The search index as files: many small ones, so that a reader fetches only what belongs to the words that they type.
//
// search-index/manifest.json   says where the rest is. Small; asked for again each time.
// search-index/HASH/…          the rest. HASH stands for all of them together, so that pieces of two builds are never mixed:
//   w0.txt, w1.txt …           keys in order, one a line: key, a tab, pages and weights (see posting_text)
//   p0.json, p1.json …         what results show: [[title, address, kind, marks, summary, [[heading, anchor, sentences], …]], …]
//   s-a.txt … s-z.txt, s-_.txt words by first letter, each with a digit for how common it is: for putting misspelt words right
//   filters.json               the choices for filters, and for each page which of them it fits
#pragma once

#include <string>
#include <vector>

#include "model/output.h"
#include "search/index.h"

namespace offer {

std::vector<OutputFile> search_files(const SearchIndex& index, const SiteView& site);

// How many pages count as having the key, where that is not as many as are listed (in base 32, then a full stop), then for each page how far it is from the one before and its weight.
// Numbers are in base 32, the lowest digit first, each digit but the last with 32 added; a digit is a letter of search_digits.
std::string posting_text(const IndexEntry& entry);
inline constexpr std::string_view search_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace offer
