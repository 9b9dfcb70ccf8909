// What Hugo (0.111) needs besides the pages: settings, and templates for a frame of about the size of ours, single pages, lists, a feed and a sitemap.
#pragma once

#include "corpus_pages.h"
#include "corpus_plan.h"

namespace offer::bench {

void write_hugo_files(const SitePlan& plan, const WriteFile& write);

}  // namespace offer::bench
