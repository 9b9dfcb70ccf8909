// Built HTML: the checks on HTML, run on every page that we write.
#include "base/text.h"
#include "checks/checks.h"
#include "checks/html_checks.h"

namespace offer {

// The one place where findings in a built page become findings of the site: each says where in the output it stands.
void check_built_html(const OutputFile& file, std::string_view path, Report& report) {
  if (!file.path.ends_with(".html")) return;
  const html::Page page(file.bytes);
  HtmlFindings found(page);
  run_html_checks(page, true, found);
  for (const HtmlFindings::Finding& one : found.all()) {
    const Place place = page.tree.place(one.offset);
    report.add(*one.code, path, {}, fmt::format("line {} of {}: {}", place.line, file.path, one.message), one.help);
  }
}

}  // namespace offer
