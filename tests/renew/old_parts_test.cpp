// What the earlier build's data say of each page is read from the site itself, and only if it is what was noted.
#include "renew/old_parts.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "base/hash.h"
#include "base/temporary_folder.h"

namespace offer::old_parts_test {

namespace {

// Three pages: of the second nothing is said.
struct Earlier {
  TemporaryFolder folder;
  FileBytes bytes;
  std::optional<KeptPieces> pieces;

  Earlier() {
    folder.put("public/data.json", "[first,the third]");
    PieceWriter writer(folder / "pages");
    writer.add(PieceKind::data, 0, packed(DataPiece{{}, quick_hash("first"), 5}));
    writer.add(PieceKind::data, 2, packed(DataPiece{{}, quick_hash("the third"), 9}));
    writer.finish();
    bytes = read_file(folder / "pages").bytes;
    pieces = KeptPieces::read(bytes, 3, 1);
    REQUIRE(pieces.has_value());
  }
  OldParts parts() const { return {folder / "public", {"data.json", 1, 1}, *pieces, 3}; }
};

}  // namespace

TEST_CASE("each page has what the file says of it") {
  const Earlier earlier;
  const OldParts parts = earlier.parts();
  CHECK(parts.whole());
  CHECK(parts.of(0) == "first");
  CHECK(parts.of(1) == "");
  CHECK(parts.of(2) == "the third");
}

TEST_CASE("a file that says something else, ends too early or is gone is not believed") {
  const Earlier earlier;
  for (const std::string_view other : {"[First,the third]", "[first,the thirD]", "[first,the thir", "[", ""}) {
    earlier.folder.put("public/data.json", other);
    CHECK_FALSE(earlier.parts().whole());
  }
  std::filesystem::remove(earlier.folder / "public/data.json");
  CHECK_FALSE(earlier.parts().whole());
}

}  // namespace offer::old_parts_test
