// OldParts: what the earlier build's data of the site say of each page (Format::part). They are not kept a second time beside the site: they stand in it, one
// behind the other, and how long each is was noted.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "keep/kept_pieces.h"
#include "keep/page_pieces.h"

namespace offer {

class OldParts {
 public:
  // out: the earlier build's site. file: DataFilePiece of it. pages: how many there are.
  OldParts(const std::filesystem::path& out, const DataFilePiece& file, const KeptPieces& pieces, size_t pages);

  // False if something else stands there than was noted.
  bool whole() const { return whole_; }
  // What is said of the page, as long as this lives; empty: nothing.
  std::string_view of(size_t page) const { return parts_[page]; }

 private:
  MappedFile file_;
  std::vector<std::string_view> parts_;  // by page number
  bool whole_ = true;
};

}  // namespace offer
