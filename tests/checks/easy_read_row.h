// An Easy Read page with all that one must have around the row that a test is about.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "kit.h"

namespace offer::kit {

// The site with the page a.easy.md and its full page. The row's picture stands on line 7, its words begin on line 8.
inline Built easy_row(std::string_view words, std::string_view more_files = "") {
  return build(
      fmt::format(
          "-- a.easy.md --\n---\ntitle: Help for you\n---\n![](picture:about)\nThis page is about you.\n\n![](picture:talk)\n{}\n\n![](picture:phone)\nRing [01632 960 100](tel:01632960100).\n\n"
          "![](picture:together)\nYou can ask someone to read this with you.\n-- a.md --\nWords.\n{}\n",
          words, more_files),
      {.easy_read = true});
}

// What a finding says about a site: "8:1 message", one a line.
inline std::string said(const Built& built, std::string_view code) {
  std::string result;
  for (const Diagnostic& one : built.report.all())
    if (one.code->name == code) result += fmt::format("{}:{} {}\n", one.place.line, one.place.column, one.message);
  return result;
}
inline std::string said(std::string_view words, std::string_view code) { return said(easy_row(words), code); }

}  // namespace offer::kit
