// build: makes the site and publishes it in one step, or says what stands in the way and leaves the last good site.
#include <chrono>
#include <iostream>

#include "base/text.h"
#include "commands/printing.h"
#include "write/publish.h"

namespace offer {

namespace {

int run(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  Stopwatch stopwatch;
  BuildOptions options = build_options(arguments);
  if (arguments.timings) options.stopwatch = &stopwatch;
  const Inputs inputs = timed(options.stopwatch, "read", [&] { return read_inputs(arguments.site); });
  Publication publication(arguments.out);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  // After an error nothing will be published, so nothing is written: the rest is only looked at, to report everything in one run.
  const bool writing = !report.has_errors();
  produce(prepared, options, [&](OutputFile&& file) { if (writing) publication.add(file); }, report);
  print_findings(report, inputs, arguments);
  if (report.has_errors()) {
    std::cerr << fmt::format("Not published: {}. What was in '{}' before is still there.\n", problems_in_words(report), arguments.out);
    return exit_status::content;
  }
  timed(options.stopwatch, "publish", [&] { publication.publish(); });
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::cout << fmt::format("{} in {:.2f} s, with {}.\nThe site is in '{}'.\n", count_of(prepared.site.pages.size(), "page", "pages"),
                           seconds.count(), problems_in_words(report), arguments.out);
  if (arguments.timings) std::cout << as_table(stopwatch);
  return exit_status::fine;
}

}  // namespace

const Command build_command{
    .name = "build",
    .says = "make the site and publish it",
    .options = {site_option,
                {.name = "--out", .value = "DIR", .says = "where the site goes (public)", .text = &Arguments::out},
                today_option, drafts_option, threads_option, all_option,
                {.name = "--timings", .value = "", .says = "print what each stage cost", .flag = &Arguments::timings},
                {.name = "--no-checks", .value = "", .says = "leave out all checks that can be left out, to measure what they cost", .flag = &Arguments::no_checks},
                {.name = "--no-search", .value = "", .says = "leave out the index of the search, to measure what it costs; the search page then finds nothing", .flag = &Arguments::no_search}},
    .run = run,
};

}  // namespace offer
