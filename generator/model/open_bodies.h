// OpenBodies: while one lives, the bodies of pages that its thread looks at (Page::document()) stay unpacked; at its end they are forgotten.
//
//   OpenBodies open;
//   render(page);      // unpacks the body of the page, and of each page that it shows something of
//
// They may stand inside each other: what the outer one has open, the inner one uses. Without any, bodies stay open for as long as their thread lives, which
// is right for a command that looks at each page once. No Block that was reached through document() may be used after its end;
// what Blocks say may.
#pragma once

#include <cstdint>
#include <vector>

#include "model/page.h"

namespace offer {

class OpenBodies {
 public:
  OpenBodies();
  ~OpenBodies();
  OpenBodies(const OpenBodies&) = delete;
  OpenBodies& operator=(const OpenBodies&) = delete;
};

// While one lives, the numbers of pages whose packed bodies are looked at are noted, most more than once: what is made meanwhile depends on them. So does it
// on the list of pages that are related to one, which comes from all bodies: where that is looked at, the number is noted with the bit `related_to`.
//
//   std::vector<uint32_t> read;
//   BodyReads reads(read);
//   render(page);      // read: the page itself, and others that it shows something of
class BodyReads {
 public:
  enum class Of : uint8_t { this_thread, all_threads };  // all: but for threads that note for themselves meanwhile
  static constexpr uint32_t related_to = 0x8000'0000;
  static void note_related_to(size_t page);

  explicit BodyReads(std::vector<uint32_t>& to, Of whose = Of::this_thread);
  ~BodyReads();
  BodyReads(const BodyReads&) = delete;
  BodyReads& operator=(const BodyReads&) = delete;

 private:
  std::vector<uint32_t>* before_ = nullptr;  // of this thread
  Of whose_;
};

// Where the bodies of pages come from that were not read when the site was: they are asked for when somebody first looks at them.
class BodySource {
 public:
  // While it lives it is asked before any packed body is opened, from any thread. There can be one at a time.
  BodySource();
  virtual ~BodySource();
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;

  // Sees to it that the page has its packed body. page: of the site that this was made for; others are left alone.
  virtual void make_ready(const Page& page) = 0;
};

}  // namespace offer
