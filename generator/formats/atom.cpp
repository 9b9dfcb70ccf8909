// atom: feeds of what is new, the newest first (RFC 4287).
#include "base/escape.h"
#include "base/text.h"
#include "formats/feed_entries.h"
#include "formats/formats.h"

namespace offer {

namespace {

std::string element(std::string_view name, std::string_view words) {
  return fmt::format("<{}>{}</{}>\n", name, escaped(words), name);
}

OutputFile atom_file(const Feed& feed, const SiteView& site) {
  const Settings& settings = site.settings();
  const std::string self = site.whole_address(feed.path + ".xml");
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"";
  xml += fmt::format(" xml:lang=\"{}\">\n", escaped(settings.language));
  xml += element("title", feed.title) + element("subtitle", feed.about) + element("id", self);
  xml += fmt::format("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\" />\n<link href=\"{}\" />\n", escaped(self), escaped(settings.address));
  xml += element("updated", moment(feed.updated));
  xml += "<author>\n" + element("name", author_of(site)) + "</author>\n";
  for (const FeedEntry& entry : feed.entries) {
    const std::string address = site.whole_address(entry.page->address);
    xml += "<entry>\n" + element("title", entry.page->title) + element("id", address);
    xml += fmt::format("<link href=\"{}\" />\n", escaped(address));
    xml += element("published", moment(entry.published)) + element("updated", moment(entry.updated));
    xml += fmt::format("<category term=\"{}\" label=\"{}\" />\n", escaped(entry.page->type->name), escaped(entry.page->type->title));
    xml += element("summary", entry.page->summary) + "</entry>\n";
  }
  xml += "</feed>\n";
  return {feed.path + ".xml", std::move(xml)};
}

std::vector<OutputFile> atom_files(const SiteView& site, const Theme&) {
  std::vector<OutputFile> files;
  for (const Feed& feed : all_feeds(site)) files.push_back(atom_file(feed, site));
  return files;
}

}  // namespace

const Format atom_format{
    .name = "atom",
    .says = "feeds of news, of answers and of what changed",
    .of_page = nullptr,
    .of_site = atom_files,
};

}  // namespace offer
