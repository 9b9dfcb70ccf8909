// Heading words: headings that are headings, short, and written as a sentence is.
#include <algorithm>

#include "base/text.h"
#include "checks/checks.h"
#include "model/shared_fields.h"
#include "model/term_finder.h"

namespace offer {

namespace {

const Code bold_paragraphs_as_headings{"bold-paragraphs-as-headings", Severity::warning, "WCAG 1.3.1, PE-13"};
const Code headings_with_full_stops{"headings-with-full-stops", Severity::warning, "PE-13"};
const Code headings_in_title_case{"headings-in-title-case", Severity::warning, "PE-13"};
const Code long_headings{"long-headings", Severity::warning, "WCAG 2.4.6, PE-13"};

constexpr size_t most_heading_words = 12;

// A paragraph that is in bold from end to end, or nothing.
bool is_all_bold(const Block& paragraph) {
  bool bold = false;
  for (const Block& child : children(paragraph)) {
    if (child.kind == BlockKind::strong && !bold) bold = true;
    else if (child.kind != BlockKind::text || !trim(child.text).empty()) return false;
  }
  return bold;
}

void bold_as_headings(const Page& page, const SiteView&, const PageParts&, Report& report) {
  if (page.easy_read) return;  // bold words there are hard words
  uint16_t level = 1;
  // Only between other Blocks of the page, not in quotations, lists and cells.
  for (const Block& block : children(page.document())) {
    if (block.kind == BlockKind::heading) level = block.number;
    if (block.kind != BlockKind::paragraph || block.next == nullptr || block.next->kind == BlockKind::heading || !is_all_bold(block)) continue;
    const std::string all = plain_text(block);
    std::string_view words = trim(all);
    // "Ring 999 if somebody is in danger." is a sentence that matters, not a heading.
    if (words.empty() || words.ends_with('.') || words.ends_with('!') || count_words(words) > 20) continue;
    if (words.ends_with(':')) words.remove_suffix(1);
    const std::string marks(std::clamp<size_t>(level + (level == 1 ? 1U : 0U), 2, 6), '#');
    report.add(bold_paragraphs_as_headings, page.path, block.place, fmt::format("'{}' looks like a heading and is only bold", words), fmt::format("{} {}", marks, words));
  }
}

void with_full_stops(const Page& page, const SiteView&, const PageParts&, Report& report) {
  for (const Heading& heading : page.headings) {
    const std::string_view words = trim(heading.title);
    if (!words.ends_with('.') || words.ends_with("..")) continue;
    const size_t space = words.find_last_of(" \t\n\r\f");
    const std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
    // "What it costs, times etc.", "In the U.K."
    if (equal_ignoring_case(last, "etc.") || last.find('.') + 1 < last.size()) continue;
    report.add(headings_with_full_stops, page.path, heading.place, fmt::format("the heading '{}' ends with a full stop", words),
               fmt::format("{} {}", std::string(heading.level, '#'), words.substr(0, words.size() - 1)));
  }
}

void too_long_heading(const Page& page, const SiteView&, const PageParts&, Report& report) {
  if (page.easy_read) return;  // easy_read_long_headings has its own number
  for (const Heading& heading : page.headings)
    if (const size_t words = count_words(heading.title); words > most_heading_words)
      report.add(long_headings, page.path, heading.place, fmt::format("this heading has {} words; {} are the most", words, most_heading_words),
                 "Name what the part is about, and say the rest in its first sentence.");
}

bool is_capitalised(std::string_view word) { return word.size() >= 4 && is_upper(word[0]) && std::all_of(word.begin() + 1, word.end(), [](char c) { return is_lower(c) || (c & 0x80) != 0; }); }

// Calls visit(word) for each word until it says false.
template <class Visit>
void each_heading_word(std::string_view text, Visit&& visit) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = word_length(text, at);
    if (length > 0 && !visit(text.substr(at, length))) return;
    at += length > 0 ? length : character_length(text, at);
  }
}

// Words that stand with a capital inside sentences of the site: of roles, settings and names of boards.
bool is_name_of_the_site(std::string_view words, const SiteView& site) {
  const Settings& settings = site.settings();
  if (settings.name.find(words) != std::string::npos || settings.council.find(words) != std::string::npos) return true;
  return std::any_of(site.roles().begin(), site.roles().end(), [&](const auto& role) { return role.second.title.find(words) != std::string::npos; });
}

// Every longer word has a capital, as in "Getting To School By Taxi": at least two after the first, none of them known as a name.
bool is_title_case(std::string_view heading, const SiteView& site, const PageParts& parts) {
  std::string_view first_capital, last_capital;
  size_t words = 0, capitals = 0;
  bool all = true;
  each_heading_word(heading, [&](std::string_view word) {
    if (words++ == 0 || word.size() < 4 || !is_letter(word.front())) return true;
    all = is_capitalised(word);
    if (capitals++ == 0) first_capital = word;
    last_capital = word;
    return all;
  });
  if (!all || capitals < 2) return false;
  const auto term = site.term_finder().next(heading, 0);
  const auto begin = static_cast<size_t>(first_capital.data() - heading.data());
  const size_t end = static_cast<size_t>(last_capital.data() - heading.data()) + last_capital.size();
  if (term.length > 0 && term.start <= begin && term.start + term.length >= end) return false;
  const std::string_view run = heading.substr(begin, end - begin);
  if (is_name_of_the_site(run, site)) return false;
  // A name is written so in sentences too.
  return std::none_of(parts.texts.begin(), parts.texts.end(), [&](const PageText& text) { return text.block->text.find(run) != std::string_view::npos && text.block->text != heading; });
}

// "Getting to school by taxi"
std::string in_sentence_case(std::string_view heading) {
  std::string result(heading);
  bool first = true;
  each_heading_word(heading, [&](std::string_view word) {
    const auto at = static_cast<size_t>(word.data() - heading.data());
    if (!first && is_upper(result[at]) && std::all_of(word.begin() + 1, word.end(), is_lower) && word != "I") result[at] = static_cast<char>(result[at] | 0x20);
    first = false;
    return true;
  });
  return result;
}

void in_title_case(const Page& page, const SiteView& site, const PageParts& parts, Report& report) {
  for (const Heading& heading : page.headings)
    if (is_title_case(heading.title, site, parts))
      report.add(headings_in_title_case, page.path, heading.place, fmt::format("the words of '{}' begin with capitals as if all were names", heading.title),
                 fmt::format("{} {}", std::string(heading.level, '#'), in_sentence_case(heading.title)));
  // Papers, boards and terms carry names that others gave them.
  const std::string_view type = page.type->name;
  const bool named_by_others = type == "paper" || type == "body" || type == "term" || type == "strategy" || type == "plan";
  if (!named_by_others && !page.easy_read && is_title_case(page.title, site, parts))
    report.add(headings_in_title_case, page.path, page.fields.place_of(shared::title), fmt::format("the words of '{}' begin with capitals as if all were names", page.title),
               fmt::format("title: {}", in_sentence_case(page.title)));
}

}  // namespace

const std::vector<Check>& heading_word_checks() {
  static const std::vector<Check> checks{
      {bold_paragraphs_as_headings, bold_as_headings},
      {headings_with_full_stops, with_full_stops},
      {headings_in_title_case, in_title_case},
      {long_headings, too_long_heading},
  };
  return checks;
}

}  // namespace offer
