// open-data: the services in the shape of Open Referral UK (HSDS 3: one page of the answer to "services"), and every page of the site with its
// owner and its dates. For other sites, directories and people who work with data.
//
// A service's UUID is made from the site's address and the page's id, so that it stays when the page moves.
#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/uuid.h"
#include "formats/feed_entries.h"
#include "formats/formats.h"
#include "model/open_bodies.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

// The UUID of a part of the site: "service/short-breaks", "role/sendiass".
std::string id_of(const SiteView& site, std::string_view kind, std::string_view name) {
  std::string part = site.settings().address;
  ((part += kind) += '/') += name;
  return uuid5(part);
}

std::string_view service_state(const Page& page) {
  const std::string& status = page.fields.get(shared::status).word;
  return status == "superseded" || status == "withdrawn" ? "defunct" : "active";
}

void add_phones(const Role& role, std::string_view owner, const SiteView& site, JsonWriter& json) {
  json.key("phones").array([&] {
    if (role.phone.empty()) return;
    json.object([&] { json.member("id", id_of(site, "phone", owner)).member("number", role.phone).member("type", "voice").member_if("description", role.hours); });
  });
}

void add_service_contacts(const ServiceFacts& facts, const Page& page, const SiteView& site, JsonWriter& json) {
  const Role* role = site.role(facts.contact);
  json.key("contacts").array([&] {
    if (role == nullptr) return;
    json.object([&] {
      json.member("id", id_of(site, "contact", page.id)).member("name", role->title).member("title", role->title).member_if("email", role->email);
      add_phones(*role, "contact-" + page.id, site, json);
    });
  });
  if (role == nullptr) return;
  if (!role->email.empty()) json.member("email", role->email);
  add_phones(*role, "service-" + page.id, site, json);
  json.key("schedules").array([&] {
    // Opening hours are words here, and guessing days and hours out of them could send somebody to a closed door.
    if (!role->hours.empty()) json.object([&] { json.member("id", id_of(site, "schedule", page.id)).member("description", role->hours); });
  });
}

void add_cost(const ServiceFacts& facts, const Page& page, const SiteView& site, JsonWriter& json) {
  json.member_if("fees_description", facts.cost);
  json.key("cost_options").array([&] {
    json.object([&] {
      json.member("id", id_of(site, "cost", page.id)).member("option", facts.cost);
      if (is_free(facts)) json.member("amount", 0).member("currency", "GBP");
      json.member("amount_description", facts.cost);
    });
  });
}

void add_open_service(const Page& page, const SiteView& site, JsonWriter& json) {
  const OpenBodies open;
  const ServiceFacts facts = page.type->service(page);
  const Date checked = page.fields.get(shared::reviewed);
  std::string attribute;  // "short-breaks-topic-health"
  json.line().object([&] {
    json.member("id", id_of(site, "service", page.id)).member("name", page.title);
    json.member_if("alternate_name", page.fields.get(shared::short_title));
    json.member("description", facts.what.empty() ? page.summary : fmt::format("{} {}", page.summary, facts.what));
    json.member("url", site.whole_address(page.address)).member("status", service_state(page));
    json.key("organization").object([&] { json.member("id", id_of(site, "organization", facts.provider)).member("name", facts.provider).member("description", facts.provider); });
    const std::string_view stop = facts.for_whom.ends_with('.') ? " " : ". ";
    json.member("eligibility_description", facts.who_can.empty() ? facts.for_whom : fmt::format("{}{}{}", facts.for_whom, stop, facts.who_can));
    json.member("minimum_age", facts.ages.from);
    if (facts.ages.to < 120) json.member("maximum_age", facts.ages.to);
    json.member_if("application_process", facts.how);
    if (!facts.wait.empty()) json.member("wait_time", facts.wait_on ? fmt::format("{} ({})", facts.wait, in_words(*facts.wait_on)) : facts.wait);
    add_cost(facts, page, site, json);
    add_service_contacts(facts, page, site, json);
    json.key("service_areas").array([&] { json.object([&] { json.member("id", id_of(site, "area", page.id)).member("name", facts.area).member("description", facts.area); }); });
    json.key("languages").array([&] { json.object([&] { json.member("id", id_of(site, "language", page.id)).member("name", "English").member("code", "en"); }); });
    json.key("attributes").array([&] {
      const auto add = [&](std::string_view vocabulary, const std::string& id, const std::string& name) {
        json.object([&] {
          ((((attribute = page.id) += '-') += vocabulary) += '-') += id;
          json.member("id", id_of(site, "attribute", attribute)).member("link_entity", "service");
          json.key("taxonomy_term").object([&] {
            json.member("id", id_of(site, vocabulary, id)).member("code", id).member("name", name).member("description", name).member("taxonomy", vocabulary);
          });
        });
      };
      for (const std::string& id : page.fields.get(shared::topics).ids) add("topic", id, site.topic(id));
      for (const std::string& id : page.fields.get(shared::needs).ids) add("need", id, site.need(id));
    });
    if (page.fields.has(shared::reviewed)) json.member("assured_date", iso(checked)).member("last_modified", moment(checked));
  });
}

bool is_service(const Page& page) { return page.type->service != nullptr && !page.easy_read && !page.is_index && page.view == nullptr; }

// A service as it stands in an array, without its brackets.
std::string part(const Page& page, const SiteView& site) {
  if (!is_service(page)) return {};
  thread_local std::string array;  // the same memory for page after page
  array.clear();
  JsonWriter json(array);
  json.array([&] { add_open_service(page, site, json); });
  return array.substr(1, array.size() - 2);
}

OutputFile services_file(const SiteView& site, const std::vector<std::string>& parts) {
  const std::vector<Page>& pages = site.all_pages();
  const auto count = static_cast<int64_t>(std::count_if(pages.begin(), pages.end(), is_service));
  std::string text;
  JsonWriter json(text);
  size_t size = 1000;
  for (const std::string& one : parts) size += one.size() + 1;
  text.reserve(size);
  json.object([&] {
    json.line().member("total_items", count).member("total_pages", 1).member("page_number", 1).member("size", count);
    json.key("first_page").value_bool(true).key("last_page").value_bool(true).key("empty").value_bool(count == 0);
    json.line().key("contents").array([&] {
      bool first = true;
      for (const std::string& one : parts) {
        if (one.empty()) continue;
        if (!std::exchange(first, false)) text += ',';
        text += one;
      }
    });
    json.line();
  });
  text += '\n';
  return {"open-data/services.json", std::move(text)};
}

OutputFile pages_file(const SiteView& site) {
  std::string text;
  text.reserve(site.all_pages().size() * 500);  // about what they take: it need not be doubled again and again
  JsonWriter json(text);
  json.array([&] {
    for (const Page& page : site.all_pages()) {
      if (page.easy_read || page.view != nullptr || page.id == "not-found") continue;
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
    json.line();
  });
  text += '\n';
  return {"pages.json", std::move(text)};
}

std::vector<OutputFile> of_parts(const SiteView& site, const std::vector<std::string>& parts) {
  std::vector<OutputFile> files;
  files.push_back(services_file(site, parts));
  files.push_back(pages_file(site));
  return files;
}

std::vector<OutputFile> open_data_files(const SiteView& site, const Theme&) {
  const std::vector<Page>& pages = site.all_pages();
  std::vector<std::string> parts(pages.size());
  parallel_for(pages.size(), site.threads(), [&](size_t i) { parts[i] = part(pages[i], site); });
  return of_parts(site, parts);
}

}  // namespace

const Format open_data_format{
    .name = "open-data",
    .says = "the services in the shape of Open Referral UK, and a list of every page",
    .of_page = nullptr,
    .of_site = open_data_files,
    .part = part,
    .of_parts = of_parts,
};

}  // namespace offer
