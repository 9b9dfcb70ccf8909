#include "diagnose/print_json.h"

#include <doctest/doctest.h>

#include <string>

namespace offer::print_json_test {

namespace {
constexpr Code broken{"broken-things", Severity::error, "WCAG 4.1.2", "23a2a8 7d6734"};
}

TEST_CASE("findings for programs have their place, their code and the rules that it decides") {
  Report report;
  CHECK(print_json(report) == "{\"findings\":[]}\n");
  report.add(broken, "a/b.md", {12, 5, 3}, "a \"quoted\" word", "Write:\nanother");
  report.add(broken, "c.md", {}, "bytes \xff that are no text");
  CHECK(print_json(report) ==
        "{\"findings\":[\n"
        "{\"path\":\"a/b.md\",\"line\":12,\"column\":5,\"code\":\"broken-things\",\"act\":[\"23a2a8\",\"7d6734\"],\"severity\":\"error\","
        "\"message\":\"a \\\"quoted\\\" word\",\"help\":\"Write:\\nanother\"},\n"
        "{\"path\":\"c.md\",\"line\":0,\"column\":0,\"code\":\"broken-things\",\"act\":[\"23a2a8\",\"7d6734\"],\"severity\":\"error\","
        "\"message\":\"bytes \xEF\xBF\xBD that are no text\",\"help\":\"\"}\n"
        "]}\n");
}

}  // namespace offer::print_json_test
