#include "search/filters.h"

#include <algorithm>

#include "base/escape.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr std::pair<std::string_view, std::string_view> readers[]{{"parents", "Parents and carers"}, {"young-people", "Young people"}, {"professionals", "Professionals"}};
constexpr std::pair<std::string_view, Ages> age_groups[]{{"Birth to 5", {0, 5}}, {"5 to 11", {5, 11}}, {"11 to 16", {11, 16}}, {"16 to 25", {16, 25}}};
constexpr Ages all_ages{0, 120};

template <class Named>
std::unordered_map<std::string_view, size_t> places_of(const Named& named) {
  std::unordered_map<std::string_view, size_t> places;
  for (const auto& [id, title] : named) places.emplace(id, places.size());
  return places;
}

std::string group_json(std::string_view title, const std::vector<std::string>& choices) { return "[" + json_string(title) + "," + json_list(choices) + "]"; }

template <class Named>
std::vector<std::string> titles_of(const Named& named) {
  std::vector<std::string> titles;
  for (const auto& [id, title] : named) titles.emplace_back(title);
  return titles;
}

std::vector<std::string> titles_of_ages() {
  std::vector<std::string> titles;
  for (const auto& [title, ages] : age_groups) titles.emplace_back(title);
  return titles;
}

}  // namespace

Filters::Filters(const SiteView& site) : site_(site), topics_(places_of(site.topics())), needs_(places_of(site.needs())) {}

std::string json_list(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) json += (json.size() > 1 ? "," : "") + json_string(text);
  return json + "]";
}

std::string Filters::letters(size_t choices, const std::vector<size_t>& chosen) {
  std::vector<uint32_t> sums((choices + 5) / 6);
  for (const size_t one : chosen) sums[one / 6] |= 1U << (one % 6);
  std::string text;
  for (const uint32_t sum : sums) text += search_digits[sum];
  return text;
}

std::string Filters::letters_of(const Page& page) const {
  std::vector<size_t> chosen;
  const auto take_places = [&](const std::vector<std::string>& ids, const std::unordered_map<std::string_view, size_t>& places) {
    chosen.clear();
    for (const std::string& id : ids)
      if (const auto found = places.find(id); found != places.end()) chosen.push_back(found->second);
  };
  const std::vector<std::string>& audience = page.fields.get(shared::audience).words;
  const bool everyone = std::find(audience.begin(), audience.end(), "everyone") != audience.end();
  for (size_t i = 0; i < std::size(readers); ++i)
    if (everyone || std::find(audience.begin(), audience.end(), readers[i].first) != audience.end()) chosen.push_back(i);
  std::string text = letters(std::size(readers), chosen);
  chosen.clear();
  const Ages ages = page.fields.has(shared::ages) ? page.fields.get(shared::ages) : all_ages;
  for (size_t i = 0; i < std::size(age_groups); ++i)
    if (ages.from < age_groups[i].second.to && ages.to > age_groups[i].second.from) chosen.push_back(i);
  text += letters(std::size(age_groups), chosen);
  take_places(page.fields.get(shared::topics).ids, topics_);
  text += letters(topics_.size(), chosen);
  take_places(page.fields.get(shared::needs).ids, needs_);
  return text + letters(needs_.size(), chosen);
}

std::string Filters::json(const std::vector<std::string>& kinds, std::string_view pages) const {
  return "{\"groups\":[" + group_json("Kind of page", kinds) + "," + group_json("For", titles_of(readers)) + "," + group_json("Age", titles_of_ages()) + "," +
         group_json("About", titles_of(site_.topics())) + "," + group_json("Need", titles_of(site_.needs())) + "],\"pages\":\"" + std::string(pages) + "\"}\n";
}

}  // namespace offer
