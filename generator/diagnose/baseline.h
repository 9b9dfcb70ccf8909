// Baseline: the findings of a site that are known and wait for their turn, so that an old site can be mended step by step. Known findings are
// counted, new ones count against the site.
//
// A finding is known again by its code, its file and what stands in its line, not by the line's number: words put in or taken out elsewhere in
// the file change nothing. The file is CSV, one row for each such line, sorted, so that two people's changes merge well:
//
//   code,file,line,times
//   broken-links,pathways/camhs.md,5b89771f5b,2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"

namespace offer {

struct KnownFinding {
  std::string code;
  std::string path;  // below the site's folder
  std::string line;  // stands for the words of the line, without the spaces around them; or for the message, where no words are in that line
  auto operator<=>(const KnownFinding&) const = default;
};

// A mistake in a baseline file.
struct BaselineTrouble {
  uint32_t line = 0;
  std::string message;
  std::string help;
};

struct Baseline {
  std::map<KnownFinding, size_t> times;  // how often each is there

  size_t count() const;
};

// source_of: the text of a file by its path, as for print_text.
using TextOf = std::function<std::string_view(std::string_view)>;

Baseline baseline_of(const Report& report, const TextOf& source_of);
std::string write_baseline(const Baseline& baseline);
// What cannot be understood goes to `troubles`, and its rows are left out.
Baseline read_baseline(std::string_view bytes, std::vector<BaselineTrouble>& troubles);

// A report held against a baseline.
struct Compared {
  Report fresh;                              // findings that are not known
  size_t known = 0;                          // findings that are
  std::vector<std::pair<KnownFinding, size_t>> gone;  // what the baseline has too much, and how often
};
Compared compare(const Report& report, const Baseline& baseline, const TextOf& source_of);

// What stands for the line of each finding: of `report`, in its order.
std::vector<std::string> line_marks(const Report& report, const TextOf& source_of);

}  // namespace offer
