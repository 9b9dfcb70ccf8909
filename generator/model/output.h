// OutputFile: one file of the finished site.
#pragma once

#include <string>

namespace offer {

struct OutputFile {
  std::string path;   // below the output folder: "pathways/camhs/index.html"
  std::string bytes;
};

}  // namespace offer
