#include "renew/old_parts.h"

#include "base/hash.h"

namespace offer {

OldParts::OldParts(const std::filesystem::path& out, const DataFilePiece& file, const KeptPieces& pieces, size_t pages) : file_(out / file.path), parts_(pages) {
  const std::string_view bytes = file_.bytes();
  uint64_t at = file.before;
  for (size_t page = 0; page < pages && whole_; ++page) {
    const std::string_view* piece = pieces.of(PieceKind::data, page);
    if (piece == nullptr) continue;
    const std::optional<DataPiece> noted = unpacked_data(*piece);
    whole_ = noted && at <= bytes.size() && noted->size <= bytes.size() - at && quick_hash(bytes.substr(at, noted->size)) == noted->hash;
    if (!whole_) return;
    parts_[page] = bytes.substr(at, noted->size);
    at += noted->size + file.between;
  }
}

}  // namespace offer
