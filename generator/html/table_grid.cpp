#include "html/table_grid.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace offer::html {

namespace {

uint32_t span_of(std::string_view value, uint32_t otherwise, uint32_t most) {
  value = trim(value);
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc::result_out_of_range) return most;
  return error == std::errc{} ? std::min(number, most) : otherwise;
}

}  // namespace

TableGrid::TableGrid(const Tree& tree, NodeId table) : tree_(&tree) {
  // The rows in the order in which browsers put them: the foot comes last.
  struct Group {
    std::vector<NodeId> rows;
  };
  std::vector<Group> groups;
  std::vector<Group> feet;
  bool loose = false;  // rows that stand in no group make one together
  for (NodeId child = tree[table].first_child; child != no_node; child = tree[child].next) {
    const Node& node = tree[child];
    if (node.is(Tag::tr_)) {
      if (!loose) groups.emplace_back();
      loose = true;
      groups.back().rows.push_back(child);
    } else if (node.is(Tag::tbody_) || node.is(Tag::thead_) || node.is(Tag::tfoot_)) {
      loose = false;
      Group group;
      for (NodeId row = node.first_child; row != no_node; row = tree[row].next)
        if (tree[row].is(Tag::tr_)) group.rows.push_back(row);
      (node.is(Tag::tfoot_) ? feet : groups).push_back(std::move(group));
    }
  }
  std::move(feet.begin(), feet.end(), std::back_inserter(groups));
  uint32_t number = 0;
  for (const Group& group : groups) {
    const auto last_row = static_cast<uint32_t>(rows_.size() + group.rows.size());
    for (const NodeId row : group.rows) read_row(row, last_row, number);
    std::fill(taken_until_.begin(), taken_until_.end(), 0);
    ++number;
  }
}

TableGrid::TableGrid(const std::vector<std::vector<RoleCell>>& rows) {
  const auto last_row = static_cast<uint32_t>(rows.size());
  for (const auto& row : rows) {
    begin_row();
    for (const RoleCell& one : row) {
      Cell cell;
      cell.node = one.node;
      cell.width = std::clamp<uint32_t>(one.columns, 1, 1000);
      cell.height = std::clamp<uint32_t>(one.rows, 1, 65534);
      cell.is_data = one.is_data;
      add(cell, last_row);
    }
  }
}

void TableGrid::begin_row() {
  rows_.emplace_back();
  if (data_in_row_.size() < rows_.size()) data_in_row_.resize(rows_.size(), false);
}

void TableGrid::add(Cell cell, uint32_t last_row) {
  cell.y = static_cast<uint32_t>(rows_.size()) - 1;
  const auto& row = rows_.back();
  cell.x = row.empty() ? 0 : cells_[row.back()].x + cells_[row.back()].width;
  while (cell.x < taken_until_.size() && taken_until_[cell.x] > cell.y) ++cell.x;
  cell.height = std::min(cell.height, last_row - cell.y);
  places_ += size_t{cell.width} + cell.height;
  if (too_big()) return;
  const auto index = static_cast<uint32_t>(cells_.size());
  const size_t right = size_t{cell.x} + cell.width;
  if (columns_.size() < right) {
    columns_.resize(right);
    taken_until_.resize(right, 0);
    data_in_column_.resize(right, false);
  }
  for (size_t x = cell.x; x < right; ++x) {
    columns_[x].push_back(index);
    taken_until_[x] = std::max(taken_until_[x], cell.y + cell.height);
    if (cell.is_data) data_in_column_[x] = true;
  }
  rows_.back().push_back(index);
  if (cell.is_data) {
    if (data_in_row_.size() < cell.y + cell.height) data_in_row_.resize(cell.y + cell.height, false);
    std::fill_n(data_in_row_.begin() + cell.y, cell.height, true);
  }
  by_node_.emplace(cell.node, index);
  cells_.push_back(cell);
}

void TableGrid::read_row(NodeId row, uint32_t last_row, uint32_t group) {
  begin_row();
  const Tree& tree = *tree_;
  for (NodeId child = tree[row].first_child; child != no_node; child = tree[child].next) {
    const Node& node = tree[child];
    if (!node.is(Tag::td_) && !node.is(Tag::th_)) continue;
    Cell cell;
    cell.node = child;
    cell.width = std::max<uint32_t>(1, span_of(tree.value(child, Attr::colspan_), 1, 1000));
    cell.height = span_of(tree.value(child, Attr::rowspan_), 1, 65534);
    if (cell.height == 0) cell.height = 65534;  // to the end of the group
    cell.group = group;
    cell.is_data = node.is(Tag::td_);
    if (const std::string_view* headers = tree.attribute(child, Attr::headers_)) {
      cell.has_headers = !trim(*headers).empty();
      for (const std::string_view id : words_of(*headers)) {
        const auto [known, fresh] = referred_.emplace(id, std::pair{child, false});
        if (!fresh && known->second.first != child) known->second.second = true;
      }
    }
    add(cell, last_row);
  }
}

const TableGrid::Cell* TableGrid::cell(NodeId node) const {
  const auto found = by_node_.find(node);
  return found == by_node_.end() ? nullptr : &cells_[found->second];
}

TableGrid::Direction TableGrid::direction(NodeId header) const {
  const Cell* cell = this->cell(header);
  if (cell == nullptr || cell->is_data || tree_ == nullptr) return Direction::none;
  const std::string_view scope = trim(tree_->value(header, Attr::scope_));
  if (equal_ignoring_case(scope, "col") || equal_ignoring_case(scope, "colgroup")) return Direction::column;
  if (equal_ignoring_case(scope, "row") || equal_ignoring_case(scope, "rowgroup")) return Direction::row;
  bool data = false;
  for (uint32_t y = cell->y; y < cell->y + cell->height && y < data_in_row_.size(); ++y) data = data || data_in_row_[y];
  if (!data) return Direction::column;
  data = false;
  for (uint32_t x = cell->x; x < cell->x + cell->width; ++x) data = data || data_in_column_[x];
  return data ? Direction::none : Direction::row;
}

bool TableGrid::has_cells(NodeId header, Direction direction) const {
  const Cell* own = cell(header);
  if (own == nullptr || too_big()) return true;
  if (tree_ != nullptr) {
    if (const std::string_view* id = tree_->attribute(header, Attr::id_)) {
      const auto found = referred_.find(*id);
      if (found != referred_.end() && (found->second.first != header || found->second.second)) return true;
    }
    if (equal_ignoring_case(trim(tree_->value(header, Attr::scope_)), "rowgroup"))
      for (const Cell& one : cells_)
        if (one.node != header && one.group == own->group && one.x >= own->x && one.y >= own->y && !one.has_headers) return true;
  }
  // A cell that says its headers itself takes none from above or beside. Of a line of such cells only so many are asked.
  constexpr size_t enough = 10000;
  size_t asked = 0;
  if (direction == Direction::column) {
    for (uint32_t x = own->x; x < own->x + own->width; ++x) {
      const auto& column = columns_[x];
      const auto from = std::lower_bound(column.begin(), column.end(), own->y + own->height, [&](uint32_t i, uint32_t y) { return cells_[i].y < y; });
      for (auto at = from; at != column.end(); ++at) {
        if (!cells_[*at].has_headers) return true;
        if (++asked > enough) return true;
      }
    }
    return false;
  }
  for (uint32_t y = own->y; y < own->y + own->height && y < rows_.size(); ++y)
    for (auto at = rows_[y].rbegin(); at != rows_[y].rend() && cells_[*at].x >= own->x + own->width; ++at) {
      if (!cells_[*at].has_headers) return true;
      if (++asked > enough) return true;
    }
  // A cell from a row above may reach in beside the header.
  for (uint32_t x = own->x + own->width; x < columns_.size(); ++x)
    for (const uint32_t i : columns_[x])
      if (cells_[i].y < own->y + own->height && cells_[i].y + cells_[i].height > own->y && !cells_[i].has_headers) return true;
      else if (cells_[i].y >= own->y + own->height || ++asked > enough) break;
  return false;
}

}  // namespace offer::html
