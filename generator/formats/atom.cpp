// atom: a feed of "you said, we did" updates, the newest first (RFC 4287).
#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "formats/formats.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

Date when(const Page& page) { return page.type->happened(page); }

std::string element(std::string_view name, std::string_view words) {
  return fmt::format("<{}>{}</{}>\n", name, escaped(words), name);
}

std::vector<OutputFile> of_site(const SiteView& site, const Theme&) {
  std::vector<const Page*> pages;
  for (const Page& page : site.all_pages())
    if (page.type->happened != nullptr && !page.easy_read) pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return when(*a) > when(*b); });
  const Settings& settings = site.settings();
  Date newest{std::chrono::year{2000} / 1 / 1};
  for (const Page* page : pages) newest = std::max(newest, page->fields.get(shared::reviewed));
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"";
  xml += fmt::format(" xml:lang=\"{}\">\n", escaped(settings.language));
  xml += element("title", settings.name + ": you said, we did");
  xml += element("id", settings.address + "feed.xml");
  xml += fmt::format("<link rel=\"self\" href=\"{}\" />\n<link href=\"{}\" />\n", escaped(settings.address + "feed.xml"), escaped(settings.address));
  xml += element("updated", iso(newest) + "T00:00:00Z");
  xml += "<author>\n" + element("name", settings.council.empty() ? settings.name : settings.council) + "</author>\n";
  for (const Page* page : pages) {
    const std::string address = site.whole_address(page->address);
    xml += "<entry>\n" + element("title", page->title) + element("id", address);
    xml += fmt::format("<link href=\"{}\" />\n", escaped(address));
    xml += element("published", iso(when(*page)) + "T00:00:00Z");
    xml += element("updated", iso(page->fields.get(shared::reviewed)) + "T00:00:00Z");
    xml += element("summary", page->summary) + "</entry>\n";
  }
  xml += "</feed>\n";
  return {{"feed.xml", std::move(xml)}};
}

}  // namespace

const Format atom_format{
    .name = "atom",
    .says = "a feed of what families said and what was done",
    .of_page = nullptr,
    .of_site = of_site,
};

}  // namespace offer
