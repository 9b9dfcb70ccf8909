#include "listings/filters.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "listings/folder.h"
#include "model/builder.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr size_t long_list = 8;       // fewer can be read through
constexpr size_t most_in_full = 100;  // with summaries: about 100 kB, which an old phone still opens

std::vector<FilterValue> topics_of(const Page& page, const SiteView& site) {
  std::vector<FilterValue> values;
  for (const std::string& id : page.fields.get(shared::topics).ids) values.push_back({slug(id), site.topic(id)});
  return values;
}

std::vector<FilterValue> needs_of(const Page& page, const SiteView& site) {
  std::vector<FilterValue> values;
  for (const std::string& id : page.fields.get(shared::needs).ids) values.push_back({slug(id), site.need(id)});
  return values;
}

// The ages at which something changes for a child; those of the hubs.
std::vector<FilterValue> ages_of(const Page& page, const SiteView&) {
  struct Band {
    Ages ages;
    std::string_view id, words;
  };
  constexpr Band bands[]{{{0, 5}, "0-to-5", "Birth to 5"}, {{5, 11}, "5-to-11", "5 to 11"}, {{11, 16}, "11-to-16", "11 to 16"}, {{16, 25}, "16-to-25", "16 to 25"}};
  std::vector<FilterValue> values;
  if (!page.fields.has(shared::ages)) return values;
  const Ages& ages = page.fields.get(shared::ages);
  for (const Band& band : bands)
    if (ages.from < band.ages.to && ages.to > band.ages.from) values.push_back({std::string(band.id), std::string(band.words), band.ages.from});
  return values;
}

std::string value_address(const Page& index, const ListFilter& filter, const FilterValue& value) { return fmt::format("{}{}/{}/", index.address, filter.name, value.id); }

// One value more of a card: "topic:autism".
void add_value(std::string_view name, std::string_view id, std::string& to) {
  if (id.empty()) return;
  if (!to.empty()) to += ' ';
  ((to += name) += ':') += id;
}

// The list page of a folder inside the type's folder.
bool is_inside(const Page& index) { return index.path.find('/') != index.path.rfind('/'); }

std::string_view name_of_list(const Page& index) {
  const std::string& short_title = index.fields.get(shared::short_title);
  return short_title.empty() ? std::string_view(index.title) : std::string_view(short_title);
}

// As they were counted for the whole site; `made` holds them where they were not yet.
const std::vector<CountedFilter>& filters_of(const ContentType& type, const SiteView& site, std::vector<CountedFilter>& made) {
  if (const auto* known = site.filters_of(type.name)) return *known;
  return made = useful_filters(type, site);
}

void add_counted_links(const Page& index, const std::vector<CountedFilter>& filters, size_t items, std::string_view current, Builder& to) {
  std::vector<FilterGroup> groups;
  for (const CountedFilter& counted : filters) {
    FilterGroup& group = groups.emplace_back(FilterGroup{counted.filter->name, counted.filter->title, {}});
    for (const CountedValue& one : counted.values) group.links.push_back({one.value.id, one.value.words, value_address(index, *counted.filter, one.value), one.pages.size()});
  }
  add_filter_groups(groups, items, current, to);
}

void add_titles(std::span<const Page* const> pages, Builder& to) {
  if (pages.empty()) return;
  to.within(BlockKind::bullet_list, [&] {
    for (const Page* page : pages)
      to.within(BlockKind::item, [&] { to.within(BlockKind::paragraph, [&] { to.link(page->title, page->address); }).variant = static_cast<uint8_t>(ParagraphKind::tight); });
  });
}

// Titles alone, under the folders of the whole list. pages: in order of path.
void add_by_folder(std::span<const Page* const> pages, const Page& index, const SiteView& site, Builder& to) {
  const std::vector<FolderGroup> folders = folder_groups(index, site);
  std::vector<std::vector<const Page*>> inside(folders.size());
  std::vector<const Page*> others;
  size_t at = 0;  // in folders, which are in order of path too
  for (const Page* page : pages) {
    while (at < folders.size() && !folders[at].holds(page->path) && folders[at].index->path < page->path) ++at;
    (at < folders.size() && folders[at].holds(page->path) ? inside[at] : others).push_back(page);
  }
  add_titles(others, to);
  for (size_t i = 0; i < folders.size(); ++i) {
    if (inside[i].empty()) continue;
    const Page& folder = *folders[i].index;
    const std::string_view path = std::string_view(folder.path).substr(folder.path.find('/') + 1);  // titles may be alike
    to.heading(2, folder.title, "in-" + slug(path.substr(0, path.rfind('/'))));
    add_titles(inside[i], to);
  }
}

// The whole list's page stands above: `made` has its folder's type.
void body_of_value(const Page& made, const SiteView& site, Builder& to) {
  const Page& index = site.whole(made);
  const ContentType* type = listed_type(index, site);
  if (type == nullptr) return;
  const size_t colon = made.view_value.find(':');
  const std::string_view name = std::string_view(made.view_value).substr(0, colon), id = std::string_view(made.view_value).substr(colon + 1);
  std::vector<CountedFilter> counted_here;
  const std::vector<CountedFilter>& filters = filters_of(*type, site, counted_here);
  std::vector<const Page*> pages;
  for (const CountedFilter& counted : filters)
    if (counted.filter->name == name)
      for (const CountedValue& one : counted.values)
        if (one.value.id == id)
          for (const uint32_t number : one.pages) pages.push_back(&site.all_pages()[number]);
  to.within(BlockKind::paragraph, [&] { to.link(fmt::format("Show all {}", site.pages_of(type->name).size()), index.address); });
  add_counted_links(index, filters, 0, made.view_value, to);
  if (pages.size() > most_in_full) add_by_folder(pages, index, site, to);
  else type->list(pages, site, to);
}

bool never_wanted(const Page&) { return false; }
void no_body(const Page&, const SiteView&, Builder&) {}

}  // namespace

const ListFilter topic_filter{"topic", "What it is about", 1, topics_of};
const ListFilter need_filter{"need", "Need", 1, needs_of};
const ListFilter age_filter{"age", "Age", 1, ages_of};

bool is_long(const std::vector<const Page*>& pages) { return pages.size() >= long_list; }

std::vector<CountedFilter> useful_filters(const ContentType& type, const SiteView& site) {
  if (type.filters.empty() || type.list == nullptr) return {};
  const auto pages = site.pages_of(type.name);
  if (!is_long(pages)) return {};
  std::vector<CountedFilter> filters(type.filters.size());
  parallel_for(filters.size(), site.threads(), [&](size_t i) {
    const ListFilter* filter = type.filters[i];
    std::map<std::string, CountedValue> by_id;
    std::map<std::string, const Page*> last;  // a page that has a value twice counts once
    for (const Page* page : pages)
      for (FilterValue& value : filter->values(*page, site)) {
        if (value.id.empty() || std::exchange(last[value.id], page) == page) continue;
        CountedValue& counted = by_id[value.id];
        if (counted.pages.empty()) counted.value = std::move(value);
        counted.pages.push_back(static_cast<uint32_t>(page->number));
      }
    CountedFilter& useful = filters[i];
    useful.filter = filter;
    for (auto& [id, counted] : by_id)
      if (counted.pages.size() >= filter->at_least && counted.pages.size() < pages.size()) useful.values.push_back(std::move(counted));
    std::stable_sort(useful.values.begin(), useful.values.end(), [](const CountedValue& a, const CountedValue& b) {
      return a.value.order != b.value.order ? a.value.order < b.value.order : lower(a.value.words) < lower(b.value.words);
    });
  });
  std::erase_if(filters, [](const CountedFilter& one) { return one.values.size() < 2; });
  return filters;
}

const ContentType* listed_type(const Page& page, const SiteView& site) {
  if (!page.is_index) return nullptr;
  const std::string_view folder = std::string_view(page.path).substr(0, page.path.find('/'));
  for (const ContentType* type : site.types())
    if (!type->folder.empty() && type->folder == folder && type->list != nullptr) return type;
  return nullptr;
}

void add_values(const std::vector<std::pair<std::string_view, std::string>>& values, Builder& to) {
  std::string words;
  for (const auto& [name, id] : values) add_value(name, id, words);
  if (!words.empty()) to.add(BlockKind::values, words);
}

std::string filter_values(const Page& page, const SiteView& site) {
  std::string words;
  for (const ListFilter* filter : page.type->filters)
    for (const FilterValue& value : filter->values(page, site)) add_value(filter->name, value.id, words);
  return words;
}

void add_values(const Page& page, const SiteView& site, Builder& to) {
  if (const std::string* known = site.filter_values_of(page)) to.add(BlockKind::values, *known);
  else if (const std::string words = filter_values(page, site); !words.empty()) to.add(BlockKind::values, words);
}

void add_filter_links(const Page& index, const ContentType& type, const SiteView& site, size_t items, Builder& to) {
  if (type.filters.empty() || is_inside(index)) return;
  std::vector<CountedFilter> counted_here;
  add_counted_links(index, filters_of(type, site, counted_here), items, {}, to);
}

void add_filter_groups(const std::vector<FilterGroup>& groups, size_t items, std::string_view current, Builder& to) {
  if (groups.empty()) return;
  Block& filters = to.within(BlockKind::filters, [&] {
    for (const FilterGroup& group : groups) {
      Block& block = to.within(BlockKind::filter, [&] {
        for (const FilterLink& one : group.links) {
          Block& link = to.within(BlockKind::link, [&] { to.add(BlockKind::text, fmt::format("{} ({})", one.words, one.count)); });
          link.target = to.keep(one.address);
          link.text = to.keep(one.id);
          link.variant = current == fmt::format("{}:{}", group.name, one.id) ? 1 : 0;
        }
      });
      block.text = to.keep(group.title);
      block.target = to.keep(group.name);
    }
  });
  filters.number = static_cast<uint16_t>(std::min<size_t>(items, 65535));
}

std::vector<FilteredPage> filtered_pages(const Page& index, const SiteView& site) {
  std::vector<FilteredPage> pages;
  const ContentType* type = listed_type(index, site);
  if (type == nullptr || index.easy_read || index.view != nullptr || is_inside(index)) return pages;
  std::vector<CountedFilter> counted_here;
  const size_t all = site.pages_of(type->name).size();
  for (const CountedFilter& counted : filters_of(*type, site, counted_here))
    for (const CountedValue& one : counted.values)
      pages.push_back({value_address(index, *counted.filter, one.value), fmt::format("{}: {}", name_of_list(index), one.value.words),
                       fmt::format("{}: {}. {} of {} {} here.", counted.filter->title, one.value.words, one.pages.size(), all, one.pages.size() == 1 ? "is" : "are"),
                       fmt::format("{}:{}", counted.filter->name, one.value.id)});
  return pages;
}

const ContentView filtered_view{"", "", never_wanted, no_body, body_of_value};

}  // namespace offer
