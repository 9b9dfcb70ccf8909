// Renewal: a build after a change of nothing but the texts of some pages: it makes again only what shows those texts, and takes all else from what an
// earlier build kept. What it makes is byte for byte what a whole build would make.
//
// What is made of a page depends on the settings of the whole site, which are read again each time, and on the bodies that were looked at while it was
// made: those were noted (BodyReads). So as long as only texts change, a page whose noted bodies are the same is the same. A text may change more than
// itself: its headings are what links lead to, and a list of steps may become a page of its own; then the site is made anew. Its glossary words
// decide which pages are related: pages for which that comes out otherwise are made again too.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "keep/kept_pieces.h"
#include "pipeline.h"
#include "renew/late_bodies.h"

namespace offer {

// What an earlier build left.
struct EarlierBuild {
  std::string_view pieces;  // as KeptPieces reads them; must outlive the renewal
  size_t pages = 0;         // with made ones
  std::filesystem::path out;  // the site, as it was left
};

// The site's folder as it is now.
struct SiteNow {
  std::filesystem::path folder;
  std::vector<ListedFile> files;     // below it, in order
  std::vector<std::string> changed;  // paths of pages' files that are other than at the earlier build; all others are as they were, and none came or went
};

struct Renewal {
  Inputs inputs;                     // of pages that were not read only the settings; the pages' fields may point into them
  Prepared prepared;
  std::unique_ptr<LateBodies> late;
  std::vector<OutputFile> files;     // new or changed
  std::vector<std::string> gone;     // paths of files that the earlier build made, and that are no more
  size_t pages_made = 0;
  Report report;                     // as of a whole build
};

// Nothing if the site has to be made anew; why: then the reason, as the end of "because …". The pieces of what was made go to `keep`: nothing there holds
// before the site was changed.
std::unique_ptr<Renewal> renew(const EarlierBuild& earlier, const SiteNow& now, const BuildOptions& options, PieceWriter& keep, std::string& why);

}  // namespace offer
