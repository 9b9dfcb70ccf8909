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
constexpr size_t pages_at_once = 256;

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

// Who has what: "topic health" to the numbers of its pages. What pages can share has numbers: topics, then needs, then terms, then pages that others name,
// which have the same sign as those.
class Index {
 public:
  Index(const Site& site, unsigned threads) : site_(site), pages_(pages_of_files(site)), threads_(threads) {
    name_signals();
    find_signals();
    find_having();
    for_each_page([&](const Page& page) {
      auto& signals = signals_[page.number];
      std::stable_sort(signals.begin(), signals.end(), [&](uint32_t x, uint32_t y) { return having(x).size() < having(y).size(); });
      double weight = 0;
      for (const uint32_t signal : signals) weight += weight_of(signal);
      shares_[page.number] = use_of(page) / std::sqrt(weight);
      for_everyone_[page.number] = only_for_professionals(page) ? 0 : 1;
    });
  }

  const std::vector<uint32_t>& signals_of(size_t page) const { return signals_[page]; }
  std::span<const uint32_t> having(uint32_t signal) const { return std::span(having_).subspan(begins_[signal], begins_[signal + 1] - begins_[signal]); }
  double weight_of(uint32_t signal) const { return weights_[signal]; }
  // What a page's score is multiplied by: how much it helps, and less if it shares something with everybody.
  double share_of(size_t page) const { return shares_[page]; }
  double share_of_everyone(size_t page) const { return for_everyone_[page]; }  // 0 for a page that only professionals read

 private:
  using Names = std::unordered_map<std::string_view, uint32_t>;  // of one kind of signal: ids, which live in the site

  template <class Do>
  void for_each_page(Do&& work) const {
    parallel_for((pages_.size() + pages_at_once - 1) / pages_at_once, threads_, [&](size_t part) {
      for (const Page& page : pages_.subspan(part * pages_at_once, std::min(pages_at_once, pages_.size() - part * pages_at_once))) work(page);
    });
  }

  void name_signals() {
    uint32_t next = 0;
    for (const auto& [id, title] : site_.topics) topics_.emplace(id, next++);
    for (const auto& [id, title] : site_.needs) needs_.emplace(id, next++);
    terms_from_ = next;
    pages_from_ = next + static_cast<uint32_t>(site_.terms.size());
  }

  void find_signals() {
    // Of each page, the pages that it names.
    std::vector<std::vector<uint32_t>> named(pages_.size());
    for (const Page& page : pages_)
      if (!page.easy_read)
        for (const Referrer& one : site_.referrers[page.number]) named[one.page].push_back(static_cast<uint32_t>(page.number));
    for_each_page([&](const Page& page) {
      const std::vector<uint32_t>& names = named[page.number];
      const auto later = std::upper_bound(names.begin(), names.end(), page.number);
      auto& signals = signals_[page.number];
      const auto add = [&](uint32_t signal) {
        if (std::find(signals.begin(), signals.end(), signal) == signals.end()) signals.push_back(signal);
      };
      const auto add_of = [&](const Names& of, std::string_view id) {
        if (const auto found = of.find(id); found != of.end()) add(found->second);
      };
      for (auto one = names.begin(); one != later; ++one) add(pages_from_ + *one);
      if (!page.easy_read) {
        for (const std::string& id : page.fields.get(shared::topics).ids) add_of(topics_, id);
        for (const std::string& id : page.fields.get(shared::needs).ids) add_of(needs_, id);
        for (const uint32_t term : page.terms) add(terms_from_ + term);
        if (page.type->name == "term")
          if (const auto own = site_.term_by_id.find(page.id); own != site_.term_by_id.end()) add(terms_from_ + static_cast<uint32_t>(own->second));
        if (!site_.referrers[page.number].empty()) add(pages_from_ + static_cast<uint32_t>(page.number));
      }
      for (auto one = later; one != names.end(); ++one) add(pages_from_ + *one);
    });
  }

  // The most useful pages first, as far as somebody may be led to them.
  std::vector<uint32_t> pages_to_lead_to() const {
    std::vector<double> uses(pages_.size());
    for_each_page([&](const Page& page) { uses[page.number] = is_good_to_read(page, site_.today) ? use_of(page) : 0; });
    std::vector<uint32_t> order;
    for (uint32_t page = 0; page < uses.size(); ++page)
      if (uses[page] > 0) order.push_back(page);
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return uses[a] > uses[b]; });
    return order;
  }

  void find_having() {
    const std::vector<uint32_t> order = pages_to_lead_to();
    const size_t count = pages_from_ + pages_.size();
    begins_.assign(count + 1, 0);
    for (const uint32_t page : order)
      for (const uint32_t signal : signals_[page]) ++begins_[signal + 1];
    for (size_t signal = 0; signal < count; ++signal) begins_[signal + 1] += begins_[signal];
    having_.resize(begins_.back());
    std::vector<uint32_t> places(begins_.begin(), begins_.end() - 1);
    for (const uint32_t page : order)
      for (const uint32_t signal : signals_[page]) having_[places[signal]++] = page;
    weights_.resize(count);
    for (uint32_t signal = 0; signal < count; ++signal)
      weights_[signal] = (signal < terms_from_ ? 2 : 1) * std::log2(1 + static_cast<double>(pages_.size()) / static_cast<double>(having(signal).size() + 1));
  }

  const Site& site_;
  std::span<const Page> pages_;
  unsigned threads_;
  Names topics_, needs_;
  uint32_t terms_from_ = 0;  // the first of its kind
  uint32_t pages_from_ = 0;
  std::vector<std::vector<uint32_t>> signals_ = std::vector<std::vector<uint32_t>>(pages_.size());  // of each page, the rarest first
  std::vector<uint32_t> begins_;  // of each signal's pages in having_; one more at the end
  std::vector<uint32_t> having_;  // the most useful pages first
  std::vector<double> weights_;   // of each signal
  std::vector<double> shares_ = std::vector<double>(pages_.size());
  std::vector<double> for_everyone_ = std::vector<double>(pages_.size());
};

// The scores of one thread: of each page that the page at hand shares something with.
struct Scores {
  std::vector<double> of;
  std::vector<uint32_t> met;
};

std::vector<uint32_t> related_to(const Page& page, const Site& site, const Index& index, Scores& scores) {
  std::vector<uint32_t> related;
  for (const std::string& id : page.fields.get(shared::related).ids)
    if (const auto found = site.page_by_id.number_of(id); found && *found != page.number)
      if (const auto number = static_cast<uint32_t>(*found); std::find(related.begin(), related.end(), number) == related.end()) related.push_back(number);
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
  const Index index(site, threads);
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
