// Problem list: findings as an editor reads them in the panel: what is wrong, where, the line with a mark under the place, how to mend it, and why.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "serve/source_links.h"

namespace offer {

// "Must be mended", "Warning", "Please look": for people; and the class that goes with it: "error", "warning", "look".
std::string_view severity_label(Severity severity);
std::string_view severity_class(Severity severity);

// A finding's message as a sentence: with a capital and a full stop.
std::string as_sentence(std::string_view message);

// "2 problems", "1 problem", "No problems".
std::string problems_counted(size_t number);

struct ProblemList {
  const std::vector<Diagnostic>& problems;
  const SourceLinks& links;
  std::function<std::string(std::string_view path)> source_text;
  std::vector<size_t> marks;  // of each problem: the number of the problem at whose mark in the page it stands, from 1; 0: none. Or empty
  std::string id = "lo-problem-";  // the items have this id with their number behind it
};

// <ol class="lo-problems">. Empty if there is no problem.
std::string problem_list(const ProblemList& list);

}  // namespace offer
