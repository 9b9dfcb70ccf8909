// Words: readers can understand each one, on whatever page they come in.
#include <algorithm>
#include <set>

#include "base/capitals.h"
#include "base/text.h"
#include "checks/checks.h"
#include "checks/plain_page.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/easy_read_rules.h"
#include "model/shared_fields.h"
#include "model/term_finder.h"

namespace offer {

namespace {

// "EHCP", "SENCo", "EHCPs": two capitals or more, unless a digit comes first (section 17ZD). "McKenzie" too, which words_people_know can list.
bool looks_like_abbreviation(std::string_view word) {
  return !is_digit(word.front()) && std::count_if(word.begin(), word.end(), is_upper) >= 2;
}

// The first half of "WR1 2AB": letters and a digit, then a digit and two letters.
bool begins_postcode(std::string_view text, size_t at, size_t length) {
  const std::string_view word = text.substr(at, length);
  const std::string_view rest = text.substr(at + length);
  if (length < 2 || length > 4 || !is_upper(word.front()) || std::none_of(word.begin(), word.end(), is_digit)) return false;
  return rest.size() >= 4 && rest[0] == ' ' && is_digit(rest[1]) && is_upper(rest[2]) && is_upper(rest[3]) && word_length(rest, 1) == 3;
}

class AbbreviationSearch {
 public:
  AbbreviationSearch(const Page& page, const SiteView& site, const PageParts& parts, Report& report) : page_(page), site_(site), parts_(parts), report_(report) {}

  void search_texts() {
    auto table = parts_.tables.begin();
    for (const PageText& text : parts_.texts) {
      for (; table != parts_.tables.end() && table->order < text.order; ++table) learn_short_forms(*table->block);
      if (!text.has(PageText::two_capitals) || is_meaning(text.around.holder)) continue;
      text_ = &text;
      search(text.block->text, [&](size_t offset, uint32_t length) { return place_in(*text.block, offset, length); });
    }
  }

  void search_field(std::string_view words, Place place) {
    text_ = nullptr;
    if ((holds_of(words) & PageText::two_capitals) != 0) search(words, [&](size_t, uint32_t) { return place; });
  }

 private:
  static bool is_meaning(const Block* holder) {
    return holder != nullptr && holder->kind == BlockKind::paragraph && holder->variant == static_cast<uint8_t>(ParagraphKind::meaning);
  }

  // A table whose first column is headed "Short form" explains each of them in the columns after it.
  void learn_short_forms(const Block& table) {
    const Block* header = table.first;
    if (header == nullptr || header->first == nullptr || !equal_ignoring_case(trim(plain_text(*header->first)), "short form")) return;
    for (const Block* row = header->next; row != nullptr; row = row->next) {
      if (row->first == nullptr || row->first->next == nullptr || trim(plain_text(*row->first->next)).empty()) continue;
      const std::string words = plain_text(*row->first);
      for (size_t at = 0; at < words.size();) {
        const size_t length = word_length(words, at);
        if (length > 0) known_.emplace(words.substr(at, length));
        at += length > 0 ? length : character_length(words, at);
      }
    }
  }

  template <class PlaceOf>
  void search(std::string_view text, PlaceOf place_of) {
    TermFinder::Found term;  // the last one that was looked for
    bool looked = false;
    for (size_t at = next_capital(text, 0); at < text.size();) {
      at = word_begin(text, at);
      const size_t length = word_length(text, at);
      const size_t end = at + length;
      const std::string_view word = text.substr(at, end - at);
      if (looks_like_abbreviation(word) && reported_.size() < most_of_a_page && !begins_postcode(text, at, length) && !is_known(word) && !reported_.contains(word)) {
        if (!looked) term = site_.term_finder().next(text, 0);
        looked = true;
        while (term.length > 0 && term.start + term.length <= at) term = site_.term_finder().next(text, term.start + term.length);
        const bool in_term = term.length > 0 && term.start <= at;
        if (!in_term && !explained_here(text, at, end)) report(word, place_of(at, characters_before(word, word.size())));
      }
      at = next_capital(text, end);
    }
  }

  bool is_listed(std::string_view word) const {
    // Links to files say what they are, as files_without_type_and_size asks; and the government's site is called so.
    static constexpr std::string_view usual[]{"PDF", "ZIP", "CSV", "EPUB", "MP3", "MP4", "KB", "MB", "GB", "GOV", "UK"};
    if (word.size() <= 4 && std::find(std::begin(usual), std::end(usual), word) != std::end(usual)) return true;
    const std::vector<std::string>& people_know = site_.settings().words_people_know;
    return std::find(people_know.begin(), people_know.end(), word) != people_know.end() || known_.contains(word);
  }

  bool is_known(std::string_view word) const {
    if (is_listed(word)) return true;
    // "YOU MUST" and "part IV" on an Easy Read page: easy_read_signs says so.
    const WordLists& lists = site_.easy_read().words;
    if (page_.easy_read && lists.has_known_words() && (lists.is_known(lower(word)) || word.find_first_not_of("IVX") == std::string_view::npos)) return true;
    // "IMPORTANT": block-capitals says so.
    if (!page_.easy_read && !site_.plain_english().is_left_out("block-capitals") && is_shouted(word, site_)) return true;
    return word.ends_with('s') && is_listed(word.substr(0, word.size() - 1));
  }

  static bool begins_with(std::string_view word, char letter) {
    return !word.empty() && equal_ignoring_case(word.substr(0, 1), std::string_view(&letter, 1));
  }

  // "Joint Assessment Meeting (JAM)" explains JAM for the rest of the page.
  bool explained_here(std::string_view text, size_t at, size_t end) {
    if (at < 1 || text[at - 1] != '(' || end >= text.size() || text[end] != ')') return false;
    constexpr size_t longest = 300;  // no full form is longer
    const std::string_view here = text.substr(0, at - 1);
    std::string near(here.substr(here.size() - std::min(here.size(), longest)));
    if (near.size() < longest) near.insert(0, words_before(longest));
    std::string_view before = trim(near);
    const std::string word(text.substr(at, end - at));
    size_t left = word.size();  // letters not yet found at the start of a word, from the last to the first
    while (left > 0 && !before.empty()) {
      const size_t space = before.find_last_of(" \n-");
      const std::string_view last = space == std::string_view::npos ? before : before.substr(space + 1);
      // A small letter of the short form need not begin a word: the o of SENCo.
      while (left > 1 && is_lower(word[left - 1]) && !begins_with(last, word[left - 1])) --left;
      if (begins_with(last, word[left - 1])) --left;
      else if (last.size() > 3) return false;
      before = space == std::string_view::npos ? std::string_view{} : trim(before.substr(0, space));
    }
    if (left > 0) return false;
    known_.insert(word);
    return true;
  }

  // The last words of this paragraph before the text at hand.
  std::string words_before(size_t bytes) const {
    std::string before;
    if (text_ == nullptr) return before;
    for (auto i = static_cast<size_t>(text_ - parts_.texts.data()); i > text_->first_of_holder && before.size() < bytes; --i) {
      const std::string_view words = parts_.texts[i - 1].block->text;
      before.insert(0, words.substr(words.size() - std::min(words.size(), bytes)));
    }
    return before.size() <= bytes ? before : before.substr(before.size() - bytes);
  }

  void report(std::string_view word, Place place) {
    reported_.emplace(word);  // one cause, one message
    if (word == "TBC" || word == "TBA" || word == "TODO" || word == "XXX") return;  // placeholders
    report_.add(codes::unexplained_abbreviations, page_.path, place, fmt::format("nothing explains '{}'", word),
                fmt::format("Write the full words, or once the full words with ({}) after them, or add a glossary term with: abbreviation: {}", word, word));
  }

  static constexpr size_t most_of_a_page = 100;  // a page with so many needs another writer, not more messages

  const Page& page_;
  const SiteView& site_;
  const PageParts& parts_;
  Report& report_;
  const PageText* text_ = nullptr;  // that is searched; nothing: a field
  std::set<std::string, std::less<>> known_;  // explained on this page
  std::set<std::string, std::less<>> reported_;
};

void unexplained_abbreviations(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  AbbreviationSearch search(page, site, parts, report);
  search.search_texts();
  search.search_field(page.title, page.fields.place_of(shared::title));
  if (!page.easy_read) search.search_field(page.summary, page.fields.place_of(shared::summary));
}

void long_summaries(const Page& page, const SiteView&, const PageParts&, Report& report) {
  if (page.easy_read || page.type->name == "term") return;  // a term's summary is its meaning
  const size_t words = count_words(page.summary);
  if (words > 25)
    report.add(codes::long_summaries, page.path, page.fields.place_of(shared::summary),
               fmt::format("the summary has {} words; 25 are the most", words), "Say only what the page gives the reader.");
}

void long_titles(const Page& page, const SiteView&, const PageParts&, Report& report) {
  const uint32_t length = characters_before(page.title, page.title.size());
  if (length > 65)
    report.add(codes::long_titles, page.path, page.fields.place_of(shared::title),
               fmt::format("the title has {} characters; 65 are the most", length), "Search results and phones cut longer ones off.");
}

}  // namespace

const std::vector<Check>& word_checks() {
  static const std::vector<Check> checks{
      {codes::unexplained_abbreviations, unexplained_abbreviations},
      {codes::long_summaries, long_summaries},
      {codes::long_titles, long_titles},
  };
  return checks;
}

}  // namespace offer
