// report: lists of what the site has and lacks, one kind at a time.
#include "commands/report.h"

#include <iostream>

#include "base/text.h"
#include "diagnose/near_word.h"

namespace offer {

namespace {

const std::vector<const ReportKind*>& all_kinds() {
  static const std::vector<const ReportKind*> kinds{&coverage_report, &easy_read_report, &feedback_report, &measures_report, &reading_report, &reviews_report};
  return kinds;
}

int unknown_kind(const std::string& name) {
  std::vector<std::string_view> names;
  for (const ReportKind* kind : all_kinds()) names.push_back(kind->name);
  const std::string near = did_you_mean(name, names);
  std::cerr << fmt::format("local-offer: there is no report '{}'\n", name);
  if (!near.empty()) {
    std::cerr << fmt::format("    help: {}\n", near);
    return exit_status::usage;
  }
  std::cerr << "    help: These are all:\n";
  for (const ReportKind* kind : all_kinds()) std::cerr << fmt::format("      {:<10} {}\n", kind->name, kind->says);
  return exit_status::usage;
}

int run_report(const Arguments& arguments) {
  for (const ReportKind* kind : all_kinds()) {
    if (kind->name != arguments.kind) continue;
    const Inputs inputs = read_inputs(arguments.site);
    Report report;
    const Prepared prepared = prepare(inputs, build_options(arguments), report);
    const int status = kind->run(prepared, arguments);
    if (report.has_errors()) std::cerr << fmt::format("The site has {}: see local-offer check.\n", problems_in_words(report));
    return status;
  }
  return unknown_kind(arguments.kind);
}

}  // namespace

const Command report_command{
    .name = "report",
    .says = "what the site has and lacks: report coverage",
    .options = {{.name = "KIND", .value = "KIND", .says = "coverage, easy-read, feedback, measures, reading or reviews", .required = true, .text = &Arguments::kind},
                {.name = "--csv", .value = {}, .says = "the reading measures as a table for a spreadsheet", .flag = &Arguments::csv},
                site_option,
                today_option,
                drafts_option,
                threads_option},
    .run = run_report,
};

}  // namespace offer
