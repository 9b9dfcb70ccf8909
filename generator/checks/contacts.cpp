// Contacts: phone numbers that ring, e-mail addresses that arrive, and both ready to be tapped.
#include <algorithm>
#include <array>
#include <set>

#include "base/phone_number.h"
#include "base/text.h"
#include "checks/checks.h"
#include "checks/site_checks.h"
#include "model/easy_read_rules.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

const Code contacts_without_link{"contacts-without-link", Severity::warning, "PE-17"};
const Code contact_links_that_differ{"contact-links-that-differ", Severity::error, "PE-17"};
const Code impossible_phone_numbers{"impossible-phone-numbers", Severity::warning, "PE-17"};
const Code phone_numbers_without_cost{"phone-numbers-without-cost", Severity::warning, "PE-17"};
const Code personal_mail_addresses{"personal-mail-addresses", Severity::warning, "PE-28"};
const Code real_contacts_in_a_demonstration{"real-contacts-in-a-demonstration", Severity::look, "nobody is rung by mistake"};
const Code roles_without_contact{"roles-without-contact", Severity::warning, "SEND Regulations 2014, Schedule 2"};

std::string_view after_colon(std::string_view target) { return target.substr(target.find(':') + 1); }
std::string_view mail_of(std::string_view target) { return after_colon(target).substr(0, after_colon(target).find('?')); }
bool is_tel(const Block& block) { return block.kind == BlockKind::link && block.target.starts_with("tel:"); }
bool is_mail(const Block& block) { return block.kind == BlockKind::link && block.target.starts_with("mailto:"); }

std::string in_one_line(std::string_view written) {
  std::string line;
  for (const std::string_view word : words_of(written)) line += (line.empty() ? "" : " ") + std::string(word);
  return line;
}

// --- The checks ---

void without_link(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  if (tells_of_people(page)) return;  // they do not belong there at all: identity says so
  for (const Contact& one : parts.contacts) {
    if (one.link != nullptr) continue;
    const std::string written = in_one_line(one.written);
    if (one.what == Contact::What::mail) {
      report.add(contacts_without_link, page.path, one.place(), fmt::format("'{}' cannot be tapped to write to it", written), fmt::format("[{}](mailto:{})", written, written));
    } else if (const std::string digits = national_digits(written); phone_number_trouble(digits).empty()) {
      report.add(contacts_without_link, page.path, one.place(), fmt::format("'{}' cannot be tapped to ring it", written), fmt::format("[{}](tel:{})", written, digits));
    }
  }
}

// What the words say is what the link does.
void that_differ(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PageLink& link : parts.links) {
    const Block& block = *link.block;
    if (is_mail(block))
      find_mail_addresses(link.words, [&](size_t at, size_t length) {
        const std::string_view shown = link.words.substr(at, length);
        if (!equal_ignoring_case(shown, mail_of(block.target)))
          report.add(contact_links_that_differ, page.path, block.place, fmt::format("readers see '{}', and the link writes to '{}'", shown, mail_of(block.target)),
                     fmt::format("[{}](mailto:{})", shown, shown));
      });
    if (is_tel(block))
      find_phone_numbers(link.words, [&](size_t at, size_t length) {
        const std::string_view shown = link.words.substr(at, length);
        if (national_digits(shown) != national_digits(after_colon(block.target)))
          report.add(contact_links_that_differ, page.path, block.place, fmt::format("readers see '{}', and the link rings {}", shown, after_colon(block.target)),
                     fmt::format("[{}](tel:{})", shown, national_digits(shown)));
      });
  }
}

void impossible_numbers(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  std::set<std::string> told;
  for (const Contact& one : parts.contacts) {
    if (one.what != Contact::What::phone) continue;
    const std::string digits = national_digits(one.written);
    const std::string trouble = phone_number_trouble(digits);
    if (!trouble.empty() && told.insert(digits).second)
      report.add(impossible_phone_numbers, page.path, one.place(), fmt::format("nobody can be rung on '{}': {}", in_one_line(one.written), trouble), "Look the number up again.");
  }
  for (const PageLink& link : parts.links) {
    if (!is_tel(*link.block)) continue;
    const std::string_view rung = after_colon(link.block->target);
    const std::string digits = national_digits(rung);
    const std::string trouble = phone_number_trouble(digits);
    if (!trouble.empty() && told.insert(digits).second)
      report.add(impossible_phone_numbers, page.path, link.block->place, fmt::format("nobody can be rung on '{}': {}", rung, trouble), "Look the number up again.");
  }
}

// "7p a minute", "£1", "free", "costs": the paragraph tells of money.
bool tells_cost(std::string_view text) {
  const std::string words = lower(text);
  for (const std::string_view one : {"£", "pence", "cost", "charge", "p per minute", "p a minute"})
    if (words.find(one) != std::string::npos) return true;
  return false;
}

void without_cost(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const Contact& one : parts.contacts) {
    if (one.what != Contact::What::phone || !costs_extra(national_digits(one.written)) || (one.holder != nullptr && tells_cost(plain_text(*one.holder)))) continue;
    report.add(phone_numbers_without_cost, page.path, one.place(), fmt::format("ringing '{}' costs extra, and nothing here says how much", in_one_line(one.written)),
               "Give a number that begins with 01, 02 or 03, or say the cost beside it: it costs 7p a minute and what your phone company adds.");
  }
}

// Words of addresses that belong to an office, not to a person.
constexpr std::array<std::string_view, 60> office_words{
    "admin",   "advice",  "answers", "appeals", "apply",     "bookings", "care",     "chair",   "child",    "children", "complaints", "contact", "council", "customer", "data",
    "desk",    "disability", "duty", "early",   "education", "enquiries", "enquiry", "family",  "feedback", "finance",  "forum",      "front",   "general", "health",   "hello",
    "help",    "helpdesk", "helpline", "home",  "hub",       "info",     "information", "learning", "line", "local",    "mail",       "news",    "no",      "noreply",  "offer",
    "office",  "parent",  "parents", "reply",   "school",    "sen",      "send",     "sendiass", "service", "services", "support",    "team",    "web",     "website",  "young"};

// "jane.smith", "j.smith", "jane_smith": two or three names, none of which is a word of the trade.
bool looks_like_person(std::string_view address, const SiteView& site) {
  if (site.known_names().contains(address)) return false;  // a role's own
  const std::string local = lower(address.substr(0, address.find('@')));
  std::vector<std::string_view> parts;
  size_t start = 0;
  for (size_t i = 0; i <= local.size(); ++i)
    if (i == local.size() || local[i] == '.' || local[i] == '_') parts.push_back(std::string_view(local).substr(start, i - start)), start = i + 1;
  if (parts.size() < 2 || parts.size() > 3 || parts.back().size() < 2) return false;
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    if (part.empty() || !std::all_of(part.begin(), part.end(), is_letter) || std::find(office_words.begin(), office_words.end(), part) != office_words.end()) return false;
    if (site.easy_read().words.has_known_words() && site.easy_read().words.is_known(part)) return false;  // "short.breaks"
    std::string name(part);
    name[0] = static_cast<char>(name[0] & ~0x20);
    const std::string plural = name + "s";
    if (site.known_names().contains(name) || site.known_names().contains(plural)) return false;
    const std::string capitals = [&] { std::string all(part); for (char& c : all) c = static_cast<char>(c & ~0x20); return all; }();
    return !site.known_names().contains(capitals);
  });
}

void personal(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  if (tells_of_people(page)) return;  // identity says so
  const auto look = [&](std::string_view address, Place place) {
    if (looks_like_person(address, site))
      report.add(personal_mail_addresses, page.path, place, fmt::format("'{}' looks like one person's own address", address),
                 "People leave. Give an address that an office keeps, such as: send.team@example.org");
  };
  for (const Contact& one : parts.contacts)
    if (one.what == Contact::What::mail) look(one.written, one.place());
  for (const PageLink& link : parts.links)
    if (is_mail(*link.block) && link.words.find(mail_of(link.block->target)) == std::string_view::npos) look(mail_of(link.block->target), link.block->place);
}

bool is_reserved_mail(std::string_view address) {
  const std::string domain = lower(address.substr(address.find('@') + 1));
  for (const std::string_view one : {"example.org", "example.com", "example.net"})
    if (domain == one || domain.ends_with("." + std::string(one))) return true;
  return domain.ends_with(".example") || domain.ends_with(".test") || domain.ends_with(".invalid");
}

bool is_real_phone(const std::string& digits) {
  return digits.size() > 6 && phone_number_trouble(digits).empty() && !is_kept_for_stories(digits);  // 999 and 111 are the same for everybody
}

void real_ones(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  if (site.settings().demonstration.empty()) return;
  for (const Contact& one : parts.contacts) {
    const bool mail = one.what == Contact::What::mail;
    if (mail ? is_reserved_mail(one.written) : !is_real_phone(national_digits(one.written))) continue;
    report.add(real_contacts_in_a_demonstration, page.path, one.place(), fmt::format("'{}' may be somebody's, and this site is a demonstration", in_one_line(one.written)),
               mail ? "Addresses at example.org belong to nobody." : "Numbers from 01632 960 000 to 01632 960 999 belong to nobody.");
  }
}

// --- roles.yml ---

// Roles that pages send their readers to.
std::set<std::string_view> roles_to_ask(const SiteView& site) {
  std::set<std::string_view> asked;
  if (!site.settings().help.empty()) asked.insert(site.settings().help);
  for (const Page& page : site.all_pages())
    for (const Fields::Entry& entry : page.fields.all())
      if (const Id* id = std::get_if<Id>(&entry.value); id != nullptr && entry.field->refers_to == RefersTo::role && entry.field != &shared::owner) asked.insert(id->id);
  return asked;
}

void contacts_of_roles(const SiteIndex& index, Report& report) {
  const SiteView& site = index.site;
  const std::set<std::string_view> asked = roles_to_ask(site);
  for (const auto& [id, role] : site.roles()) {
    if (asked.contains(id) && role.phone.empty() && role.email.empty())
      report.add(roles_without_contact, "roles.yml", role.place, fmt::format("pages send readers to '{}', and there is no way to reach it", role.title),
                 "Add a line below it: phone: 01632 960 101. Or: email: send.team@example.org");
  }
}

void role_contacts(const SiteIndex& index, const Code& code, Report& report) {
  const SiteView& site = index.site;
  const bool demonstration = !site.settings().demonstration.empty();
  for (const auto& [id, role] : site.roles()) {
    const std::string digits = national_digits(role.phone);
    const std::string trouble = role.phone.empty() ? "" : phone_number_trouble(digits);
    if (&code == &impossible_phone_numbers && !trouble.empty())
      report.add(code, "roles.yml", role.phone_place, fmt::format("nobody can be rung on '{}': {}", role.phone, trouble), "Look the number up again.");
    if (&code != &real_contacts_in_a_demonstration || !demonstration) continue;
    if (is_real_phone(digits))
      report.add(code, "roles.yml", role.phone_place, fmt::format("'{}' may be somebody's, and this site is a demonstration", role.phone), "Numbers from 01632 960 000 to 01632 960 999 belong to nobody.");
    if (!role.email.empty() && !is_reserved_mail(role.email))
      report.add(code, "roles.yml", role.email_place, fmt::format("'{}' may be somebody's, and this site is a demonstration", role.email), "Addresses at example.org belong to nobody.");
  }
}

void impossible_in_roles(const SiteIndex& index, Report& report) { role_contacts(index, impossible_phone_numbers, report); }
void real_ones_in_roles(const SiteIndex& index, Report& report) { role_contacts(index, real_contacts_in_a_demonstration, report); }

}  // namespace

const std::vector<Check>& contact_checks() {
  static const std::vector<Check> checks{
      {contacts_without_link, without_link},       {contact_links_that_differ, that_differ}, {impossible_phone_numbers, impossible_numbers},
      {phone_numbers_without_cost, without_cost}, {personal_mail_addresses, personal},      {real_contacts_in_a_demonstration, real_ones},
  };
  return checks;
}

const std::vector<SiteCheck>& role_checks() {
  static const std::vector<SiteCheck> checks{
      {roles_without_contact, contacts_of_roles}, {impossible_phone_numbers, impossible_in_roles}, {real_contacts_in_a_demonstration, real_ones_in_roles}};
  return checks;
}

}  // namespace offer
