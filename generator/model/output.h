// OutputFile: one file of the finished site.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnose/place.h"

namespace offer {

struct OutputFile {
  std::string path;   // below the output folder: "pathways/camhs/index.html"
  std::string bytes;
  std::vector<std::string> more = {};  // what comes behind: a file that is made piece by piece and is long is put together on the disk

  void put_together() {
    for (const std::string& piece : more) bytes += piece;
    more.clear();
  }
};

// A list of one file. (From braces a vector copies what stands in them.)
inline std::vector<OutputFile> only(OutputFile&& file) {
  std::vector<OutputFile> files;
  files.push_back(std::move(file));
  return files;
}

// Where a piece of an output file comes from: what stands at `offset`, up to the next mark, was written at this place of a source file.
struct OutputMark {
  size_t offset = 0;
  std::string_view path;  // of the page's source, or of the theme's file: "theme/templates/page.html"
  Place place;
};

}  // namespace offer
