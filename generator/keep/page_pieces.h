// What stands in the pieces of KeptPieces, as values. `packed` writes a value, `unpacked` reads it again: nothing if these are other bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/site_checks.h"
#include "diagnose/report.h"
#include "keep/kept_pieces.h"
#include "model/page.h"
#include "model/site.h"

namespace offer {

// What the rest of the site knows of a page's body, and what is wrong with it.
struct BodyPiece {
  uint64_t headings = 0;        // a hash of their levels, anchors and titles
  uint32_t views_wanted = 0;    // as in Page
  std::vector<uint32_t> terms;  // as in Page
  Report report;
};
uint64_t hash_of_headings(const Page& page);

// Files that were made together, what was found while they were made, and what they depend on, as BodyReads notes it.
struct FilesPiece {
  std::vector<uint32_t> reads;
  std::vector<std::string> paths;
  Report report;
};

// What the site's data say of the page: not itself, as it stands in the site.
struct DataPiece {
  std::vector<uint32_t> reads;
  uint64_t hash = 0;
  uint64_t size = 0;
};
// Where: behind `before` bytes, in the order of the pages, with so many bytes between two.
struct DataFilePiece {
  std::string path;
  uint64_t before = 0;
  uint64_t between = 0;
};

struct MarksPiece {
  std::vector<uint32_t> reads;
  SiteIndex::PageMarks marks;
};

std::string packed(const BodyPiece& piece);
std::string packed(const FilesPiece& piece);
std::string packed(const MarksPiece& piece);
std::string packed(const DataPiece& piece);
std::string packed(const DataFilePiece& piece);
std::string packed(const std::vector<std::vector<uint32_t>>& related);
// reads: whose bodies they depend on. words: as search/kept_words.h packs them.
std::string packed_words(const std::vector<uint32_t>& reads, std::string_view words);
std::string packed_report(const Report& report);

std::optional<BodyPiece> unpacked_body(std::string_view bytes);
std::optional<FilesPiece> unpacked_files(std::string_view bytes);
std::optional<MarksPiece> unpacked_marks(std::string_view bytes);
std::optional<DataPiece> unpacked_data(std::string_view bytes);
std::optional<DataFilePiece> unpacked_data_file(std::string_view bytes);
std::optional<std::vector<std::vector<uint32_t>>> unpacked_related(std::string_view bytes, size_t pages);
std::string_view words_of_piece(std::string_view bytes);  // what packed_words was given; empty if these are other bytes
std::optional<Report> unpacked_report(std::string_view bytes);

// Of a page that was read and understood. file: its own.
void keep_settings(const Page& page, const SourceFile& file, PieceWriter& to);
// headings: as hash_of_headings gives it.
void keep_body(const Page& page, uint64_t headings, const Report& report, PieceWriter& to);

// FilesPiece, DataPiece, MarksPiece and what packed_words writes begin alike: is a page among the reads whose body changed, or one to which others are related than
// were? Also true if these are other bytes. Both by page number.
bool reads_one_of(std::string_view bytes, const std::vector<bool>& changed, const std::vector<bool>& other_related);

}  // namespace offer
