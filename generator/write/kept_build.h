// KeptBuild: what a build writes down when it has published a site, so that the next one can tell that there is nothing to do, or only little.
//
// It stands beside the site's folder as ".NAME.kept", with ".NAME.pages" for what was made of each page, and both may be deleted at any time: then the site is
// made anew. It is believed only if it is whole, if it is of this very program with the same options, and if the site's folder is as it was left. Then either no
// file that a build reads has changed, come or gone (write/seen_files.h), or pages alone have (changed_pages, renew/renewal.h), or the site is made anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnose/report.h"
#include "write/publish.h"
#include "write/seen_files.h"

namespace offer {

// A file of the site, or a folder in it.
struct LeftFile {
  std::string path;  // below the site's folder; empty: that itself
  bool folder = false;
  uint64_t size = 0;  // of a file, in bytes
  // As in ListedFile, of what was put there or changed when the rest of the site stayed. 0: made with the whole site, so no later than KeptBuild::left_at.
  int64_t changed = 0;
  int64_t touched = 0;
};

struct KeptBuild {
  std::string made_by;              // see made_by()
  std::vector<SeenFile> read;       // what it was made of
  std::vector<LeftFile> written;    // the site's folder, in order of path: see as_left()
  int64_t left_at = 0;              // when the whole site had been made, by the disk's clock, in nanoseconds since 1970; 0: now, says keep_build()
  std::string theme_folder;         // as in Inputs: for messages
  uint64_t pages = 0;
  Report report;                    // what the build said
  uint64_t pieces = 0;              // how many bytes of kept_pieces_file() belong to it; 0: none
  uint64_t pieces_at_first = 0;     // the same when the site was made anew last
  std::string mark;                 // of the note that this was read from; no other has the same
};

// This very program, and what it was told: what changes a site besides its files. options: in any form.
std::string made_by(std::string_view options);

// out: the folder of the site. Nothing if there is none, or if it is damaged.
std::optional<KeptBuild> read_kept_build(const std::filesystem::path& out);

// KeptBuild::mark of the note that is there now; empty if there is none.
std::string mark_of_kept_build(const std::filesystem::path& out);

// Where what was made of each page is kept (keep/kept_pieces.h); and while it is written.
std::filesystem::path kept_pieces_file(const std::filesystem::path& out);
std::filesystem::path new_pieces_file(const std::filesystem::path& out);

// The pages whose files are all that changed, in order: "pathways/camhs.md"; nothing if other files did, or any came or went.
std::optional<std::vector<std::string>> changed_pages(const KeptBuild& kept, const std::vector<SeenFile>& now, const std::filesystem::path& site);

// Why an earlier build is of no use, as an end of "because …"; empty if it is. What it was made of is another question: see first_change.
// made_by: of this run.
std::string why_of_no_use(const std::optional<KeptBuild>& kept, const std::filesystem::path& out, std::string_view made_by, unsigned threads = 1);

// The site's folder as these files make it: them and the folders that they are in.
std::vector<LeftFile> as_left(const std::vector<PublishedFile>& files, unsigned threads = 1);
// The same from what it was before these files were put there, or were there already and were changed, and those went. out: the site's folder.
std::vector<LeftFile> as_changed(std::vector<LeftFile>&& before, const std::filesystem::path& out, const std::vector<PublishedFile>& put, const std::vector<std::string>& gone);

// Writes it down, when all files of the site stand where they stay. After the whole site it returns when the disk's clock shows a later time: whatever changes
// afterwards is seen to be later. If it cannot be, nothing is kept, and nothing is said: the next build makes the site anew. pieces: written to new_pieces_file(), or behind
// those that were there; how many bytes of them belong to the build stands in it.
void keep_build(KeptBuild&& build, const std::filesystem::path& out);

// Takes the note away, before the site is changed. The next build then makes it anew, unless it is written again.
void forget_build(const std::filesystem::path& out);

}  // namespace offer
