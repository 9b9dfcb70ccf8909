// KeptBuild: what a build writes down when it has published a site, so that the next one can tell that there is nothing to do.
//
// It stands beside the site's folder as ".NAME.kept" and may be deleted at any time: then the site is made anew. It is believed only if it is whole, if it is
// of this very program with the same options, if no file that a build reads has changed, come or gone (write/seen_files.h), and if the site's folder is as it
// was left.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "write/seen_files.h"

namespace offer {

struct KeptBuild {
  std::string made_by;              // see made_by()
  std::vector<SeenFile> read;       // what it was made of
  std::vector<ListedFile> written;  // the site's folder, as it was left
  std::string theme_folder;         // as in Inputs: for messages
  uint64_t pages = 0;
  Report report;                    // what the build said
};

// This very program, and what it was told: what changes a site besides its files. options: in any form.
std::string made_by(std::string_view options);

// out: the folder of the site. Nothing if there is none, or if it is damaged.
std::optional<KeptBuild> read_kept_build(const std::filesystem::path& out);

// Why the site has to be made anew, as an end of "because …"; empty if it has not. site, now, made_by: of this run.
std::string why_anew(const std::optional<KeptBuild>& kept, const std::filesystem::path& out, const std::filesystem::path& site, const std::vector<SeenFile>& now,
                     std::string_view made_by);

// Writes it down, with the folder as it is now. If that cannot be, nothing is kept, and nothing is said: the next build makes the site anew.
void keep_build(KeptBuild&& build, const std::filesystem::path& out);

}  // namespace offer
