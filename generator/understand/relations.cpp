// Relations between pages: who names whom, circles that should not be, and the pages that are made out of others.
#include <algorithm>
#include <optional>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "listings/filters.h"
#include "listings/poster.h"
#include "model/shared_fields.h"
#include "understand/steps.h"

namespace offer {

namespace {

template <class Visit>
void each_named_page(const Site& site, const Fields::Entry& entry, Visit&& visit) {
  if (entry.field->refers_to != RefersTo::page) return;
  const auto one = [&](const std::string& id, size_t item) {
    if (const auto found = site.page_by_id.number_of(id)) visit(*found, item);
  };
  if (const Id* id = std::get_if<Id>(&entry.value)) one(id->id, 0);
  if (const Ids* ids = std::get_if<Ids>(&entry.value))
    for (size_t i = 0; i < ids->ids.size(); ++i) one(ids->ids[i], i);
}

}  // namespace

void find_referrers(Site& site) {
  site.referrers.assign(site.pages.size(), {});
  for (const Page& page : site.pages) {
    if (page.easy_read) continue;
    for (const Fields::Entry& entry : page.fields.all())
      each_named_page(site, entry, [&](size_t named, size_t) { site.referrers[named].push_back({page.number, entry.field}); });
  }
}

void check_circles(const Site& site, Report& report) {
  // Depth first, one field at a time, on a stack of our own: a chain may be long. `open` pages are on the way from the start.
  enum class Seen : uint8_t { never, open, done };
  struct Step {
    size_t page;
    std::vector<std::pair<size_t, Place>> named;
    size_t next = 0;
  };
  for (const std::string_view field : {"supersedes", "reports_to", "replaced_by"}) {
    std::vector<Seen> seen(site.pages.size(), Seen::never);
    std::vector<Step> way;
    const auto enter = [&](size_t number) {
      seen[number] = Seen::open;
      Step step{number, {}};
      for (const Fields::Entry& entry : site.pages[number].fields.all())
        if (entry.field->name == field) each_named_page(site, entry, [&](size_t named, size_t item) { step.named.emplace_back(named, entry.place_of_item(item)); });
      way.push_back(std::move(step));
    };
    for (const Page& start : site.pages) {
      if (start.easy_read || seen[start.number] != Seen::never) continue;
      for (enter(start.number); !way.empty();) {
        Step& step = way.back();
        if (step.next == step.named.size()) {
          seen[step.page] = Seen::done;
          way.pop_back();
          continue;
        }
        const auto [named, place] = step.named[step.next++];
        if (seen[named] == Seen::open)
          report.add(codes::relations_that_clash, site.pages[step.page].path, place,
                     named == step.page ? fmt::format("'{}' names the page itself", field)
                                        : fmt::format("'{}' leads in a circle: '{}' leads back to this page", field, site.pages[named].title),
                     "One of the pages in the circle names the wrong one.");
        else if (seen[named] == Seen::never)
          enter(named);
      }
    }
  }
}

// A page that the program makes out of `page`; nothing where a page of the editor's own has its address, or something else is in the way.
static bool may_stand_at(const Site& site, const std::string& address, const Page& page, std::string_view title, const std::set<std::string_view>& files, Report& report) {
  if (site.page_by_address.contains(address)) return false;  // a page of the editor's own wins
  if (const auto old = site.redirects.find(address); old != site.redirects.end()) {
    const Page& named = site.pages[site.page_by_address.number_of(old->second).value()];
    report.add(codes::repeated_addresses, named.path, named.fields.place_of(shared::was), fmt::format("the old address {} is that of '{}: {}' now", address, page.title, title),
               "Take it out of 'was'.");
    return false;
  }
  if (const std::string file = address.substr(1) + "index.html"; files.contains(file)) {
    report.add(codes::repeated_addresses, file, {}, fmt::format("this file would take the place of '{}: {}'", page.title, title), "Give the file another name.");
    return false;
  }
  return true;
}

// What long lists are narrowed by, counted once: each narrowed list shows the same links.
static void find_filters(Site& site, const SiteView& all, unsigned threads) {
  site.filters.clear();
  site.filter_values.assign(site.pages.size(), {});
  std::vector<const ContentType*> types;
  for (const ContentType* type : site.types)
    if (!type->filters.empty() && type->list != nullptr) types.push_back(type);
  std::vector<std::vector<CountedFilter>> useful(types.size());
  parallel_for(types.size(), threads, [&](size_t i) { useful[i] = useful_filters(*types[i], all); });
  for (size_t i = 0; i < types.size(); ++i) {
    site.filters[types[i]->name] = std::move(useful[i]);
    const std::vector<const Page*> pages = all.pages_of(types[i]->name);
    if (is_long(pages)) parallel_for(pages.size(), threads, [&](size_t k) { site.filter_values[pages[k]->number] = filter_values(*pages[k], all); });
  }
}

static std::vector<const ContentView*> wished_views(const Page& page) {
  std::vector<const ContentView*> wished = page.type->views;
  wished.push_back(&poster_view);
  return wished;
}

void find_wanted_views(Page& page) {
  page.views_wanted = 0;
  if (page.easy_read) return;
  const std::vector<const ContentView*> wished = wished_views(page);
  for (size_t i = 0; i < wished.size(); ++i)
    if (wished[i]->wanted(page)) page.views_wanted |= 1U << i;
}

void add_views(Site& site, unsigned threads, Report& report) {
  struct Wanted {
    size_t of;  // page
    const ContentView* view;
    std::string address, title, value;
    std::optional<std::string> summary;  // nothing: the page's own
  };
  std::vector<Wanted> views;
  views.reserve(site.pages.size() / 2);  // more than there are on most sites
  std::set<std::string_view> files;
  for (const SourceFile& file : site.files) files.insert(file.path);
  const SiteView all(site, threads);
  find_filters(site, all, threads);
  for (const Page& page : site.pages) {
    if (page.easy_read) continue;
    if (page.views_wanted != 0) {
      const std::vector<const ContentView*> wished = wished_views(page);
      for (size_t i = 0; i < wished.size(); ++i) {
        if ((page.views_wanted >> i & 1U) == 0) continue;
        const ContentView& view = *wished[i];
        std::string address = fmt::format("{}{}/", page.address, view.folder);
        if (may_stand_at(site, address, page, view.title, files, report)) views.push_back({page.number, &view, std::move(address), fmt::format("{}: {}", page.title, view.title), {}, {}});
      }
    }
    for (FilteredPage& one : filtered_pages(page, all))
      if (may_stand_at(site, one.address, page, one.value, files, report))
        views.push_back({page.number, &filtered_view, std::move(one.address), std::move(one.title), std::move(one.value), std::move(one.summary)});
  }
  site.pages.reserve(site.pages.size() + views.size());
  for (Wanted& wanted : views) {
    const size_t number = site.pages.size();
    site.page_by_address.add(wanted.address, number);
    Page& made = site.pages.emplace_back();
    const Page& page = site.pages[wanted.of];
    made.number = number;
    made.type = page.type;
    made.path = page.path;
    made.address = std::move(wanted.address);
    made.title = std::move(wanted.title);
    made.summary = wanted.summary ? std::move(*wanted.summary) : page.summary;
    made.fields = page.fields;
    made.blocks = empty_document();
    made.view = wanted.view;
    made.view_of = page.number;
    made.view_value = std::move(wanted.value);
    if (!made.fields.get(shared::language).empty()) site.in_another_language.insert(made.address);
  }
}

}  // namespace offer
