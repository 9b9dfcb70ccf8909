// Which files of a site changed since a revision that git knows.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace offer {

struct ChangedFiles {
  std::set<std::string> paths;  // below the site's folder; also of files that are new or gone
  std::string trouble;          // why nothing is known, for the person who asked; else empty
  std::string help;
};

// Files that differ from the point where the present work left `revision` (a branch, a tag, a commit), whether or not they are handed in to git
// yet. Asks git; throws Failure only if no program can be started.
ChangedFiles changed_since(const std::filesystem::path& site, const std::string& revision);

}  // namespace offer
