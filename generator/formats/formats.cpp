#include "formats/formats.h"

namespace offer {

const std::vector<const Format*>& all_formats() {
  static const std::vector<const Format*> formats{
      &html_format,  &table_file_format, &redirect_format, &sitemap_format, &robots_format,
      &atom_format,  &json_feed_format,  &calendar_format, &coverage_format, &page_list_format, &open_data_format, &asset_format,
      &search_format, &open_search_format,
  };
  return formats;
}

}  // namespace offer
