// HTML trace: from a place in a built page back to the line of Markdown, or of the theme, that it was made from.
//
// Nothing is kept while a site is built: for the few pages that have a finding, the page is written once more and the places are noted.
#pragma once

#include <vector>

#include "model/output.h"
#include "model/site_view.h"
#include "theme/theme.h"

namespace offer {

// The marks of the page's HTML, in the order of their offsets. Their paths live as long as the page and the theme.
std::vector<OutputMark> trace_html(const Page& page, const SiteView& site, const Theme& theme);

// The last mark at or before the offset; a mark without path if there is none.
OutputMark mark_at(const std::vector<OutputMark>& marks, size_t offset);

}  // namespace offer
