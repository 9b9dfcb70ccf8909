// sitemap: every page's address with the day when it was last checked, for search engines (sitemaps.org 0.9).
#include "base/escape.h"
#include "base/text.h"
#include "formats/formats.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

std::vector<OutputFile> sitemap_files(const SiteView& site, const Theme&) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Page& page : site.all_pages()) {
    if (page.id == "not-found") continue;
    xml += "<url><loc>";
    escape_html(site.whole_address(page.address), xml);
    xml += "</loc>";
    if (page.fields.has(shared::reviewed)) xml += fmt::format("<lastmod>{}</lastmod>", iso(page.fields.get(shared::reviewed)));
    xml += "</url>\n";
  }
  xml += "</urlset>\n";
  return only({"sitemap.xml", std::move(xml)});
}

}  // namespace

const Format sitemap_format{
    .name = "sitemap",
    .says = "every page's address, for search engines",
    .of_page = nullptr,
    .of_site = sitemap_files,
};

}  // namespace offer
