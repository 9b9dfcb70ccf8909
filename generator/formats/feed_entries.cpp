#include "formats/feed_entries.h"

#include <algorithm>

#include "base/text.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

constexpr size_t most_changes = 50;
constexpr Date before_all{std::chrono::year{2000} / 1 / 1};

bool is_told(const Page& page) { return !page.easy_read && page.view == nullptr && !page.is_index && page.id != "not-found"; }

Date checked(const Page& page) { return page.fields.has(shared::reviewed) ? page.fields.get(shared::reviewed) : before_all; }

Feed finished(Feed feed) {
  feed.updated = before_all;
  for (const FeedEntry& entry : feed.entries) feed.updated = std::max({feed.updated, entry.updated, entry.published});
  return feed;
}

// Pages of these types that tell of something that happened, the newest first.
template <class Wanted>
std::vector<FeedEntry> entries_by_day(const SiteView& site, Wanted&& wanted) {
  std::vector<FeedEntry> entries;
  for (const Page& page : site.all_pages())
    if (page.type->happened != nullptr && is_told(page) && wanted(*page.type)) entries.push_back({&page, page.type->happened(page), checked(page)});
  std::stable_sort(entries.begin(), entries.end(), [](const FeedEntry& a, const FeedEntry& b) { return a.published > b.published; });
  return entries;
}

std::vector<FeedEntry> changes(const SiteView& site) {
  std::vector<FeedEntry> entries;
  for (const Page& page : site.all_pages())
    if (is_told(page)) entries.push_back({&page, page.fields.has(shared::published) ? page.fields.get(shared::published) : checked(page), checked(page)});
  const auto newest = [](const FeedEntry& entry) { return std::max(entry.published, entry.updated); };
  std::stable_sort(entries.begin(), entries.end(), [&](const FeedEntry& a, const FeedEntry& b) { return newest(a) > newest(b); });
  if (entries.size() > most_changes) entries.resize(most_changes);
  return entries;
}

}  // namespace

std::vector<Feed> all_feeds(const SiteView& site) {
  const std::string& name = site.settings().name;
  std::vector<Feed> feeds;
  feeds.push_back(finished({"feed", name + ": news and answers", "News, and what was done about what people said.", entries_by_day(site, [](const ContentType&) { return true; }), {}}));
  for (const ContentType* type : site.types()) {
    if (type->happened == nullptr) continue;
    auto entries = entries_by_day(site, [&](const ContentType& one) { return &one == type; });
    // Also when it is empty: people follow its address.
    feeds.push_back(finished({fmt::format("{}/feed", type->folder), fmt::format("{}: {}", name, lower(type->many)), type->says, std::move(entries), {}}));
  }
  feeds.push_back(finished({"changes", name + ": pages new or checked again", "Pages that are new, or that somebody has checked again.", changes(site), {}}));
  return feeds;
}

std::string moment(Date day) { return iso(day) + "T00:00:00Z"; }

std::string_view author_of(const SiteView& site) { return site.settings().council.empty() ? site.settings().name : site.settings().council; }

}  // namespace offer
