// Inputs: every file that a build reads, in memory. Disks (base/files) or tests fill it.
#pragma once

#include <filesystem>
#include <vector>

#include "base/files.h"

namespace offer {

// A folder of Easy Read pictures with its pictures.csv.
struct PictureSet {
  std::string name;  // as site.yml names it; empty: the set that comes with the program
  std::vector<SourceFile> files;
};

struct Inputs {
  std::vector<SourceFile> content;   // paths below the site's folder
  std::vector<SourceFile> theme;     // paths below the theme's folder
  std::vector<SourceFile> pictures;  // paths below easy-read/pictures
  std::vector<PictureSet> own_pictures;  // the council's own sets, in the order of site.yml
  std::vector<SourceFile> easy_read; // the rules and word lists: paths below easy-read
  std::vector<SourceFile> law;       // paths below generator/law
  std::string missing_theme;         // what site.yml calls a theme that is not there; else empty
  std::vector<std::string> themes;   // the names of those that are there
  std::string theme_folder;          // where the theme was read from, for messages; ends with '/'
};

// Where the program's own themes, pictures and law live: the folder that holds `themes/`, looked for above the program itself.
// Throws Failure if it cannot be found.
std::filesystem::path home_folder();

// Where the theme of this name is read from: the site's own folder `theme`, else the program's; of council if there is none of that name. Empty: none at all.
std::filesystem::path theme_folder(const std::filesystem::path& site, const std::string& theme);

// Moves the folders of pictures that site.yml names from the content to own_pictures.
void take_own_pictures(Inputs& inputs);

// Reads a site's folder, the theme that it names, the picture set and the law from disk. Throws Failure if the site's folder cannot be read.
Inputs read_inputs(const std::filesystem::path& site, unsigned threads = 1);
// The same where it is known which files there are below the site's folder, in order; folders among them are passed over.
Inputs read_inputs(const std::filesystem::path& site, std::vector<ListedFile> listed, unsigned threads);

// The same for a site whose files are in memory: those below its folder, sorted by path. site: that folder; empty if it was never on a disk.
Inputs read_inputs_for(std::vector<SourceFile> content, const std::filesystem::path& site = {});

}  // namespace offer
