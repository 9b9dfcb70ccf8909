// robots: what search engines may do. A site that must not be listed says so on every page (noindex), and search engines must be able to read
// the pages to see it: so robots.txt lets them in either way.
#include "base/text.h"
#include "formats/formats.h"

namespace offer {

namespace {

std::vector<OutputFile> robots_files(const SiteView& site, const Theme&) {
  std::string text;
  if (!site.settings().index) text += "# Every page says noindex: please do not list this site.\n";
  text += "User-agent: *\nDisallow:\n";
  if (site.settings().index) text += fmt::format("Sitemap: {}sitemap.xml\n", site.settings().address);
  return only({"robots.txt", std::move(text)});
}

}  // namespace

const Format robots_format{
    .name = "robots",
    .says = "what search engines may do",
    .of_page = nullptr,
    .of_site = robots_files,
};

}  // namespace offer
