// Every finding's page in generator/checks/docs/ says why, and its wrong and right examples are run.
#include <doctest/doctest.h>

#include <set>

#include "base/text.h"
#include "checks/all_codes.h"
#include "checks/html_checks.h"
#include "checks/plain_page.h"
#include "diagnose/codes.h"
#include "html/judge.h"
#include "kit.h"

namespace offer::docs_test {

namespace {

// Findings about bytes, folders and ourselves, which no example in a page can show. Each has a test of its own.
const std::set<std::string_view> without_example{"unreadable-files", "files-not-in-utf8", "files-with-nul-bytes", "pages-too-large",
                                                 "tables-too-wide", "nesting-too-deep", "pages-that-do-not-parse", "heavy-pages", "missing-dictionaries",
                                                 "heavy-pictures", "huge-pictures"};

// Findings about settings that are not there: the kit must not put them in.
const std::set<std::string_view> about_missing_settings{"missing-fields", "missing-front-matter"};

// The fenced examples under a heading, as a site for the kit. ```markdown PATH
std::string example_site(std::string_view doc, std::string_view heading) {
  std::string site;
  bool here = false;
  bool inside = false;
  for (const std::string_view line : split(doc, '\n')) {
    if (line.starts_with("```")) {
      const auto words = words_of(line);
      if (!inside && here && words.size() == 2) site += fmt::format("-- {} --\n", words[1]);
      inside = !inside;
    } else if (inside && here) {
      site.append(line).append("\n");
    } else if (!inside && line.starts_with("## ")) {
      here = line.substr(3) == heading;
    }
  }
  return site;
}

// The examples ```html PATH under a heading, one after the other: for checks on HTML.
std::string example_html(std::string_view doc, std::string_view heading) {
  std::string html;
  bool here = false;
  bool inside = false;
  bool fenced = false;
  for (const std::string_view line : split(doc, '\n')) {
    if (line.starts_with("```")) {
      fenced = !fenced;
      inside = fenced && line.starts_with("```html ");
    } else if (inside && here) {
      html.append(line).append("\n");
    } else if (!fenced && line.starts_with("## ")) {
      here = line.substr(3) == heading;
    }
  }
  return html;
}

bool is_about_html(const Code& code) {
  for (const HtmlFamily& family : html_families())
    for (const HtmlCheck& check : family.checks())
      if (&check.code == &code) return true;
  return false;
}

bool is_plain_english(const Code& code) {
  for (const PlainFamily& family : plain_families())
    for (const PlainCheck& check : family.checks())
      if (&check.code == &code) return true;
  return false;
}

}  // namespace

TEST_CASE("every finding has a page with a reason, a wrong example that it finds and a right one that it does not") {
  for (const Code* code : all_codes()) {
    CAPTURE(code->name);
    const SourceFile doc = read_file(kit::source_folder() + "/generator/checks/docs/" + std::string(code->name) + ".md");
    REQUIRE_MESSAGE(doc.trouble.empty(), "checks/docs/", code->name, ".md: ", doc.trouble);
    CHECK(doc.bytes.starts_with(fmt::format("# {}\n", code->name)));
    for (const std::string_view heading : {"## Why", "## Who it helps", "## Wrong", "## Right"})
      CHECK_MESSAGE(doc.bytes.find(fmt::format("\n{}\n", heading)) != std::string::npos, heading, " is missing");
    if (without_example.contains(code->name)) continue;
    if (is_about_html(*code)) {
      const std::string bad = example_html(doc.bytes, "Wrong");
      const std::string good = example_html(doc.bytes, "Right");
      REQUIRE(!bad.empty());
      REQUIRE(!good.empty());
      CHECK_MESSAGE(html::finds(code->name, bad), "the wrong example gave: ", html::codes_in(bad, true));
      CHECK_MESSAGE(!html::finds(code->name, good), "the right example gave: ", html::codes_in(good, true));
      continue;
    }
    std::string wrong = example_site(doc.bytes, "Wrong");
    if (about_missing_settings.contains(code->name)) wrong += "# as it is\n";
    const std::string right = example_site(doc.bytes, "Right");
    REQUIRE(!wrong.empty());
    REQUIRE(!right.empty());
    const kit::Options options{.easy_read = code->name.starts_with("easy-read-") && code != &codes::easy_read_without_full_page,
                               .plain_english = is_plain_english(*code)};
    const kit::Built wrong_site = kit::build(wrong, options);
    const kit::Built right_site = kit::build(right, options);
    CHECK_MESSAGE(wrong_site.has(code->name), "the wrong example gave: ", wrong_site.problems());
    CHECK_MESSAGE(!right_site.has(code->name), "the right example gave: ", right_site.problems());
    CHECK_MESSAGE(!right_site.report.has_errors(), "the right example has other errors: ", right_site.problems());
  }
}

TEST_CASE("there is no page for a finding that does not exist") {
  for (const SourceFile& file : read_tree(kit::source_folder() + "/generator/checks/docs")) {
    CAPTURE(file.path);
    CHECK(find_code(file.path.substr(0, file.path.rfind('.'))) != nullptr);
  }
}

}  // namespace offer::docs_test
