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
#include "understand/understand.h"

namespace offer {

Prepared prepare(const Inputs& inputs, const BuildOptions& options, Report& report) {
  Prepared prepared;
  prepared.theme = timed(options.stopwatch, "theme", [&] { return read_theme(inputs.theme, frame_schema(), report); });
  if (options.checks) check_style(inputs.theme, report);
  // From here on every page is read, and nobody reads source files again.
  Loaded loaded = timed(options.stopwatch, "load", [&] { return load(inputs, options.threads, report); });
  // From here on ids, addresses and terms are known, and no page changes again.
  prepared.site = timed(options.stopwatch, "understand", [&] { return understand(std::move(loaded), {options.today, options.drafts, options.threads}, report); });
  return prepared;
}

void produce(const Prepared& prepared, const BuildOptions& options, const Write& write, Report& report) {
  const SiteView site(prepared.site, options.threads);
  const std::vector<Page>& pages = prepared.site.pages;
  const auto part = [&](std::string_view name, auto&& work) { return timed_part(options.stopwatch, name, work); };
  const auto hand_over = [&](std::vector<OutputFile>&& files, std::string_view path, bool written_by_us, const TraceOutput* trace, Report& to) {
    for (OutputFile& file : files) {
      if (options.checks && written_by_us)
        part("check of the output", [&] {
          if (check_output(file, path, to) && trace != nullptr) check_built_html(file, path, *trace, to);
          check_weight(file, path, to);
        });
      part("write", [&] { write(std::move(file)); });
    }
  };
  const TraceOutput no_trace = [] { return std::vector<OutputMark>{}; };
  std::vector<Report> reports(pages.size());
  const auto page = [&](size_t i) {
    if (options.checks && pages[i].view == nullptr) part("check of the words", [&] { run_checks(pages[i], site, reports[i]); });
    // A page without a title has no settings that can be read: that was said already, and what it looks like is no news.
    const bool has_settings = !pages[i].title.empty();
    const TraceOutput trace = [&] { return trace_html(pages[i], site, prepared.theme); };
    for (const Format* format : all_formats())
      if (format->of_page != nullptr)
        hand_over(part(format->name, [&] { return format->of_page(pages[i], site, prepared.theme); }), pages[i].path, true,
                  !has_settings ? nullptr : format == &html_format ? &trace : &no_trace, reports[i]);
  };
  timed(options.stopwatch, "pages", [&] { parallel_for(pages.size(), options.threads, page); });
  for (const Format* format : all_formats())
    if (format->of_site != nullptr && (options.search || format != &search_format))
      timed(options.stopwatch, format->name, [&] { hand_over(format->of_site(site, prepared.theme), "site.yml", format != &asset_format, &no_trace, report); });
  timed(options.stopwatch, "checks of the whole site", [&] {
    for (Report& one : reports) report.add_all(std::move(one));
    if (options.checks) {
      check_plain_rules(site, report);
      run_site_checks(site, options.threads, report);
    }
    leave_out_said_before(report);
    leave_out_allowed(pages, report);
    report.sort();
    suggest_spellings(report);
  });
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
