// open-search: tells browsers how to search this site from their address bar (OpenSearch 1.1).
#include "base/escape.h"
#include "base/text.h"
#include "formats/formats.h"

namespace offer {

namespace {

std::vector<OutputFile> open_search_files(const SiteView& site, const Theme& theme) {
  const Page* search = site.page("search");
  if (search == nullptr) return {};
  const Settings& settings = site.settings();
  constexpr size_t longest_name = 16;  // what the standard allows
  std::string name = "Local Offer";
  if (settings.name.size() <= longest_name) name = settings.name;
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  xml += fmt::format("<ShortName>{}</ShortName>\n<Description>Search {}</Description>\n", escaped(name), escaped(settings.name));
  xml += fmt::format("<Language>{}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n", escaped(settings.language));
  if (!theme.icon.empty()) xml += fmt::format("<Image type=\"image/svg+xml\">{}</Image>\n", escaped(site.whole_address(theme.icon)));
  xml += fmt::format("<Url type=\"text/html\" template=\"{}?q={{searchTerms}}\" />\n</OpenSearchDescription>\n", escaped(site.whole_address(search->address)));
  return only({"search.xml", std::move(xml)});
}

}  // namespace

const Format open_search_format{
    .name = "open-search",
    .says = "tells browsers how to search this site from their address bar",
    .of_page = nullptr,
    .of_site = open_search_files,
};

}  // namespace offer
