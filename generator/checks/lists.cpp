// Lists: lists that screen readers know to be lists, and that are lists.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code faked_lists{"faked-lists", Severity::warning, "WCAG 1.3.1"};
const Code lists_of_one_item{"lists-of-one-item", Severity::warning, "WCAG 1.3.1"};
const Code long_list_items{"long-list-items", Severity::warning, "PE-03"};

constexpr size_t most_item_words = 90;

// What a line begins with that looks like the mark of a list: its kind and how many bytes it has.
struct Mark {
  enum class Kind { bullet, dash, number } kind;
  size_t length;
  unsigned number = 0;  // of a number or letter: "b)" is 2
};

std::optional<Mark> mark_of_line(std::string_view line) {
  if (line.empty() || is_upper(line.front())) return std::nullopt;  // nearly every line
  for (const std::string_view bullet : {"•", "◦", "▪", "●", "‣", "■", "○", "✓", "✔", "➢"})
    if (line.starts_with(bullet)) return Mark{Mark::Kind::bullet, bullet.size()};
  for (const std::string_view dash : {"- ", "– ", "— ", "* ", "· ", "+ "})
    if (line.starts_with(dash)) return Mark{Mark::Kind::dash, dash.size()};
  // "1)", "(1)", "1.", "a)", "(a)"
  size_t at = line.starts_with('(') ? 1 : 0;
  const size_t start = at;
  while (at < line.size() && at < start + 2 && is_digit(line[at])) ++at;
  const bool digits = at > start;
  if (!digits && at < line.size() && is_lower(line[at])) ++at;
  if (at == start || at + 1 >= line.size() || (line[at] != ')' && !(line[at] == '.' && digits)) || line[at + 1] != ' ') return std::nullopt;
  unsigned number = 0;
  for (const char c : line.substr(start, at - start)) number = digits ? number * 10 + static_cast<unsigned>(c - '0') : static_cast<unsigned>(c - 'a') + 1;
  return Mark{Mark::Kind::number, at + 2, number};
}

struct ListLine {
  Place place;
  Mark mark;
};

// Lines of a paragraph that begin with a mark. A line begins where the paragraph does, after a line end of the source, and after a line break.
void add_marked_lines(const Block& paragraph, std::vector<ListLine>& to) {
  bool begins = true;
  for (const Block& inline_block : children(paragraph)) {
    if (inline_block.kind == BlockKind::text) {
      const std::string_view rest = inline_block.text;
      if ((!begins || is_upper(rest.empty() ? ' ' : rest.front())) && rest.find('\n') == std::string_view::npos) {  // most texts
        begins = false;
        continue;
      }
      for (size_t at = 0; at <= rest.size();) {
        const size_t end = std::min(rest.find('\n', at), rest.size());
        const std::string_view line = rest.substr(at, end - at);
        const size_t indent = std::min(line.find_first_not_of(' '), line.size());
        if (begins || at > 0)
          if (const auto mark = mark_of_line(line.substr(indent))) to.push_back({place_in(inline_block, at + indent, 1), *mark});
        begins = false;
        at = end + 1;
      }
      begins = rest.ends_with('\n');
    } else {
      begins = inline_block.kind == BlockKind::line_break;
    }
  }
}

bool follows(const Mark& before, const Mark& mark) {
  if (before.kind != mark.kind) return false;
  return mark.kind != Mark::Kind::number || mark.number == before.number + 1;
}

// Two marks of a kind one after the other, in one paragraph or in neighbours. A bullet alone is enough: nobody begins a sentence with one.
void faked_in(const Block& parent, const Page& page, Report& report) {
  std::vector<ListLine> lines;
  bool told = false;
  const auto judge = [&] {
    for (size_t i = 0; i < lines.size() && !told; ++i) {
      if (lines[i].mark.kind != Mark::Kind::bullet && (i + 1 >= lines.size() || !follows(lines[i].mark, lines[i + 1].mark))) continue;
      const bool numbers = lines[i].mark.kind == Mark::Kind::number;
      report.add(faked_lists, page.path, lines[i].place, "this looks like a list and is one paragraph for a screen reader",
                 numbers ? "Begin each line with a number and a full stop, with an empty line above the first: 1. First ask."
                         : "Begin each line with a hyphen and a space, with an empty line above the first: - Ask the school.");
      told = true;
    }
    lines.clear();
    told = false;
  };
  for (const Block& block : children(parent)) {
    if (block.kind == BlockKind::paragraph && block.place.line > 0) {
      const size_t before = lines.size();
      add_marked_lines(block, lines);
      if (lines.size() == before) judge();
      continue;
    }
    judge();
    if (block.first != nullptr && !holds_inlines(block.kind)) faked_in(block, page, report);
  }
  judge();
}

void faked(const Page& page, const SiteView&, const PageParts&, Report& report) { faked_in(page.document(), page, report); }

// Of plain pages only: the parts of other types are lists by their nature, and some have one thing to tell.
void one_item(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  if (page.type->name != "page") return;
  for (const PagePart& list : parts.lists) {
    const Block& block = *list.block;
    if (block.place.line == 0 || block.first == nullptr || block.first->next != nullptr || is_list_of_links(block)) continue;
    report.add(lists_of_one_item, page.path, block.place, "this list has one item", "Write it as a sentence: people wait for the second item.");
  }
}

// No more words than this can stand in it: each has a letter, and white space after it.
size_t most_words_in(const Block& paragraph) {
  size_t bytes = 0;
  walk(paragraph, [&](const Block& block) { bytes += block.text.size() + 1; });
  return bytes / 2 + 1;
}

void long_items(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  for (const PagePart& item : parts.items) {
    const Block& block = *item.block;
    if (block.place.line == 0) continue;
    // What stands in lists inside it counts for those.
    size_t most = 0, words = 0;
    for (const Block& inside : children(block))
      if (inside.kind == BlockKind::paragraph) most += most_words_in(inside);
    if (most <= most_item_words) continue;
    for (const Block& inside : children(block))
      if (inside.kind == BlockKind::paragraph) words += count_words(plain_text(inside));
    if (words > most_item_words)
      report.add(long_list_items, page.path, block.place, fmt::format("this item of a list has {} words; {} are the most", words, most_item_words),
                 "A list is for looking over quickly. Make a part with a heading of it, or more items.");
  }
}

}  // namespace

const std::vector<Check>& list_checks() {
  static const std::vector<Check> checks{{faked_lists, faked}, {lists_of_one_item, one_item}, {long_list_items, long_items}};
  return checks;
}

}  // namespace offer
