// Built HTML: the checks on HTML, run on every page that we write, and their findings traced back to what the page was made from.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "checks/checks.h"
#include "checks/html_checks.h"
#include "formats/html_trace.h"

namespace offer {

namespace {

// "plans/a.md" and its table "plans/a.actions.csv" are both "plans/a".
std::string_view without_endings(std::string_view path) { return path.substr(0, path.find('.', path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'))); }

bool is_about_html(const Code& code) {
  static const std::set<const Code*> codes = [] {
    std::set<const Code*> all;
    for (const HtmlFamily& family : html_families())
      for (const HtmlCheck& check : family.checks()) all.insert(&check.code);
    return all;
  }();
  return codes.contains(&code);
}

}  // namespace

// What a check on the page's own words has said of a line, the built page need not say again. And what the program made of settings or tables
// with errors is not looked at until those are mended.
void leave_out_said_before(Report& report) {
  if (std::none_of(report.all().begin(), report.all().end(), [](const Diagnostic& one) { return is_about_html(*one.code); })) return;
  std::set<std::pair<std::string_view, uint32_t>> said;
  std::set<std::string_view> with_errors;
  for (const Diagnostic& one : report.all()) {
    if (is_about_html(*one.code)) continue;
    if (one.place.line > 0) said.emplace(one.path, one.place.line);
    if (one.code->severity == Severity::error) with_errors.insert(without_endings(one.path));
  }
  if (said.empty()) return;
  Report kept;
  for (const Diagnostic& one : report.all()) {
    const bool again = is_about_html(*one.code) && (one.place.line > 0 ? said.contains({one.path, one.place.line}) : with_errors.contains(without_endings(one.path)));
    if (!again) kept.add(*one.code, one.path, one.place, one.message, one.help);
  }
  report = std::move(kept);
}

void check_built_html(const html::Page& page, std::string_view file, std::string_view path, const TraceOutput& trace, Report& report) {
  HtmlFindings found(page);
  run_html_checks(page, true, found);
  if (found.all().empty()) return;
  const std::vector<OutputMark> marks = trace();
  for (const HtmlFindings::Finding& one : found.all()) {
    const OutputMark from = mark_at(marks, one.offset);
    if (!from.path.empty())
      report.add(*one.code, from.path, from.place, one.message, one.help);
    else
      report.add(*one.code, path, {}, fmt::format("line {} of {}: {}", page.tree.place(one.offset).line, file, one.message), one.help);
  }
}

}  // namespace offer
