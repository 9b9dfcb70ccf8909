// Words: readers can understand each one, on whatever page they come in.
#include <algorithm>
#include <set>

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

// Whether some word of the text has two capitals: most texts have none, and are then read no closer.
bool may_hold_abbreviation(std::string_view text) {
  size_t capitals = 0;
  for (const char c : text) {
    if (is_upper(c)) {
      if (++capitals == 2) return true;
    } else if (!is_word_byte(c)) {
      capitals = 0;
    }
  }
  return false;
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
  AbbreviationSearch(const Page& page, const SiteView& site, Report& report) : page_(page), site_(site), report_(report) {
    for (const std::string& word : site.settings().words_people_know) known_.insert(word);
    // Links to files say what they are, as files_without_type_and_size asks; and the government's site is called so.
    for (const std::string_view word : {"PDF", "ZIP", "CSV", "EPUB", "MP3", "MP4", "KB", "MB", "GB", "GOV", "UK"}) known_.emplace(word);
  }

  void search(const Block& block) {
    const bool meaning = block.kind == BlockKind::paragraph && block.variant == static_cast<uint8_t>(ParagraphKind::meaning);
    if (meaning || block.kind == BlockKind::code || block.kind == BlockKind::code_span || block.kind == BlockKind::raw_html) return;
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::cell) before_.clear();
    if (block.kind == BlockKind::text) {
      if (may_hold_abbreviation(block.text)) search(block.text, [&](size_t offset, uint32_t length) { return place_in(block, offset, length); });
      before_ += block.text;
    }
    if (block.kind == BlockKind::table) learn_short_forms(block);
    for (const Block& child : children(block)) search(child);
  }

  void search_field(std::string_view text, Place place) {
    before_.clear();
    if (may_hold_abbreviation(text)) search(text, [&](size_t, uint32_t) { return place; });
  }

 private:
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
    auto term = site_.term_finder().next(text, 0);
    for (size_t at = 0; at < text.size();) {
      const size_t length = word_length(text, at);
      if (length == 0) {
        at += character_length(text, at);
        continue;
      }
      const size_t end = at + length;
      while (term.length > 0 && term.start + term.length <= at) term = site_.term_finder().next(text, term.start + term.length);
      const bool in_term = term.length > 0 && term.start <= at;
      const std::string_view word = text.substr(at, end - at);
      if (!in_term && reported_.size() < most_of_a_page && looks_like_abbreviation(word) && !begins_postcode(text, at, length) && !is_known(word) &&
          !reported_.contains(word) && !explained_here(text, at, end))
        report(word, place_of(at, characters_before(word, word.size())));
      at = end;
    }
  }

  bool is_known(std::string_view word) const {
    if (known_.contains(word)) return true;
    // "YOU MUST" and "part IV" on an Easy Read page: easy_read_signs says so.
    const WordLists& lists = site_.easy_read().words;
    if (page_.easy_read && lists.has_known_words() && (lists.is_known(lower(word)) || word.find_first_not_of("IVX") == std::string_view::npos)) return true;
    // "IMPORTANT": block-capitals says so.
    if (!page_.easy_read && !site_.plain_english().is_left_out("block-capitals") && is_shouted(word, site_)) return true;
    return word.ends_with('s') && known_.contains(word.substr(0, word.size() - 1));
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
    if (near.size() < longest) near.insert(0, before_.substr(before_.size() - std::min(before_.size(), longest)));
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

  void report(std::string_view word, Place place) {
    reported_.emplace(word);  // one cause, one message
    if (word == "TBC" || word == "TBA" || word == "TODO" || word == "XXX") return;  // placeholders
    report_.add(codes::unexplained_abbreviations, page_.path, place, fmt::format("nothing explains '{}'", word),
                fmt::format("Write the full words, or once the full words with ({}) after them, or add a glossary term with: abbreviation: {}", word, word));
  }

  static constexpr size_t most_of_a_page = 100;  // a page with so many needs another writer, not more messages

  const Page& page_;
  const SiteView& site_;
  Report& report_;
  std::set<std::string, std::less<>> known_;
  std::set<std::string, std::less<>> reported_;
  std::string before_;  // the words of this paragraph before the Block at hand
};

void unexplained_abbreviations(const Page& page, const SiteView& site, Report& report) {
  AbbreviationSearch search(page, site, report);
  search.search(*page.document);
  search.search_field(page.title, page.fields.place_of(shared::title));
  if (!page.easy_read) search.search_field(page.summary, page.fields.place_of(shared::summary));
}

void long_summaries(const Page& page, const SiteView&, Report& report) {
  if (page.easy_read || page.type->name == "term") return;  // a term's summary is its meaning
  const size_t words = words_of(page.summary).size();
  if (words > 25)
    report.add(codes::long_summaries, page.path, page.fields.place_of(shared::summary),
               fmt::format("the summary has {} words; 25 are the most", words), "Say only what the page gives the reader.");
}

void long_titles(const Page& page, const SiteView&, Report& report) {
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
