// Following: whether an Easy Read page still says what its full page says.
//
// Of each line of the full page that readers see (a heading, a paragraph, a list's item, a table's row, a field) a short fingerprint is made from
// its words alone: formatting, link targets, capitals and signs do not count. `local-offer easy-read accept` writes them, in order, into the file
// x.easy.lock beside x.easy.md, and one short hash of them all into that page's setting `accepted`. The hash says whether the full page has
// changed; the file says where. Without the file we still know that it has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace offer {

struct FullLine {
  uint32_t line = 0;        // of the full page's file
  std::string heading;      // address of the heading above it, or empty
  std::string fingerprint;  // 4 hexadecimal digits
};

// The lines of `full` that `easy` follows: all, or those under the headings that its setting `follows` names.
std::vector<FullLine> lines_to_follow(const Page& easy, const Page& full);

// One hash of them all, as `accepted` holds it: 10 hexadecimal digits.
std::string hash_of(const std::vector<FullLine>& lines);
// The bytes of x.easy.lock: lines that begin with '#' are for people, the others hold fingerprints.
std::string lock_file_of(const std::vector<FullLine>& lines, std::string_view full_path);

struct Drift {
  bool known = false;                 // whether we know where; if not, all of these are empty
  std::vector<uint32_t> changed;      // lines of the full page that are new or not as they were
  std::vector<uint32_t> gone_after;   // lines after which something was taken out; 0: at the start
  std::vector<std::string> headings;  // addresses of the headings above them, each once
};

// Nothing if somebody accepted the full page as it is now, or nobody ever accepted it.
std::optional<Drift> drift_of(const Page& easy, const Page& full);

}  // namespace offer
