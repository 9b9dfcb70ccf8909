#include "types/structure.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/builder.h"
#include "model/plain_words.h"

namespace offer {

const Block* find_heading(const Page& page, uint16_t level, std::string_view title) {
  // Most that are asked for are not there, and the page's list of headings knows.
  const auto fits = [&](const Heading& heading) { return heading.level == level && equal_ignoring_case(trim(heading.title), title); };
  if (!page.headings.empty() && std::none_of(page.headings.begin(), page.headings.end(), fits)) return nullptr;
  std::string room;
  for (const Block& block : children(page.document()))
    if (block.kind == BlockKind::heading && block.number == level && equal_ignoring_case(trim(plain_words(block, room)), title)) return &block;
  return nullptr;
}

std::vector<const Block*> section_of(const Block& heading) {
  std::vector<const Block*> blocks;
  for (const Block* block = heading.next; block != nullptr; block = block->next) {
    if (block->kind == BlockKind::heading && block->number <= heading.number) break;
    blocks.push_back(block);
  }
  return blocks;
}

void inspect_headings(const Page& page, const std::vector<AgreedHeading>& agreed, Report& report) {
  std::vector<std::string_view> titles;
  for (const AgreedHeading& one : agreed) titles.push_back(one.title);
  struct Second {
    const Block* block;
    std::string_view title;
  };
  std::vector<Second> headings;  // of the second level
  auto known = page.headings.begin();  // also those inside lists and quotations
  for (const Block& block : children(page.document())) {
    if (block.kind != BlockKind::heading) continue;
    while (known->anchor.data() != block.target.data()) ++known;
    if (block.number == 2) headings.push_back({&block, trim(known->title)});
  }
  const auto has = [&](std::string_view wanted) {
    return std::any_of(headings.begin(), headings.end(), [&](const Second& one) { return equal_ignoring_case(one.title, wanted); });
  };
  const NearWords agreed_titles(titles);
  std::vector<std::string_view> nearly;
  for (const auto& [block, title] : headings) {
    if (std::find(titles.begin(), titles.end(), title) != titles.end()) continue;
    const std::optional<std::string_view> near = agreed_titles.nearest(title);
    if (!near || has(*near)) continue;
    const bool required = std::any_of(agreed.begin(), agreed.end(), [&](const AgreedHeading& one) {
      return one.title == *near && one.need == Need::required;
    });
    report.add(required ? codes::missing_headings : codes::near_miss_headings, page.path, block->place,
               required ? fmt::format("this {} has no heading '{}', but it has '{}'", page.type->name, *near, title)
                        : fmt::format("'{}' is nearly a heading that every {} has", title, page.type->name),
               fmt::format("Did you mean: ## {}", *near));
    nearly.push_back(*near);
  }
  for (const AgreedHeading& one : agreed) {
    if (one.need != Need::required || has(one.title)) continue;
    if (std::find(nearly.begin(), nearly.end(), one.title) != nearly.end()) continue;
    report.add(codes::missing_headings, page.path, {1, 0, 0},
               fmt::format("this {} has no heading '{}'", page.type->name, one.title),
               fmt::format("Add a line: ## {}", one.title));
  }
}

namespace {
// The number that a heading begins with ("1. Ask" gives 1), or 0.
unsigned leading_number(std::string_view title) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(title.data(), title.data() + title.size(), number);
  if (error != std::errc{} || end == title.data() + title.size() || *end != '.') return 0;
  return number;
}
}  // namespace

size_t inspect_numbering(const Page& page, const Block& section_heading, Report& report) {
  unsigned expected = 1;
  for (const Block* block : section_of(section_heading)) {
    if (block->kind != BlockKind::heading || block->number != section_heading.number + 1) continue;
    std::string room;
    const std::string_view title = plain_words(*block, room);
    if (leading_number(title) != expected)
      report.add(codes::wrong_numbering, page.path, block->place,
                 fmt::format("this heading should have the number {}", expected),
                 fmt::format("### {}. {}", expected, without_number(title)));
    ++expected;
  }
  return expected - 1;
}

std::string_view without_number(std::string_view title) {
  if (leading_number(title) == 0) return title;
  return trim(title.substr(title.find('.') + 1));
}

std::vector<std::string> cells_of(const Block& row) {
  std::vector<std::string> cells;
  std::string room;
  for (const Block& cell : children(row)) cells.emplace_back(trim(plain_words(cell, room)));
  return cells;
}

bool has_table(const Block& section_heading) {
  for (const Block* block : section_of(section_heading))
    if (block->kind == BlockKind::table) return true;
  return false;
}

const Block* inspect_table(const Page& page, const Block& section_heading, const std::vector<std::string>& columns, Report& report) {
  const std::string title(trim(plain_text(section_heading)));
  const Block* table = nullptr;
  for (const Block* block : section_of(section_heading))
    if (block->kind == BlockKind::table && table == nullptr) table = block;
  if (table == nullptr) {
    report.add(codes::broken_tables, page.path, section_heading.place, fmt::format("there is no table under '{}'", title),
               fmt::format("Add a table with the columns {}.", joined_words(columns)));
    return nullptr;
  }
  if (cells_of(*table->first) == columns) return table;
  report.add(codes::broken_tables, page.path, table->place, fmt::format("the columns of this table should be {}", joined_words(columns)),
             fmt::format("| {} |", join(columns, " | ")));
  return nullptr;
}

std::optional<std::string> label_of(const Block& paragraph) {
  if (paragraph.kind != BlockKind::paragraph || paragraph.first == nullptr) return std::nullopt;
  const Block& first = *paragraph.first;
  if (first.kind != BlockKind::strong) return std::nullopt;
  std::string room;
  const std::string_view label = trim(plain_words(first, room));
  if (label.ends_with(':')) return std::string(trim(label.substr(0, label.size() - 1)));
  // "**When**: within 6 weeks" means the same.
  if (first.next != nullptr && first.next->kind == BlockKind::text && first.next->text.starts_with(':'))
    return std::string(label);
  return std::nullopt;
}

Block* without_label(const Block& paragraph, Builder& builder) {
  Block* copy = builder.copy(paragraph);
  copy->first = copy->first->next;
  if (copy->first == nullptr) {
    copy->last = nullptr;
  } else if (copy->first->kind == BlockKind::text) {
    std::string_view text = copy->first->text;
    if (text.starts_with(':')) text.remove_prefix(1);
    copy->first->text = text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
    if (copy->first->text.empty()) copy->first = copy->first->next;
    if (copy->first == nullptr) copy->last = nullptr;
  }
  return copy;
}

}  // namespace offer
