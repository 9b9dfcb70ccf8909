// addresses.txt: every address that readers were once given, so that none of them is lost without anybody noticing.
//
//   /pathways/camhs/
//   /old-forum/   # the forum ended in 2024
//
// One address a line. What stands after '#' says why it leads nowhere any more; such a line promises nothing. Empty lines and lines that begin
// with '#' are left out. `local-offer list --addresses` prints those that the file does not have yet.
#pragma once

#include <vector>

#include "diagnose/report.h"
#include "load/inputs.h"
#include "model/site.h"

namespace offer {

std::vector<KeptAddress> read_kept_addresses(const std::vector<SourceFile>& content, Report& report);

}  // namespace offer
