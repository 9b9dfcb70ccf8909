// PackedBody: the Blocks of a page in few bytes, for as long as nobody looks at them.
//
// A Block takes 72 bytes and a page has some hundreds of them; packed, a Block takes about nine. What Blocks say is not copied as far as it stands in
// the page's own file, which must outlive the body and everything that is unpacked from it; so must the PackedBody itself, which holds the rest.
// Made once, by one thread; then unpacked by any number of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/block.h"

namespace offer {

// Is it a part of these bytes, in memory, or nothing at all?
bool stands_in(std::string_view bytes, std::string_view part);

class PackedBody {
 public:
  PackedBody() = default;
  // document: of kind document. words: the file that its texts are views of, as far as they are.
  PackedBody(const Block& document, std::string_view words);

  bool empty() const { return bytes_.empty(); }
  size_t size() const { return bytes_.size(); }
  // No other body that this program ever packs has the same.
  uint64_t number() const { return number_; }

  // The same Blocks again, in this arena. empty() gives an empty document.
  Block* unpack(Arena& arena) const;

 private:
  std::string bytes_;
  const char* words_ = nullptr;
  uint64_t number_ = 0;
};

}  // namespace offer
