// What commands print: findings, and a closing line.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "commands/command.h"
#include "diagnose/print_text.h"
#include "diagnose/report.h"
#include "load/inputs.h"
#include "pipeline.h"

namespace offer {

BuildOptions build_options(const Arguments& arguments);

// How the paths of findings are shown, so that a terminal can open them.
ShownFolders shown_folders(const Inputs& inputs, const Arguments& arguments);

// The text of a file by its path in a Report, or an empty view. Lives as long as `inputs`.
using SourceOf = std::function<std::string_view(std::string_view)>;
SourceOf source_of(const Inputs& inputs);

// The findings as text, with paths that a terminal can open.
std::string findings(const Report& report, const Inputs& inputs, const Arguments& arguments, bool colour);

// Prints the findings to standard error, in colour if that is a terminal and NO_COLOR is not set.
void print_findings(const Report& report, const Inputs& inputs, const Arguments& arguments);

// "2 errors and 1 warning", "no problems".
std::string problems_in_words(const Report& report);

}  // namespace offer
