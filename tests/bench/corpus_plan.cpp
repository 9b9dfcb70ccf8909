#include "corpus_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "corpus_words.h"

namespace offer::bench {

namespace {

struct KindOfPage {
  Kind kind;
  std::string_view folder, title;
  std::span<const std::string_view> folders;
};
// In the order of Kind.
const std::array<KindOfPage, 7>& kinds() {
  static const std::array<KindOfPage, 7> all{{{Kind::strategy, "strategies", "Strategies", words::strategy_groups},
                                              {Kind::plan, "plans", "Plans", words::plan_groups},
                                              {Kind::pathway, "pathways", "Step by step", words::pathway_groups},
                                              {Kind::update, "updates", "You said, we did", words::update_groups},
                                              {Kind::news, "news", "News", words::news_groups},
                                              {Kind::service, "services", "Services", words::service_groups},
                                              {Kind::term, "glossary", "Words explained", {}}}};
  return all;
}

constexpr size_t most_of_a_folder = 100;

// "Ashford", "Ashbury" …: as many as the site needs, in a mixed order.
std::vector<std::string> make_places(size_t pages, Dice& dice) {
  std::vector<std::string> places;
  for (const std::string_view beginning : words::place_beginnings)
    for (const std::string_view end : words::place_ends) places.push_back(fmt::format("{}{}", beginning, end));
  for (size_t i = places.size(); i > 1; --i) std::swap(places[i - 1], places[dice.below(i)]);
  places.resize(std::min(places.size(), std::max<size_t>(80, pages / 5)));
  return places;
}

std::string make_title(Kind kind, size_t number, std::string_view place, Dice& dice) {
  const std::string_view topic = dice.pick(words::topics_in_words);
  switch (kind) {
    case Kind::strategy: {
      const unsigned from = dice.between(2022, 2025);
      return fmt::format("The {} strategy of {}, {} to {}", topic, place, from, from + 4);
    }
    case Kind::plan: return fmt::format("The {} plan of {} for {}", topic, place, dice.between(2023, 2027));
    case Kind::pathway: return fmt::format("How to get help with {} in {}", topic, place);
    case Kind::update: return fmt::format("You asked about {} for {} in {}", topic, dice.pick(words::for_whom), place);
    case Kind::news: return fmt::format("{} {} in {}", dice.one_in(2) ? "New help with" : "A change to help with", topic, place);
    case Kind::service: return fmt::format("{} for {} in {}", dice.pick(words::service_kinds), dice.pick(words::for_whom), place);
    case Kind::term: return std::string(words::glossary[number].name);
  }
  return {};
}

void add_folders(SitePlan& plan, const KindOfPage& kind, size_t pages) {
  plan.folders.push_back({kind.kind, std::string(kind.folder), std::string(kind.title)});
  if (kind.folders.empty() || pages < 20) return;
  const size_t several = pages >= 10 * kind.folders.size() ? kind.folders.size() : 1;
  const size_t folders = std::max(several, (pages + most_of_a_folder - 1) / most_of_a_folder);
  if (folders < 2) return;
  for (size_t i = 0; i < folders; ++i) {
    const std::string_view name = kind.folders[i % kind.folders.size()];
    const size_t round = i / kind.folders.size();
    const std::string title = kind.kind == Kind::update ? fmt::format("{} of {}", name, plan.places[round]) : fmt::format("{} in {}", name, plan.places[round]);
    plan.folders.push_back({kind.kind, fmt::format("{}/{}", kind.folder, small_with_hyphens(title)), title});
  }
}

}  // namespace

std::string_view folder_of(Kind kind) { return kinds()[static_cast<size_t>(kind)].folder; }
std::string_view title_of(Kind kind) { return kinds()[static_cast<size_t>(kind)].title; }

std::string small_with_hyphens(std::string_view words) {
  std::string name;
  for (const char c : words) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) name += small;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

SitePlan plan_site(size_t pages, uint64_t seed) {
  Dice dice(seed);
  SitePlan plan;
  plan.seed = seed;
  plan.places = make_places(pages, dice);
  const size_t strategies = pages / 40, plans = pages / 40, pathways = pages / 10, updates = pages / 4, news = pages / 50;
  const size_t terms = std::min(words::glossary.size(), std::max<size_t>(1, pages / 8));
  plan.terms = terms;
  const size_t counts[]{strategies, plans, pathways, updates, news, pages - strategies - plans - pathways - updates - news - terms, terms};
  for (const KindOfPage& kind : kinds()) {
    const size_t count = counts[static_cast<size_t>(kind.kind)];
    const size_t first = plan.folders.size();
    add_folders(plan, kind, count);
    const size_t below = plan.folders.size() - first - 1;
    std::set<std::string> taken;
    for (size_t i = 0; i < count; ++i) {
      PlannedPage page{.kind = kind.kind, .number = i, .folder = below == 0 ? first : first + 1 + i % below, .name = {}, .title = {}, .place = {}, .address = {}};
      do {
        page.place = plan.places[dice.below(plan.places.size())];
        page.title = make_title(kind.kind, i, page.place, dice);
      } while (!taken.insert(page.title).second);
      page.name = small_with_hyphens(page.title);
      ++plan.folders[page.folder].pages;
      page.address = fmt::format("/{}/{}/", plan.folders[page.folder].path, page.name);
      plan.pages.push_back(std::move(page));
    }
  }
  return plan;
}

}  // namespace offer::bench
