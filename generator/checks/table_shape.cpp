// Table shapes: tables that are tables, and can be read on a phone and by ear.
#include <algorithm>

#include "base/text.h"
#include "checks/checks.h"

namespace offer {

namespace {

const Code tables_of_one_column{"tables-of-one-column", Severity::warning, "WCAG 1.3.1, PE-26"};
const Code tables_of_one_row{"tables-of-one-row", Severity::warning, "PE-26"};
const Code tables_without_name{"tables-without-name", Severity::warning, "WCAG 1.3.1, PE-26"};
const Code rows_that_look_merged{"rows-that-look-merged", Severity::warning, "WCAG 1.3.1, PE-26"};
const Code tables_with_many_columns{"tables-with-many-columns", Severity::warning, "WCAG 1.4.10"};

constexpr size_t most_shown_columns = 6;

size_t count_children(const Block& block) {
  size_t count = 0;
  for ([[maybe_unused]] const Block& child : children(block)) ++count;
  return count;
}

// Tables of the page's own Markdown.
template <class Visit>
void each_table(const PageParts& parts, Visit&& visit) {
  for (const PagePart& part : parts.tables)
    if (const Block& table = *part.block; table.first != nullptr && table.place.line > 0) visit(table, count_children(*table.first), count_children(table));
}

bool is_empty(const Block& cell) {
  bool words = false;
  walk(cell, [&](const Block& block) { words = words || block.kind == BlockKind::picture || !trim(block.text).empty(); });
  return !words;
}

void one_column(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_table(parts, [&](const Block& table, size_t columns, size_t) {
    if (columns == 1)
      report.add(tables_of_one_column, page.path, table.place, "a table with one column is a list", "Write a heading or a sentence, and a list under it: - one thing a line");
  });
}

void one_row(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_table(parts, [&](const Block& table, size_t columns, size_t rows) {
    // Columns of a type's agreed table stay, however few rows there are yet.
    if (columns > 1 && rows <= 1)
      report.add(tables_of_one_row, page.path, table.place, "this table has headings and nothing under them", "Write a sentence or a list: a table is for things to compare.");
  });
}

void without_name(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  if (parts.tables.empty()) return;
  bool named = false;
  for (const Block& block : children(page.document())) {
    if (block.kind == BlockKind::heading) named = true;
    if (block.kind == BlockKind::table && block.place.line > 0 && !named)
      report.add(tables_without_name, page.path, block.place, "nothing names this table: it stands under no heading",
                 "Put a heading above it that says what it shows. A screen reader calls the table by it.");
  }
}

// A first cell that is empty, under one that is not: on paper it means "the same as above".
void merged(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_table(parts, [&](const Block& table, size_t columns, size_t) {
    if (columns < 2) return;
    const Block* above = table.first;
    for (const Block* row = table.first->next; row != nullptr; above = row, row = row->next) {
      if (row->first == nullptr || !is_empty(*row->first)) continue;
      const bool others = row->first->next != nullptr && !is_empty(*row->first->next);
      if (!others || above == table.first || above->first == nullptr) continue;
      report.add(rows_that_look_merged, page.path, row->place, "the first cell of this row is empty, as if it went on from the row above",
                 "Write the words again in each row: somebody may hear only this row, or see it alone on a phone.");
      return;  // one cause, one message
    }
  });
}

void many_columns(const Page& page, const SiteView&, const PageParts& parts, Report& report) {
  each_table(parts, [&](const Block& table, size_t columns, size_t) {
    if (columns > most_shown_columns)
      report.add(tables_with_many_columns, page.path, table.place, fmt::format("this table has {} columns; {} are the most that people can compare", columns, most_shown_columns),
                 "Make two tables of it, or put the numbers into a data file beside the page.");
  });
}

}  // namespace

const std::vector<Check>& table_shape_checks() {
  static const std::vector<Check> checks{
      {tables_of_one_column, one_column}, {tables_of_one_row, one_row}, {tables_without_name, without_name}, {rows_that_look_merged, merged}, {tables_with_many_columns, many_columns}};
  return checks;
}

}  // namespace offer
