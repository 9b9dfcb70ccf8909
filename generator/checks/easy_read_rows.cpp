// The page as a whole: its rows, pictures and headings, how it begins and how it ends.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "checks/easy_read_page.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

size_t sentences_in_row(const EasyPage& page, const EasyRow& row) {
  size_t count = 0;
  for (const size_t line : row.lines) count += page.lines[line].sentences.size();
  return count;
}

void crowded_rows(const EasyPage& page, Report& report) {
  for (const EasyRow& row : page.rows)
    if (const size_t count = sentences_in_row(page, row); count > page.rules.sentences_in_a_row && count <= page.rules.sentences_in_a_row_never_over)
      report.add(codes::easy_read_crowded_rows, page.page.path, row.block->place,
                 fmt::format("{} sentences stand beside this picture; {} are the most", count, page.rules.sentences_in_a_row),
                 "Make two rows of it, each with a picture.");
}

void overfull_rows(const EasyPage& page, Report& report) {
  for (const EasyRow& row : page.rows)
    if (const size_t count = sentences_in_row(page, row); count > page.rules.sentences_in_a_row_never_over)
      report.add(codes::easy_read_overfull_rows, page.page.path, row.block->place,
                 fmt::format("{} sentences stand beside this picture; there must never be more than {}", count,
                             page.rules.sentences_in_a_row_never_over),
                 fmt::format("Make rows of {} sentences or fewer of it, each with a picture.", page.rules.sentences_in_a_row));
}

// The same picture where two different hard words are explained.
void two_meanings(const EasyPage& page, Report& report) {
  std::map<std::string_view, std::string> meanings;
  for (const EasyRow& row : page.rows)
    for (const std::string& id : row.hard_words) {
      const auto [first, fresh] = meanings.emplace(row.block->text, id);
      const Term* now = page.site.term(id);
      const Term* before = page.site.term(first->second);
      if (fresh || first->second == id || now == nullptr || before == nullptr) continue;
      report.add(codes::easy_read_pictures_with_two_meanings, page.page.path, row.block->place,
                 fmt::format("the picture '{}' stands for '{}' here, and for '{}' before", row.block->text, now->name, before->name),
                 "Choose another picture for one of the two.");
    }
}

void long_pages(const EasyPage& page, Report& report) {
  if (page.rows.size() > page.rules.rows_on_a_page && page.rows.size() <= page.rules.rows_on_a_page_never_over)
    report.add(
        codes::easy_read_long_pages, page.page.path, page.rows[page.rules.rows_on_a_page].block->place,
        fmt::format("this page has {} rows; {} are the most, which are about 5 printed pages", page.rows.size(), page.rules.rows_on_a_page),
        "Leave out what readers need not do or know, or make two pages of it.");
}

void very_long_pages(const EasyPage& page, Report& report) {
  if (page.rows.size() > page.rules.rows_on_a_page_never_over)
    report.add(codes::easy_read_very_long_pages, page.page.path, page.rows[page.rules.rows_on_a_page_never_over].block->place,
               fmt::format("this page has {} rows; it must never have more than {}", page.rows.size(), page.rules.rows_on_a_page_never_over),
               "Make two pages of it.");
}

void without_about(const EasyPage& page, Report& report) {
  if (page.rows.empty()) return;
  const EasyRow& first = page.rows.front();
  if (first.block->text == "about") return;
  for (const size_t line : first.lines)
    for (const EasyWord& word : page.lines[line].words)
      if (word.lower == "about") return;
  report.add(codes::easy_read_without_about, page.page.path, first.block->place, "this page does not begin with what it is about",
             "Begin with a row such as: ![](picture:about) and on the next line: This page is about short breaks.");
}

void long_easy_headings(const EasyPage& page, Report& report) {
  for (const EasyLine& line : page.lines) {
    size_t count = 0;
    for (const EasySentence& sentence : line.sentences) count += sentence.count;
    if (line.kind == LineKind::row || count <= page.rules.words_in_a_heading) continue;
    report.add(codes::easy_read_long_headings, page.page.path, line.place,
               fmt::format("this {} has {} words; {} are the most", line.kind == LineKind::title ? "title" : "heading", count,
                           page.rules.words_in_a_heading),
               "Make it a short question: What happens next?");
  }
}

// The last rows: those under the last heading, and at least three.
size_t first_of_the_end(const EasyPage& page) {
  constexpr size_t at_least = 3;
  const size_t count = page.rows.size();
  size_t first = count - std::min(count, at_least);
  while (first > 0 && page.rows[first - 1].heading == page.rows.back().heading) --first;
  return first;
}

bool is_phone_number(const EasyLine& line, const EasyWord& word) {
  if (!word.number || line.text[word.start] != '0') return word.number && (line.text_of(word) == "999" || line.text_of(word) == "111");
  size_t digits = 0;
  for (size_t i = word.start; i < line.text.size() && digits < 9 && (is_digit(line.text[i]) || line.text[i] == ' '); ++i)
    digits += is_digit(line.text[i]) ? 1 : 0;
  return digits >= 9;
}

void without_contact(const EasyPage& page, Report& report) {
  if (page.rows.empty()) return;
  for (size_t row = first_of_the_end(page); row < page.rows.size(); ++row)
    for (const size_t at : page.rows[row].lines)
      for (const EasyWord& word : page.lines[at].words)
        if ((word.address && page.lines[at].text.find('@') != std::string::npos) || is_phone_number(page.lines[at], word)) return;
  report.add(codes::easy_read_without_contact, page.page.path, page.rows.back().block->place, "this page does not end with whom readers can ask",
             "End with a heading such as 'Who can help you?', and a row with a phone number and one with an e-mail address.");
}

void without_company(const EasyPage& page, Report& report) {
  if (page.rows.empty()) return;
  for (size_t row = first_of_the_end(page); row < page.rows.size(); ++row)
    for (const size_t at : page.rows[row].lines) {
      const std::string small = lower(page.lines[at].text);
      if (small.find("read") != std::string::npos &&
          (small.find("with you") != std::string::npos || small.find("to you") != std::string::npos || small.find("help") != std::string::npos))
        return;
    }
  report.add(codes::easy_read_without_company, page.page.path, page.rows.back().block->place, "this page does not say who can read it with you",
             "End with a row such as: You can ask someone to read this with you.");
}

void copies(const EasyPage& page, Report& report) {
  const Page* full = page.site.twin(page.page);
  if (full == nullptr) return;
  size_t words = 0;
  for (const EasyLine& line : page.lines)
    if (line.kind != LineKind::title) words += words_of(line.text).size();
  const size_t full_words = words_of(plain_text(full->document())).size();
  if (full_words < page.rules.words_of_a_short_page) return;
  const size_t percent = words * 100 / full_words;
  const bool same_headings = full->headings.size() >= 3 && full->headings.size() == page.page.headings.size() &&
                             std::equal(full->headings.begin(), full->headings.end(), page.page.headings.begin(),
                                        [](const Heading& a, const Heading& b) { return lower(a.title) == lower(b.title); });
  if (percent > page.rules.percent_of_the_full_page)
    report.add(
        codes::easy_read_copies, page.page.path, {1, 0, 0},
        fmt::format("this page has {} words for every 100 of the full page; {} are the most", percent, page.rules.percent_of_the_full_page),
        "Say only the main points, and what the reader can do.");
  else if (same_headings)
    report.add(codes::easy_read_copies, page.page.path, page.page.headings.front().place,
               "this page has the same headings as the full page, one by one",
               "Say only the main points, and what the reader can do, under headings of its own.");
}

}  // namespace

const std::vector<EasyReadCheck>& easy_read_row_checks() {
  static const std::vector<EasyReadCheck> checks{
      {codes::easy_read_crowded_rows, crowded_rows},
      {codes::easy_read_overfull_rows, overfull_rows},
      {codes::easy_read_pictures_with_two_meanings, two_meanings},
      {codes::easy_read_long_pages, long_pages},
      {codes::easy_read_very_long_pages, very_long_pages},
      {codes::easy_read_without_about, without_about},
      {codes::easy_read_long_headings, long_easy_headings},
      {codes::easy_read_without_contact, without_contact},
      {codes::easy_read_without_company, without_company},
      {codes::easy_read_copies, copies},
  };
  return checks;
}

}  // namespace offer
