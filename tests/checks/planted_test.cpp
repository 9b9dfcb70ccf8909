// The planted site: real files, with one mistake of each kind that a site can have. expected.txt names them all, each once, at its place.
//
// A new finding: plant its mistake in a file of planted/site (or add it to `not_planted` with the reason), run with OFFER_REWRITE=1, and judge the
// difference. Nothing else may be found besides it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "checks/all_codes.h"
#include "checks/html_checks.h"
#include "kit.h"

namespace offer::planted_test {

namespace {

// What no site in plain files can show, and why. Each has a test of its own.
const std::map<std::string_view, std::string_view> not_planted{
    {"unreadable-files", "a disk that says no"},
    {"files-not-in-utf8", "bytes that no editor keeps"},
    {"files-with-nul-bytes", "bytes that no editor keeps"},
    {"pages-too-large", "a file of megabytes"},
    {"nesting-too-deep", "thousands of brackets"},
    {"tables-too-wide", "thousands of columns"},
    {"pages-that-do-not-parse", "a mistake of ours"},
    {"broken-templates", "a mistake of the theme"},
    {"missing-theme-files", "a mistake of the theme"},
    {"faint-colours", "a mistake of the theme's style"},
    {"themes-without-dark", "a mistake of the theme's style"},
    {"lost-focus-marks", "a mistake of the theme's style"},
    {"colours-forced-on-readers", "a mistake of the theme's style"},
    {"words-in-capitals-by-style", "a mistake of the theme's style"},
    {"justified-words", "a mistake of the theme's style"},
    {"small-words", "a mistake of the theme's style"},
    {"small-targets", "a mistake of the theme's style"},
    {"motion-without-a-choice", "a mistake of the theme's style"},
    {"files-from-elsewhere", "a mistake of the theme's style"},
    {"heavy-pages", "a page of hundreds of kilobytes"},
    {"broken-deadlines", "a mistake of the law's file"},
    {"heavy-pictures", "a file of hundreds of kilobytes"},
    {"missing-settings", "the site's name is missing, and the others need one"},
    {"conflict-copies", "a file that a sync program names"},
    {"search-words-that-find-nothing", "the site's own search words, which stand beside the pages that they find"},
    {"missing-dictionaries", "a machine without a dictionary"},
};

// Built HTML: our own generator never writes it wrongly. tests/html, tests/checks/html_* and the ACT rules' cases show each of them.
bool is_about_built_html(const Code& code) {
  const auto& families = html_families();
  return std::any_of(families.begin(), families.end(), [&](const HtmlFamily& family) {
    const auto& checks = family.checks();
    return std::any_of(checks.begin(), checks.end(), [&](const HtmlCheck& check) { return &check.code == &code; });
  });
}

std::string folder() { return kit::source_folder() + "/tests/checks/planted"; }

kit::Built planted() {
  Inputs inputs = kit::inputs_of("", {.easy_read = true, .plain_english = true});
  inputs.content = read_tree(folder() + "/site");
  take_own_pictures(inputs);
  return kit::build(std::move(inputs));
}

}  // namespace

TEST_CASE("each mistake of the planted site is found, once, at its line and column, and nothing else is") {
  const kit::Built built = planted();
  std::string found;
  for (const Diagnostic& one : built.report.all()) found += fmt::format("{}:{}:{} {}\n", one.path, one.place.line, one.place.column, one.code->name);
  if (std::getenv("OFFER_REWRITE") != nullptr) std::ofstream(folder() + "/expected.txt", std::ios::binary) << found;
  CHECK(found == read_file(folder() + "/expected.txt").bytes);
}

TEST_CASE("every code is planted once, or there is a reason why not") {
  std::map<std::string_view, int> times;
  const kit::Built built = planted();
  for (const Diagnostic& one : built.report.all()) ++times[one.code->name];
  std::string missing, often;
  for (const Code* code : all_codes()) {
    if (!times.contains(code->name) && !not_planted.contains(code->name) && !is_about_built_html(*code)) missing += fmt::format("{}\n", code->name);
    if (times.contains(code->name) && times[code->name] > 1) often += fmt::format("{}: {} times\n", code->name, times[code->name]);
    CHECK_MESSAGE(!(times.contains(code->name) && not_planted.contains(code->name)), code->name, " is planted: take it out of not_planted");
  }
  CHECK_MESSAGE(missing.empty(), "plant these in planted/site, or say in not_planted why they cannot be:\n", missing);
  CHECK_MESSAGE(often.empty(), "planted more than once:\n", often);
  for (const auto& [name, why] : not_planted) CHECK_MESSAGE(find_code(name) != nullptr, name, " is no code any more");
}

}  // namespace offer::planted_test
