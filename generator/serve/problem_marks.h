// Problem marks: a small numbered link in the previewed page, before the sentence, heading, item or cell that a problem stands in. It leads to the
// problem in the panel. A link, so that it works without script; it adds nothing to the page's words but its own name.
#pragma once

#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "model/output.h"
#include "serve/page_edits.h"
#include "serve/page_facts.h"

namespace offer {

// html: the page as it was built; pieces: which of its bytes were made of which lines (Desk::marks_of); source: the page's file. Adds the marks to `edits` and gives for each
// problem the number of the problem after which its mark is called (lo-mark-2), from 1; 0: it has no place in the page.
std::vector<size_t> mark_problems(std::string_view html, const std::vector<OutputMark>& pieces, const PageFacts& facts,
                                  const std::vector<Diagnostic>& problems, std::string_view source, std::vector<PageEdit>& edits);

}  // namespace offer
