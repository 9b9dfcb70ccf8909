// Search words: what families say leads to pages only as long as the pages say what search-words.csv expects of them.
#include "base/text.h"
#include "checks/site_checks.h"
#include "search/unfound.h"

namespace offer {

namespace {

const Code search_words_that_find_nothing{"search-words-that-find-nothing", Severity::warning, "a search that knows families' words"};

std::string help_for_unfound(const UnfoundWords& unfound) {
  constexpr std::string_view word_for_word = "Write it as a page does, word for word; or take it away and name the page that answers under 'page'.";
  if (unfound.unknown_word.empty()) return fmt::format("Its words are on the site, but nowhere side by side. {}", word_for_word);
  if (unfound.near_word.empty()) return fmt::format("No page has the word '{}'. {}", unfound.unknown_word, word_for_word);
  return fmt::format("No page has the word '{}'. Did you mean '{}'? {}", unfound.unknown_word, unfound.near_word, word_for_word);
}

void find_nothing(const SiteIndex& index, Report& report) {
  constexpr std::string_view path = "search-words.csv";
  for (const UnfoundWords& unfound : unfound_words(index.site)) {
    const Place place = unfound.row->means_place;
    switch (unfound.why) {
      case UnfoundWords::Why::on_no_page:
        report.add(search_words_that_find_nothing, path, place, fmt::format("no page says '{}', so it finds nothing for '{}'", unfound.words, unfound.row->say.front()), help_for_unfound(unfound));
        break;
      case UnfoundWords::Why::says_nothing:
        report.add(search_words_that_find_nothing, path, Place{place.line, 0, 0}, fmt::format("'{}' has only words that stand on every page", unfound.words),
                   "Add a word that says what it is about.");
        break;
      case UnfoundWords::Why::too_long:
        report.add(search_words_that_find_nothing, path, place, fmt::format("'{}' is longer than the search looks for", unfound.words),
                   "Write the few words of it that tell it from other things.");
        break;
    }
  }
}

}  // namespace

const std::vector<SiteCheck>& search_word_checks() {
  static const std::vector<SiteCheck> checks{{search_words_that_find_nothing, find_nothing}};
  return checks;
}

}  // namespace offer
