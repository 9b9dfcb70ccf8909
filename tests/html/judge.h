// For tests of HTML: judges a source and says what was found.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "checks/html_checks.h"

namespace offer::html {

// The codes found, each once, in the order of the alphabet, with spaces between. ours: with the promises that we make of our own pages.
inline std::string codes_in(std::string_view source, bool ours = false) {
  const Page page(source);
  HtmlFindings found(page);
  run_html_checks(page, ours, found);
  std::set<std::string_view> codes;
  for (const auto& one : found.all()) codes.insert(one.code->name);
  std::string words;
  for (const std::string_view code : codes) words += fmt::format("{}{}", words.empty() ? "" : " ", code);
  return words;
}

inline bool finds(std::string_view code, std::string_view source) {
  return (" " + codes_in(source, true) + " ").find(fmt::format(" {} ", code)) != std::string::npos;
}

// The first element with this tag or, with '#', this id.
inline NodeId element(const Page& page, std::string_view wanted) {
  if (wanted.starts_with('#')) return page.by_id(wanted.substr(1));
  for (const NodeId id : page.elements())
    if (page.tree[id].name == wanted) return id;
  return no_node;
}

}  // namespace offer::html
