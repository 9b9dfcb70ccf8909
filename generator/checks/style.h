// Style: what a theme's style sheets do to readers. Looked at once a build, not once a page.
#pragma once

#include <vector>

#include "base/files.h"
#include "diagnose/report.h"

namespace offer {

// files: the theme's. Findings have paths that begin with "theme/".
void check_style(const std::vector<SourceFile>& files, Report& report);

const std::vector<const Code*>& style_codes();

}  // namespace offer
