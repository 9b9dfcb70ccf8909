// check: everything that build does but writing: says what stands between pages and readers.
//
// Standard output is for the format that was asked for; the findings as text and, for formats that programs read, the closing sentence go to
// standard error.
#include <filesystem>
#include <iostream>

#include "base/failure.h"
#include "base/text.h"
#include "commands/check_html.h"
#include "commands/chosen.h"
#include "commands/explain.h"
#include "diagnose/baseline.h"
#include "diagnose/near_word.h"
#include "diagnose/print_github.h"
#include "diagnose/print_json.h"
#include "diagnose/print_sarif.h"

namespace offer {

namespace {

namespace fs = std::filesystem;

int wrong_use_of_check(const std::string& words, const std::string& help) {
  std::cerr << "local-offer: " << words << "\n";
  if (!help.empty()) std::cerr << "    help: " << help << "\n";
  return exit_status::usage;
}

constexpr std::string_view formats[]{"text", "json", "sarif", "github"};

// Paths as programs that stand in this folder read them: below it where that is so.
ShownFolders folders_for_programs(const Inputs& inputs, const Arguments& arguments) {
  ShownFolders folders = shown_folders(inputs, arguments);
  for (std::string* folder : {&folders.site, &folders.theme, &folders.rules}) {
    std::error_code unknown;
    const fs::path below = fs::path(*folder).lexically_normal().lexically_relative(fs::current_path(unknown));
    if (folder->starts_with('/') && !below.empty() && *below.begin() != "..") *folder = below.string();
    else *folder = fs::path(*folder).lexically_normal().string();
    if (*folder == "." || *folder == "./") folder->clear();
    else if (!folder->empty() && !folder->ends_with('/')) *folder += '/';
  }
  return folders;
}

void print(const Report& report, const Inputs& inputs, const Arguments& arguments) {
  if (arguments.format == "text") return print_findings(report, inputs, arguments);
  const ShownFolders folders = folders_for_programs(inputs, arguments);
  if (arguments.format == "json") std::cout << print_json(report, &folders);
  else if (arguments.format == "github") std::cout << print_github(report, folders);
  else std::cout << print_sarif(report, source_of(inputs), {.version = OFFER_VERSION, .folders = folders, .help_of = page_of_code});
}

// --baseline: nothing, after messages to standard error, if the file cannot be used.
std::optional<Baseline> known_findings(const Arguments& arguments) {
  if (arguments.baseline.empty()) return Baseline{};
  const SourceFile file = read_file(arguments.baseline);
  if (!file.trouble.empty()) {
    const bool there = fs::exists(arguments.baseline);
    wrong_use_of_check(there ? fmt::format("'{}' cannot be read: {}", arguments.baseline, file.trouble) : fmt::format("there is no file '{}'", arguments.baseline),
          there ? "" : fmt::format("Write down what is known now: local-offer check --write-baseline {}", arguments.baseline));
    return std::nullopt;
  }
  std::vector<BaselineTrouble> troubles;
  Baseline baseline = read_baseline(file.bytes, troubles);
  for (const BaselineTrouble& one : troubles)
    wrong_use_of_check(fmt::format("{}{}: {}", arguments.baseline, one.line > 0 ? fmt::format(":{}", one.line) : "", one.message), one.help);
  if (!troubles.empty()) return std::nullopt;
  return baseline;
}

void name_what_is_gone(const Compared& compared, const Chosen& chosen, const Arguments& arguments) {
  size_t many = 0;
  for (const auto& [finding, times] : compared.gone) {
    if (!chosen.holds_file(finding.path) || !chosen.holds_code(finding.code)) continue;
    if (++many <= 5 || arguments.all)
      std::cerr << fmt::format("{}: no longer there: {}{} in {}\n", arguments.baseline, finding.code, times > 1 ? fmt::format(" ({} times)", times) : "", finding.path);
  }
  if (many > 5 && !arguments.all) std::cerr << fmt::format("… and {} more that are no longer there. See them all with --all\n", many - 5);
  if (many > 0)
    std::cerr << fmt::format("    help: Write the list again without them: local-offer check {0} --baseline {1} --write-baseline {1}\n\n", arguments.site, arguments.baseline);
}

// With --baseline the list only becomes shorter: what is new does not come in by the back door.
int write_down(const Report& report, const Baseline& known, const Inputs& inputs, const Arguments& arguments) {
  Baseline now = baseline_of(report, source_of(inputs));
  if (!arguments.baseline.empty()) {
    for (auto& [finding, times] : now.times) {
      const auto before = known.times.find(finding);
      times = before == known.times.end() ? 0 : std::min(times, before->second);
    }
    std::erase_if(now.times, [](const auto& one) { return one.second == 0; });
  }
  const std::string bytes = write_baseline(now);
  if (fs::exists(arguments.write_baseline)) replace_file(arguments.write_baseline, bytes);
  else write_file(arguments.write_baseline, bytes);
  std::cout << fmt::format("{} known now: '{}'. From now on: local-offer check {} --baseline {}\n", count_of(now.count(), "finding is", "findings are"),
                           arguments.write_baseline, arguments.site, arguments.write_baseline);
  return exit_status::fine;
}

// "3 of 582 pages looked at for broken-links", "1 page looked at".
std::string looked_at(const Site& site, const Chosen& chosen, const Arguments& arguments) {
  std::string words = count_of(site.pages.size(), "page", "pages") + " looked at";
  if (chosen.by_file()) {
    size_t files = 0;
    size_t held = 0;
    for (const Page& page : site.pages) {
      if (page.view != nullptr) continue;  // made out of another page: no file that a person named or changed
      ++files;
      if (chosen.holds_file(page.path)) ++held;
    }
    words = fmt::format("{} of {} looked at", held, count_of(files, "page", "pages"));
  }
  return arguments.only.empty() ? words : fmt::format("{} for {}", words, joined_words(arguments.only));
}

int run_check(const Arguments& arguments) {
  const std::vector<std::string_view> known_formats(std::begin(formats), std::end(formats));
  if (std::find(known_formats.begin(), known_formats.end(), arguments.format) == known_formats.end()) {
    const std::string near = did_you_mean(arguments.format, known_formats);
    return wrong_use_of_check(fmt::format("there is no format '{}'", arguments.format), near.empty() ? "The formats are: text, json, sarif, github." : near);
  }
  if (arguments.html) return check_html_files(arguments);
  const bool narrowed = !arguments.only.empty() || !arguments.pages.empty() || !arguments.changed_since.empty();
  if (!arguments.write_baseline.empty() && narrowed)
    return wrong_use_of_check("--write-baseline writes down the findings of the whole site", "Leave out --only, --page and --changed-since.");
  const std::optional<Baseline> baseline = known_findings(arguments);
  if (!baseline) return exit_status::usage;

  const BuildOptions options = build_options(arguments);
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  const Prepared prepared = prepare(inputs, options, report);
  const std::optional<Chosen> chosen = Chosen::of(arguments, inputs, prepared.site);
  if (!chosen) return exit_status::usage;
  produce(prepared, options, [](OutputFile&&) {}, report);
  if (!arguments.write_baseline.empty()) return write_down(report, *baseline, inputs, arguments);

  const Compared compared = compare(report, *baseline, source_of(inputs));
  Report shown;
  size_t errors_elsewhere = 0;
  for (const Diagnostic& one : compared.fresh.all())
    if (chosen->holds(one)) shown.add(*one.code, one.path, one.place, one.message, one.help);
    else if (one.code->severity == Severity::error) ++errors_elsewhere;
  print(shown, inputs, arguments);
  if (!arguments.baseline.empty()) name_what_is_gone(compared, *chosen, arguments);

  std::string closing = fmt::format("{}: {}", looked_at(prepared.site, *chosen, arguments), problems_in_words(shown));
  if (!arguments.baseline.empty()) closing += fmt::format("{}, besides {} known before", shown.all().empty() ? "" : ", new", compared.known);
  const size_t warnings = shown.count(Severity::warning);
  const bool too_many = arguments.max_warnings >= 0 && warnings > static_cast<size_t>(arguments.max_warnings);
  if (too_many) closing += fmt::format("; --max-warnings allows {}", arguments.max_warnings);
  if (errors_elsewhere > 0) closing += fmt::format("; {} elsewhere in the site", count_of(errors_elsewhere, "error", "errors"));
  (arguments.format == "text" ? std::cout : std::cerr) << closing << ".\n";
  return shown.has_errors() || too_many ? exit_status::content : exit_status::fine;
}

}  // namespace

const Command check_command{
    .name = "check",
    .says = "say what stands between pages and readers; writes nothing",
    .options = {site_option,
                {.name = "--html", .value = "", .says = "judge HTML files instead: SITE is a file or a folder of them, ours or not", .flag = &Arguments::html},
                {.name = "--only", .value = "CODE", .says = "only findings of this code; several with commas", .texts = &Arguments::only},
                {.name = "--page", .value = "ID", .says = "only this page, by its id, file or address, with its Easy Read pages and tables", .texts = &Arguments::pages},
                {.name = "--changed-since", .value = "REV", .says = "only pages changed since a branch, tag or commit of git", .text = &Arguments::changed_since},
                {.name = "--max-warnings", .value = "N", .says = "more warnings than this are a failure (exit 1)", .number = &Arguments::max_warnings},
                {.name = "--format", .value = "FORMAT", .says = "text, json, sarif (code hosts, editors) or github (its annotations)", .text = &Arguments::format},
                {.name = "--baseline", .value = "FILE", .says = "findings that are known: counted, not shown; only new ones fail", .text = &Arguments::baseline},
                {.name = "--write-baseline", .value = "FILE", .says = "write down the findings of today as known", .text = &Arguments::write_baseline},
                today_option, drafts_option, threads_option, all_option},
    .run = run_check,
};

}  // namespace offer
