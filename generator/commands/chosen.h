// Chosen: which findings a check was asked for: of some codes, of some pages, of what changed.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "commands/printing.h"

namespace offer {

// The page that a file of the site belongs to: its Easy Read pages, their lock files and the tables beside it are part of a page. Any other
// file belongs to itself. path: below the site's folder.
std::string page_file_of(std::string_view path);

class Chosen {
 public:
  // Reads --only, --page and --changed-since. Nothing, after a message to standard error, if one of them names what there is not.
  static std::optional<Chosen> of(const Arguments& arguments, const Inputs& inputs, const Site& site);

  bool everything() const { return !by_file_ && codes_.empty(); }
  bool by_file() const { return by_file_; }
  bool holds(const Diagnostic& finding) const { return holds_file(finding.path) && holds_code(finding.code->name); }
  bool holds_file(std::string_view path) const { return !by_file_ || files_.contains(page_file_of(path)); }
  bool holds_code(std::string_view code) const { return codes_.empty() || codes_.contains(code); }

 private:
  bool by_file_ = false;
  std::set<std::string, std::less<>> files_;  // as page_file_of gives them
  std::set<std::string, std::less<>> codes_;
};

}  // namespace offer
