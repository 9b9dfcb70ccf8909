#include "load/markdown_limits.h"

#include <algorithm>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "diagnose/codes.h"

namespace offer {

namespace {

struct LineLooks {
  size_t columns = 0;  // of a table, if this is the line of hyphens under its first row
  size_t nesting = 0;
  size_t brackets = 0;
  bool blank = true;
  bool new_item = false;  // a list's item begins, and with it a paragraph
};

// The length of "12." or "12)" at `at`, with a space after it; 0 if there is none.
size_t numbered_marker(std::string_view line, size_t at) {
  size_t end = at;
  while (end < line.size() && end < at + 9 && is_digit(line[end])) ++end;
  if (end == at || end + 1 >= line.size() || (line[end] != '.' && line[end] != ')')) return 0;
  return line[end + 1] == ' ' || line[end + 1] == '\t' ? end + 1 - at : 0;
}

bool is_mark(char c) { return c == '\\' || c == '[' || c == '`' || c == '*' || c == '_' || c == '<'; }

// Where the next bracket, star or backslash stands, or the end.
size_t next_mark(std::string_view line, size_t at) {
  while (at + 16 <= line.size()) {
    const Sixteen bytes = sixteen_bytes(line.data() + at);
    if (any_of(((bytes | 7) == '_') | (bytes == '`') | (bytes == '*') | (bytes == '<'))) break;
    at += 16;
  }
  while (at + 8 <= line.size()) {
    const uint64_t eight = eight_bytes(line.data() + at);
    // [ \ and _, with X Y Z ] ^ beside them, which are few.
    const uint64_t fits = bytes_that_are(eight | low_bits * 7, '_') | bytes_that_are(eight, '`') | bytes_that_are(eight, '*') | bytes_that_are(eight, '<');
    if (fits == 0) {
      at += 8;
      continue;
    }
    at += first_of(fits);
    if (is_mark(line[at])) return at;
    ++at;
  }
  while (at < line.size() && !is_mark(line[at])) ++at;
  return at;
}

LineLooks look_at(std::string_view line) {
  LineLooks looks;
  size_t i = 0;
  size_t indent = 0;
  // Markers of quotations and lists at the start of the line, and how far a list is indented (two columns a level at the least).
  while (i < line.size()) {
    const char c = line[i];
    const char after = i + 1 < line.size() ? line[i + 1] : ' ';
    if (c == ' ') ++indent, ++i;
    else if (c == '\t') indent += 4, ++i;
    else if (c == '>') ++looks.nesting, ++i;
    else if ((c == '-' || c == '*' || c == '+') && (after == ' ' || after == '\t')) ++looks.nesting, ++i, looks.new_item = true;
    else if (const size_t number = numbered_marker(line, i); number > 0) ++looks.nesting, i += number;
    else break;
  }
  if (looks.nesting > 0) looks.nesting = std::max(looks.nesting, indent / 2);
  looks.blank = i == line.size() && looks.nesting == 0;
  if (line.find_first_not_of("|:- \t\r>") == std::string_view::npos && line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos)
    looks.columns = static_cast<size_t>(std::count(line.begin(), line.end(), '|'));
  for (size_t k = next_mark(line, i); k < line.size(); k = next_mark(line, k + 1)) {
    if (line[k] == '\\') ++k;
    else ++looks.brackets;
  }
  return looks;
}

}  // namespace

bool within_limits(std::string_view body, uint32_t first_line, std::string_view path,
                   const MarkdownLimits& limits, Report& report) {
  if (body.size() > limits.bytes) {
    report.add(codes::pages_too_large, path, {first_line, 0, 0},
               fmt::format("this page has {} kB of text; {} kB are the most", body.size() / 1000 + 1, limits.bytes / 1000),
               "Cut it into several pages. Nobody can read one so long.");
    return false;
  }
  uint32_t number = first_line;
  size_t brackets = 0;
  size_t columns = 0;  // of the table that this line may be a row of
  size_t cells = 0;
  for (size_t start = 0; start <= body.size();) {
    const size_t end = std::min(body.find('\n', start), body.size());
    const LineLooks looks = look_at(body.substr(start, end - start));
    start = end + 1;
    brackets = (looks.blank || looks.new_item ? 0 : brackets) + looks.brackets;
    columns = looks.blank ? 0 : std::max(columns, looks.columns);
    cells += columns;
    if (cells > limits.cells) {
      report.add(codes::tables_too_wide, path, {number, 1, 0}, fmt::format("the tables of this page have more than {} cells", limits.cells),
                 "Cut them into several pages.");
      return false;
    }
    if (looks.columns > limits.columns + 1) {
      report.add(codes::tables_too_wide, path, {number, 1, 0},
                 fmt::format("this table has some {} columns; {} are the most", looks.columns - 1, limits.columns),
                 "Cut it into several tables. On a phone, 4 columns are already a lot.");
      return false;
    }
    if (looks.nesting > limits.nesting || brackets > most_brackets) {
      report.add(codes::nesting_too_deep, path, {number, 1, 0},
                 looks.nesting > limits.nesting
                     ? fmt::format("lists or quotations go {} levels deep here; {} are the most", looks.nesting, limits.nesting)
                     : fmt::format("this paragraph has more than {} brackets, stars and such marks", most_brackets),
                 "Take some of the marks at the start of the line away, or begin a new paragraph.");
      return false;
    }
    ++number;
  }
  return true;
}

}  // namespace offer
