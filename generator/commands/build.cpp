// build: makes the site and publishes it in one step, or says what stands in the way and leaves the last good site.
// build --preview: the same with a draft of it, for somebody who has not got this program.
#include <chrono>
#include <functional>
#include <iostream>
#include <optional>
#include <set>

#include "base/text.h"
#include "commands/printing.h"
#include "load/settings.h"
#include "write/draft.h"
#include "write/kept_build.h"
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

// All that changes a site besides files.
std::string told(const Arguments& arguments, const BuildOptions& options) {
  std::error_code no_error;
  return fmt::format("site {} home {} today {} drafts {} checks {} search {}", std::filesystem::canonical(arguments.site, no_error).string(), home_folder().string(), iso(options.today),
                     options.drafts, options.checks, options.search);
}

// The files that findings are about, to show their lines.
Inputs inputs_of(const KeptBuild& kept, const std::filesystem::path& site) {
  Inputs inputs;
  inputs.theme_folder = kept.theme_folder;
  std::set<std::string> paths;
  for (const Diagnostic& one : kept.report.all()) paths.insert(one.path);
  const auto read = [](std::vector<SourceFile>& to, const std::filesystem::path& folder, std::string path) {
    SourceFile file = read_file(folder / path);
    file.path = std::move(path);
    to.push_back(std::move(file));
  };
  for (const std::string& path : paths) {
    if (path.starts_with("theme/")) read(inputs.theme, kept.theme_folder, path.substr(6));
    else if (path.starts_with("easy-read/")) read(inputs.easy_read, home_folder() / "easy-read", path.substr(10));
    else read(inputs.content, site, path);
  }
  return inputs;
}

std::string closing_line(uint64_t pages, std::chrono::steady_clock::time_point start, const Report& report) {
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return fmt::format("{} in {:.2f} s, with {}.\n", count_of(pages, "page", "pages"), seconds.count(), problems_in_words(report));
}

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
  // A draft has a new end date each time; and what is measured must be done.
  const bool may_be_kept = making.name.empty() && !arguments.timings;
  KeptBuild keep;
  if (may_be_kept) {
    keep.made_by = made_by(told(arguments, options));
    keep.read = see_files(arguments.site);
    const std::optional<KeptBuild> kept = arguments.anew ? std::nullopt : read_kept_build(making.out);
    const std::string why = arguments.anew ? "--anew asks for it" : why_anew(kept, making.out, arguments.site, keep.read, keep.made_by);
    if (why.empty()) {
      print_findings(kept->report, inputs_of(*kept, arguments.site), arguments);
      std::cout << closing_line(kept->pages, start, kept->report) << fmt::format("Nothing has changed since the site in '{}' was made.\n", making.out);
      return exit_status::fine;
    }
    if (arguments.why) std::cout << fmt::format("The site is made anew because {}.\n", why);
  }
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
  if (may_be_kept) {
    keep.theme_folder = inputs.theme_folder;
    keep.pages = prepared.site.pages.size();
    keep.report = report;
    keep_build(std::move(keep), making.out);
  }
  std::cout << closing_line(prepared.site.pages.size(), start, report) << said(prepared.site);
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
                {.name = "--anew", .value = "", .says = "make the site also when nothing has changed since it was made", .flag = &Arguments::anew},
                {.name = "--why", .value = "", .says = "say why the site has to be made anew", .flag = &Arguments::why},
                {.name = "--timings", .value = "", .says = "print what each stage cost", .flag = &Arguments::timings},
                {.name = "--no-checks", .value = "", .says = "leave out all checks that can be left out, to measure what they cost", .flag = &Arguments::no_checks},
                {.name = "--no-search", .value = "", .says = "leave out the index of the search, to measure what it costs; the search page then finds nothing", .flag = &Arguments::no_search}},
    .run = run,
};

}  // namespace offer
