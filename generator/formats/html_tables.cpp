// Tables, and time limits as a table.
#include <algorithm>

#include "base/text.h"
#include "formats/html_names.h"
#include "formats/html_writer.h"
#include "model/plain_words.h"

namespace offer {

namespace {

// "27%", "£1,200", "20 weeks" is words; "3,728" is a number.
bool is_number(std::string_view text) {
  bool digits = false;
  for (const char c : text) {
    if (is_digit(c)) digits = true;
    else if (c != ',' && c != '.' && c != '%' && c != ' ' && (c & 0x80) == 0) return false;
  }
  return digits;
}

// The columns whose body cells are all numbers, or empty; a column of words with a number in it stays one of words.
std::vector<bool> number_columns(const Block& table) {
  std::vector<bool> numbers;
  std::string room;
  for (const Block& row : children(table)) {
    if (row.number == 1) continue;
    size_t column = 0;
    for (const Block& cell : children(row)) {
      const std::string_view words = trim(plain_words(cell, room));
      if (numbers.size() <= column) numbers.push_back(true);
      if (!words.empty() && !is_number(words)) numbers[column] = false;
      ++column;
    }
  }
  return numbers;
}

}  // namespace

// A plain table; the theme's script dates.js reads the attributes and works out a reader's own dates.
void HtmlWriter::write_deadlines(const Block& block) {
  begin("div");
  attribute("class", "your-dates");
  attribute("data-holidays", block.text);
  to_ += "><div class=\"table\" role=\"region\" aria-label=\"Table: Your dates\" tabindex=\"0\"><table>\n"
         "<thead><tr><th scope=\"col\">When</th><th scope=\"col\">What must happen</th><th scope=\"col\">If it is late</th></tr></thead>\n<tbody>\n";
  write_children(block);
  to_ += "</tbody></table></div></div>\n";
}

void HtmlWriter::write_deadline(const Block& block) {
  const std::vector<std::string_view> limit = words_of(block.target);
  begin("tr");
  attribute("class", "deadline");
  attribute("data-clock", limit[0]);
  attribute("data-clock-words", block.text);
  attribute(limit[2] == "date" ? "data-date" : "data-number", limit[1]);
  attribute("data-unit", limit[2]);
  to_ += '>';
  constexpr std::string_view labels[]{"When", "What must happen", "If it is late"};
  size_t column = 0;
  for (const Block& cell : children(block)) {
    begin("td");
    attribute("data-label", labels[column]);
    to_ += '>';
    if (column == 0) open("span", "deadline-when");
    write_children(cell);
    if (column == 0) close("span");
    close("td");
    ++column;
  }
  close("tr");
  line();
}

void HtmlWriter::write_table(const Block& block) {
  begin("div");
  attribute("class", "table");
  attribute("role", "region");
  ++tables_under_heading_;
  const std::string name = heading_.empty() ? std::string("Table") : "Table: " + heading_;
  attribute("aria-label", tables_under_heading_ == 1 ? name : fmt::format("{}, {}", name, tables_under_heading_));
  attribute("tabindex", "0");
  to_ += "><table>\n";
  std::vector<std::string> columns;
  std::string room;
  const std::vector<bool> numbers = number_columns(block);
  bool body_open = false;
  for (const Block& row : children(block)) {
    const bool header = row.number == 1;
    if (header) to_ += "<thead>";
    else if (!body_open) to_ += "<tbody>\n", body_open = true;
    open("tr");
    size_t column = 0;
    for (const Block& cell : children(row)) {
      if (header) {
        columns.emplace_back(trim(plain_words(cell, room)));
        begin("th");
        attribute("scope", "col");
        to_ += '>';
        write_children(cell);
        close("th");
      } else {
        begin("td");
        if (column < numbers.size() && numbers[column]) attribute("class", "number");
        if (column < columns.size()) attribute("data-label", columns[column]);
        to_ += '>';
        write_children(cell);
        close("td");
      }
      ++column;
    }
    close("tr");
    if (header) to_ += "</thead>";
    line();
  }
  if (body_open) to_ += "</tbody>";
  to_ += "</table></div>\n";
  write_meanings();
}

}  // namespace offer
