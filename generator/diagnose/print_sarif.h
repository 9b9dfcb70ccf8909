// print_sarif: a Report as SARIF 2.1.0 (OASIS), which code hosts and editors read: the tool, the rules that were broken with their help, and
// each finding with its place.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diagnose/print_text.h"

namespace offer {

struct SarifOptions {
  std::string version;   // of this program
  ShownFolders folders;  // paths below the folder that the command was given in; others begin with '/'
  std::function<std::string(const Code&)> help_of;  // a code's page, as Markdown; empty if it has none
};

// source_of: the text of a file by its path, as for print_text. It gives each finding a mark by which it is known again when lines move.
std::string print_sarif(const Report& report, const std::function<std::string_view(std::string_view)>& source_of, const SarifOptions& options);

}  // namespace offer
