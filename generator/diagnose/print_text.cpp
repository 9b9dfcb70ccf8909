#include "diagnose/print_text.h"

#include <algorithm>
#include <map>

#include "base/terminal.h"
#include "base/text.h"

namespace offer {

namespace {

std::string_view numbered_line(std::string_view text, uint32_t number) {
  size_t start = 0;
  for (uint32_t line = 1; line < number; ++line) {
    start = text.find('\n', start);
    if (start == std::string_view::npos) return {};
    ++start;
  }
  std::string_view line = text.substr(start, text.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string colour_of_severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "\033[1;31m";
    case Severity::warning: return "\033[1;33m";
    case Severity::look: return "\033[1;36m";
  }
  return "";
}

constexpr uint32_t widest = 100;

// The characters from..from+length of a line.
std::string cut(std::string_view line, uint32_t from, uint32_t length) {
  std::string result;
  uint32_t at = 0;
  for (const char c : line) {
    if ((c & 0xC0) != 0x80) ++at;
    if (at > from && at <= from + length) result += c;
  }
  return result;
}

void add_excerpt(std::string& to, std::string_view source_line, const Place& place) {
  if (trim(source_line).empty()) return;
  const std::string line = shown_in_terminal(source_line);
  const uint32_t whole = characters_before(line, line.size());
  uint32_t from = 0;
  if (place.column > widest - 20 && whole > widest) from = place.column - 40;
  const std::string number = std::to_string(place.line);
  to += fmt::format("  {:>5} | {}{}{}\n", number, from > 0 ? "…" : "", cut(line, from, widest), from + widest < whole ? "…" : "");
  if (place.column == 0 || place.column > whole + 1) return;
  const uint32_t indent = place.column - 1 - from + (from > 0 ? 1 : 0);
  const uint32_t length = std::max<uint32_t>(1, std::min(place.length, whole + 1 - place.column));
  to += fmt::format("        | {}{}\n", std::string(indent, ' '), std::string(std::min(length, widest + 1 - std::min(indent, widest)), '^'));
}

}  // namespace

std::string shown_path(std::string_view path, const ShownFolders& folders) {
  if (path.starts_with("theme/")) return folders.theme + std::string(path.substr(std::string_view("theme/").size()));
  const bool of_rules = path == "easy-read/rules.yml" || path.starts_with("easy-read/words/");
  return (of_rules ? folders.rules : folders.site) + std::string(path);
}

std::string print_text(const Report& report, const std::function<std::string_view(std::string_view)>& source_of,
                       const PrintOptions& options) {
  std::string result;
  std::map<std::string_view, size_t> printed;
  std::map<std::string_view, size_t> left_out;
  for (const Diagnostic& one : report.all()) {
    if (options.most_of_a_code > 0 && ++printed[one.code->name] > options.most_of_a_code) {
      ++left_out[one.code->name];
      continue;
    }
    result += shown_in_terminal(shown_path(one.path, options.folders));
    if (one.place.line > 0) result += fmt::format(":{}", one.place.line);
    if (one.place.line > 0 && one.place.column > 0) result += fmt::format(":{}", one.place.column);
    const std::string label = fmt::format("{}[{}]", severity_word(one.code->severity), one.code->name);
    result += ": " + (options.colour ? colour_of_severity(one.code->severity) + label + "\033[0m" : label);
    result += ": " + shown_in_terminal(one.message) + "\n";
    if (one.place.line > 0) add_excerpt(result, numbered_line(source_of(one.path), one.place.line), one.place);
    if (!one.help.empty()) result += "    help: " + shown_in_terminal(one.help) + "\n";
    result += "\n";
  }
  for (const auto& [code, count] : left_out)
    result += fmt::format("… and {} more of [{}]. See them all with --all; learn more with: local-offer explain {}\n", count, code, code);
  return result;
}

}  // namespace offer
