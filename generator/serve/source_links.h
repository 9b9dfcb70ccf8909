// SourceLinks: what a file of the site is called on the screen, and how an editor opens it.
#pragma once

#include <string>
#include <string_view>

#include "diagnose/place.h"
#include "diagnose/print_text.h"

namespace offer {

class SourceLinks {
 public:
  explicit SourceLinks(ShownFolders folders);

  // path: as in a finding, "pathways/camhs.md".
  std::string name(std::string_view path) const;   // "content/pathways/camhs.md"
  std::string whole(std::string_view path) const;  // "/home/…/content/pathways/camhs.md"
  // An address that VS Code opens at the place: "vscode://file/home/…/camhs.md:12:5".
  std::string address(std::string_view path, const Place& place) const;

 private:
  ShownFolders shown_;
  ShownFolders whole_;
};

}  // namespace offer
