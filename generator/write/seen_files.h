// SeenFiles: every file that a build may read, as it stood before the build read it: the site's folder, and the program's themes, pictures, word lists and law.
//
// A file's size and its two times tell whether it changed. A file that was changed only just before it was seen may change once more within the same
// tick of the disk's clock: of such a file the bytes are kept too, as a hash.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"

namespace offer {

struct SeenFile {
  ListedFile listed;  // path: "site/pathways/camhs.md", "themes/council/theme.yml"
  std::string hash;   // of the bytes, where the times alone do not tell; else empty
};

// To be called before a build reads them. Sites that were built into the site's folder are left out, as a build leaves them out.
// Throws Failure if the site's folder cannot be read.
std::vector<SeenFile> see_files(const std::filesystem::path& site, unsigned threads = 1);

// Those below the site's folder, as list_tree gives them.
std::vector<ListedFile> files_of_site(const std::vector<SeenFile>& seen);

// Is it still the same file? Both of the same path.
bool is_same(const SeenFile& before, const SeenFile& now, const std::filesystem::path& site);

// The first file or folder that changed, came or went, "content/pathways/camhs.md"; empty: none. Both sorted, as see_files() makes them. now: of the same folders.
std::string first_change(const std::vector<SeenFile>& before, const std::vector<SeenFile>& now, const std::filesystem::path& site);

}  // namespace offer
