#include "commands/serve_findings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "diagnose/codes.h"

namespace offer::serve_findings_test {

namespace {

Diagnostic finding(std::string path, unsigned line, std::string message) {
  return {&codes::wrong_values, std::move(path), {line, 1, 1}, std::move(message), {}};
}

std::string no_text(std::string_view) { return {}; }

}  // namespace

TEST_CASE("while somebody works only the findings that are new are printed") {
  ServeFindings findings({});
  const Diagnostic a = finding("a.md", 3, "a is wrong");
  const Diagnostic b = finding("b.md", 4, "b is wrong");
  const std::string first = findings.news({a}, no_text);
  CHECK(first.find("a.md:3:1: error[wrong-values]: a is wrong\n") != std::string::npos);
  CHECK(first.ends_with("The site has 1 error.\n"));
  CHECK(findings.news({a}, no_text).empty());
  const Diagnostic a_moved = finding("a.md", 9, "a is wrong");
  CHECK(findings.news({a_moved}, no_text).empty());
  const std::string second = findings.news({a_moved, b}, no_text);
  CHECK(second.find("a is wrong") == std::string::npos);
  CHECK(second.find("b is wrong") != std::string::npos);
  CHECK(second.ends_with("1 new. The site has 2 errors.\n"));
  CHECK(findings.news({b}, no_text) == "1 mended. The site has 1 error.\n");
  CHECK(findings.news({}, no_text) == "1 mended. The site has no problems.\n");
}

TEST_CASE("the same words twice in a file are two findings") {
  ServeFindings findings({});
  const Diagnostic one = finding("a.md", 3, "a is wrong");
  const Diagnostic two = finding("a.md", 8, "a is wrong");
  (void)findings.news({one}, no_text);
  CHECK(findings.news({one, two}, no_text).ends_with("1 new. The site has 2 errors.\n"));
  CHECK(findings.news({two}, no_text) == "1 mended. The site has 1 error.\n");
}

TEST_CASE("a site without problems says so once") {
  ServeFindings findings({});
  CHECK(findings.news({}, no_text) == "The site has no problems.\n");
  CHECK(findings.news({}, no_text).empty());
}

}  // namespace offer::serve_findings_test
