#include "formats/structured_data.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "model/events.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr size_t fewest_questions = 3;
constexpr size_t most_events = 10;

// Begins an item of the list of things: {"@type": "Event", ….
template <class Inside>
void add_thing(JsonWriter& json, std::string_view type, Inside&& inside) {
  json.object([&] {
    json.member("@type", type);
    inside();
  });
}

void add_breadcrumbs(const Page& page, const std::vector<const Page*>& trail, const SiteView& site, JsonWriter& json) {
  if (trail.empty() || page.id == "not-found") return;
  add_thing(json, "BreadcrumbList", [&] {
    json.key("itemListElement").array([&] {
      int64_t position = 0;
      // The page itself needs no address: it is the one that is read.
      const auto add = [&](std::string_view name, const Page& one) {
        add_thing(json, "ListItem", [&] {
          json.member("position", ++position).member("name", name);
          if (&one != &page) json.member("item", site.whole_address(one.address));
        });
      };
      for (const Page* above : trail) {
        const Page* full = above->easy_read ? site.twin(*above) : above;
        add(full != nullptr && full->address == "/" ? std::string_view("Home") : std::string_view(above->title), *above);
      }
      add(page.title, page);
    });
  });
}

void add_site(const SiteView& site, JsonWriter& json) {
  const Settings& settings = site.settings();
  add_thing(json, "WebSite", [&] { json.member("name", settings.name).member("url", settings.address).member("inLanguage", settings.language); });
  if (!settings.council.empty()) add_thing(json, "GovernmentOrganization", [&] { json.member("name", settings.council).member("url", settings.address); });
}

// What a council or the NHS gives is a service of government; a charity's or a club's is not.
bool is_of_government(const ServiceFacts& facts) {
  std::string provider = lower(facts.provider);
  if (provider.starts_with("the ")) provider.erase(0, 4);
  return provider.starts_with("council") || provider.starts_with("nhs ") || (provider.ends_with(" council") && provider.find(',') == std::string::npos) || provider.ends_with(" nhs trust");
}

void add_service_data(const Page& page, const SiteView& site, JsonWriter& json) {
  const ServiceFacts facts = page.type->service(page);
  add_thing(json, is_of_government(facts) ? "GovernmentService" : "Service", [&] {
    json.member("name", page.title).member("description", page.summary).member("url", site.whole_address(page.address));
    json.key("provider").object([&] { json.member("@type", is_of_government(facts) ? "GovernmentOrganization" : "Organization").member("name", facts.provider); });
    json.member_if("areaServed", facts.area);
    json.key("audience").object([&] { json.member("@type", "Audience").member("audienceType", facts.for_whom); });
    if (is_free(facts)) json.key("offers").object([&] { json.member("@type", "Offer").member("price", 0).member("priceCurrency", "GBP"); });
    if (const Role* role = site.role(facts.contact); role != nullptr && !role->phone.empty())
      json.key("availableChannel").object([&] {
        json.member("@type", "ServiceChannel").key("servicePhone").object([&] { json.member("@type", "ContactPoint").member("telephone", role->phone); });
      });
  });
}

// Days to come on which something takes place. A time limit, a milestone or a paper that comes out is no event that people go to.
void add_event_data(const Page& page, const SiteView& site, JsonWriter& json) {
  size_t count = 0;
  for (const Event& event : dates_of(page)) {
    if (event.kind != "meeting" || event.date.day == 0 || last_day(event.date) < site.today() || count++ == most_events) continue;
    add_thing(json, "Event", [&] {
      json.member("name", event.what).member("startDate", iso(event.date)).member("url", site.whole_address(page.address));
      json.member("eventStatus", event.state == "cancelled" ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled");
      if (!site.settings().council.empty()) json.key("organizer").object([&] { json.member("@type", "Organization").member("name", site.settings().council); });
    });
  }
}

struct AskedQuestion {
  std::string asked;
  std::string answer;
};

// A page of questions and answers: each of its sections, and no fewer than three, has a question as its heading and begins its answer in words.
std::vector<AskedQuestion> questions_of(const Block& root) {
  std::vector<AskedQuestion> questions;
  for (const Block& block : children(root)) {
    if (block.kind == BlockKind::heading && block.number == 2) {
      std::string words = plain_text(block);
      if (!words.ends_with('?')) return {};
      if (!questions.empty() && questions.back().answer.empty()) return {};
      questions.push_back({std::move(words), {}});
    } else if (!questions.empty()) {
      std::string& answer = questions.back().answer;
      if (answer.empty() && block.kind != BlockKind::paragraph) return {};
      // The answer in short; the rest stands on the page.
      if (block.kind == BlockKind::paragraph && answer.empty()) answer = plain_text(block);
    }
  }
  if (questions.size() < fewest_questions || questions.back().answer.empty()) return {};
  return questions;
}

void add_questions(const Block& root, JsonWriter& json) {
  const std::vector<AskedQuestion> questions = questions_of(root);
  if (questions.empty()) return;
  add_thing(json, "FAQPage", [&] {
    json.key("mainEntity").array([&] {
      for (const AskedQuestion& one : questions)
        add_thing(json, "Question", [&] {
          json.member("name", one.asked).key("acceptedAnswer").object([&] { json.member("@type", "Answer").member("text", one.answer); });
        });
    });
  });
}

}  // namespace

std::string structured_data(const Page& page, const Block& root, const std::vector<const Page*>& trail, const SiteView& site) {
  constexpr std::string_view before = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":";
  std::string data(before);  // no words of it can end the element: see JsonWriter
  JsonWriter json(data);
  json.array([&] {
    if (page.address == "/") add_site(site, json);
    add_breadcrumbs(page, trail, site, json);
    if (page.easy_read || page.view != nullptr) return;
    if (page.type->service != nullptr && !page.is_index) add_service_data(page, site, json);
    add_event_data(page, site, json);
    if (page.type->folder.empty() && page.address != "/") add_questions(root, json);
  });
  if (data.size() == before.size() + std::string_view("[]").size()) return {};
  return data += "}</script>";
}

}  // namespace offer
