#include "theme/template_problems.h"

#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"

namespace offer {

void TemplateProblems::add(const Code& code, const std::string& path, Place place,
                           std::string message, std::string help) {
  if (enough() || !seen_.emplace(path, place.line, place.column).second) return;
  if (enough()) {
    message = fmt::format("the template has {} problems up to here, and is not read further",
                          max_problems);
    help.clear();
  }
  report_.add(code, path, place, std::move(message), std::move(help));
}

bool TemplateProblems::readable(const SourceFile& source, string_view text,
                                const std::string& path) {
  if (!source.trouble.empty()) {
    add(codes::unreadable_files, path, {},
        fmt::format("the template could not be read: {}", source.trouble), {});
    return false;
  }
  if (const auto bad = first_bad_utf8(text)) {
    add(codes::files_not_in_utf8, path, place_in(text, *bad, *bad),
        "the template is not in UTF-8 from here on", "Save it with the encoding UTF-8.");
    return false;
  }
  if (const size_t nul = text.find('\0'); nul != string_view::npos) {
    add(codes::files_with_nul_bytes, path, place_in(text, nul, nul),
        "the template has a NUL byte here", "Remove it.");
    return false;
  }
  return true;
}

Place place_in(string_view text, size_t begin, size_t end) {
  const string_view before = text.substr(0, begin);
  const size_t newline = before.rfind('\n');
  const size_t line_begin = newline == string_view::npos ? 0 : newline + 1;
  const string_view line = text.substr(line_begin, text.find('\n', line_begin) - line_begin);
  const uint32_t column = characters_before(line, begin - line_begin);
  return {static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1, column + 1,
          characters_before(line, std::max(begin, end) - line_begin) - column};
}

}  // namespace offer
