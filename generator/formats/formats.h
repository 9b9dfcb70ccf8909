// The table of output formats. To add one: copy the shortest file beside this one, and add a line in formats.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/output.h"
#include "model/site_view.h"
#include "theme/theme.h"

namespace offer {

// A file of what is said of single pages, in their order. Not HTML or XML: those are checked as a whole, and this one is only put together on the disk.
struct PartedFile {
  std::string path;
  std::string before;
  std::string behind;
};

// A format makes files out of a page, out of the whole site, or both. Both functions may be called from several threads.
struct Format {
  std::string_view name;
  std::string_view says;
  // Files for one page. May be null.
  std::vector<OutputFile> (*of_page)(const Page& page, const SiteView& site, const Theme& theme);
  // Files for the site as a whole. May be null.
  std::vector<OutputFile> (*of_site)(const SiteView& site, const Theme& theme);
  // The same piece by piece, for a format whose one file of the site says something of many pages' bodies, so that each piece can be kept: what it says of a
  // page, or nothing; what stands between two; and what stands around all. All or none.
  std::string (*part)(const Page& page, const SiteView& site) = nullptr;
  std::string_view between_parts = {};
  PartedFile (*around_parts)(const SiteView& site) = nullptr;
};

const std::vector<const Format*>& all_formats();

extern const Format html_format;
extern const Format redirect_format;
extern const Format sitemap_format;
extern const Format robots_format;
extern const Format atom_format;
extern const Format asset_format;
extern const Format table_file_format;
extern const Format calendar_format;
extern const Format coverage_format;
extern const Format search_format;
extern const Format open_search_format;
extern const Format json_feed_format;
extern const Format open_data_format;
extern const Format page_list_format;

}  // namespace offer
