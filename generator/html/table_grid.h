// TableGrid: which cell of a table stands where, and which header belongs to which cells (HTML standard, 4.9.12).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "html/tree.h"

namespace offer::html {

class TableGrid {
 public:
  enum class Direction : uint8_t { none, column, row };

  // Of a <table>.
  TableGrid(const Tree& tree, NodeId table);
  // Of a table made with roles: rows of cells, each with what it spans.
  struct RoleCell {
    NodeId node;
    uint32_t columns = 1;
    uint32_t rows = 1;
    bool is_data = true;
  };
  explicit TableGrid(const std::vector<std::vector<RoleCell>>& rows);

  struct Cell {
    NodeId node = no_node;
    uint32_t x = 0, y = 0, width = 1, height = 1;
    uint32_t group = 0;        // thead, tbody or tfoot, counted
    bool is_data = true;       // td
    bool has_headers = false;  // has a headers attribute
  };
  const std::vector<Cell>& cells() const { return cells_; }
  const Cell* cell(NodeId node) const;
  uint32_t width() const { return static_cast<uint32_t>(columns_.size()); }
  uint32_t height() const { return static_cast<uint32_t>(rows_.size()); }
  // A table with more places than anybody draws: then nothing more is said of it.
  bool too_big() const { return places_ > most_places; }

  // Which cells a <th> is the header of: those below or those beside it. none for a td.
  Direction direction(NodeId header) const;
  // Is there a cell that a header of this direction, or a headers attribute, gives to this header?
  bool has_cells(NodeId header, Direction direction) const;

 private:
  static constexpr size_t most_places = 400000;

  void begin_row();
  void add(Cell cell, uint32_t last_row);
  void read_row(NodeId row, uint32_t last_row, uint32_t group);

  const Tree* tree_ = nullptr;
  std::vector<Cell> cells_;
  std::vector<std::vector<uint32_t>> columns_;  // of each column and row, the cells in it, in order
  std::vector<std::vector<uint32_t>> rows_;
  std::vector<uint32_t> taken_until_;           // of each column: the row where it is free again
  std::vector<bool> data_in_column_, data_in_row_;
  std::unordered_map<NodeId, uint32_t> by_node_;
  std::unordered_map<std::string_view, std::pair<NodeId, bool>> referred_;  // id in a headers attribute: by which cell; by others too
  size_t places_ = 0;
};

}  // namespace offer::html
