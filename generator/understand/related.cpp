// Related pages: for the end of a page, pages that share its topics, needs, glossary words and relations.
//
// What two pages share counts the more, the fewer pages have it. Each page looks at no more than `most_looked_at` entries of the index, the
// rarest first, so the work grows with the number of pages and not with its square.
#include <algorithm>
#include <cmath>
#include <span>

#include "base/parallel.h"
#include "base/text.h"
#include "model/shared_fields.h"
#include "understand/steps.h"

namespace offer {

namespace {

constexpr size_t most_kept_related = 12;  // a page shows fewer; some of these may be linked in its text
constexpr size_t most_looked_at = 600;
constexpr double least_score = 1.6;

// How much a reader who wants to go on is helped by a page of this type.
double use_of(const Page& page) {
  constexpr std::pair<std::string_view, double> uses[]{{"pathway", 1.4}, {"service", 1.4}, {"page", 1.2}, {"story", 1.1}, {"measure", .7}, {"body", .7}, {"paper", .6}};
  for (const auto& [type, use] : uses)
    if (page.type->name == type) return use;
  return 1;
}

// Lists lead on by themselves.
bool is_list(const Page& page) { return page.is_index || page.address == "/" || page.id == "not-found" || value_of<Choice>(page, "shows") != nullptr; }

// Nobody is led to what no longer holds.
bool is_good_to_read(const Page& page, Date today) {
  const std::string& status = page.fields.get(shared::status).word;
  if (page.easy_read || page.is_index || page.address == "/" || page.id == "not-found" || status == "superseded" || status == "withdrawn" || status == "draft") return false;
  const Date* expires = value_of<Date>(page, "expires");
  return (expires == nullptr || *expires > today) && value_of<Id>(page, "replaced_by") == nullptr;
}

bool only_for_professionals(const Page& page) {
  const auto& audience = page.fields.get(shared::audience).words;
  return audience.size() == 1 && audience.front() == "professionals";
}

// Without those that are made of other pages, which stand behind them once they are made.
std::span<const Page> pages_of_files(const Site& site) { return std::span(site.pages).first(site.referrers.size()); }

// Who has what: "topic health" to the numbers of its pages.
class Index {
 public:
  explicit Index(const Site& site) : signals_(pages_of_files(site).size()) {
    Names topics, needs, terms;
    for (const Page& page : pages_of_files(site)) {
      if (page.easy_read) continue;
      for (const std::string& id : page.fields.get(shared::topics).ids) add(page.number, signal_of(topics, id, 2));
      for (const std::string& id : page.fields.get(shared::needs).ids) add(page.number, signal_of(needs, id, 2));
      for (const std::string_view id : page.terms) add(page.number, signal_of(terms, id, 1));
      if (page.type->name == "term") add(page.number, signal_of(terms, page.id, 1));
      // A page that others name has the same sign as they have.
      if (!site.referrers[page.number].empty()) {
        const uint32_t named = new_signal(1);
        add(page.number, named);
        for (const Referrer& one : site.referrers[page.number]) add(one.page, named);
      }
    }
    std::vector<const Page*> pages;
    for (const Page& page : pages_of_files(site))
      if (is_good_to_read(page, site.today)) pages.push_back(&page);
    std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return use_of(*a) > use_of(*b); });
    for (const Page* page : pages)
      for (const uint32_t signal : signals_[page->number]) having_[signal].push_back(static_cast<uint32_t>(page->number));
    for (auto& signals : signals_)
      std::stable_sort(signals.begin(), signals.end(), [&](uint32_t a, uint32_t b) { return having_[a].size() < having_[b].size(); });
    for (const Page& page : pages_of_files(site)) {
      double weight = 0;
      for (const uint32_t signal : signals_[page.number]) weight += weight_of(signal);
      shares_.push_back(use_of(page) / std::sqrt(weight));
      for_everyone_.push_back(only_for_professionals(page) ? 0 : 1);
    }
  }

  const std::vector<uint32_t>& signals_of(size_t page) const { return signals_[page]; }
  const std::vector<uint32_t>& having(uint32_t signal) const { return having_[signal]; }
  double weight_of(uint32_t signal) const { return kinds_[signal] * std::log2(1 + static_cast<double>(signals_.size()) / static_cast<double>(having_[signal].size() + 1)); }
  // What a page's score is multiplied by: how much it helps, and less if it shares something with everybody.
  double share_of(size_t page) const { return shares_[page]; }
  double share_of_everyone(size_t page) const { return for_everyone_[page]; }  // 0 for a page that only professionals read

 private:
  using Names = std::unordered_map<std::string_view, uint32_t>;  // of one kind of signal: ids, which live in the site

  uint32_t new_signal(double kind) {
    having_.emplace_back();
    kinds_.push_back(kind);
    return static_cast<uint32_t>(having_.size() - 1);
  }
  uint32_t signal_of(Names& names, std::string_view id, double kind) {
    const auto found = names.find(id);
    return found != names.end() ? found->second : names.emplace(id, new_signal(kind)).first->second;
  }
  void add(size_t page, uint32_t signal) {
    auto& signals = signals_[page];
    if (std::find(signals.begin(), signals.end(), signal) == signals.end()) signals.push_back(signal);
  }

  std::vector<std::vector<uint32_t>> having_;  // the most useful pages first
  std::vector<double> kinds_;
  std::vector<std::vector<uint32_t>> signals_;  // of each page, the rarest first
  std::vector<double> shares_;
  std::vector<double> for_everyone_;
};

}  // namespace

namespace {

// The scores of one thread: of each page that the page at hand shares something with.
struct Scores {
  std::vector<double> of;
  std::vector<uint32_t> met;
};

std::vector<uint32_t> related_to(const Page& page, const Site& site, const Index& index, Scores& scores) {
  std::vector<uint32_t> related;
  for (const std::string& id : page.fields.get(shared::related).ids)
    if (const auto found = site.page_by_id.find(id); found != site.page_by_id.end() && found->second != page.number)
      if (const auto number = static_cast<uint32_t>(found->second); std::find(related.begin(), related.end(), number) == related.end()) related.push_back(number);
  size_t looked_at = 0;
  for (const uint32_t signal : index.signals_of(page.number)) {
    const double weight = index.weight_of(signal);
    for (const uint32_t other : index.having(signal)) {
      if (looked_at++ == most_looked_at) break;
      if (other == page.number) continue;
      if (scores.of[other] == 0) scores.met.push_back(other);
      scores.of[other] += weight;
    }
    if (looked_at > most_looked_at) break;
  }
  const bool professional = only_for_professionals(page);
  for (const uint32_t other : scores.met) scores.of[other] *= index.share_of(other) * (professional ? 1 : index.share_of_everyone(other));
  std::erase_if(scores.met, [&](uint32_t other) {
    const bool out = scores.of[other] < least_score || std::find(related.begin(), related.end(), other) != related.end();
    if (out) scores.of[other] = 0;
    return out;
  });
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most_kept_related, scores.met.size()));
  std::partial_sort(scores.met.begin(), scores.met.begin() + kept, scores.met.end(),
                    [&](uint32_t a, uint32_t b) { return scores.of[a] != scores.of[b] ? scores.of[a] > scores.of[b] : a < b; });
  for (const uint32_t other : scores.met) {
    if (related.size() < most_kept_related) related.push_back(other);
    scores.of[other] = 0;
  }
  scores.met.clear();
  related.shrink_to_fit();
  return related;
}

}  // namespace

std::vector<std::vector<uint32_t>> find_related(const Site& site, unsigned threads) {
  const std::span<const Page> pages = pages_of_files(site);
  std::vector<std::vector<uint32_t>> related(pages.size());
  const Index index(site);
  constexpr size_t pages_at_once = 256;
  parallel_for((pages.size() + pages_at_once - 1) / pages_at_once, threads, [&](size_t part) {
    thread_local Scores scores;
    scores.of.assign(pages.size(), 0);
    for (size_t i = part * pages_at_once; i < std::min(pages.size(), (part + 1) * pages_at_once); ++i) {
      const Page& page = pages[i];
      if (!page.easy_read && !is_list(page)) related[i] = related_to(page, site, index, scores);
    }
  });
  return related;
}

}  // namespace offer
