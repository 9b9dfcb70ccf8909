// page-list: every page of the site with its owner and its dates, as data. For people who look after the site, and for directories.
#include <utility>

#include "base/json_writer.h"
#include "formats/formats.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

void add_page(const Page& page, const SiteView& site, JsonWriter& json) {
  const std::string& status = page.fields.get(shared::status).word;
  json.line().object([&] {
    json.member("id", page.id).member("title", page.title).member("address", site.whole_address(page.address));
    json.member("type", page.is_index ? "list" : page.type->name).member("summary", page.summary).member("status", status.empty() ? "published" : std::string_view(status));
    const std::string& owner = page.fields.get(shared::owner).id;
    if (const Role* role = site.role(owner)) json.member("owner", role->title);
    if (page.fields.has(shared::reviewed)) json.member("reviewed", iso(page.fields.get(shared::reviewed)));
    if (page.fields.has(shared::review_by)) json.member("review_by", iso(page.fields.get(shared::review_by)));
    if (const Page* easy = site.twin(page)) json.member("easy_read", site.whole_address(easy->address));
    for (const auto& [name, ids] : {std::pair{"topics", &page.fields.get(shared::topics).ids}, {"needs", &page.fields.get(shared::needs).ids}, {"audience", &page.fields.get(shared::audience).words}})
      json.key(name).array([&, list = ids] {
        for (const std::string& id : *list) json.value(id);
      });
  });
}

std::vector<OutputFile> page_list_files(const SiteView& site, const Theme&) {
  std::string text;
  text.reserve(site.all_pages().size() * 500);  // about what they take: it need not be doubled again and again
  JsonWriter json(text);
  json.array([&] {
    for (const Page& page : site.all_pages())
      if (!page.easy_read && page.view == nullptr && page.id != "not-found") add_page(page, site, json);
    json.line();
  });
  text += '\n';
  return only({"pages.json", std::move(text)});
}

}  // namespace

const Format page_list_format{
    .name = "page-list",
    .says = "every page with its owner and its dates",
    .of_page = nullptr,
    .of_site = page_list_files,
};

}  // namespace offer
