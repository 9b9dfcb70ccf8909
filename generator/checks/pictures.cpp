// Pictures: somebody has decided what a reader who cannot see them should know.
#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

void without_description(const Page& page, const SiteView&, Report& report) {
  walk(*page.document, [&](const Block& block) {
    if (block.kind != BlockKind::picture || !trim(block.text).empty() || trim(block.target).starts_with("picture:")) return;
    report.add(codes::pictures_without_description, page.path, block.place, fmt::format("the picture '{}' has no description", block.target),
               fmt::format("Say what it shows: ![Parents and staff at a table]({})", block.target));
  });
}

}  // namespace

const std::vector<Check>& picture_checks() {
  static const std::vector<Check> checks{{codes::pictures_without_description, without_description}};
  return checks;
}

}  // namespace offer
