// PanelFiles: the style sheets and scripts of the preview itself (generator/serve/panel), read once at the start and answered below "/-/".
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "serve/answer.h"

namespace offer {

class PanelFiles {
 public:
  PanelFiles();  // throws Failure if the program's own folder cannot be found

  // "/-/panel.css?v=1f2e3d4c5b": differs when the bytes do, so that an open page takes a new one.
  std::string address(std::string_view name) const;
  // Only names that were there at the start. An answer of status 404 if there is no such file.
  Answer answer(std::string_view name) const;

 private:
  struct File {
    std::string bytes;
    std::string version;
  };
  std::map<std::string, File, std::less<>> files_;  // does not change any more
};

}  // namespace offer
