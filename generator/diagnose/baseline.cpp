#include "diagnose/baseline.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr std::string_view baseline_header = "code,file,line,times";

bool says_words(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return is_word_byte(c); });
}

// A row is a line: a file with a line end in its name is not known again.
std::string in_cell(std::string_view text) {
  const bool plain = text.find_first_of(",\"\n\r\t ") == std::string_view::npos && (text.empty() || std::string_view("#<=>").find(text.front()) == std::string_view::npos);
  if (plain) return std::string(text);
  return "\"" + replace_all(replace_all(std::string(text), "\"", "\"\""), "\n", " ") + "\"";
}

// The cells of one row; nothing if a quotation mark is open at its end or words stand behind a closed one.
std::optional<std::vector<std::string>> baseline_cells(std::string_view line) {
  std::vector<std::string> cells(1);
  for (size_t at = 0; at < line.size();) {
    if (line[at] == '"') {
      if (!cells.back().empty()) return std::nullopt;
      for (++at;; ++at) {
        if (at >= line.size()) return std::nullopt;
        if (line[at] == '"' && (at + 1 >= line.size() || line[at + 1] != '"')) break;
        if (line[at] == '"') ++at;
        cells.back() += line[at];
      }
      if (++at < line.size() && line[at] != ',') return std::nullopt;
    } else if (line[at] == ',') {
      cells.emplace_back();
      ++at;
    } else {
      cells.back() += line[at++];
    }
  }
  return cells;
}

}  // namespace

size_t Baseline::count() const {
  size_t all = 0;
  for (const auto& [finding, many] : times) all += many;
  return all;
}

std::vector<std::string> line_marks(const Report& report, const TextOf& source_of) {
  // Each file is cut into lines once, however many findings it has.
  std::unordered_map<std::string_view, std::vector<std::string_view>> files;
  std::vector<std::string> marks;
  for (const Diagnostic& one : report.all()) {
    std::string_view line;
    if (one.place.line > 0) {
      const auto [file, fresh] = files.try_emplace(one.path);
      if (fresh) file->second = split(source_of(one.path), '\n');
      if (one.place.line <= file->second.size()) line = trim(file->second[one.place.line - 1]);
    }
    marks.push_back(short_content_hash(says_words(line) ? line : std::string_view(one.message)));
  }
  return marks;
}

Baseline baseline_of(const Report& report, const TextOf& source_of) {
  Baseline baseline;
  const std::vector<std::string> marks = line_marks(report, source_of);
  for (size_t i = 0; i < marks.size(); ++i) {
    const Diagnostic& one = report.all()[i];
    ++baseline.times[{std::string(one.code->name), one.path, marks[i]}];
  }
  return baseline;
}

std::string write_baseline(const Baseline& baseline) {
  std::string text =
      "# Findings of this site that are known and wait for their turn. Take a row out when it is mended, or write the file again with\n"
      "# local-offer check --baseline FILE --write-baseline FILE, which only takes rows out.\n";
  text.append(baseline_header).append("\n");
  for (const auto& [finding, times] : baseline.times)
    text += fmt::format("{},{},{},{}\n", in_cell(finding.code), in_cell(finding.path), in_cell(finding.line), times);
  return text;
}

Baseline read_baseline(std::string_view bytes, std::vector<BaselineTrouble>& troubles) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Baseline baseline;
  bool begun = false;
  uint32_t number = 0;
  for (std::string_view line : split(bytes, '\n')) {
    ++number;
    line = trim(line);
    if (line.empty() || line.starts_with('#')) continue;
    if (!begun && line == baseline_header) {
      begun = true;
      continue;
    }
    if (!begun) {
      troubles.push_back({number, "this is not a list of known findings", fmt::format("Its first row is: {}", baseline_header)});
      return baseline;
    }
    if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")) {
      troubles.push_back({number, "git left this line when two people's changes met", "Keep the rows of both, and take the lines of marks out."});
      continue;
    }
    const auto cells = baseline_cells(line);
    if (!cells || cells->size() != 4) {
      troubles.push_back({number, "this row does not have four cells", fmt::format("A row is: {}", baseline_header)});
      continue;
    }
    size_t times = 0;
    const std::string& digits = cells->back();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), times);
    if (error != std::errc{} || end != digits.data() + digits.size() || times == 0) {
      troubles.push_back({number, fmt::format("'{}' is not how often a finding is there", digits), "Write a number from 1."});
      continue;
    }
    // Two people may both have written a row: the larger number holds.
    size_t& known = baseline.times[{(*cells)[0], (*cells)[1], (*cells)[2]}];
    known = std::max(known, times);
  }
  if (!begun) troubles.push_back({0, "this file holds no list of known findings", "Make one: local-offer check --write-baseline FILE"});
  return baseline;
}

Compared compare(const Report& report, const Baseline& baseline, const TextOf& source_of) {
  Compared result;
  std::map<KnownFinding, size_t> left = baseline.times;
  const std::vector<std::string> marks = line_marks(report, source_of);
  for (size_t i = 0; i < marks.size(); ++i) {
    const Diagnostic& one = report.all()[i];
    const auto known = left.find({std::string(one.code->name), one.path, marks[i]});
    if (known != left.end() && known->second > 0) {
      --known->second;
      ++result.known;
    } else {
      result.fresh.add(*one.code, one.path, one.place, one.message, one.help);
    }
  }
  for (const auto& [finding, times] : left)
    if (times > 0) result.gone.emplace_back(finding, times);
  return result;
}

}  // namespace offer
