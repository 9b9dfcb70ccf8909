// search: the index that the search page's script asks. See search/pieces.h for its files.
#include "formats/formats.h"
#include "search/pieces.h"

namespace offer {

namespace {

// A site without a search page has no use for an index. (`produce` gathers while it goes over the pages, and does not come here; the preview does.)
std::vector<OutputFile> files_of_search(const SiteView& site, const Theme&) {
  if (site.page("search") == nullptr) return {};
  return make_search_files(site);
}

}  // namespace

const Format search_format{
    .name = "search",
    .says = "what the search page looks in",
    .of_page = nullptr,
    .of_site = files_of_search,
};

}  // namespace offer
