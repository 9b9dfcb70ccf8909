// Limits of a page's Markdown, looked at before it is parsed: cmark-gfm takes time out of proportion for hostile tables and brackets.
#pragma once

#include <string_view>

#include "diagnose/report.h"
#include "load/markdown.h"

namespace offer {

inline constexpr size_t longest_address = 2000;  // of a link, in bytes
inline constexpr size_t most_brackets = 2000;    // in one paragraph, with stars and such marks

// False, with a Diagnostic at the line, for a body that is too long, nests too deep, has a table too wide or too many marks in a paragraph.
// first_line: the line of the file at which the body begins.
bool within_limits(std::string_view body, uint32_t first_line, std::string_view path, const MarkdownLimits& limits, Report& report);

}  // namespace offer
