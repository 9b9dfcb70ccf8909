#include "load/conflict_copy.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace offer {

namespace {

// Of a page, as it stands in its settings; empty if it has none there. Good enough to compare two versions of one page.
std::string_view id_in(std::string_view page) {
  bool inside = false;
  for (const std::string_view line : split(page.substr(0, 4000), '\n')) {
    if (line.starts_with("id:")) return trim(line.substr(3));
    if (trim(line) == "---" && std::exchange(inside, true)) break;
  }
  return {};
}

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// "LAPTOP-7", "WCC10234": a computer's name, as OneDrive adds it.
bool may_be_a_computer(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-'; }) && !are_digits(text);
}

// stem: a name without its ending. The stem of the original, or empty. sure: no person would choose such a name.
std::string_view original_stem(std::string_view stem, bool& sure) {
  sure = true;
  if (const size_t at = stem.find(".sync-conflict-"); at != std::string_view::npos) return stem.substr(0, at);
  if (stem.find(" (") != std::string_view::npos) {
    const std::string small = lower(stem);
    for (const std::string_view mark : {"conflicted copy", "case conflict", "sfconflict"})
      if (const size_t at = small.find(mark); at != std::string::npos)
        if (const size_t bracket = stem.rfind(" (", at); bracket != std::string_view::npos) return stem.substr(0, bracket);
  }
  sure = false;
  if (const size_t bracket = stem.rfind(" ("); bracket != std::string_view::npos && stem.ends_with(')') && are_digits(stem.substr(bracket + 2, stem.size() - bracket - 3)))
    return stem.substr(0, bracket);
  if (stem.ends_with(" - Copy")) return stem.substr(0, stem.size() - 7);
  for (size_t at = stem.find('-'); at != std::string_view::npos; at = stem.find('-', at + 1))
    if (may_be_a_computer(stem.substr(at + 1))) return stem.substr(0, at);
  return {};
}

}  // namespace

std::string original_of(const SourceFile& file, const std::vector<SourceFile>& content) {
  const size_t slash = file.path.rfind('/');
  const size_t name = slash == std::string::npos ? 0 : slash + 1;
  const size_t dot = file.path.rfind('.');
  if (dot == std::string::npos || dot <= name) return {};
  bool sure = false;
  const std::string_view stem = original_stem(std::string_view(file.path).substr(name, dot - name), sure);
  if (stem.empty()) return {};
  std::string original = file.path.substr(0, name) + std::string(stem) + file.path.substr(dot);
  if (sure) return original;
  const auto there = std::lower_bound(content.begin(), content.end(), original, [](const SourceFile& one, const std::string& path) { return one.path < path; });
  if (there == content.end() || there->path != original) return {};
  const std::string_view id = id_in(file.bytes);
  return !id.empty() && id == id_in(there->bytes) ? original : std::string{};
}

}  // namespace offer
