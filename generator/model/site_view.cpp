#include "model/site_view.h"

#include <algorithm>

#include "base/text.h"
#include "model/open_bodies.h"
#include "model/shared_fields.h"

namespace offer {

std::string phone_address(std::string_view phone) {
  std::string address = "tel:";
  // The (0) of +44 (0)1632 is not dialled.
  const std::string dialled = phone.starts_with('+') ? replace_all(std::string(phone), "(0)", "") : std::string(phone);
  for (const char c : dialled)
    if (is_digit(c) || c == '+') address += c;
  return address;
}

namespace {
template <class Map>
const Page* look_up(const Site& site, const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &site.pages[found->second];
}
}  // namespace

const Page* SiteView::page(std::string_view id) const {
  const auto number = site_.page_by_id.number_of(id);
  return number ? &site_.pages[*number] : nullptr;
}

const Page* SiteView::page_at(std::string_view address) const {
  const auto number = site_.page_by_address.number_of(address);
  return number ? &site_.pages[*number] : nullptr;
}

const Page* SiteView::twin(const Page& page) const {
  return page.twin == none ? nullptr : &site_.pages[page.twin];
}

std::vector<const Page*> SiteView::pages_of(std::string_view type) const {
  std::vector<const Page*> result;
  const auto found = site_.pages_by_type.find(type);
  if (found == site_.pages_by_type.end()) return result;
  result.reserve(found->second.size());
  for (const uint32_t number : found->second) result.push_back(&site_.pages[number]);
  return result;
}

std::map<std::string, std::string> SiteView::redirects() const {
  return {site_.redirects.begin(), site_.redirects.end()};
}

const Term* SiteView::term(std::string_view id) const {
  const auto found = site_.term_by_id.find(id);
  return found == site_.term_by_id.end() ? nullptr : &site_.terms[found->second];
}

const Role* SiteView::role(std::string_view id) const {
  const auto found = site_.roles.find(id);
  return found == site_.roles.end() ? nullptr : &found->second;
}

std::string SiteView::topic(std::string_view id) const {
  const auto found = site_.topics.find(id);
  return found == site_.topics.end() ? std::string(id) : found->second;
}

std::string SiteView::need(std::string_view id) const {
  const auto found = site_.needs.find(id);
  return found == site_.needs.end() ? std::string(id) : found->second;
}

const Deadline* SiteView::deadline(std::string_view id) const {
  for (const Deadline& one : site_.deadlines)
    if (one.id == id) return &one;
  return nullptr;
}

std::vector<const Page*> SiteView::named_by(const Page& page, const FieldInfo& field) const {
  std::vector<const Page*> pages;
  if (page.number >= site_.referrers.size()) return pages;
  for (const Referrer& one : site_.referrers[page.number])
    if (one.field == &field) pages.push_back(&site_.pages[one.page]);
  return pages;
}

const std::string& SiteView::language_of(const Page& page) const {
  const std::string& own = page.fields.get(shared::language);
  return own.empty() ? site_.settings.language : own;
}

const Page* SiteView::in_another_language(std::string_view target) const {
  if (site_.in_another_language.empty() || !target.starts_with('/')) return nullptr;
  const std::string_view address = target.substr(0, target.find('#'));
  return site_.in_another_language.contains(address) ? page_at(address) : nullptr;
}

const std::string& SiteView::language_at(std::string_view target, const Page& from) const {
  const Page* to = target.starts_with('/') ? page_at(target.substr(0, target.find('#'))) : nullptr;
  return language_of(to == nullptr ? from : *to);
}

const std::vector<CountedFilter>* SiteView::filters_of(std::string_view type) const {
  const auto found = site_.filters.find(type);
  return found == site_.filters.end() ? nullptr : &found->second;
}

const std::string* SiteView::filter_values_of(const Page& page) const {
  return page.number < site_.filter_values.size() && !site_.filter_values[page.number].empty() ? &site_.filter_values[page.number] : nullptr;
}

std::vector<const Page*> SiteView::related(const Page& page) const {
  std::vector<const Page*> pages;
  if (page.number >= site_.related.size()) return pages;
  BodyReads::note_related_to(page.number);
  for (const uint32_t number : site_.related[page.number]) pages.push_back(&site_.pages[number]);
  return pages;
}

const Picture* SiteView::picture(std::string_view concept_name) const {
  const auto found = site_.pictures.find(concept_name);
  return found == site_.pictures.end() ? nullptr : &found->second;
}

std::vector<const Page*> SiteView::breadcrumbs(const Page& page) const {
  std::vector<const Page*> trail;
  std::string_view address = page.address;
  while (address.size() > 1) {
    address = address.substr(0, address.rfind('/', address.size() - 2) + 1);
    const Page* above = page_at(address);
    if (above == nullptr) continue;
    if (page.easy_read) {
      // The full page of an Easy Read version is its twin, not its parent.
      if (twin(page) == above) continue;
      if (const Page* easy = twin(*above); easy != nullptr && easy != &page) above = easy;
    }
    trail.push_back(above);
  }
  std::reverse(trail.begin(), trail.end());
  return trail;
}

const Page* SiteView::index_of(const Page& page) const {
  const auto trail = breadcrumbs(page);
  return trail.empty() ? nullptr : trail.back();
}

std::string SiteView::href(std::string_view address) const {
  std::string result;
  result.reserve(site_.settings.base_path.size() + address.size());
  add_href(address, result);
  return result;
}

void SiteView::add_href(std::string_view address, std::string& to) const {
  to += site_.settings.base_path;
  if (!address.empty() && address.front() == '/') address.remove_prefix(1);
  add_percent_encoded(address, to);
}

std::string SiteView::whole_address(std::string_view address) const {
  if (!address.empty() && address.front() == '/') address.remove_prefix(1);
  std::string result;
  result.reserve(site_.settings.address.size() + address.size());
  result += site_.settings.address;
  add_percent_encoded(address, result);
  return result;
}

}  // namespace offer
