// KeptPieces: what a build made of each page, in pieces, so that the next build makes again only what a change can have changed.
//
// They stand in one file beside the site's folder, one behind the other, in the order in which they were made. A later piece of the same kind and page takes
// the place of an earlier one, so a build that made little adds little. Each has a hash: one that was damaged is never believed, and neither are the others then.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/growing_file.h"

namespace offer {

enum class PieceKind : uint8_t {
  settings,    // of a page that was read: its file up to its text
  body,        // of the same: see BodyPiece
  files,       // of every page: see FilesPiece
  marks,       // of every page: what the site's checks know of it
  words,       // of a page that can be found: what the search knows of it
  data,        // of a page of which a format says something in a file of the site (Format::part): see DataPiece; of no page: see DataFilePiece
  site_files,  // of no page: see FilesPiece
  index,       // of no page: the files of the search
  vocabulary,  // of no page: words and keys of the search, behind those of earlier such pieces
  times,       // of no page: how often each word of the vocabulary stands on the site
  related      // of no page: Site::related
};
inline constexpr size_t kinds_of_pieces = 11;
inline constexpr uint32_t no_page = UINT32_MAX;

// Writes pieces, from any thread.
class PieceWriter {
 public:
  explicit PieceWriter(const std::filesystem::path& file) : file_(file) {}
  // Behind the first `size` bytes of a file that is there.
  PieceWriter(const std::filesystem::path& file, uint64_t size) : file_(file, size) {}

  void add(PieceKind kind, uint32_t page, std::string_view bytes);
  // How long the file is now; nothing if not all of it could be written.
  std::optional<uint64_t> finish();

 private:
  GrowingFile file_;
};

// Reads them: views of `bytes`, which must outlive it.
class KeptPieces {
 public:
  // Nothing if a single piece is damaged. pages: how many there are. threads: for the hashes.
  static std::optional<KeptPieces> read(std::string_view bytes, size_t pages, unsigned threads);

  // Of a page, or nothing.
  const std::string_view* of(PieceKind kind, size_t page) const;
  // Of no page.
  const std::string_view* of_site(PieceKind kind) const;
  const std::vector<std::string_view>& vocabulary() const { return vocabulary_; }

 private:
  std::array<std::vector<std::string_view>, kinds_of_pieces> of_pages_;  // no data: none
  std::array<std::string_view, kinds_of_pieces> of_site_;
  std::vector<std::string_view> vocabulary_;
};

}  // namespace offer
