// Frame: what a theme's templates may name, and the values of one page. The table of names is in themes/README.md for people who make themes.
#pragma once

#include <string>

#include "model/site_view.h"
#include "theme/theme.h"

namespace offer {

const Schema& frame_schema();

// A whole HTML page: the theme's frame around `body`, which was made from `root`.
// marks: if there, holds the marks of the body (offsets in the body) and gets those of the whole page, in their order.
std::string in_frame(const Page& page, const Block& root, std::string_view body, const SiteView& site, const Theme& theme,
                     std::vector<OutputMark>* marks = nullptr);

}  // namespace offer
