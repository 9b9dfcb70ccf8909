#include "mend/difference.h"

#include <algorithm>
#include <vector>

#include "base/terminal.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr size_t lines_around = 3;  // lines that did not change, shown before and after those that did

// Lines without their line ends; `closed` says whether the last one has one.
std::vector<std::string_view> split_lines(std::string_view text, bool& closed) {
  closed = text.ends_with('\n');
  if (closed) text.remove_suffix(1);
  return split(text, '\n');
}

// A line of the difference. Of what changed inside it only the middle part is marked.
std::string shown(char sign, std::string_view line, std::string_view other, bool colour) {
  if (!colour) return fmt::format("{}{}\n", sign, line);
  size_t front = 0;
  while (front < line.size() && front < other.size() && line[front] == other[front]) ++front;
  while (front > 0 && front < line.size() && (line[front] & 0xC0) == 0x80) --front;
  size_t back = 0;
  while (back + front < line.size() && back + front < other.size() && line[line.size() - 1 - back] == other[other.size() - 1 - back]) ++back;
  while (back > 0 && (line[line.size() - back] & 0xC0) == 0x80) --back;
  // Whole words are easier to read than parts of them.
  while (front > 0 && is_word_byte(line[front - 1])) --front;
  while (back > 0 && is_word_byte(line[line.size() - back])) --back;
  const auto safe = [](std::string_view part) { return shown_in_terminal(part); };
  const std::string_view start = sign == '-' ? "\033[31m" : "\033[32m";
  return fmt::format("{}{}{}\033[7m{}\033[27m{}\033[0m\n", start, sign, safe(line.substr(0, front)), safe(line.substr(front, line.size() - front - back)),
                     safe(line.substr(line.size() - back)));
}

}  // namespace

std::string difference(std::string_view path, std::string_view before, std::string_view after, bool colour) {
  bool was_closed = true;
  bool is_closed = true;
  const std::vector<std::string_view> old_lines = split_lines(before, was_closed);
  const std::vector<std::string_view> new_lines = split_lines(after, is_closed);
  const size_t count = std::min(old_lines.size(), new_lines.size());
  const auto differs = [&](size_t i) { return old_lines[i] != new_lines[i] || (i + 1 == count && was_closed != is_closed); };
  const std::string_view bold = colour ? "\033[1m" : "";
  const std::string_view faint = colour ? "\033[36m" : "";
  const std::string_view end = colour ? "\033[0m" : "";
  std::string result = fmt::format("{0}--- {1}{2}\n{0}+++ {1}{2}\n", bold, colour ? shown_in_terminal(path) : std::string(path), end);
  for (size_t i = 0; i < count;) {
    if (!differs(i)) {
      ++i;
      continue;
    }
    // A hunk: to where more than twice `around` lines in a row are the same.
    const size_t from = i - std::min(i, lines_around);
    size_t last = i;
    for (size_t k = i + 1; k < count && k <= last + 2 * lines_around; ++k)
      if (differs(k)) last = k;
    const size_t to = std::min(count, last + lines_around + 1);
    result += fmt::format("{0}@@ -{1},{2} +{1},{2} @@{3}\n", faint, from + 1, to - from, end);
    for (size_t k = from; k < to;) {
      if (!differs(k)) {
        result += fmt::format(" {}\n", colour ? shown_in_terminal(old_lines[k]) : std::string(old_lines[k]));
        ++k;
        continue;
      }
      size_t block = k;
      while (block < to && differs(block)) ++block;
      const auto open_end = [&](size_t line, bool closed) { return line + 1 == count && !closed ? "\\ No newline at end of file\n" : ""; };
      for (size_t line = k; line < block; ++line) result += shown('-', old_lines[line], new_lines[line], colour) + open_end(line, was_closed);
      for (size_t line = k; line < block; ++line) result += shown('+', new_lines[line], old_lines[line], colour) + open_end(line, is_closed);
      k = block;
    }
    if (to == count && !differs(count - 1) && !was_closed) result += "\\ No newline at end of file\n";
    i = to;
  }
  return result;
}

}  // namespace offer
