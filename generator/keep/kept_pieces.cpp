#include "keep/kept_pieces.h"

#include <cstring>

#include "base/hash.h"
#include "base/parallel.h"

namespace offer {

namespace {

// Before each piece.
struct Head {
  uint64_t hash;  // of the piece and of all that follows here
  uint32_t size;  // of the piece
  uint32_t page;
  uint64_t kind;
};

uint64_t hash_of(Head head, std::string_view piece) {
  head.hash = quick_hash(piece);
  return quick_hash({reinterpret_cast<const char*>(&head), sizeof head});
}

}  // namespace

void PieceWriter::add(PieceKind kind, uint32_t page, std::string_view bytes) {
  if (bytes.size() >= UINT32_MAX) return;  // no page has that; without this piece the whole is not believed
  Head head{0, static_cast<uint32_t>(bytes.size()), page, static_cast<uint64_t>(kind)};
  head.hash = hash_of(head, bytes);
  file_.add({{reinterpret_cast<const char*>(&head), sizeof head}, bytes});
}

std::optional<uint64_t> PieceWriter::finish() {
  const uint64_t size = file_.flush();
  return file_.failed() ? std::nullopt : std::optional(size);
}

std::optional<KeptPieces> KeptPieces::read(std::string_view bytes, size_t pages, unsigned threads) {
  KeptPieces pieces;
  for (const PieceKind kind : {PieceKind::settings, PieceKind::body, PieceKind::files, PieceKind::marks, PieceKind::words, PieceKind::data}) pieces.of_pages_[static_cast<size_t>(kind)].resize(pages);
  struct Piece {
    Head head;
    std::string_view bytes;
  };
  std::vector<Piece> all;
  all.reserve(pages * 5);
  while (!bytes.empty()) {
    Head head{};
    if (bytes.size() < sizeof head) return std::nullopt;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (bytes.size() - sizeof head < head.size || head.kind >= kinds_of_pieces) return std::nullopt;
    const std::string_view piece = bytes.substr(sizeof head, head.size);
    all.push_back({head, piece});
    bytes.remove_prefix(sizeof head + head.size);
    if (head.page == no_page) {
      if (head.kind == static_cast<uint64_t>(PieceKind::vocabulary)) pieces.vocabulary_.push_back(piece);
      else pieces.of_site_[head.kind] = piece;
    } else if (head.page < pieces.of_pages_[head.kind].size()) {
      pieces.of_pages_[head.kind][head.page] = piece;
    } else {
      return std::nullopt;
    }
  }
  constexpr size_t some = 256;
  std::vector<char> whole((all.size() + some - 1) / some, 1);
  parallel_for(whole.size(), threads, [&](size_t part) {
    for (size_t i = part * some; i < std::min(all.size(), (part + 1) * some); ++i)
      if (hash_of(all[i].head, all[i].bytes) != all[i].head.hash) whole[part] = 0;
  });
  for (const char one : whole)
    if (one == 0) return std::nullopt;
  return pieces;
}

const std::string_view* KeptPieces::of(PieceKind kind, size_t page) const {
  const std::vector<std::string_view>& all = of_pages_[static_cast<size_t>(kind)];
  return page < all.size() && all[page].data() != nullptr ? &all[page] : nullptr;
}

const std::string_view* KeptPieces::of_site(PieceKind kind) const {
  const std::string_view& one = of_site_[static_cast<size_t>(kind)];
  return one.data() != nullptr ? &one : nullptr;
}

}  // namespace offer
