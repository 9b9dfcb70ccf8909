// The reading counts of a page: its paragraphs and lists, without headings, tables, lists of links, code and quotations.
#pragma once

#include "checks/plain_page.h"
#include "model/reading.h"

namespace offer {

ReadingCounts reading_counts(const PlainPage& page);
ReadingCounts reading_counts(const Page& page, const SiteView& site);

}  // namespace offer
