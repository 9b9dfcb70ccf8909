// print_github: a Report as GitHub shows it beside the changed lines: one workflow command a finding.
//
//   ::error file=content/a.md,line=12,col=5,endColumn=15,title=broken-links::this link leads nowhere%0AHelp: …
#pragma once

#include <string>

#include "diagnose/print_text.h"

namespace offer {

std::string print_github(const Report& report, const ShownFolders& folders);

}  // namespace offer
