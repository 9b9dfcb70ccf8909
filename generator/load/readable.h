// Whether a file that was read can be used as text at all.
#pragma once

#include "base/files.h"
#include "diagnose/report.h"

namespace offer {

// False, with a Diagnostic at the place, for a file that could not be read, is not in UTF-8, or holds a NUL byte.
bool can_be_read(const SourceFile& file, Report& report);

}  // namespace offer
