// Code: the name of one kind of trouble that content, a theme or a page can have.
//
// A code is words that name the bad thing in the plural. Each has a page in checks/docs/NAME.md with a wrong and a right example, which
// the tests run and `local-offer explain NAME` shows. What several parts of the program find stands in diagnose/codes.h; what one check finds
// stands beside that check. checks/all_codes.h knows them all.
#pragma once

#include <string_view>

namespace offer {

enum class Severity {
  error,    // the site is not published
  warning,  // published, but a reader may be lost
  look,     // a person must judge
};

struct Code {
  std::string_view name;
  Severity severity;
  std::string_view serves;  // the rule or need behind it: "WCAG 2.4.4", "PE-04", "addresses that last"
  std::string_view act{};   // ids of the W3C's ACT rules that it decides, with spaces between: "23a2a8 7d6734"
};

std::string_view severity_word(Severity severity);

}  // namespace offer
