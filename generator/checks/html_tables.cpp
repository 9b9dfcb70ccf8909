// Tables: every header has its cells, and every cell its headers.
#include <charconv>

#include "base/text.h"
#include "checks/html_checks.h"
#include "html/names.h"
#include "html/owned.h"
#include "html/table_grid.h"

namespace offer::html {

namespace {

constexpr Code broken_headers_attributes{"broken-headers-attributes", Severity::error, "WCAG 1.3.1", "a25f45"};
constexpr Code headers_without_cells{"headers-without-cells", Severity::error, "WCAG 1.3.1", "d0f69e"};
constexpr Code headers_without_words{"headers-without-words", Severity::warning, "WCAG 1.3.1"};
constexpr Code layout_tables{"layout-tables", Severity::warning, "WCAG 1.3.2"};

bool has_cells(RoleId role) { return role == RoleId::table_ || role == RoleId::grid_ || role == RoleId::treegrid_; }

void headers_attributes(const html::Page& page, HtmlFindings& found) {
  const Tree& tree = page.tree;
  for (const Tag tag : {Tag::td_, Tag::th_})
    for (const NodeId id : page.with_tag(tag)) {
      const std::string_view* headers = tree[id].attributes == 0 ? nullptr : tree.attribute(id, Attr::headers_);
      if (headers == nullptr) continue;
      const NodeId table = page.table_of(id);
      if (table == no_node || !has_cells(page.role(table)) || !page.is_exposed(table) || !page.is_visible(table) || !page.is_exposed(id)) continue;
      for (const std::string_view name : words_of(*headers)) {
        const NodeId target = page.by_id(name);
        std::string trouble;
        if (target == no_node) trouble = "there is no such id";
        else if (target == id) trouble = "that is the cell itself";
        else if (!tree[target].is(Tag::td_) && !tree[target].is(Tag::th_)) trouble = fmt::format("that is no cell but {}", tag_in_words(page, target));
        else if (page.table_of(target) != table) trouble = "that cell stands in another table";
        else continue;
        found.add(broken_headers_attributes, id, fmt::format("headers=\"{}\" leads to no header of this table: {}", name, trouble),
                  "Name the id of a header cell, or take the attribute away: simple tables do not need it.");
        break;
      }
    }
}

void look_at_header(const html::Page& page, const TableGrid& grid, NodeId header, HtmlFindings& found) {
  const RoleId role = page.role(header);
  const bool row = role == RoleId::rowheader_;
  if ((!row && role != RoleId::columnheader_) || !page.is_exposed(header)) return;
  if (!grid.has_cells(header, row ? TableGrid::Direction::row : TableGrid::Direction::column))
    found.add(headers_without_cells, header, row ? "this header of a row has no cells beside it" : "this header of a column has no cells below it",
              "Fill the cells in, or make it an ordinary cell: <td>.");
}

uint32_t cell_span(const html::Page& page, NodeId id, Attr aria, Attr attribute) {
  for (const Attr name : {aria, attribute}) {
    const std::string_view value = trim(page.tree.value(id, name));
    uint32_t number = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc{} && number > 0) return number;
  }
  return 1;
}

// A table made with roles: its rows, also those in row groups.
void gather_rows(const html::Page& page, NodeId whole, size_t depth, std::vector<NodeId>& rows) {
  for (const NodeId one : owned_elements(page, whole)) {
    if (page.role(one) == RoleId::row_) rows.push_back(one);
    else if (page.role(one) == RoleId::rowgroup_ && depth < 4) gather_rows(page, one, depth + 1, rows);
  }
}

void role_table(const html::Page& page, NodeId table, HtmlFindings& found) {
  std::vector<NodeId> rows;
  gather_rows(page, table, 0, rows);
  std::vector<std::vector<TableGrid::RoleCell>> cells(rows.size());
  for (size_t i = 0; i < rows.size(); ++i)
    for (const NodeId cell : owned_elements(page, rows[i])) {
      const RoleId role = page.role(cell);
      cells[i].push_back({cell, cell_span(page, cell, Attr::aria_colspan_, Attr::colspan_), cell_span(page, cell, Attr::aria_rowspan_, Attr::rowspan_),
                          role != RoleId::columnheader_ && role != RoleId::rowheader_});
    }
  const TableGrid grid(cells);
  for (const auto& row : cells)
    for (const auto& cell : row) look_at_header(page, grid, cell.node, found);
}

void headers(const html::Page& page, HtmlFindings& found) {
  for (const RoleId role : {RoleId::table_, RoleId::grid_, RoleId::treegrid_})
    for (const NodeId table : page.with_role(role)) {
      if (!page.is_exposed(table)) continue;
      if (!page.tree[table].is(Tag::table_)) {
        role_table(page, table, found);
        continue;
      }
      const TableGrid& grid = page.grid(table);
      for (const TableGrid::Cell& cell : grid.cells()) look_at_header(page, grid, cell.node, found);
    }
}

void header_words(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::th_)) {
    const RoleId role = page.role(id);
    if ((role == RoleId::columnheader_ || role == RoleId::rowheader_) && page.is_exposed(id) && !has_name(page, id) && is_blank(words_inside(page, id)))
      found.add(headers_without_words, id, "this header of a table has no words", "Write what the column or row holds. An empty corner is a <td>.");
  }
}

void layout_table(const html::Page& page, HtmlFindings& found) {
  for (const NodeId id : page.with_tag(Tag::table_)) {
    if (!page.tree[id].is(Tag::table_) || page.role(id) != RoleId::none_ || !page.is_exposed(id)) continue;
    found.add(layout_tables, id, "this table is there for the looks of the page: on a phone it does not fold", "Use the theme's styles instead.");
  }
}

}  // namespace

const std::vector<HtmlCheck>& table_checks() {
  static const std::vector<HtmlCheck> checks{{broken_headers_attributes, headers_attributes},
                                             {headers_without_cells, headers},
                                             {headers_without_words, header_words},
                                             {layout_tables, layout_table}};
  return checks;
}

}  // namespace offer::html
