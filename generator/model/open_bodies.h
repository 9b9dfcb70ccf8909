// OpenBodies: while one lives, the bodies of pages that its thread looks at (Page::document()) stay unpacked; at its end they are forgotten.
//
//   OpenBodies open;
//   render(page);      // unpacks the body of the page, and of each page that it shows something of
//
// They may stand inside each other: what the outer one has open, the inner one uses. Without any, bodies stay open for as long as their thread lives, which
// is right for a command that looks at each page once. No Block that was reached through document() may be used after its end;
// what Blocks say may.
#pragma once

#include "model/page.h"

namespace offer {

class OpenBodies {
 public:
  OpenBodies();
  ~OpenBodies();
  OpenBodies(const OpenBodies&) = delete;
  OpenBodies& operator=(const OpenBodies&) = delete;
};

}  // namespace offer
