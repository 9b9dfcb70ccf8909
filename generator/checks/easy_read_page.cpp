#include "checks/easy_read_page.h"

#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"
#include "model/term_finder.h"

namespace offer {

Place EasyLine::place_of(size_t start, size_t length) const {
  const uint32_t characters = characters_before(std::string_view(text).substr(start), std::min(length, text.size() - start));
  const Piece* found = nullptr;
  for (const Piece& piece : pieces)
    if (piece.start <= start) found = &piece;
  if (found == nullptr || found->block == nullptr) return place;
  Place result = place_in(*found->block, start - found->start, characters);
  if (result.line == 0) return place;
  return result;
}

namespace {

void add_text(const Block& block, EasyLine& to) {
  if (block.kind == BlockKind::text || block.kind == BlockKind::code_span) {
    to.pieces.push_back({to.text.size(), &block});
    to.text += block.text;
  } else if (block.kind == BlockKind::line_break) {
    to.text += ' ';
  }
  for (const Block& child : children(block)) add_text(child, to);
}

// "help@example.org", "www.example.org": letters on both sides of an '@', or of a full stop without a space.
bool in_address(std::string_view text, size_t start, size_t length) {
  size_t from = start;
  size_t to = start + length;
  while (from > 0 && text[from - 1] != ' ') --from;
  while (to < text.size() && text[to] != ' ') ++to;
  std::string_view piece = text.substr(from, to - from);
  while (!piece.empty() && std::string_view(".,;:!?)").find(piece.back()) != std::string_view::npos) piece.remove_suffix(1);
  if (piece.find('@') != std::string_view::npos || piece.find("://") != std::string_view::npos || piece.starts_with("www.")) return true;
  const size_t dot = piece.rfind('.');
  return dot != std::string_view::npos && dot > 2 && dot + 3 <= piece.size() && !is_digit(piece[dot + 1]) && is_lower(piece[dot + 1]) &&
         is_lower(piece[dot - 1]);
}

void find_words(EasyLine& line, const SiteView& site) {
  for (auto found = site.term_finder().next(line.text, 0); found.length > 0;
       found = site.term_finder().next(line.text, found.start + found.length))
    line.terms.push_back({found.start, found.length, found.term});
  auto term = line.terms.begin();
  for (const Span& span : words_in(line.text)) {
    EasyWord word;
    word.start = span.start;
    word.length = span.length;
    word.lower = replace_all(lower(line.text_of(word)), "’", "'");
    word.number = is_digit(line.text[span.start]);
    word.address = in_address(line.text, span.start, span.length);
    while (term != line.terms.end() && term->start + term->length <= span.start) ++term;
    if (term != line.terms.end() && term->start <= span.start) word.term = term->term;
    line.words.push_back(std::move(word));
  }
}

// Whether this word and the one before it are one to a reader: a phone number, an address.
bool goes_on(const EasyLine& line, const EasyWord& before, const EasyWord& word) {
  const size_t end = before.start + before.length;
  if (before.number && word.number) return line.text.find_first_not_of(' ', end) == word.start;
  return before.address && word.address && line.text.substr(end, word.start - end).find(' ') == std::string::npos;
}

void find_easy_sentences(EasyLine& line) {
  size_t at = 0;
  for (const Span& span : sentences_in(line.text)) {
    EasySentence sentence;
    sentence.start = span.start;
    sentence.length = span.length;
    sentence.first_word = at;
    while (at < line.words.size() && line.words[at].start < span.start + span.length) {
      EasyWord& word = line.words[at];
      word.first = at == sentence.first_word;
      if (word.first || !goes_on(line, line.words[at - 1], word)) ++sentence.count;
      ++at;
    }
    sentence.words = at - sentence.first_word;
    if (sentence.words > 0) line.sentences.push_back(sentence);
  }
}

// Glossary terms are explained, so their words are not looked up.
void find_phrases(EasyLine& line, const WordLists& lists) {
  std::vector<std::string> words;
  for (const EasyWord& word : line.words) words.push_back(word.term == none && !word.address ? word.lower : std::string());
  for (size_t at = 0; at < words.size(); ++at) {
    const WordLists::Found found = lists.phrase_at(words, at);
    if (found.phrase == nullptr) continue;
    line.phrases.push_back({at, found.words, found.phrase});
    at += found.words - 1;
  }
}

bool is_meaning(const Block& block) {
  return block.kind == BlockKind::paragraph && block.variant == static_cast<uint8_t>(ParagraphKind::meaning);
}

}  // namespace

EasyPage::EasyPage(const Page& page_, const SiteView& site_) : page(page_), site(site_), rules(site_.easy_read()) {
  const auto add = [&](EasyLine line) {
    find_words(line, site);
    find_easy_sentences(line);
    find_phrases(line, rules.words);
    lines.push_back(std::move(line));
    return lines.size() - 1;
  };
  EasyLine title;
  title.kind = LineKind::title;
  title.place = page.fields.place_of(shared::title);
  title.text = page.title;
  add(std::move(title));
  std::vector<std::string> explained;
  size_t heading = none;
  for (const Block& block : children(page.document())) {
    if (block.kind == BlockKind::heading) {
      EasyLine line;
      line.kind = LineKind::heading;
      line.place = block.place;
      add_text(block, line);
      heading = add(std::move(line));
    }
    if (block.kind != BlockKind::easy_row) continue;
    EasyRow row;
    row.block = &block;
    row.heading = heading;
    for (const Block& paragraph : children(block)) {
      if (is_meaning(paragraph)) continue;
      EasyLine line;
      line.row = rows.size();
      line.place = paragraph.place;
      add_text(paragraph, line);
      row.lines.push_back(add(std::move(line)));
      walk(paragraph, [&](const Block& inside) {
        if (inside.kind != BlockKind::hard_word || inside.target.empty()) return;
        const std::string id(inside.target);
        if (std::find(explained.begin(), explained.end(), id) != explained.end()) return;
        explained.push_back(id);
        row.hard_words.push_back(id);
      });
    }
    rows.push_back(std::move(row));
  }
}

namespace {

constexpr size_t most_easy_bytes = 30'000;

size_t bytes_of_words(const Page& page) {
  size_t bytes = page.title.size();
  walk(page.document(), [&](const Block& block) {
    if (block.kind == BlockKind::text) bytes += block.text.size();
  });
  return bytes;
}

}  // namespace

void check_easy_read(const Page& page, const SiteView& site, Report& report) {
  const auto& left_out = site.easy_read().leave_out;
  const auto is_left_out = [&](std::string_view name) { return std::find(left_out.begin(), left_out.end(), name) != left_out.end(); };
  if (!page.easy_read || is_left_out("all")) return;
  if (const size_t bytes = bytes_of_words(page); bytes > most_easy_bytes) {
    report.add(codes::easy_read_very_long_pages, page.path, {1, 0, 0},
               fmt::format("this page has {} kB of words; a page of 40 rows has 10", bytes / 1000), "Make more pages of it.");
    return;  // the other rules would say thousands of things
  }
  const EasyPage easy(page, site);
  for (const auto* family : {&easy_read_sentence_checks(), &easy_read_word_checks(), &easy_read_number_checks(), &easy_read_sign_checks(),
                             &easy_read_row_checks(), &easy_read_drift_checks()})
    for (const EasyReadCheck& check : *family)
      if (!is_left_out(check.code.name)) check.run(easy, report);
}

}  // namespace offer
