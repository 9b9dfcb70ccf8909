#include "serve/problem_list.h"

#include <algorithm>
#include <map>

#include "base/escape.h"
#include "base/text.h"
#include "checks/code_page.h"

namespace offer {

std::string_view severity_label(Severity severity) {
  switch (severity) {
    case Severity::error: return "Must be mended";
    case Severity::warning: return "Warning";
    case Severity::look: return "Please look";
  }
  return "";
}

std::string_view severity_class(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::look: return "look";
  }
  return "";
}

std::string as_sentence(std::string_view message) {
  std::string sentence(trim(message));
  if (sentence.empty()) return sentence;
  // A name in small letters (a file, a setting) keeps them.
  const std::string_view first = std::string_view(sentence).substr(0, sentence.find(' '));
  if (is_lower(sentence.front()) && first.find_first_of("./_") == std::string_view::npos) sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  if (std::string_view(".!?:").find(sentence.back()) == std::string_view::npos) sentence += '.';
  return sentence;
}

std::string problems_counted(size_t number) { return number == 0 ? "No problems" : count_of(number, "problem", "problems"); }

namespace {

// The lines of a file, found once.
class ProblemLines {
 public:
  explicit ProblemLines(std::string text) : text_(std::move(text)) {
    starts_.push_back(0);
    for (size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) starts_.push_back(at + 1);
  }
  ProblemLines(ProblemLines&&) = default;
  std::string_view line(uint32_t number) const {
    if (number == 0 || number > starts_.size()) return {};
    const size_t start = starts_[number - 1];
    std::string_view line = std::string_view(text_).substr(start, text_.find('\n', start) - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string text_;
  std::vector<size_t> starts_;
};

// Bytes of the first `characters` characters.
size_t bytes_before(std::string_view line, uint32_t characters) {
  size_t at = 0;
  for (; characters > 0 && at < line.size(); --characters) {
    ++at;
    while (at < line.size() && (line[at] & 0xC0) == 0x80) ++at;
  }
  return at;
}

constexpr uint32_t shown_before = 80;   // characters of a long line before the place
constexpr uint32_t shown_behind = 160;

// How long something is that a finding names by its beginning only: a link or picture, a tag, or a word.
uint32_t length_at(std::string_view line, size_t at) {
  const std::string_view rest = line.substr(at);
  size_t end = 0;
  if (rest.starts_with('[') || rest.starts_with("![")) end = rest.find(')') + 1;
  else if (rest.starts_with('<')) end = rest.find('>') + 1;
  else while (end < rest.size() && word_length(rest, end) > 0) end += word_length(rest, end);
  return std::max(characters_before(rest, end), 1U);
}

// The line with a mark under the place. Of a long line, the part around it.
std::string excerpt(std::string_view line, const Place& place) {
  if (trim(line).empty()) return {};
  const uint32_t whole = characters_before(line, line.size());
  const bool marked = place.column > 0 && place.column <= whole;
  const uint32_t first = marked ? place.column - 1 : 0;
  const uint32_t length = marked ? std::min(place.length > 1 ? place.length : length_at(line, bytes_before(line, first)), whole - first) : 0;
  const uint32_t from = first > shown_before ? first - shown_before / 2 : 0;
  const uint32_t to = std::min(whole, std::max(first + length, from + shown_before) + shown_behind - shown_before / 2);
  const auto part = [&](uint32_t start, uint32_t end) { return escaped(line.substr(bytes_before(line, start), bytes_before(line, end) - bytes_before(line, start))); };
  std::string shown = from > 0 ? "…" : "";
  shown += part(from, first);
  if (marked) shown += fmt::format("<mark>{}</mark>", part(first, std::min(first + length, to)));
  if (first + length < to) shown += part(first + length, to);
  if (to < whole) shown += "…";
  return fmt::format("<p class=\"lo-line\"><span class=\"lo-number\">{}</span><code>{}</code></p>\n", place.line, shown);
}

}  // namespace

std::string problem_list(const ProblemList& list) {
  if (list.problems.empty()) return {};
  std::map<std::string, ProblemLines, std::less<>> files;
  std::string html = "<ol class=\"lo-problems\">\n";
  for (size_t i = 0; i < list.problems.size(); ++i) {
    const Diagnostic& one = list.problems[i];
    auto file = files.find(one.path);
    if (file == files.end()) file = files.emplace(one.path, ProblemLines(list.source_text(one.path))).first;
    const size_t number = i + 1;
    const std::string where = one.place.line > 0 ? fmt::format("{}, line {}", list.links.name(one.path), one.place.line) : list.links.name(one.path);
    html += fmt::format("<li class=\"lo-problem lo-{}\" id=\"{}{}\" tabindex=\"-1\">\n", severity_class(one.code->severity), list.id, number);
    html += fmt::format("<p class=\"lo-what\"><span class=\"lo-nr\">{}</span> <strong class=\"lo-kind\">{}:</strong> {}</p>\n", number,
                        severity_label(one.code->severity), escaped(as_sentence(one.message)));
    if (one.place.line > 0) html += excerpt(file->second.line(one.place.line), one.place);
    if (!one.help.empty()) html += fmt::format("<p class=\"lo-help\">{}</p>\n", escaped(one.help));
    html += fmt::format("<p class=\"lo-place\"><a href=\"{}\">Open {}</a>", escaped(list.links.address(one.path, one.place)), escaped(where));
    if (i < list.marks.size() && list.marks[i] > 0) html += fmt::format(" <a class=\"lo-to-mark\" href=\"#lo-mark-{}\">Show it in the page</a>", list.marks[i]);
    html += fmt::format(" <a href=\"/-/codes/{}/\">Why it matters: {}</a></p>\n</li>\n", one.code->name, escaped(lower(title_of_code(*one.code))));
  }
  return html + "</ol>\n";
}

}  // namespace offer
