#include "model/data_table.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace offer {

const DataCell& DataTable::cell(const DataRow& row, std::string_view column) const {
  static const DataCell no_cell{};
  for (size_t i = 0; i < columns.size() && i < row.cells.size(); ++i)
    if (columns[i] == column) return row.cells[i];
  return no_cell;
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number) || std::abs(number) > 1e12) return std::nullopt;
  return number;
}

std::string number_in_words(double number) {
  std::string digits = fmt::format("{:.2f}", std::abs(number));
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  const size_t point = std::min(digits.find('.'), digits.size());
  for (size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
  return number < 0 && digits != "0" ? "-" + digits : digits;
}

std::vector<std::string> items_of(std::string_view cell) {
  std::vector<std::string> items;
  for (const std::string_view item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

namespace {
std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string_view::npos && !parse_number(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  return "\"" + replace_all(std::move(cell), "\"", "\"\"") + "\"";
}
}  // namespace

std::string as_csv(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  std::string csv;
  const auto line = [&csv](const std::vector<std::string>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) csv += ',';
      csv += csv_cell(cells[i]);
    }
    csv += "\r\n";
  };
  line(columns);
  for (const auto& row : rows) line(row);
  return csv;
}

}  // namespace offer
