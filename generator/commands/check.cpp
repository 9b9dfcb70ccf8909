// check: everything that build does but writing: says what stands between pages and readers.
#include <iostream>

#include "base/text.h"
#include "commands/check_html.h"
#include "commands/printing.h"

namespace offer {

namespace {

int run(const Arguments& arguments) {
  if (arguments.html) return check_html_files(arguments);
  const BuildOptions options = build_options(arguments);
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  produce(prepared, options, [](OutputFile&&) {}, report);
  print_findings(report, inputs, arguments);
  std::cout << fmt::format("{} looked at: {}.\n", count_of(prepared.site.pages.size(), "page", "pages"), problems_in_words(report));
  return report.has_errors() ? exit_status::content : exit_status::fine;
}

}  // namespace

const Command check_command{
    .name = "check",
    .says = "say what stands between pages and readers; writes nothing",
    .options = {site_option,
                {.name = "--html", .says = "judge HTML files instead: SITE is a file or a folder, ours or not", .flag = &Arguments::html},
                {.name = "--format", .value = "FORMAT", .says = "text or json", .text = &Arguments::format},
                today_option, drafts_option, threads_option, all_option},
    .run = run,
};

}  // namespace offer
