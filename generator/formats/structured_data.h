// Structured data: what a page is, in the words of schema.org, for search engines. One JSON-LD data block, which browsers never run.
#pragma once

#include <string>
#include <vector>

#include "model/site_view.h"

namespace offer {

// A whole <script type="application/ld+json"> element, or nothing where there is nothing to say. `root`: the Blocks that readers see. trail: the page's
// breadcrumbs.
std::string structured_data(const Page& page, const Block& root, const std::vector<const Page*>& trail, const SiteView& site);

}  // namespace offer
