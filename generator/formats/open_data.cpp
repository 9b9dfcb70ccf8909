// open-data: the services in the shape of Open Referral UK (HSDS 3: one page of the answer to "services"). For other sites, directories and people who
// work with data.
//
// A service's UUID is made from the site's address and the page's id, so that it stays when the page moves.
#include <algorithm>
#include <unordered_map>
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

// The web address that stands for a part of the site: of "service" and "short-breaks", "https://x.example/send/service/short-breaks".
std::string address_of(const SiteView& site, std::string_view kind, std::string_view name) {
  std::string part = site.settings().address;
  ((part += kind) += '/') += name;
  return part;
}

std::string id_of(const SiteView& site, std::string_view kind, std::string_view name) { return uuid5(address_of(site, kind, name)); }

// The same for what many services share, such as a topic: worked out once.
const std::string& shared_id_of(const SiteView& site, std::string_view kind, std::string_view name) {
  constexpr size_t most_kept = 1000;
  thread_local std::unordered_map<std::string, std::string> known;  // by the address, so it is true of any site
  std::string part = address_of(site, kind, name);
  const auto found = known.find(part);
  if (found != known.end()) return found->second;
  if (known.size() == most_kept) known.clear();
  std::string id = uuid5(part);
  return known.emplace(std::move(part), std::move(id)).first->second;
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
  const ServiceWords words = page.type->service_words(page);
  const Date checked = page.fields.get(shared::reviewed);
  std::string attribute;  // "short-breaks-topic-health"
  json.line().object([&] {
    json.member("id", id_of(site, "service", page.id)).member("name", page.title);
    json.member_if("alternate_name", page.fields.get(shared::short_title));
    json.member("description", words.what.empty() ? page.summary : fmt::format("{} {}", page.summary, words.what));
    json.member("url", site.whole_address(page.address)).member("status", service_state(page));
    json.key("organization").object([&] { json.member("id", shared_id_of(site, "organization", facts.provider)).member("name", facts.provider).member("description", facts.provider); });
    const std::string_view stop = facts.for_whom.ends_with('.') ? " " : ". ";
    json.member("eligibility_description", words.who_can.empty() ? facts.for_whom : fmt::format("{}{}{}", facts.for_whom, stop, words.who_can));
    json.member("minimum_age", facts.ages.from);
    if (facts.ages.to < 120) json.member("maximum_age", facts.ages.to);
    json.member_if("application_process", words.how);
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
            json.member("id", shared_id_of(site, vocabulary, id)).member("code", id).member("name", name).member("description", name).member("taxonomy", vocabulary);
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

constexpr std::string_view between_parts = ",";

PartedFile around_parts(const SiteView& site) {
  const std::vector<Page>& pages = site.all_pages();
  const auto count = static_cast<int64_t>(std::count_if(pages.begin(), pages.end(), is_service));
  constexpr std::string_view place = "parts";
  std::string text;
  JsonWriter json(text);
  json.object([&] {
    json.line().member("total_items", count).member("total_pages", 1).member("page_number", 1).member("size", count);
    json.key("first_page").value_bool(true).key("last_page").value_bool(true).key("empty").value_bool(count == 0);
    json.line().key("contents").array([&] { text += place; });
    json.line();
  });
  text += '\n';
  const size_t at = text.rfind(place);
  return {"open-data/services.json", text.substr(0, at), text.substr(at + place.size())};
}

std::vector<OutputFile> open_data_files(const SiteView& site, const Theme&) {
  const std::vector<Page>& pages = site.all_pages();
  std::vector<std::string> parts(pages.size());
  parallel_for(pages.size(), site.threads(), [&](size_t i) { parts[i] = part(pages[i], site); });
  std::erase(parts, "");
  const PartedFile around = around_parts(site);
  return only({around.path, around.before + join(parts, between_parts) + around.behind});
}

}  // namespace

const Format open_data_format{
    .name = "open-data",
    .says = "the services in the shape of Open Referral UK",
    .of_page = nullptr,
    .of_site = open_data_files,
    .part = part,
    .between_parts = between_parts,
    .around_parts = around_parts,
};

}  // namespace offer
