// print_json: a Report for other programs.
//
//   {"findings":[{"path":"pathways/camhs.md","line":12,"column":5,"code":"broken-links","act":[],"severity":"error",
//                 "message":"this link leads nowhere …","help":"Did you mean …"}]}
//
// A line or column of 0: the file or the line as a whole. Bytes that are no UTF-8 come out as the replacement character.
#pragma once

#include <string>

#include "diagnose/print_text.h"

namespace offer {

// One finding a line, in the order of the report; ends with a line end. folders: put before the paths (see print_text.h); without them the paths
// stay as they are in the report.
std::string print_json(const Report& report, const ShownFolders* folders = nullptr);

}  // namespace offer
