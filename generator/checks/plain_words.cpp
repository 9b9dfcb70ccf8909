// Words of plain English that have a plainer one: what easy-read/plain-english/words.csv lists (PE-06, 07, 09, 10, 14, 19, 21, 22, 23, 25).
#include <algorithm>

#include "base/text.h"
#include "checks/plain_page.h"

namespace offer {

namespace {

const Code long_words{"long-words", Severity::warning, "PE-07"};
const Code buzzwords{"buzzwords", Severity::warning, "PE-06"};
const Code hidden_verbs{"hidden-verbs", Severity::warning, "PE-09"};
const Code latin_words{"latin-words", Severity::warning, "PE-10"};
const Code empty_phrases{"empty-phrases", Severity::warning, "PE-14"};
const Code shall{"shall", Severity::warning, "PE-19"};
const Code distant_words{"distant-words", Severity::look, "PE-21"};
const Code hurtful_words{"hurtful-words", Severity::error, "PE-22"};
const Code position_words{"position-words", Severity::warning, "PE-23 and WCAG 1.3.3"};
const Code undated_claims{"undated-claims", Severity::warning, "PE-25"};

// "Write 'start' or 'begin'."
std::string help_for_find(const PlainPage& page, const PlainFind& found, std::string_view otherwise) {
  if (!found.row->advice.empty()) return found.row->advice;
  if (found.row->instead.empty()) return std::string(otherwise);
  std::string words;
  for (size_t i = 0; i < found.row->instead.size(); ++i) {
    std::string one = in_the_same_form(*found.row, i, page.words[found.first_word].hash);
    if (one.empty()) one = replace_all(found.row->instead[i], "*", "");
    if (i > 0) words += i + 1 == found.row->instead.size() ? " or " : ", ";
    words += fmt::format("'{}'", one);
  }
  return fmt::format("Write {}.", words);
}

// The page's first place of each row; how often it stands there is said too.
void report_finds(const PlainPage& page, const Code& code, std::string_view is_what, std::string_view otherwise, Report& report, bool (*excused)(const PlainPage&, const PlainFind&) = nullptr) {
  std::vector<std::pair<const PlainFind*, size_t>> rows;
  for (const PlainFind& found : page.finds) {
    if (found.row->finding != code.name || (excused != nullptr && excused(page, found))) continue;
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.first->row == found.row; });
    if (same != rows.end()) ++same->second;
    else rows.push_back({&found, 1});
  }
  for (const auto& [found, times] : rows) {
    const PlainWord& first = page.words[found->first_word];
    const PlainWord& last = page.words[found->first_word + found->words - 1];
    std::string message = fmt::format("'{}' {}", page.words_from(found->first_word, found->words), is_what);
    if (times > 1) message += fmt::format(" ({} times on this page)", times);
    report.add(code, page.page.path, page.place_of(first.start, last.start + last.length - first.start), std::move(message), help_for_find(page, *found, otherwise));
  }
}

void long_ones(const PlainPage& page, Report& report) { report_finds(page, long_words, "has a shorter word that everyone knows", "Say it in short words.", report); }

// People of the trade know its words.
void buzz(const PlainPage& page, Report& report) {
  if (page.written_for == WrittenFor::professionals) return;
  report_finds(page, buzzwords, "sounds good and says little", "Say what will be done, or leave it out.", report);
}

void hidden(const PlainPage& page, Report& report) { report_finds(page, hidden_verbs, "hides what is done in a noun", "Say it with the verb.", report); }

void latin(const PlainPage& page, Report& report) { report_finds(page, latin_words, "is Latin, and screen readers often spell it out", "Say it in English.", report); }

void empty_words(const PlainPage& page, Report& report) {
  report_finds(page, empty_phrases, "says nothing: readers must get past it to what matters", "Leave it out, and begin with what comes after it.", report);
}

void shalls(const PlainPage& page, Report& report) { report_finds(page, shall, "is a word of contracts", "Write 'must' for a duty, and 'will' for what is to come.", report); }

void distant_plain(const PlainPage& page, Report& report) { report_finds(page, distant_words, "speaks about readers, not to them", "Say 'you'.", report); }

void hurtful(const PlainPage& page, Report& report) {
  report_finds(page, hurtful_words, "hurts many people", "Ask people what they want to be called, and say that.", report);
}

void positions(const PlainPage& page, Report& report) {
  report_finds(page, position_words, "tells nothing to somebody who hears the page, or sees it on a phone", "Name it: 'under the heading How to ask', 'in the next table'.", report);
}

// "In March 2026 we recently moved" says when.
bool is_dated(const PlainPage& page, const PlainFind& found) {
  const PlainSentence& sentence = page.sentence_of(found.first_word);
  for (uint32_t i = sentence.first_word; i < sentence.first_word + sentence.words; ++i) {
    const PlainWord& word = page.words[i];
    if (word.is(PlainWord::number) && word.length == 4 && (page.text_of(word).starts_with("20") || page.text_of(word).starts_with("19"))) return true;
  }
  return false;
}

void undated(const PlainPage& page, Report& report) {
  const std::string_view type = page.page.type->name;
  if (type == "news" || type == "story" || type == "update") return;  // their day stands above them
  report_finds(page, undated_claims, "will not be true for long, and nobody can tell from when it is", "Say when: 'in March 2026', 'since September 2025'.", report, is_dated);
}

}  // namespace

const std::vector<PlainCheck>& plain_word_checks() {
  static const std::vector<PlainCheck> checks{
      {long_words, long_ones}, {buzzwords, buzz},         {hidden_verbs, hidden},   {latin_words, latin},        {empty_phrases, empty_words},
      {shall, shalls},         {distant_words, distant_plain}, {hurtful_words, hurtful}, {position_words, positions}, {undated_claims, undated},
  };
  return checks;
}

}  // namespace offer
