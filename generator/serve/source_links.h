// SourceLinks: what a file of the site is called on the screen, and how an editor opens it.
#pragma once

#include <string>
#include <string_view>

#include "diagnose/place.h"
#include "diagnose/print_text.h"

namespace offer {

class SourceLinks {
 public:
  // linux_in_windows: the name of this Linux, where it runs inside Windows (WSL): the editor is then a program of Windows. Empty: it does not.
  explicit SourceLinks(ShownFolders folders, std::string_view linux_in_windows = linux_inside_windows());
  static std::string_view linux_inside_windows();

  // path: as in a finding, "pathways/camhs.md".
  std::string name(std::string_view path) const;   // "content/pathways/camhs.md"
  std::string whole(std::string_view path) const;  // "/home/…/content/pathways/camhs.md"
  // An address that VS Code opens at the place: "vscode://file/home/…/camhs.md:12:5".
  // Inside Windows: "vscode://vscode-remote/wsl+Ubuntu/home/…/camhs.md:12:5".
  std::string address(std::string_view path, const Place& place) const;

 private:
  ShownFolders shown_;
  ShownFolders whole_;
  std::string beginning_;
};

}  // namespace offer
