// Pictures: somebody has decided what a reader who cannot see them should know.
#include "base/text.h"
#include "checks/checks.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

void without_description(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PagePart& picture : parts.pictures) {
    const Block& block = *picture.block;
    if (!trim(block.text).empty() || trim(block.target).starts_with("picture:")) continue;
    if (page.easy_read && block.target.empty()) continue;  // a second picture in a row: easy_read_two_pictures says so
    // As the editor wrote it: from the page's own folder.
    const std::string folder = "/" + page.path.substr(0, page.path.rfind('/') + 1);
    std::string_view target = block.target;
    if (page.path.find('/') != std::string::npos && target.starts_with(folder)) target.remove_prefix(folder.size());
    report.add(codes::pictures_without_description, page.path, block.place, fmt::format("the picture '{}' has no description", target),
               fmt::format("Say what it shows: ![Parents and staff at a table]({})", target));
  }
}

}  // namespace

const std::vector<Check>& picture_checks() {
  static const std::vector<Check> checks{{codes::pictures_without_description, without_description}};
  return checks;
}

}  // namespace offer
