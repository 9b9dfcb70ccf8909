// json-feed: the same feeds as the Atom ones, for programs that would rather read JSON (JSON Feed 1.1).
#include "base/json_writer.h"
#include "base/text.h"
#include "formats/feed_entries.h"
#include "formats/formats.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

OutputFile json_feed_file(const Feed& feed, const SiteView& site) {
  const Settings& settings = site.settings();
  std::string text;
  JsonWriter json(text);
  json.object([&] {
    json.line().member("version", "https://jsonfeed.org/version/1.1");
    json.line().member("title", feed.title);
    json.line().member("description", feed.about);
    json.line().member("home_page_url", settings.address);
    json.line().member("feed_url", site.whole_address(feed.path + ".json"));
    json.line().member("language", settings.language);
    json.line().key("authors").array([&] { json.object([&] { json.member("name", author_of(site)).member("url", settings.address); }); });
    json.line().key("items").array([&] {
      for (const FeedEntry& entry : feed.entries) {
        const std::string address = site.whole_address(entry.page->address);
        json.line().object([&] {
          json.member("id", address).member("url", address).member("title", entry.page->title);
          json.member("content_text", entry.page->summary).member("date_published", moment(entry.published)).member("date_modified", moment(entry.updated));
          json.key("tags").array([&] {
            json.value(entry.page->type->title);
            for (const std::string& topic : entry.page->fields.get(shared::topics).ids) json.value(site.topic(topic));
          });
        });
      }
    });
    json.line();
  });
  text += '\n';
  return {feed.path + ".json", std::move(text)};
}

std::vector<OutputFile> json_feed_files(const SiteView& site, const Theme&) {
  std::vector<OutputFile> files;
  for (const Feed& feed : all_feeds(site)) files.push_back(json_feed_file(feed, site));
  return files;
}

}  // namespace

const Format json_feed_format{
    .name = "json-feed",
    .says = "the same feeds as JSON",
    .of_page = nullptr,
    .of_site = json_feed_files,
};

}  // namespace offer
