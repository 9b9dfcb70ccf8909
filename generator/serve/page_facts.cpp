#include "serve/page_facts.h"

#include <algorithm>

#include "base/text.h"
#include "checks/page_reading.h"
#include "diagnose/codes.h"
#include "model/following.h"
#include "model/shared_fields.h"

namespace offer {

namespace {

class FactGatherer {
 public:
  FactGatherer(const Page& page, const SiteView& site, std::string_view query)
      : page_(page), site_(site), query_(query), full_(page.easy_read && site.twin(page) != nullptr ? *site.twin(page) : site.whole(page)) {}

  PageFacts gather() {
    facts_.id = page_.id;
    facts_.title = page_.title;
    facts_.path = page_.path;
    for (const DataTable& table : page_.tables) facts_.tables.push_back(table.path);
    facts_.easy_read = page_.easy_read;
    facts_.title_place = page_.fields.place_of(shared::title);
    facts_.summary_place = page_.fields.place_of(shared::summary);
    add_state();
    add_review();
    add_owner();
    add_easy_read();
    add_law();
    add_reading();
    return std::move(facts_);
  }

 private:
  PageFact& add(std::string name, std::string words, bool attention = false) {
    facts_.facts.push_back({.name = std::move(name), .words = std::move(words), .attention = attention, .link = {}, .link_words = {}});
    return facts_.facts.back();
  }

  std::string address_of(const Page& page) const { return site_.href(page.address) + (query_.empty() ? "" : "?" + std::string(query_)); }

  void add_state() {
    const std::string& status = full_.fields.get(shared::status).word;
    const bool later = full_.fields.has(shared::published) && full_.fields.get(shared::published) > site_.today();
    if (status == "draft") {
      facts_.state = "Draft";
      add("Who sees it", "Only you: it is a draft. Readers see it when you take out “status: draft”.", true);
    } else if (later) {
      facts_.state = "Later";
      add("Who sees it", fmt::format("Only you: readers see it from {}.", in_words(full_.fields.get(shared::published))), true);
    } else if (status == "in-consultation") {
      facts_.state = "In consultation";
      add("Who sees it", "Everybody, with the words that it may still change.");
    } else if (status == "superseded" || status == "withdrawn") {
      facts_.state = status == "superseded" ? "Older page" : "Withdrawn";
      add("Who sees it", status == "superseded" ? "Everybody, with the words that something newer has taken its place." : "Everybody, with the words that it was withdrawn.");
    } else {
      add("Who sees it", "Everybody, once the site is published.");
    }
    if (page_.view != nullptr) add("What it is", fmt::format("Made by the program out of the page “{}”.", full_.title));
  }

  void add_review() {
    if (!full_.fields.has(shared::review_by)) return;
    const Date by = full_.fields.get(shared::review_by);
    std::string words = full_.fields.has(shared::reviewed) ? fmt::format("Last on {}. ", in_words(full_.fields.get(shared::reviewed))) : "";
    const bool late = by < site_.today();
    words += late ? fmt::format("The next check was due by {}: it is late.", in_words(by)) : fmt::format("The next one by {}.", in_words(by));
    add("Checked", std::move(words), late);
  }

  void add_owner() {
    const Role* role = site_.role(full_.fields.get(shared::owner).id);
    add("Owner", role == nullptr ? "Nobody is named." : role->title, role == nullptr);
  }

  void add_easy_read() {
    const Page* twin = site_.twin(page_);
    if (twin != nullptr) facts_.twin = address_of(*twin);
    if (page_.easy_read) {
      if (twin == nullptr) add("Full page", "There is none. An Easy Read page stands beside the page that it explains.", true);
      else add_comparison("Full page", *twin, {&page_}, *twin);
      return;
    }
    if (page_.view != nullptr) return;
    if (twin == nullptr) {
      add("Easy Read", "There is no Easy Read page yet.");
      return;
    }
    std::vector<const Page*> parts;
    for (const size_t number : page_.parts) parts.push_back(&site_.all_pages()[number]);
    if (parts.empty()) parts.push_back(twin);
    add_comparison("Easy Read", page_, parts, *twin);
  }

  // Whether the Easy Read pages still say what the full page says; `other` is the page to link to.
  void add_comparison(std::string name, const Page& full, const std::vector<const Page*>& parts, const Page& other) {
    std::vector<uint32_t> lines;
    bool drifted = false, unknown = false, never = false;
    std::optional<Date> compared;
    for (const Page* easy : parts) {
      if (!easy->fields.has(shared::accepted)) never = true;
      if (easy->fields.has(shared::accepted_on)) compared = std::max(compared.value_or(Date{}), easy->fields.get(shared::accepted_on));
      const auto drift = drift_of(*easy, full);
      if (!drift) continue;
      drifted = true;
      unknown = unknown || !drift->known;
      lines.insert(lines.end(), drift->changed.begin(), drift->changed.end());
      lines.insert(lines.end(), drift->gone_after.begin(), drift->gone_after.end());
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string words;
    if (drifted && !unknown && !lines.empty()) {
      constexpr size_t most = 8;
      std::vector<std::string> numbers;
      for (size_t i = 0; i < std::min(lines.size(), most); ++i) numbers.push_back(std::to_string(lines[i]));
      if (lines.size() > most) numbers.emplace_back("others");
      words = fmt::format("The full page has changed since the two were compared: {} {}.", lines.size() == 1 ? "line" : "lines", joined_words(numbers));
    } else if (drifted) {
      words = "The full page has changed since the two were compared.";
    } else if (never) {
      words = "Nobody has noted that the two say the same.";
    } else {
      words = compared ? fmt::format("The two say the same: compared on {}.", in_words(*compared)) : "The two say the same.";
    }
    PageFact& fact = add(std::move(name), std::move(words), drifted || never);
    fact.link = address_of(other);
    fact.link_words = other.easy_read ? "See the Easy Read page" : "See the full page";
  }

  void add_law() {
    std::vector<std::string> points;
    for (const std::string& id : full_.fields.get(shared::covers).ids) {
      const auto words = site_.law().find(id);
      points.push_back(words == site_.law().end() ? id : fmt::format("{} ({})", id, words->second));
    }
    if (!points.empty()) add("Covers of Schedule 2", join(points, "; "));
    else if (!page_.easy_read && page_.view == nullptr) add("Covers of Schedule 2", "No point is named.");
  }

  void add_reading() {
    if (page_.view != nullptr) return;
    const ReadingCounts counts = reading_counts(page_, site_);
    const auto measures = reading_measures(counts);
    if (!measures) {
      add("Reading", fmt::format("{}: too short to measure.", count_of(counts.words, "word", "words")));
      return;
    }
    const int age = std::max(5, static_cast<int>(measures->grade + 5.5));
    add("Reading", fmt::format("Grade {:.1f}, for readers of about {} years. {} in {}: {:.1f} words a sentence.", measures->grade, age, count_of(counts.words, "word", "words"),
                               count_of(counts.sentences, "sentence", "sentences"), measures->words_in_a_sentence));
  }

  const Page& page_;
  const SiteView& site_;
  std::string_view query_;
  const Page& full_;
  PageFacts facts_;
};

}  // namespace

PageFacts facts_of(const Page& page, const SiteView& site, std::string_view query) { return FactGatherer(page, site, query).gather(); }

std::vector<std::string> unexplained_words(const std::vector<Diagnostic>& problems) {
  std::vector<std::string> words;
  for (const Diagnostic& one : problems) {
    if (one.code != &codes::unexplained_abbreviations && one.code != &codes::easy_read_words_not_known) continue;
    const size_t from = one.message.find('\'');
    const size_t to = from == std::string::npos ? from : one.message.find('\'', from + 1);
    if (to == std::string::npos) continue;
    std::string word = one.message.substr(from + 1, to - from - 1);
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace offer
