// Report: findings in the order in which a person mends them.
#include "diagnose/report.h"

#include <doctest/doctest.h>

#include <set>

#include "base/text.h"
#include "checks/all_codes.h"
#include "diagnose/codes.h"

namespace offer::diagnose_report_test {

namespace {
std::string listed(const Report& report) {
  std::string all;
  for (const Diagnostic& one : report.all())
    all += fmt::format("{}:{}:{} {} {}\n", one.path, one.place.line, one.place.column,
                       one.code->name, one.message);
  return all;
}
}  // namespace

TEST_CASE("findings are sorted by file, line, column and code, and the same one is kept once") {
  Report report;
  report.add(codes::raw_html, "b.md", {1, 1, 0}, "one");
  report.add(codes::raw_html, "a.md", {10, 1, 0}, "two");
  report.add(codes::raw_html, "a.md", {9, 2, 0}, "three");
  report.add(codes::broken_links, "a.md", {9, 2, 0}, "four");
  report.add(codes::raw_html, "a.md", {9, 1, 0}, "five");
  report.add(codes::raw_html, "a.md", {9, 1, 0}, "five");
  report.add(codes::raw_html, "a.md", {}, "six");
  report.sort();
  CHECK(listed(report) ==
        "a.md:0:0 raw-html six\n"
        "a.md:9:1 raw-html five\n"
        "a.md:9:2 broken-links four\n"
        "a.md:9:2 raw-html three\n"
        "a.md:10:1 raw-html two\n"
        "b.md:1:1 raw-html one\n");
}

TEST_CASE("two different findings at one place both stay") {
  Report report;
  report.add(codes::missing_fields, "a.md", {1, 0, 0}, "'title' is missing");
  report.add(codes::missing_fields, "a.md", {1, 0, 0}, "'id' is missing");
  report.sort();
  CHECK(report.all().size() == 2);
}

TEST_CASE("findings are counted by how grave they are, and only errors stop a site") {
  Report report;
  CHECK_FALSE(report.has_errors());
  report.add(codes::long_titles, "a.md", {}, "long");
  CHECK_FALSE(report.has_errors());
  report.add(codes::raw_html, "a.md", {}, "html");
  CHECK(report.has_errors());
  CHECK(report.count(Severity::warning) == 1);
  CHECK(report.count(Severity::error) == 1);
  CHECK(report.count(Severity::look) == 0);
}

TEST_CASE("reports of parts are added up in order") {
  Report whole;
  Report part;
  whole.add(codes::raw_html, "a.md", {}, "one");
  part.add(codes::raw_html, "a.md", {}, "two");
  whole.add_all(std::move(part));
  CHECK(listed(whole) == "a.md:0:0 raw-html one\na.md:0:0 raw-html two\n");
}

TEST_CASE(
    "every code is words in small letters, there is one of each, and it can be found by name") {
  std::set<std::string_view> names;
  for (const Code* code : all_codes()) {
    CAPTURE(code->name);
    CHECK(names.insert(code->name).second);
    CHECK(slug(code->name) == code->name);
    CHECK_FALSE(code->serves.empty());
    CHECK(find_code(code->name) == code);
  }
  CHECK(find_code("no-such-code") == nullptr);
}

}  // namespace offer::diagnose_report_test
