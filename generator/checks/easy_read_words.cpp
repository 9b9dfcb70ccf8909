// Words of Easy Read: those that people know, always the same for the same thing, and said to the reader.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/word_forms.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

size_t capitals_in(std::string_view word) { return static_cast<size_t>(std::count_if(word.begin(), word.end(), is_upper)); }

// "EHCP", "SENCos", but not "Local Offer".
bool looks_like_initials(std::string_view words) { return words.find(' ') == std::string_view::npos && capitals_in(words) >= 2; }

bool contains(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// "e.g", "etc": easy_read_signs says so.
bool is_short_word(std::string_view word) {
  return word.find('.') != std::string_view::npos || word == "etc" || word == "eg" || word == "ie" || word == "nb";
}

// "plans" and "plan", "Short break" and "short breaks".
bool same_term(std::string_view written, std::string_view name) {
  const std::string a = lower(written);
  const std::string b = lower(name);
  return a == b || is_form_of(a, b) || a + "s" == b;
}

// Calls visit(line, start, words as written, term) for every glossary term that is called by another than its own name.
template <class Visit>
void each_alias(const EasyPage& page, Visit visit) {
  for (const EasyLine& line : page.lines)
    for (const EasyTerm& found : line.terms) {
      const std::string_view written = std::string_view(line.text).substr(found.start, found.length);
      const Term& term = page.site.terms()[found.term];
      // "annual review meeting" says "annual review" too, and "Local Offer" is short for "SEND Local Offer".
      const std::string name = lower(term.name);
      const bool shares =
          lower(written).find(name) != std::string::npos || (!looks_like_initials(written) && name.find(lower(written)) != std::string::npos);
      if (!same_term(written, term.name) && !shares) visit(line, found.start, written, term);
    }
}

void aliases(const EasyPage& page, Report& report) {
  std::set<std::string> seen;
  each_alias(page, [&](const EasyLine& line, size_t start, std::string_view written, const Term& term) {
    if (looks_like_initials(written) || !seen.insert(lower(written)).second) return;
    report.add(codes::easy_read_aliases, page.page.path, line.place_of(start, written.size()),
               fmt::format("'{}' has another name everywhere else: '{}'", written, term.name), fmt::format("Write '{}'.", term.name));
  });
}

void initials(const EasyPage& page, Report& report) {
  // In bold their meaning follows: people will meet CAMHS on letters and doors.
  std::set<std::string, std::less<>> seen;
  walk(page.page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::hard_word && !block.target.empty()) seen.emplace(trim(plain_text(block)));
  });
  each_alias(page, [&](const EasyLine& line, size_t start, std::string_view written, const Term& term) {
    std::string_view word = written;
    if (word.ends_with('s')) word.remove_suffix(1);
    const auto& known = page.site.settings().words_people_know;
    if (!looks_like_initials(written) || contains(known, written) || contains(known, word) || !seen.emplace(written).second) return;
    report.add(codes::easy_read_initials, page.page.path, line.place_of(start, written.size()), fmt::format("'{}' is not a word", written),
               fmt::format("Write '{}'. If people know the initials better, put them into words_people_know in site.yml.", term.name));
  });
}

// Words that begin with a capital inside a sentence, and those of the site's own name, are names.
std::set<std::string, std::less<>> names_on(const EasyPage& page) {
  std::set<std::string, std::less<>> names;
  for (const EasyLine& line : page.lines)
    for (const EasyWord& word : line.words)
      if (!word.first && is_upper(line.text[word.start])) names.insert(word.lower);
  for (const std::string_view text : {std::string_view(page.site.settings().name), std::string_view(page.site.settings().council)})
    for (const std::string_view word : words_of(text))
      if (is_upper(word.front())) names.insert(lower(word));
  for (const std::string& word : page.site.settings().words_people_know) names.insert(lower(word));
  return names;
}

void report_easier(const EasyPage& page, const EasyLine& line, const EasyPhrase& found, const Code& code, std::string_view what,
                   Report& report) {
  const EasyWord& first = line.words[found.first_word];
  const EasyWord& last = line.words[found.first_word + found.words - 1];
  const size_t length = last.start + last.length - first.start;
  report.add(code, page.page.path, line.place_of(first.start, length), fmt::format("'{}' {}", line.text.substr(first.start, length), what),
             found.phrase->easier.empty() ? "Say it in other words." : fmt::format("Easier words: {}.", found.phrase->easier));
}

template <HardPhrase::Kind kind, HardPhrase::Kind other = kind>
void report_phrases(const EasyPage& page, const Code& code, std::string_view what, Report& report) {
  std::set<const HardPhrase*> seen;
  for (const EasyLine& line : page.lines)
    for (const EasyPhrase& found : line.phrases)
      if ((found.phrase->kind == kind || found.phrase->kind == other) && seen.insert(found.phrase).second)
        report_easier(page, line, found, code, what, report);
}

void not_known(const EasyPage& page, Report& report) {
  report_phrases<HardPhrase::Kind::long_word>(page, codes::easy_read_words_not_known, "is hard for many people", report);
  if (!page.rules.words.has_known_words()) return;
  const auto names = names_on(page);
  std::set<std::string> seen;
  std::set<size_t> seen_terms;
  for (const EasyLine& line : page.lines)
    for (size_t i = 0; i < line.words.size(); ++i) {
      const EasyWord& word = line.words[i];
      if (word.number || word.address || word.length < 2 || is_short_word(word.lower) || page.rules.words.is_known(word.lower)) continue;
      if (word.term != none) {
        const Term& term = page.site.terms()[word.term];
        if (std::find(page.page.terms.begin(), page.page.terms.end(), word.term) != page.page.terms.end() || line.kind != LineKind::row || !seen_terms.insert(word.term).second ||
            capitals_in(line.text_of(word)) > 1)
          continue;
        report.add(codes::easy_read_words_not_known, page.page.path, line.place_of(word),
                   fmt::format("'{}' is a hard word, and nothing explains it here", line.text_of(word)),
                   fmt::format("Write it in bold the first time, **{}**, and its meaning follows.",
                               lower(term.name) == term.name ? term.name : std::string(line.text_of(word))));
        continue;
      }
      const bool in_phrase = std::any_of(line.phrases.begin(), line.phrases.end(),
                                         [&](const EasyPhrase& one) { return i >= one.first_word && i < one.first_word + one.words; });
      const std::string_view own = std::string_view(word.lower).substr(0, word.lower.find('\''));
      if (in_phrase || names.contains(word.lower) || names.contains(own) || word.lower.ends_with("n't") || capitals_in(line.text_of(word)) > 1)
        continue;
      if (!seen.insert(word.lower).second) continue;
      report.add(codes::easy_read_words_not_known, page.page.path, line.place_of(word),
                 fmt::format("many people do not know the word '{}'", line.text_of(word)),
                 "Use a word that they know, or explain it: put it into the glossary, and here in bold.");
    }
}

void many_hard_words(const EasyPage& page, Report& report) {
  size_t on_page = 0;
  for (const EasyRow& row : page.rows) {
    on_page += row.hard_words.size();
    if (row.hard_words.size() > page.rules.hard_words_in_a_row)
      report.add(codes::easy_read_many_hard_words, page.page.path, row.block->place,
                 fmt::format("this row has {} new hard words; {} is the most", row.hard_words.size(), page.rules.hard_words_in_a_row),
                 "Give each a row of its own.");
  }
  if (on_page > page.rules.hard_words_on_a_page)
    report.add(codes::easy_read_many_hard_words, page.page.path, {1, 0, 0},
               fmt::format("this page has {} hard words; {} are the most", on_page, page.rules.hard_words_on_a_page),
               "Leave some out, or make two pages of it.");
}

void jargon(const EasyPage& page, Report& report) {
  report_phrases<HardPhrase::Kind::jargon>(page, codes::easy_read_jargon, "is a word of the trade", report);
  report_phrases<HardPhrase::Kind::latin>(page, codes::easy_read_jargon, "is Latin", report);
}

void idioms(const EasyPage& page, Report& report) {
  report_phrases<HardPhrase::Kind::idiom>(page, codes::easy_read_idioms, "does not mean what it says", report);
}

void distant_easy(const EasyPage& page, Report& report) {
  report_phrases<HardPhrase::Kind::distant>(page, codes::easy_read_distant_words, "speaks about readers as if they were not there", report);
}

void without_you(const EasyPage& page, Report& report) {
  static const std::set<std::string, std::less<>> yours{"you", "your", "yours", "yourself", "you're", "you'll", "you've"};
  for (const EasyLine& line : page.lines)
    for (const EasyWord& word : line.words)
      if (yours.contains(word.lower)) return;
  if (!page.rows.empty())
    report.add(codes::easy_read_without_you, page.page.path, {1, 0, 0}, "this page never says 'you'",
               "Speak to the reader: not 'Parents can ask' but 'You can ask'.");
}

void easy_contractions(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines)
    for (const EasyWord& word : line.words) {
      if (!word.lower.ends_with("n't")) continue;
      const std::string verb = word.lower == "can't"    ? "can"
                               : word.lower == "won't"  ? "will"
                               : word.lower == "shan't" ? "shall"
                                                        : word.lower.substr(0, word.lower.size() - 3);
      report.add(codes::easy_read_negative_contractions, page.page.path, line.place_of(word),
                 fmt::format("the 'not' in '{}' is easily missed", line.text_of(word)),
                 fmt::format("Write '{}{}not'.", verb, verb == "can" ? "" : " "));
    }
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_word_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_aliases, aliases},
      {codes::easy_read_many_hard_words, many_hard_words},
      {codes::easy_read_words_not_known, not_known},
      {codes::easy_read_initials, initials},
      {codes::easy_read_jargon, jargon},
      {codes::easy_read_idioms, idioms},
      {codes::easy_read_distant_words, distant_easy},
      {codes::easy_read_without_you, without_you},
      {codes::easy_read_negative_contractions, easy_contractions},
  };
  return checks;
}

}  // namespace offer
