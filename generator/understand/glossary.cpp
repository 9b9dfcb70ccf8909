// The glossary at work: the site's terms with all their spellings, and the first use of each on every page.
#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "model/shared_fields.h"
#include "types/term.h"
#include "types/types.h"
#include "understand/steps.h"
#include "model/term_finder.h"

namespace offer {

namespace {

bool is_capitals(std::string_view spelling) {
  bool letters = false;
  for (const char c : spelling) {
    if (is_lower(c)) return false;
    letters = letters || is_upper(c);
  }
  return letters;
}

std::vector<std::string> spellings_of(const Page& page) {
  std::vector<std::string> spellings{page.title};
  if (page.fields.has(term::abbreviation)) spellings.push_back(page.fields.get(term::abbreviation));
  for (const std::string& also : page.fields.get(term::also)) spellings.push_back(also);
  return spellings;
}

// Where a spelling stands in the settings.
Place place_of_term(const Page& page, const std::string& spelling) {
  if (spelling == page.title) return page.fields.place_of(shared::title);
  if (spelling == page.fields.get(term::abbreviation)) return page.fields.place_of(term::abbreviation);
  const Words& also = page.fields.get(term::also);
  const auto index = static_cast<size_t>(std::find(also.begin(), also.end(), spelling) - also.begin());
  const Fields::Entry* entry = page.fields.find(term::also);
  return entry == nullptr ? Place{1, 0, 0} : entry->place_of_item(index);
}

std::string folded_spelling(std::string_view spelling) {
  std::string result;
  for (const std::string_view word : words_of(spelling)) {
    if (!result.empty()) result += ' ';
    result += lower(word);
  }
  return result;
}

// Short, as each stands on a page three times. By the id alone, so that other words which come or go change no page; unless two are alike.
void name_meanings(std::vector<Term>& terms) {
  std::set<std::string> taken;
  for (Term& term : terms) {
    const std::string hash = content_hash(term.id);
    size_t size = 5;
    do term.anchor = "word-" + hash.substr(0, size);
    while (!taken.insert(term.anchor).second && ++size <= hash.size());
  }
}

}  // namespace

void read_glossary(Site& site, Report& report) {
  for (const Page& page : site.pages)
    if (page.type == &term_type && !page.easy_read)
      site.terms.push_back({page.id, {}, page.title, page.fields.get(term::abbreviation), page.summary,
                            page.fields.get(term::easy), page.number});
  std::sort(site.terms.begin(), site.terms.end(), [](const Term& a, const Term& b) {
    return std::pair(lower(a.name), a.name) < std::pair(lower(b.name), b.name);
  });
  name_meanings(site.terms);
  std::vector<TermSpelling> spellings;
  for (size_t i = 0; i < site.terms.size(); ++i) {
    const Page& page = site.pages[site.terms[i].page];
    site.term_by_id.emplace(page.id, i);
    std::vector<std::string> own;
    for (const std::string& spelling : spellings_of(page)) {
      const std::string key = folded_spelling(spelling);
      if (key.empty() || std::find(own.begin(), own.end(), key) != own.end()) continue;
      own.push_back(key);
      const auto [other, fresh] = site.term_by_word.emplace(key, i);
      if (!fresh) {
        const Term& first = site.terms[other->second];
        const std::string& first_path = site.pages[first.page].path;
        report.add(codes::repeated_terms, page.path, place_of_term(page, spelling),
                   spelling == first.name ? fmt::format("'{}' is explained already ({})", spelling, first_path)
                                          : fmt::format("'{}' already means '{}' ({})", spelling, first.name, first_path),
                   "One word has one meaning. Take it out of one of the two.");
        continue;
      }
      std::string as_written;
      for (const std::string_view word : words_of(spelling)) as_written += (as_written.empty() ? "" : " ") + std::string(word);
      spellings.push_back({key, as_written, is_capitals(spelling), i});
    }
  }
  site.term_finder = std::make_shared<const TermFinder>(spellings);
}

namespace {

// Marks the first use of each term in running text: not in headings, links, lists of links, bold, code or quotations, where a mark would be
// in the way.
class Marker {
 public:
  Marker(Page& page, const Site& site) : page_(page), site_(site), seen_(site.terms.size(), false) {
    if (const auto own = site.term_by_id.find(page.id); own != site.term_by_id.end()) seen_[own->second] = true;
  }

  void mark(Block& parent) {
    Block* before = nullptr;
    for (Block* block = parent.first; block != nullptr; before = block, block = block->next) {
      switch (block->kind) {
        case BlockKind::heading:
        case BlockKind::link:
        case BlockKind::strong:
        case BlockKind::quote: break;
        case BlockKind::text: block = mark_text(parent, before, *block); break;
        case BlockKind::bullet_list:
          if (!is_list_of_links(*block)) mark(*block);
          break;
        default: mark(*block);
      }
    }
  }

 private:
  // Splits a text Block at terms not seen before. Returns the last piece.
  Block* mark_text(Block& parent, Block* before, Block& text) {
    auto found = site_.term_finder->next(text.text, 0);
    if (found.length == 0) return &text;
    const Block whole_text = text;  // as it is before it becomes the first piece
    const std::string_view whole = text.text;
    size_t done = 0;
    Block* last = &text;
    bool first_piece = true;
    const auto add_piece = [&](Block* piece) {
      if (first_piece) {
        // The original Block is replaced by its first piece.
        piece->next = text.next;
        if (before == nullptr) parent.first = piece;
        else before->next = piece;
        if (parent.last == &text) parent.last = piece;
        first_piece = false;
      } else {
        piece->next = last->next;
        last->next = piece;
        if (parent.last == last) parent.last = piece;
      }
      last = piece;
    };
    const auto piece_of = [&](size_t from, size_t to, Place place) {
      Block* piece = page_.arena.make<Block>();
      piece->kind = BlockKind::text;
      piece->text = whole.substr(from, to - from);
      piece->place = place;
      return piece;
    };
    for (; found.length > 0; found = site_.term_finder->next(whole, found.start + found.length)) {
      if (seen_[found.term]) continue;
      seen_[found.term] = true;
      page_.terms.push_back(static_cast<uint32_t>(found.term));
      if (found.start > 0 && done == 0) {
        text.text = whole.substr(0, found.start);
        first_piece = false;
      } else if (found.start > done) {
        add_piece(piece_of(done, found.start, place_in(whole_text, done, 0)));
      }
      Block* mark = page_.arena.make<Block>();
      mark->kind = BlockKind::term;
      mark->place = place_in(whole_text, found.start, 0);
      mark->target = site_.terms[found.term].id;
      mark->append(piece_of(found.start, found.start + found.length, mark->place));
      add_piece(mark);
      done = found.start + found.length;
    }
    if (done > 0 && done < whole.size()) add_piece(piece_of(done, whole.size(), place_in(whole_text, done, 0)));
    return last;
  }

  Page& page_;
  const Site& site_;
  std::vector<bool> seen_;
};

}  // namespace

void mark_terms(Page& page, const Site& site) {
  if (!site.terms.empty()) Marker(page, site).mark(*page.blocks);
}

}  // namespace offer
