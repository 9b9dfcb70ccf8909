// build: makes the site and publishes it in one step, or says what stands in the way and leaves the last good site.
// build --preview: the same with a draft of it, for somebody who has not got this program.
#include <chrono>
#include <functional>
#include <iostream>
#include <optional>

#include "base/text.h"
#include "commands/printing.h"
#include "load/settings.h"
#include "write/draft.h"
#include "write/publish.h"

namespace offer {

namespace {

int wrong_words(std::string_view words, std::string_view help) {
  std::cerr << fmt::format("local-offer: {}\n    help: {}\n", words, help);
  return exit_status::usage;
}

// What is made, and where: the site, or a draft of it below a name that nobody can guess.
struct Making {
  std::string out = "public";
  std::string name = {};  // of a draft
  Date until = {};        // of a draft
};

// With a build the program ends: to give back the memory of ten thousand pages one by one would only take time.
const Prepared& kept_until_the_end(Prepared&& prepared) {
  static const Prepared* kept = nullptr;
  delete kept;  // of a build before it, in tests
  kept = new Prepared(std::move(prepared));
  return *kept;
}

// Makes it, with nothing in its place if it has errors. said: what to say of it when it is done.
int make(const Arguments& arguments, const BuildOptions& given, const Making& making, const std::function<std::string(const Site&)>& said) {
  const auto start = std::chrono::steady_clock::now();
  Stopwatch stopwatch;
  BuildOptions options = given;
  if (arguments.timings) options.stopwatch = &stopwatch;
  const Inputs inputs = timed(options.stopwatch, "read", [&] { return read_inputs(arguments.site, options.threads); });
  Publication publication(making.out);
  Report report;
  const Prepared& prepared = kept_until_the_end(prepare(inputs, options, report));
  // After an error nothing will be published, so nothing is written: the rest is only looked at, to report everything in one run.
  const bool writing = !report.has_errors();
  produce(
      prepared, options,
      [&](OutputFile&& file) {
        file.path.insert(0, options.edition.folder);
        if (writing) publication.add(file);
      },
      report);
  print_findings(report, inputs, arguments);
  if (report.has_errors()) {
    std::cerr << fmt::format("Not published: {}. What was in '{}' before is still there.\n", problems_in_words(report), making.out);
    return exit_status::content;
  }
  if (!making.name.empty())
    for (const OutputFile& file : draft_files(making.name, making.until)) publication.add(file);
  timed(options.stopwatch, "publish", [&] { publication.publish(); });
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::cout << fmt::format("{} in {:.2f} s, with {}.\n{}", count_of(prepared.site.pages.size(), "page", "pages"), seconds.count(), problems_in_words(report),
                           said(prepared.site));
  if (arguments.timings) std::cout << as_table(stopwatch);
  return exit_status::fine;
}

int make_draft(const Arguments& arguments) {
  BuildOptions options = build_options(arguments);
  const std::optional<Date> until =
      arguments.until.empty() ? Date{std::chrono::year_month_day(std::chrono::sys_days(options.today.day) + std::chrono::days(14))} : parse_date(arguments.until);
  if (!until) return wrong_words(fmt::format("'{}' is not a day that exists", arguments.until), "Write it as year-month-day: --until 2026-12-05");
  if (*until < options.today) return wrong_words(fmt::format("{} is over", in_words(*until)), "A draft is there until a day to come.");
  if (!arguments.address.empty() && !is_web_address(arguments.address))
    return wrong_words(fmt::format("'{}' is not a web address", arguments.address), "For example: --address https://previews.example.org/send/");
  Making making{.out = arguments.out_or("preview"), .until = *until};
  const std::string running = draft_in(making.out, options.today);
  making.name = running.empty() ? arguments.secret : running;
  options.edition = {.address = arguments.address,
                     .folder = making.name + "/",
                     .draft = fmt::format("This is a draft to look at. It is not published. It ends on {}.", in_words(*until))};
  return make(arguments, options, making, [&](const Site& site) {
    std::string text = fmt::format("The draft is in '{}', until {}. Put all that is in there at {}\n", making.out, in_words(*until),
                                   site.settings.address.substr(0, site.settings.address.size() - options.edition.folder.size()));
    text += fmt::format("Its address{} is then {}\n", running.empty() ? "" : " (the same as before)", site.settings.address);
    return text + "Whoever has that address can read it. Send it only to people who should.\n";
  });
}

int run(const Arguments& arguments) {
  if (arguments.preview) return make_draft(arguments);
  if (!arguments.until.empty()) return wrong_words("only a draft has a last day", "Try: local-offer build --preview --until " + arguments.until);
  if (!arguments.address.empty())
    return wrong_words("only a draft is told its address; a site's own is in site.yml", "Try: local-offer build --preview --address " + arguments.address);
  const Making making{.out = arguments.out_or("public")};
  return make(arguments, build_options(arguments), making, [&](const Site&) { return fmt::format("The site is in '{}'.\n", making.out); });
}

}  // namespace

const Command build_command{
    .name = "build",
    .says = "make the site and publish it",
    .options = {site_option,
                {.name = "--out", .value = "DIR", .says = "where the site goes (public; a draft: preview)", .text = &Arguments::out},
                {.name = "--preview", .value = "", .says = "make a draft to send to somebody: it says so on every page, at an address that nobody can guess", .flag = &Arguments::preview},
                {.name = "--until", .value = "DATE", .says = "the draft's last day (in two weeks)", .text = &Arguments::until},
                {.name = "--address", .value = "ADDRESS", .says = "where DIR will be put on the web, if not where the site is", .text = &Arguments::address},
                today_option, drafts_option, threads_option, all_option,
                {.name = "--timings", .value = "", .says = "print what each stage cost", .flag = &Arguments::timings},
                {.name = "--no-checks", .value = "", .says = "leave out all checks that can be left out, to measure what they cost", .flag = &Arguments::no_checks},
                {.name = "--no-search", .value = "", .says = "leave out the index of the search, to measure what it costs; the search page then finds nothing", .flag = &Arguments::no_search}},
    .run = run,
};

}  // namespace offer
