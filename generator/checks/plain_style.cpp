// Signs and letters of plain English: "and" not "&", no "and/or", no "(s)", no BLOCK CAPITALS, no long italics (PE-15, PE-18).
#include <algorithm>

#include "base/spelling.h"
#include "base/text.h"
#include "checks/plain_page.h"

namespace offer {

namespace {

const Code ampersands{"ampersands", Severity::warning, "PE-15"};
const Code and_or{"and-or", Severity::warning, "PE-15"};
const Code bracketed_plurals{"bracketed-plurals", Severity::warning, "PE-15"};
const Code block_capitals{"block-capitals", Severity::warning, "PE-18"};
const Code long_italics{"long-italics", Severity::warning, "PE-18"};

// The word that ends or begins at this byte; nothing if none does.
const PlainWord* word_ending_at(const PlainPage& page, size_t end) {
  const auto after = std::upper_bound(page.words.begin(), page.words.end(), end, [](size_t wanted, const PlainWord& word) { return wanted <= word.start; });
  if (after == page.words.begin()) return nullptr;
  const PlainWord& word = *(after - 1);
  return word.start + word.length == end ? &word : nullptr;
}
const PlainWord* word_starting_at(const PlainPage& page, size_t start) {
  const auto at = std::lower_bound(page.words.begin(), page.words.end(), start, [](const PlainWord& word, size_t wanted) { return word.start < wanted; });
  return at != page.words.end() && at->start == start ? &*at : nullptr;
}

void ands(const PlainPage& page, Report& report) {
  for (size_t at = page.text.find('&'); at != std::string::npos; at = page.text.find('&', at + 1)) {
    if (at == 0 || page.text[at - 1] != ' ' || page.text[at + 1] != ' ') continue;
    const PlainWord* before = word_ending_at(page, at - 1);
    const PlainWord* after = word_starting_at(page, at + 2);
    if (before == nullptr || after == nullptr || before->is(PlainWord::quoted)) continue;
    if (before->is(PlainWord::capital) && after->is(PlainWord::capital)) continue;  // "Marks & Spencer" is a name
    report.add(ampersands, page.page.path, page.place_of(at, 1), "many people do not know the sign '&'",
               fmt::format("Write '{} and {}'.", page.text_of(*before), page.text_of(*after)));
  }
}

void slashes(const PlainPage& page, Report& report) {
  for (size_t slash = page.text.find('/'); slash != std::string::npos; slash = page.text.find('/', slash + 1)) {
    if (slash < 3 || page.text.compare(slash - 3, 6, "and/or") != 0) continue;
    const size_t at = slash - 3;
    const PlainWord* word = word_starting_at(page, at);
    if (word == nullptr || word->is(PlainWord::quoted) || word_ending_at(page, at + 6) == nullptr) continue;
    report.add(and_or, page.page.path, page.place_of(at, 6), "'and/or' leaves readers to work out which you mean", "Write 'or'. If both can be, write 'a, b, or both'.");
  }
}

void plurals(const PlainPage& page, Report& report) {
  const std::string_view all(page.text);
  for (size_t at = all.find('('); at != std::string_view::npos; at = all.find('(', at + 1))
    for (const std::string_view sign : {"(s)", "(es)", "(ren)"}) {
      if (!all.substr(at).starts_with(sign)) continue;
      const PlainWord* word = word_ending_at(page, at);
      if (word == nullptr || word->is(PlainWord::quoted) || word->length < 3) continue;
      const std::string_view text = page.text_of(*word);
      const std::string_view ending = sign.substr(1, sign.size() - 2);
      report.add(bracketed_plurals, page.page.path, page.place_of(word->start, word->length + sign.size()), fmt::format("'{}{}' is hard to read, aloud above all", text, sign),
                 fmt::format("Write '{}{}', which can be one too, or '{} or {}{}'.", text, ending, text, text, ending));
    }
}

void loud(const PlainPage& page, Report& report) {
  const auto shouted = [&](size_t at) {
    const PlainWord& word = page.words[at];
    return word.is(PlainWord::capitals) && !word.is(PlainWord::quoted | PlainWord::address) && is_shouted(page.text_of(word), page.site);
  };
  size_t next = 0;  // the first word behind the last that was told of
  for (const uint32_t i : page.capitals) {
    if (i < next || !shouted(i)) continue;
    size_t last = i;
    while (last + 1 < page.words.size() && page.gap_after(last) == " " && shouted(last + 1)) ++last;
    const std::string words = page.words_from(i, last - i + 1);
    report.add(block_capitals, page.page.path, page.place_of(page.words[i].start, page.words[last].start + page.words[last].length - page.words[i].start),
               fmt::format("'{}' in capitals is slow to read, and sounds like shouting", words), fmt::format("Write '{}', in **bold** if it matters most.", lower(words)));
    next = last + 1;
  }
}

void plain_italics(const PlainPage& page, Report& report) {
  constexpr size_t most = 12;  // words; titles have fewer
  for (const PlainPage::Stretch& one : page.italics) {
    const size_t words = count_words(std::string_view(page.text).substr(one.start, one.length));
    if (words <= most) continue;
    report.add(long_italics, page.page.path, page.place_of(one.start, one.length), fmt::format("{} words in italics are hard to read for people with dyslexia", words),
               "Take the stars or lines around them away. For what matters, begin a notice: > [!NOTE]");
  }
}

}  // namespace

bool is_shouted(std::string_view word, const SiteView& site) {
  static constexpr std::string_view usual[]{"ALL",  "ALWAYS", "AND",  "ANY",  "ARE",  "BEFORE", "BOTH", "CAN",  "CLOSED", "DO",   "EVERY", "FREE", "HOW", "MUST", "NEVER", "NEW",
                                            "NO",   "NOT",    "NOTE", "NOW",  "ONLY", "OPEN",   "OR",   "PLEASE", "READ", "STOP", "THE",   "THIS", "WHAT", "WHEN", "WHO",  "WHY",
                                            "WILL", "WITH",   "YES",  "YOU",  "YOUR"};
  if (std::any_of(word.begin(), word.end(), [](char c) { return !is_upper(c); })) return false;
  if (std::find(std::begin(usual), std::end(usual), word) != std::end(usual)) return true;
  constexpr size_t longer_than_abbreviations = 6;
  const std::string small = lower(word);
  return word.size() >= longer_than_abbreviations && can_spell() && is_spelled_right(small, WordHash::of(small)) && !site.is_site_word(small);
}

const std::vector<PlainCheck>& plain_style_checks() {
  static const std::vector<PlainCheck> checks{
      {ampersands, ands}, {and_or, slashes}, {bracketed_plurals, plurals}, {block_capitals, loud}, {long_italics, plain_italics},
  };
  return checks;
}

}  // namespace offer
