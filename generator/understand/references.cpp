// Ids in fields and settings lead somewhere.
#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"
#include "understand/steps.h"

namespace offer {

namespace {

template <class Map>
std::vector<std::string_view> names_of(const Map& map) {
  std::vector<std::string_view> names;
  for (const auto& [name, ignored] : map) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

class References {
 public:
  References(const Site& site, const Unpublished& unpublished, Report& report)
      : site_(site), unpublished_(unpublished), report_(report) {}

  void check(const Page& page, const Fields::Entry& entry) {
    if (const Id* one = std::get_if<Id>(&entry.value)) check_one(page.path, *entry.field, one->id, entry.place);
    if (const Ids* many = std::get_if<Ids>(&entry.value))
      for (size_t i = 0; i < many->ids.size(); ++i) check_one(page.path, *entry.field, many->ids[i], entry.place_of_item(i));
  }

  void check_setting(std::string_view name, const std::vector<std::string>& ids) {
    for (size_t i = 0; i < ids.size(); ++i) check_page("site.yml", name, ids[i], place_of(name, i));
  }

  void check_search_words(const SearchWords& row) {
    for (const std::string& id : row.pages) check_page("search-words.csv", "page", id, row.place);
  }

  void check_help_setting() {
    const std::string& id = site_.settings.help;
    if (!id.empty() && !site_.roles.contains(id)) missing("site.yml", place_of("help", 0), "help", "role", id, names_of(site_.roles));
  }

 private:
  void check_one(std::string_view path, const FieldInfo& field, const std::string& id, Place place) {
    switch (field.refers_to) {
      case RefersTo::nothing: return;
      case RefersTo::page:
        return check_page(path, field.name, id, place, field.of_type);
      case RefersTo::role:
        if (!site_.roles.contains(id)) missing(path, place, field.name, "role", id, names_of(site_.roles));
        return;
      case RefersTo::topic:
        if (!site_.topics.contains(id)) missing(path, place, field.name, "topic", id, names_of(site_.topics));
        return;
      case RefersTo::need:
        if (!site_.needs.contains(id)) missing(path, place, field.name, "need", id, names_of(site_.needs));
        return;
      case RefersTo::deadline:
        if (std::none_of(site_.deadlines.begin(), site_.deadlines.end(), [&](const Deadline& one) { return one.id == id; })) {
          std::vector<std::string_view> names;
          for (const Deadline& one : site_.deadlines) names.push_back(one.id);
          missing(path, place, field.name, "time limit of the law", id, names);
        }
        return;
      case RefersTo::law:
        if (!site_.law.contains(id)) missing(path, place, field.name, "point of Schedule 2", id, names_of(site_.law));
        return;
    }
  }

  Place place_of(std::string_view setting, size_t item) const {
    const auto found = site_.settings.places.find(setting);
    return found == site_.settings.places.end() || item >= found->second.size() ? Place{} : found->second[item];
  }

  std::vector<std::string_view> ids_of_pages() const {
    std::vector<std::string_view> ids;
    for (const Page& page : site_.pages)
      if (!page.id.empty()) ids.push_back(page.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  void check_page(std::string_view path, std::string_view field, const std::string& id, Place place, std::string_view of_type = {}) {
    if (const auto found = site_.page_by_id.number_of(id)) {
      const Page& page = site_.pages[*found];
      if (!of_type.empty() && page.type->name != of_type)
        report_.add(codes::unknown_references, path, place, fmt::format("'{}' names '{}', which is a {} and not a {}", field, page.title, page.type->name, of_type),
                    fmt::format("Name the id of a {}.", of_type));
      return;
    }
    if (const auto hidden = unpublished_.find(id); hidden != unpublished_.end()) {
      report_.add(codes::links_to_unpublished_pages, path, place,
                  fmt::format("'{}' leads to '{}', which readers cannot see yet", field, hidden->second),
                  "Publish that page first, or take this out.");
      return;
    }
    missing(path, place, field, "page", id, ids_of_pages());
  }

  void missing(std::string_view path, Place place, std::string_view field, std::string_view what, std::string_view id,
               const std::vector<std::string_view>& known) {
    std::string help = did_you_mean(id, known);
    if (help.empty() && known.size() <= 15 && !known.empty())
      help = fmt::format("There is {}.", joined_words({known.begin(), known.end()}));
    report_.add(codes::unknown_references, path, place,
                fmt::format("'{}' names a {} '{}', and there is none of that name", field, what, id), std::move(help));
  }

  const Site& site_;
  const Unpublished& unpublished_;
  Report& report_;
};

}  // namespace

void check_references(const Site& site, const Unpublished& unpublished, Report& report) {
  References references(site, unpublished, report);
  references.check_setting("menu", site.settings.menu);
  references.check_setting("footer", site.settings.footer);
  references.check_help_setting();
  for (const SearchWords& row : site.search_words) references.check_search_words(row);
  for (const Page& page : site.pages) {
    if (page.easy_read) continue;  // its fields are its full page's
    for (const Fields::Entry& entry : page.fields.all()) references.check(page, entry);
    if (const std::string& language = page.fields.get(shared::language); !language.empty() && !is_language_code(language)) {
      const std::string_view code = language_code_of(language);
      report.add(codes::wrong_values, page.path, page.fields.place_of(shared::language), fmt::format("'{}' is not the code of a language", language),
                 code.empty() ? std::string("Codes have two or three letters: pl for Polish, ur for Urdu, so for Somali.") : fmt::format("Write: language: {}", code));
    }
    if (page.fields.has(shared::reviewed) && page.fields.has(shared::review_by) &&
        page.fields.get(shared::review_by) <= page.fields.get(shared::reviewed))
      report.add(codes::impossible_review_dates, page.path, page.fields.place_of(shared::review_by),
                 "the day to check this page again is not after the day when it was last checked",
                 "'review_by' is a later day than 'reviewed'.");
  }
}

}  // namespace offer
