// Conflict copies: when two people change a file at the same time, programs that keep folders in step keep both, the second under a longer name. As a
// page it would have an id twice, and an old text would be published.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace offer {

// The path of the file that this one is a second version of; empty if it is none. By its name, as Dropbox, Nextcloud, Syncthing and Seafile write it;
// names that a person may choose too (OneDrive's "camhs-LAPTOP7.md", "camhs (1).md", "camhs - Copy.md") only beside a page with the same id.
//
// content: sorted by path.
std::string original_of(const SourceFile& file, const std::vector<SourceFile>& content);

}  // namespace offer
