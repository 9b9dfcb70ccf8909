#include "pipeline.h"

#include <algorithm>
#include <mutex>

#include "base/parallel.h"
#include "checks/checks.h"
#include "checks/plain_page.h"
#include "checks/site_checks.h"
#include "checks/style.h"
#include "checks/weight.h"
#include "formats/formats.h"
#include "formats/frame.h"
#include "formats/html_trace.h"
#include "load/load.h"
#include "load/settings.h"
#include "understand/understand.h"

namespace offer {

Prepared prepare(const Inputs& inputs, const BuildOptions& options, Report& report) {
  Prepared prepared;
  prepared.theme = timed(options.stopwatch, "theme", [&] { return read_theme(inputs.theme, frame_schema(), report); });
  if (options.checks) check_style(inputs.theme, report);
  // From here on every page is read, and nobody reads source files again.
  Loaded loaded = timed(options.stopwatch, "load", [&] { return load(inputs, options.threads, report); });
  make_edition(options.edition, loaded.settings);
  // From here on ids, addresses and terms are known, and no page changes again.
  prepared.site = timed(options.stopwatch, "understand", [&] { return understand(std::move(loaded), {options.today, options.drafts, options.threads}, report); });
  return prepared;
}

namespace {

void hand_over(std::vector<OutputFile>&& files, std::string_view path, bool checked, const TraceOutput* trace, Stopwatch* stopwatch, const Write& write, Report& report) {
  for (OutputFile& file : files) {
    if (checked)
      timed_part(stopwatch, "check of the output", [&] {
        check_output(file, path, trace, report);
        check_weight(file, path, report);
      });
    timed_part(stopwatch, "write", [&] { write(std::move(file)); });
  }
}

const TraceOutput no_trace = [] { return std::vector<OutputMark>{}; };

}  // namespace

void produce_page(const Page& page, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  if (options.checks && page.view == nullptr) timed_part(options.stopwatch, "check of the words", [&] { run_checks(page, site, report); });
  // A page without a title has no settings that can be read: that was said already, and what it looks like is no news.
  const bool has_settings = !page.title.empty();
  const TraceOutput trace = [&] { return trace_html(page, site, theme); };
  for (const Format* format : all_formats())
    if (format->of_page != nullptr)
      hand_over(timed_part(options.stopwatch, format->name, [&] { return format->of_page(page, site, theme); }), page.path, options.checks,
                !has_settings ? nullptr : format == &html_format ? &trace : &no_trace, options.stopwatch, write, report);
}

void produce_site_files(const Format& format, const SiteView& site, const Theme& theme, const BuildOptions& options, const Write& write, Report& report) {
  if (format.of_site == nullptr || (&format == &search_format && !options.search)) return;
  // The files of the content folder are published as they are.
  hand_over(timed_part(options.stopwatch, format.name, [&] { return format.of_site(site, theme); }), "site.yml", options.checks && &format != &asset_format, &no_trace,
            options.stopwatch, write, report);
}

void check_site(const SiteView& site, const BuildOptions& options, Report& report) {
  if (!options.checks) return;
  check_plain_rules(site, report);
  run_site_checks(site, options.threads, report);
}

void put_in_order(const Site& site, Report& report) {
  leave_out_said_before(report);
  leave_out_allowed(site.pages, report);
  report.sort();
  suggest_spellings(report);
}

void produce(const Prepared& prepared, const BuildOptions& options, const Write& write, Report& report) {
  const SiteView site(prepared.site, options.threads);
  const std::vector<Page>& pages = prepared.site.pages;
  std::vector<Report> reports(pages.size());
  timed(options.stopwatch, "pages", [&] { parallel_for(pages.size(), options.threads, [&](size_t i) { produce_page(pages[i], site, prepared.theme, options, write, reports[i]); }); });
  // Formats know nothing of each other, so they work side by side; the search, which uses all threads by itself, comes alone.
  const std::vector<const Format*>& formats = all_formats();
  std::vector<Report> of_formats(formats.size());
  timed(options.stopwatch, "files of the whole site", [&] {
    parallel_for(formats.size(), options.threads, [&](size_t i) {
      if (formats[i] != &search_format) produce_site_files(*formats[i], site, prepared.theme, options, write, of_formats[i]);
    });
  });
  timed(options.stopwatch, "index of the search", [&] { produce_site_files(search_format, site, prepared.theme, options, write, report); });
  for (Report& one : of_formats) report.add_all(std::move(one));
  for (Report& one : reports) report.add_all(std::move(one));
  timed(options.stopwatch, "checks of the whole site", [&] { check_site(site, options, report); });
  timed(options.stopwatch, "findings in order", [&] { put_in_order(prepared.site, report); });
}

std::vector<OutputFile> build_in_memory(const Inputs& inputs, const BuildOptions& options, Report& report) {
  std::vector<OutputFile> files;
  std::mutex guard;
  const Prepared prepared = prepare(inputs, options, report);
  produce(
      prepared, options,
      [&](OutputFile&& file) {
        const std::lock_guard lock(guard);
        files.push_back(std::move(file));
      },
      report);
  std::sort(files.begin(), files.end(), [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace offer
